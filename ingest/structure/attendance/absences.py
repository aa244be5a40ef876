"""Who missed single items of a meeting: "deltog ikke i punkt 4", "forlod mødet efter punkt 12"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.documents import Attendee, Presence
from ingest.structure.items.entries import Entry

_NUMBER = r"\d{1,3}(?:\.\d{1,2})*"
_NUMBERS = rf"(?P<numbers>{_NUMBER}(?:\s*(?:,|og|samt|[-–—]|til)\s*{_NUMBER})*)"
_ITEM = (
    r"(?:dagsorden(?:en)?s?[\s-]?)?(?:punkt(?:et|er|erne)?|pkt\.?|sag(?:en|er|erne)?)\s*"
    r"(?:nr\.?\s*)?"
)
_OF_ITEM = rf"(?:(?:under|i|ved|af|til|om|for|på)\s+)?(?:\w+en\s+af\s+|\w+ing\s+af\s+)?{_ITEM}"
_MISSED = re.compile(
    r"(?:(?:deltog|deltager|medvirkede|var)\s+(?:\w+\s+)?ikke|(?:dog\s+)?ikke|undtagen|fraværende|inhabil\w*)"
    r"(?:\s+(?:med|til\s*stede))?(?:\s+(?:i|under|ved|af|for))?"
    rf"(?:\s+\w*(?:behandling|drøftelse|afgørelse|beslutning)(?:en|erne)?)?\s*{_OF_ITEM}{_NUMBERS}",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"(?:forlod|gik|forlader)\b[^.;]{0,40}?\b(?P<when>efter|før|inden|under|ved|fra)\s+"
    rf"(?:\w+ing(?:en)?\s+af\s+)?{_ITEM}(?P<number>{_NUMBER})|(?:deltog|til\s*stede|var\s+med)\s+(?P<until>til\s+og\s+med)\s+"
    rf"{_ITEM}(?P<last>{_NUMBER})",
    re.IGNORECASE,
)
_CAME = re.compile(
    # "deltog ikke under punkt 4" tells of that item alone, not of those before it.
    r"(?<!\bikke\s)(?:mødte?|ankom|kom|deltog|til\s*stede)\b(?:(?!\bikke\b)[^.;]){0,30}?\b(?:fra(?:\s+og\s+med)?|under|ved|til)\s+"
    rf"{_ITEM}(?P<number>{_NUMBER})",
    re.IGNORECASE,
)

_CONFLICTED = (
    r"(?:(?:erklærede|erklærer|meldte|melder|anså|anser)\s+sig\s+(?:\w+\s+)?inhabil\w*"
    r"|(?:var|er|blev|bliver)\s+(?:(?:selv|dermed|derfor|erklæret|kendt)\s+){0,2}inhabil\w*"
    r"|(?:was|were|is)\s+disqualified|(?:declared|recused)\s+(?:him|her|them)sel(?:f|ves))\b"
)
_WHY = r"(?:\s+(?:er|var)\s+(?!(?:\w+\s+)?inhabil)[^.;:]{3,120}?,?\s+og)?"
"""The reason told first: "Ib Krog er ansat i klubben og deltog ikke"."""
NOT_IN_ITEM = re.compile(
    rf"(?P<who>.{{4,400}}?){_WHY}\s+(?:{_CONFLICTED}|(?:delt(?:og|ager)|medvirke(?:de|r))\s+(?:\w+\s+)?ikke\b"
    r"(?=.{0,160}\b(?:\w*behandling|sag|punkt|inhabil|\w*beslutning|drøftelse))"
    r"|(?:trådte|træder|gik|går)\s+(?:ud|uden\s*for)\b(?=.{0,80}\b(?:behandling|sag|punkt|lokal|døren|inhabil))"
    r"|(?:forlod|forlader)\s+(?:lokalet|salen|rummet)\b(?=.{0,80}\b(?:inhabil|behandling))"
    r"|(?:did\s+not|does\s+not)\s+take\s+part\b(?=.{0,80}\b(?:item|case|matter|discussion|decision)))",
    re.IGNORECASE | re.DOTALL,
)
_BUT = (
    r",?\s+(?:undtagen(?:\s+(?:for|fra))?|bortset\s+fra|med\s+undtagelse\s+af|på\s+nær)\s+(?P<who>.{4,600}?)"
    # The full stop behind an initial ends nothing: "Ib K. Krog".
    r"(?:,?\s+(?:der|som)\s+(?:havde|har|var|er)\b|(?<!\b[A-ZÆØÅ])\.(?=\s|$)|$)"
)
_EVERYBODY = r"(?:(?:alle|samtlige)(?:\s+(?!stem)\w+)?|medlemmerne)"
EXCEPT = re.compile(
    rf"(?:{_EVERYBODY}\s+(?:var|er)\s+(?:mødt|til\s*stede)"
    rf"|(?:mødt|til\s*stede)\s*(?:(?:var|er)\s*:?|:)\s*{_EVERYBODY}){_BUT}",
    re.IGNORECASE,
)
EXCEPT_LISTED = re.compile(rf"{_EVERYBODY}{_BUT}", re.IGNORECASE)
"""What may stand under "Til stede:"; in a decision it could as well be on a vote."""
_LEFT_OR_CAME = re.compile(
    r"(?P<who>.{4,400}?)\s+(?:forlod|gik\s+fra|ankom|kom\s+(?:til|først)|mødte\s+(?:først\s+)?(?:ved|fra|til)"
    r"|deltog\s+(?:dog\s+)?(?:ikke|kun|først|fra|til\s+og\s+med))\b",
    re.IGNORECASE | re.DOTALL,
)


def speaks_of_items(words: str) -> bool:
    """Tell whether words say that somebody missed a part of the meeting, and which."""
    return any(pattern.search(words) for pattern in (_MISSED, _LEFT, _CAME))


def sentence_on_items(words: str) -> re.Match[str] | None:
    """Read a sentence on persons who missed items that it names; not a list with such remarks."""
    able = [m for p in (NOT_IN_ITEM, _LEFT_OR_CAME) if (m := p.match(words)) is not None]
    found = min(able, key=lambda m: m.end("who"), default=None)
    if found is None or not speaks_of_items(words[found.end("who") :]):
        return None
    who = found["who"]
    return None if ":" in who or who.count("(") != who.count(")") else found


def missing(one: Attendee, words: str, entries: Sequence[Entry]) -> Iterator[Attendee]:
    """Yield the person as absent from each item that the words about them name.

    Args:
        one: The person, as found for the meeting.
        words: What is said of this person, and of nobody else.
        entries: The items of the agenda.
    """
    for item in missed_items(words, entries):
        yield replace(one, presence=Presence.ABSENT, item=item)


def missing_in_brackets(
    listed: Sequence[Attendee], lines: Sequence[tuple[int, str]], entries: Sequence[Entry]
) -> Iterator[Attendee]:
    """Read what stands behind a listed name: "Ib Krog (deltog ikke i punkt 4)".

    Args:
        listed: The persons, the span of each with its bracket.
        lines: Where each line of the list starts, and its words.
        entries: The items of the agenda.
    """
    for one in listed:
        for start, words in lines:
            at = one.span.start - start
            if one.item is None and 0 <= at < len(words):
                yield from missing(one, words[at : at + len(one.span)], entries)


def missed_items(words: str, entries: Sequence[Entry]) -> tuple[int, ...]:
    """Return the indices of the items that words such as "ikke i punkt 12-14" name."""
    keys = {index: number_key(entry.number) for index, entry in enumerate(entries) if entry.number}
    found: set[int] = set()
    for match in _MISSED.finditer(words):
        for first, last in ranges_in(match["numbers"]):
            found.update(i for i, key in keys.items() if first <= key <= last)
    left = _LEFT.search(words)
    if left:
        limit = number_key(left["number"] or left["last"])
        when = (left["when"] or "").lower()
        whole = when in {"før", "inden", "fra"}
        # Who leaves the room under an item, as for a conflict of interest, comes back for the next.
        if when in {"under", "ved"} and "lokalet" in left.group().lower():
            found.update(i for i, key in keys.items() if key == limit)
        else:
            found.update(i for i, key in keys.items() if key > limit or (whole and key == limit))
    came = None if left else _CAME.search(words)
    if came:
        found.update(i for i, key in keys.items() if key < number_key(came["number"]))
    return tuple(sorted(found))


def ranges_in(numbers: str) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Yield first and last of every range in "3, 5 og 12-14"."""
    for part in re.split(r"\s*(?:,|og|samt)\s*", numbers):
        ends = [number_key(number) for number in re.findall(_NUMBER, part)]
        if ends:
            yield ends[0], ends[-1]


def number_key(number: str) -> tuple[int, ...]:
    """Return a number of an item so that it compares: "3.2" lies between "3" and "4"."""
    return tuple(int(digits) for digits in re.findall(r"\d+", number))
