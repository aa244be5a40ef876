"""The year of an agreement that a question names: "år 2", "aftalens sidste år"."""

import re
from dataclasses import dataclass

from index.danish.folding import fold
from index.danish.number_words import NUMBER_WORDS, ORDINALS
from index.spans import Span

_NUMBERS = {
    **{str(n): n for n in range(1, 10)},
    "et": 1,
    "one": 1,
    **NUMBER_WORDS,
    **{fold(word): place for word, place in ORDINALS.items()},
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "5th": 5,
}
_ITS = r"(?:aftale(?:periode)?ns|overenskomst(?:periode)?ns|overenskomstens|kontraktens|periodens)"
_IT = r"(?:aftalen|overenskomsten|kontrakten|aftaleperioden|overenskomstperioden|perioden)"
_YEAR = r"(?:år|aar)"
_COUNTED = re.compile(
    rf"\b(?:(?:i|for|in)\s+)?(?:(?:aftale|overenskomst|kontrakt)?{_YEAR}|(?:(?:contract|agreement)\s+)?year)"
    r"\s+(?P<count>[1-9]|et|to|tre|fire|fem|one|two|three|four|five)\b(?![\d.,]\d)"
    rf"|\b(?:i\s+|in\s+)?(?:det\s+|the\s+|its\s+)?(?:{_ITS}\s+)?"
    r"(?P<nth>første|foerste|andet|tredje|fjerde|femte|first|second|third|fourth|fifth|[1-5](?:st|nd|rd|th|\.))"
    rf"\s+(?:(?:aftale|overenskomst|kontrakt)?{_YEAR}|(?:(?:contract|agreement)\s+)?year)\b(?!\s+\d{{4}})",
    re.IGNORECASE,
)
_LAST = re.compile(
    rf"\b(?:i\s+)?(?:{_ITS}\s+sidste\s+{_YEAR}|(?:det\s+)?sidste\s+(?:aftale|overenskomst|kontrakt){_YEAR}(?:et)?"
    rf"|(?:det\s+)?sidste\s+{_YEAR}\s+(?:i|af|under|for)\s+{_IT})\b"
    r"|\b(?:in\s+)?(?:the\s+|its\s+)?(?:last|final)\s+(?:(?:agreement|contract)\s+year\b"
    r"|year\s+(?:of|under|in)\s+(?:(?:the|this|that|its)\s+)?(?:agreement|contract)\b)"
    r"|\b(?:in\s+)?(?:the\s+)?(?:agreement|contract)['’]s\s+(?:last|final)\s+year\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class AgreementYear:
    """A year of an agreement, as a question names it."""

    span: Span
    number: int | None
    """From 1; `None` for the last one, whichever that is."""


def agreement_year_in(text: str) -> AgreementYear | None:
    """Return the year of an agreement that a question names, with the words that say so.

    "Sidste år" alone is the year before this one.
    """
    if found := _LAST.search(text):
        return AgreementYear(Span(*found.span()), None)
    if found := _COUNTED.search(text):
        number = _NUMBERS[fold(found["count"] or found["nth"]).rstrip(".")]
        return AgreementYear(Span(*found.span()), number)
    return None
