"""The labels over and before names: who was there, who sent an apology, who was absent."""

import re

from index.documents import Presence

_APOLOGIES = re.compile(
    # Portals have a field for it: "Bemærkninger Afbud fra Ib Krog".
    r"(?:bemærkning(?:er)?\s*:?\s+)?(?:der\s+var\s+|der\s+er\s+)?(?:meldt\s+)?(?:afbud|fravær(?:ende)?\s+(?:med|grundet|på\s+grund\s+af)\s+(?:(?:lovligt|anmeldt|gyldigt)\s+)?(?:afbud|forfald))(?:\s+fra)?(?:(?<=fra)\s+(?-i:[a-zæøå][a-zæøå\s]{2,40}):|\s*(?::|\bfra\b|$))"
    r"|(?:der\s+)?(?:var|er)\s+(?:meldt\s+)?afbud\s+fra|apologies"
    # "Meldt fra:" and "Lovligt forfald:" give a reason beforehand, as an apology does.
    r"|(?:(?:har|havde)\s+)?meldt\s+fra\s*(?::|$)|(?:(?:med|meldt|lovligt)\s+)*forfald\s*(?::|$)",
    re.IGNORECASE,
)
_ABSENT = re.compile(
    r"(?:fraværende|ikke\s+(?:til\s*stede|mødt|fremmødte?|deltagende)|udeblevne?|udeblevet|absent)\b.{0,30}?(?::|$)"
    r"|udeblev\s*(?::|$)|(?:deltog|deltager)\s+ikke\s*(?::|$)"
    r"|fravær(?:\s+uden\s+(?:afbud|forfald))?\s*(?::|$)",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"(?:(?:møde|øvrige\s+)?deltagere|(?:[\wæøå]+\s+)?til\s*stede|[\wæøå]*medlemmer|mødt|fremmødte|observatør(?:er)?|gæst(?:er)?|guests?|observers?|in\s+attendance|also\s+present|others\s+present|fremmøde"
    r"|fra\s+\w+(?:\s+deltog)?|participants|sekretariat\w*|tilforordnede?|bisiddere?|desuden|deltog(?:\s+(?:desuden|endvidere|også|tillige|i\s+øvrigt))?(?=\s*:)|deltagende(?=\s*:)|suppleant(?:er)?(?=\s*:)|stedfortrædere?(?=\s*:)|endvidere|med\s+(?:til|på|i|ved)\s+mødet(?=\s*:))\b[^:]{0,40}(?::|$)",
    re.IGNORECASE,
)
INNER_LABEL = re.compile(
    r"(?<=\S)(?<!\bikke)(?<!\bmed)(?<!\buden)\s+(?=(?:afbud(?:\s+fra)?"
    r"|fraværende(?:\s+(?:med|uden)\s+(?:afbud|forfald))?|referent|mødeleder|til\s*stede|deltagere|observatører"
    r"|gæst(?:er)?|observatør|guests?|observers?|in\s+attendance|ikke\s+(?:mødt|til\s*stede)|udeblevet|meldt\s+fra|bemærkning(?:er)?)\s*:)",
    re.IGNORECASE,
)
"""Where one line holds two lists: "Til stede: A og B Afbud: C"."""
_OFFICIALS = re.compile(
    r"(?:(?:den\s+)?(?:[\wæøå]+\s+)?[\wæøå-]*(?:direktion|administration|forvaltning|ledelse|sekretariat|embedsværk|stab)"
    r"(?:en|et|erne)?|embedsmænd(?:ene)?|(?:øvrige|andre)\s+(?:mødte|fremmødte))\s*:",
    re.IGNORECASE,
)
_REMARKS = re.compile(
    r"(?:(?:særlige|øvrige|andre|eventuelle)\s+)?(?:bemærkning|anmærkning|kommentar|note|inhabilitet|remark|comment)(?:er|r|s)?"
    r"(?:\s+(?:til|om|vedr\w*\.?|vedrørende)\s+[\wæøå ]{3,40}?)?\s*[:·]\s*",
    re.IGNORECASE,
)
# Alone on a line the longer names may be where the person above them works.
_OFFICIALS_ALONE = re.compile(
    r"(?:direktionen|administrationen|forvaltningen|embedsmænd(?:ene)?|embedsværket)", re.IGNORECASE
)


_CALLED = re.compile(r"(?:ind(?:kald|by|bud)|inviter)[a-zæøå]*\s*[:·]", re.IGNORECASE)


_PARTY = re.compile(
    r"(?:deltagere|til\s*stede|fremmødte|mødt)\s+for\s+(?P<party>[^:.,;\d]{3,60}?)\s*:?",
    re.IGNORECASE,
)


def party_of(label: str) -> str | None:
    """Return for whom those below a label sit there: "Til stede for kommunerne"."""
    match = _PARTY.fullmatch(label)
    return match["party"] if match is not None else None


def names_called(words: str) -> bool:
    """Tell whether a line is over those who were asked to come: nobody knows whether they came."""
    return _CALLED.match(words) is not None


def names_officials(label: str) -> bool:
    """Tell whether a label is over those who attend a meeting without being members of the body."""
    return (_OFFICIALS.fullmatch(label) or _OFFICIALS_ALONE.fullmatch(label)) is not None


def behind_remarks(words: str) -> int:
    """Return where the remarks begin behind such a label, 0 where there is none.

    "Bemærkninger: Ib Krog deltog ikke under punkt 4" tells of him, and is no organisation's list.
    """
    label = _REMARKS.match(words)
    return label.end() if label is not None else 0


def attendance_label(words: str) -> tuple[Presence, int] | None:
    """Return what a label says of the names behind and below it, and its length in characters."""
    for pattern, presence in (
        (_APOLOGIES, Presence.APOLOGY),
        (_ABSENT, Presence.ABSENT),
        (_PRESENT, Presence.PRESENT),
    ):
        match = pattern.match(words)
        if match:
            rest = words[match.end() :]
            return presence, match.end() + len(rest) - len(rest.lstrip(" :"))
    return None
