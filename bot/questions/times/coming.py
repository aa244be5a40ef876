"""Days to come as a question counts them from today: "i morgen", "næste uge", "om et år".

Past ones ("i går", "sidste år") are read with all other periods; these matter to rates alone, for
papers tell of no meeting that has not been held.
"""

import re
from datetime import date, timedelta

from bot.questions.times.period import Period
from index.danish.days import last_of_month, months_on
from index.danish.number_words import NUMBER_WORDS
from index.spans import Span

_NUMBERS = {**dict.fromkeys(("et", "en", "ét", "én", "one", "a"), 1), **NUMBER_WORDS}
_UNITS = (
    ("day", r"dage?|days?"),
    ("week", r"uger?|weeks?"),
    ("month", r"måned(?:er)?|maaned(?:er)?|months?"),
    ("year", r"år|aar|years?"),
)
_COUNT = rf"(?P<count>\d{{1,2}}|{'|'.join(map(re.escape, _NUMBERS))})"
_WHAT = rf"(?P<what>{'|'.join(words for _, words in _UNITS)})"
_TOMORROW = re.compile(r"\b(?:i\s?morgen|tomorrow)\b(?!\s+(?:eftermiddag|aften|formiddag))", re.I)
_DAY_AFTER = re.compile(r"\b(?:i\s?overmorgen|(?:the\s+)?day\s+after\s+tomorrow)\b", re.I)
_NEXT = re.compile(
    rf"\b(?:(?:i|til|the)\s+)?(?:(?:den|det)\s+)?(?:næste|naeste|kommende|next|coming)\s+{_WHAT}\b"
    r"(?!\s+(?:efter|after))",
    re.IGNORECASE,
)
_AHEAD = (
    re.compile(rf"\bom\s+{_COUNT}\s+{_WHAT}(?:s\s+tid)?\b(?!\s+(?:siden|ago))", re.IGNORECASE),
    re.compile(
        rf"\b(?:in\s+)?{_COUNT}\s+{_WHAT}(?:['’]s?\s+time|\s+from\s+(?:now|today)|\s+ahead)",
        re.IGNORECASE,
    ),
    # "Paid in a year" is per year; what will be paid in two years is not.
    re.compile(rf"\bwill\b.*(?P<span>\bin\s+{_COUNT}\s+{_WHAT}\b)", re.IGNORECASE),
)
_NEW_YEAR = re.compile(
    r"\b(?:efter|fra|til|from|after|at)\s+(?:the\s+)?(?:nytår|new\s+year)\b", re.I
)


def coming_period(text: str, today: date) -> tuple[Span, Period] | None:
    """Return the time after today that a text names by counting from today, and its words."""
    for words, days in ((_DAY_AFTER, 2), (_TOMORROW, 1)):
        if found := words.search(text):
            return _period(found, today + timedelta(days), today + timedelta(days))
    if found := _NEXT.search(text):
        return _period(found, *_next(_unit(found["what"]), today))
    for words in _AHEAD:
        if found := words.search(text):
            day = counted_on(today, _count(found["count"]), found["what"])
            return _period(found, day, day)
    if found := _NEW_YEAR.search(text):
        first = date(today.year + 1, 1, 1)
        return _period(found, first, first)
    return None


def _period(found: re.Match[str], since: date, until: date) -> tuple[Span, Period]:
    name = "span" if "span" in found.re.groupindex else 0
    span = Span(*found.span(name))
    return span, Period(since, until, " ".join(found[name].split()))


def _unit(words: str) -> str:
    return next(unit for unit, pattern in _UNITS if re.fullmatch(pattern, words, re.IGNORECASE))


def _count(words: str) -> int:
    return int(words) if words.isdigit() else _NUMBERS[words.lower()]


def _next(unit: str, today: date) -> tuple[date, date]:
    """Return the first and the last day of the next day, week, month or year."""
    match unit:
        case "day":
            return today + timedelta(1), today + timedelta(1)
        case "week":
            monday = today + timedelta(7 - today.weekday())
            return monday, monday + timedelta(6)
        case "month":
            first = months_on(today.replace(day=1), 1)
            return first, last_of_month(first)
    return date(today.year + 1, 1, 1), date(today.year + 1, 12, 31)


def counted_on(today: date, count: int, what: str) -> date:
    """Return the day `count` "dage", "weeks" … after today; before it, where that is negative."""
    match _unit(what):
        case "day":
            return today + timedelta(count)
        case "week":
            return today + timedelta(7 * count)
        case "month":
            return months_on(today, count)
    return months_on(today, 12 * count)
