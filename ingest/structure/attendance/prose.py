"""Who came and who did not, as the running text of a head tells it.

"Til stede var Ib Krog og Maja Dam; fraværende var Bo Friis." "I formandens fravær ledede Maja Dam
mødet." What stands in a decision is of its item, and is read elsewhere.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from index.documents import Attendee, Presence
from ingest.structure.attendance.names import ListState, named
from ingest.structure.attendance.stays import tells_stay

_CLAUSES = re.compile(
    r";\s+|,?\s+(?:og|mens|men|samt)\s+(?=(?:fraværende|udeblev\w*|afbud|forfald|ikke\s+til\s*stede)\b)"
    r"|,\s+(?:og|mens|men)\s+(?=(?-i:[A-ZÆØÅ])[^,;:]{3,80}?\s+(?:var|havde|er|har|udeblev|deltog|mødte|meldte)\b)",
    re.IGNORECASE,
)
"""Between what is told of some and what is told of others."""
_MEETING = r"(?:\s+(?:til|på|i|ved)\s+mødet)"
_WAS = r"\s+(?:var|er)\s*:?\s+"
_HERE = r"(?:til\s*stede|mødt(?:\s+op)?|fremmødt)"
_TOLD = tuple(
    (re.compile(words, re.IGNORECASE), presence)
    for words, presence in (
        (
            r"(?:(?:fraværende|udeblevet|udeblevne|ikke\s+(?:til\s*stede|mødt))(?:\s+uden\s+(?:afbud|forfald))?)"
            rf"{_WAS}(?P<who>.+)",
            Presence.ABSENT,
        ),
        (
            rf"(?:fraværende\s+med\s+(?:afbud|forfald)|forhindret){_WAS}(?P<who>.+)"
            r"|(?:meldt\s+)?(?:afbud|forfald)\s+(?:havde|fra|(?:var|er)\s+(?:modtaget|kommet|meldt)\s+(?:fra|af))\s+(?P<by>.+)",
            Presence.APOLOGY,
        ),
        (
            rf"(?:{_HERE}|med){_MEETING}?{_WAS}(?P<who>.+)"
            r"|(?:(?:fra|for)\s+[^.,;:]{3,60}?\s+|(?:i|på)\s+mødet\s+|(?:desuden|endvidere|også|derudover|herudover|tillige)\s+)"
            r"(?:deltog|mødte|var)\s+(?!ikke\b|i\b|på\b|med\b|om\b|for\b)(?P<by>.+)"
            r"|[^.,;:]{3,60}?\s+var\s+repræsenteret\s+(?:ved|af|med)\s+(?P<sent>.+?)"
            r"(?P<stay>\s+(?:til\s+og\s+med|fra|under|indtil|til)\s.+)?",
            Presence.PRESENT,
        ),
        (
            r"(?P<who>.+?)\s+(?:(?:havde|har)\s+(?:(?:meldt|sendt)\s+)?(?:afbud|forfald)|meldte\s+(?:afbud|forfald)"
            r"|(?:var|er)\s+forhindret)\b.*",
            Presence.APOLOGY,
        ),
        (
            r"(?P<who>.+?)\s+(?:(?:var|er)\s+(?:udeblevet|fraværende|ikke\s+(?:til\s*stede|mødt|med\b))"
            rf"|udeblev\b|mødte\s+ikke\b|deltog\s+ikke(?={_MEETING}|\s*$)).*",
            Presence.ABSENT,
        ),
        (
            rf"(?P<who>.+?)\s+(?:(?:var|er)\s+(?:alle\s+|begge\s+|også\s+)?{_HERE}|(?:deltog|mødte){_MEETING})(?P<how>.*)",
            Presence.PRESENT,
        ),
        # Who only bids everybody welcome is one of many, whom other words must name.
        (
            r"(?P<who>.+?)\s+bød\s+(?:hjertelig\s+)?velkommen\s+til\s+(?!(?:mødet|det|dette|dagens|årets)\b)(?P<by>.+)",
            Presence.PRESENT,
        ),
    )
)
_LED = re.compile(
    r"(?:\bledede|\bvar)\s+(?P<behind>[^,;:]{4,80}?)\s+(?:mødet|mødeleder|ordstyrer|dirigent)\b"
    r"|\b(?:ledet|åbnet\s+og\s+ledet)\s+af\s+(?P<by>[^;:]{4,80})"
    r"|^(?P<before>[^,;:]{4,80}?)\s+(?:ledede\s+mødet|var\s+(?:mødeleder|ordstyrer|dirigent))\b",
    re.IGNORECASE,
)
"""Who led a meeting, as a sentence says it: of the chair's absence, or of nothing else."""
_NOT_ALL = re.compile(
    r"\b(?:undtagen|bortset\s+fra|på\s+nær|alle|samtlige|ingen|ikke)\b", re.IGNORECASE
)


def told_in_prose(start: int, words: str) -> Iterator[Attendee]:
    """Yield whom a sentence of a head says to have come, or not.

    Args:
        start: Where the sentence stands in the text.
        words: The sentence.
    """
    if (leader := led_by(words)) is not None:
        at, who = leader
        for one in named(start + at, who, ListState(Presence.PRESENT), None):
            yield replace(one, role=", ".join(filter(None, (one.role, "mødeleder"))))
        return
    place = 0
    for end, following in [
        *((m.start(), m.end()) for m in _CLAUSES.finditer(words)),
        (len(words), len(words)),
    ]:
        yield from _in_clause(start + place, words[place:end])
        place = following


def led_by(words: str) -> tuple[int, str] | None:
    """Return who led the meeting, as a sentence says it, with where the name begins."""
    match = _LED.search(words)
    if match is None:
        return None
    group = next(name for name in ("behind", "by", "before") if match[name] is not None)
    return match.start(group), match[group]


def _in_clause(start: int, words: str) -> Iterator[Attendee]:
    for pattern, presence in _TOLD:
        match = pattern.fullmatch(words.rstrip(" ."))
        if match is None:
            continue
        groups = match.groupdict()
        how, stay = groups.pop("how", None) or "", groups.pop("stay", None)
        stayed = (stay or (how if tells_stay(how) else "")).strip(" ,.") or None
        for group, who in groups.items():
            if who is None or _NOT_ALL.search(who) or ":" in who:
                continue
            if who.count("(") != who.count(")"):
                continue  # the bracket belongs to more than these words
            state = ListState(presence)
            for one in named(start + match.start(group), who, state, None):
                yield replace(one, remark=one.remark or stayed)
        return
