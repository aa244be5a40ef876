"""How long somebody was at a meeting: "fra kl. 16.10 (pkt. 4-6)", "forlod mødet kl. 15"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.documents import Presence
from ingest.structure.attendance.absences import missed_items, number_key, ranges_in
from ingest.structure.items.entries import Entry

_NUMBER = r"\d{1,3}(?:\.\d{1,2})*"
_NUMBERS = rf"{_NUMBER}(?:\s*(?:,|og|samt|and|[-–—]|til)\s*{_NUMBER})*"
_OF_ITEM = (
    r"(?:dagsorden(?:en)?s?[\s-]?)?(?:punkt(?:et|er|erne)?|pkt\.?|sag(?:en|er|erne)?|items?|ad)\s*"
    r"(?:nr\.?\s*)?"
)
_CLOCK = r"(?:ca\.?\s*)?(?:kl\b\.?|klokken)\s*\d{1,2}|\b\d{1,2}[.:]\d{2}\b"
_PART = r"\b(?:delvis|delvist|(?:en|under\s+en)\s+del\s+af\s+mødet|part\s+of\s+the\s+meeting)\b"
_MOVES = r"\b(?:forlod|forlader|gik|ankom|ankommet|tilstødte|left|arrived)\b"
_TELLS = re.compile(rf"{_CLOCK}|\b{_OF_ITEM}\d|{_PART}|{_MOVES}", re.IGNORECASE)
_NO_STAY = re.compile(r"\b(?:inhabil|forfald|telefon|tlf)", re.IGNORECASE)
_FOR_BIAS = re.compile(
    r"[\s,(]*(?:(?:pga\.?|på\s+grund\s+af|grundet|som|er|da\s+\w+\s+er)\s+)?inhabil(?:itet)?\b\)?",
    re.IGNORECASE,
)
"""Why somebody did not take part, behind what they missed: "ved punkt 3 (inhabil)"."""
_VERB = (
    r"(?:der|som|men|dog|kun|først|delvist?|deltog|deltager|var|til\s*stede|mødte?|ankom|ankommet|kom|tilstødte"
    r"|fraværende|ikke|gik|forlod(?:\s+mødet)?|forlader|present|absent|arrived|left|joined|only)"
)
_BARE = re.compile(
    rf"(?:\s*,|\s+[–-])?\s+(?P<remark>(?:{_VERB}\s+){{0,5}}?(?:{_PART}|(?:{_VERB}\s+)?"
    rf"(?:fra|til|indtil|under|efter|før|inden|ved|i|from|until|after|before|during|at)\s+"
    rf"(?:og\s+med\s+|(?:behandlingen|drøftelsen)\s+af\s+)?(?:{_CLOCK}|{_OF_ITEM}\d)"
    rf"|(?:{_CLOCK}|(?:punkt(?:er|erne)?|pkt\.?)\s*\d)).*)$",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]{2,80})[)\]]")
_SENTENCE = re.compile(
    r"(?P<who>.{4,200}?)\s+(?P<remark>(?:forlod|gik\s+fra|ankom\s+til|ankom|kom\s+(?:til|først)|mødte\s+(?:først\s+)?"
    r"|tilstødte|deltog\s+(?:dog\s+)?(?:kun|først|fra|til|indtil)|var\s+(?:kun\s+)?til\s*stede\s+(?:fra|til|indtil)"
    r"|var\s+fraværende\s+(?:fra|til|indtil))\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_OF_THE_MEETING = re.compile(r"\b(?:mødet|lokalet|salen|punktet)\b", re.IGNORECASE)

_POINTS = re.compile(
    rf"(?P<before>(?:fra\s+og\s+med|til\s+og\s+med|fra|til|indtil|efter|før|inden|from|until|after|before)\s+"
    rf"(?:\w+ingen\s+af\s+|\w+elsen\s+af\s+)?)?{_OF_ITEM}(?P<numbers>{_NUMBERS})",
    re.IGNORECASE,
)
_CAME = re.compile(
    r"\b(?:deltog|deltager|mødte?|ankom\w*|kom|tilstødte|til\s*stede|present|arrived|joined)\b",
    re.IGNORECASE,
)
_WENT = re.compile(
    r"\b(?:ikke|fravær\w*|forlod|forlader|gik|absent|left|not|undtagen)\b", re.IGNORECASE
)
_LEFT = re.compile(r"\b(?:forlod|forlader|gik|left)\b", re.IGNORECASE)
_UNDER = re.compile(r"\b(?:under|lokalet)\b", re.IGNORECASE)
_CAME_BACK = re.compile(
    r"\b(?:(?:kom|vendte)\s+(?:\w+\s+)?(?:tilbage|igen)|returnerede|genindtrådte|(?:came|was)\s+back|returned)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stay:
    """What is left of the words that name a person, and what they say of a part of the meeting."""

    named: str
    remark: str | None


def parted(words: str) -> Stay:
    """Part a name from what is said of how long that person stayed.

    "Ida Dam (B) fra kl. 16.10 (pkt. 4-6)" is the name "Ida Dam (B)" with the rest as remark.
    """
    words = _FOR_BIAS.sub("", words) if _BARE.search(words) else words
    bare = _BARE.search(words)
    if bare is not None and not _NO_STAY.search(bare["remark"]):
        outside = words[: bare.start()]
        if outside.count("(") == outside.count(")"):
            return Stay(outside, _tidy(bare["remark"]))
    for bracket in _BRACKET.finditer(words):
        if tells_stay(bracket["inside"]):
            left = words[: bracket.start()] + words[bracket.end() :]
            return Stay(left, _tidy(bracket["inside"]))
    return Stay(words, None)


def _tidy(remark: str) -> str:
    bare = re.sub(r"\s+", " ", remark).strip(" .,;")
    return bare.removesuffix(")") if bare.count(")") > bare.count("(") else bare


def tells_stay(words: str) -> bool:
    """Tell whether words behind a name or in its row are on a part of the meeting."""
    return _TELLS.search(words) is not None and _NO_STAY.search(words) is None


def sentence_on_stay(words: str, *, in_item: bool) -> re.Match[str] | None:
    """Read a sentence on when somebody came or went: `who` and `remark`.

    Args:
        words: The sentence.
        in_item: Whether it stands in an item, where what is told may be no matter of the meeting.
    """
    match = _SENTENCE.match(words)
    if match is None or ":" in match["who"] or match["who"].count("(") != match["who"].count(")"):
        return None
    of_meeting = _OF_THE_MEETING.search(match["remark"]) is not None
    told = of_meeting or (not in_item and tells_stay(match["remark"]))
    return match if told and not _NO_STAY.search(words) else None


def missed_by_stay(remark: str, presence: Presence, entries: Sequence[Entry]) -> tuple[int, ...]:
    """Return the indices of the items that somebody missed whose stay is told so.

    Args:
        remark: "fra kl. 16.10 (pkt. 4-6)".
        presence: Of the list in which it stands: "fra punkt 5" is another thing among those present
            than among those absent.
        entries: The items of the agenda.
    """
    if said := missed_items(remark, entries):
        return said
    keys = {i: number_key(entry.number) for i, entry in enumerate(entries) if entry.number}
    left = _LEFT.search(remark) is not None
    away = left or _WENT.search(remark) is not None
    if not away:
        away = presence is not Presence.PRESENT and _CAME.search(remark) is None
    found: set[int] = set()
    for match in _POINTS.finditer(remark):
        for first, last in ranges_in(match["numbers"]):
            word = _word(match["before"], presence if first == last else None)
            if away:
                found |= {i for i, k in keys.items() if _missed(word, k, first, last, left=left)}
            elif word is not None:
                found |= {i for i, key in keys.items() if _not_there(word, key, first, last)}
    return tuple(sorted(found))


def _word(before: str | None, presence: Presence | None) -> str | None:
    """Return the preposition before a number; "til punkt 3-5" and "afbud til punkt 3" have none."""
    word = re.sub(r"\s+", " ", (before or "").strip().lower())
    word = re.sub(r" \w+(?:ingen|elsen) af$", "", word)
    if word in {"til", "until"} and presence in {None, Presence.APOLOGY}:
        return None
    return word or None


_Key = tuple[int, ...]


def _missed(word: str | None, key: _Key, first: _Key, last: _Key, *, left: bool) -> bool:
    """Tell whether somebody missed an item who was away "fra punkt 5", or left then."""
    match word:
        case "fra" | "fra og med" | "from":
            return key >= first
        case "efter" | "after":
            return key > last
        case "til og med":
            return key > last if left else key <= last
        case "til" | "indtil" | "until" | "før" | "inden" | "before":
            return key >= first if left else key < first
        case _:
            return first <= key <= last


def _not_there(word: str, key: _Key, first: _Key, last: _Key) -> bool:
    """Tell whether somebody missed an item who was there "fra punkt 5" only."""
    match word:
        case "fra" | "fra og med" | "from":
            return key < first
        case "efter" | "after":
            return key <= last
        case "før" | "inden" | "before":
            return key >= first
        case _:  # whether "til punkt 5" has item 5 in it, nobody knows
            return key > last


def missed_around(remark: str, item: int, count: int) -> tuple[int, ...]:
    """Return the items missed by somebody who came or went while `item` of `count` was treated."""
    if _CAME_BACK.search(remark):
        return ()  # what was treated meanwhile, nobody knows
    if _LEFT.search(remark):
        return (item,) if _UNDER.search(remark) else tuple(range(item + 1, count))
    return tuple(range(item))
