"""Calendar times beside a figure: days, months, parts of a year and years, Danish and English."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from index.danish.calendar import MONTH_NUMBERS, MONTH_PATTERN, PARTS_OF_A_YEAR
from index.danish.days import find_dates

_OPENS = r"[\s,(–-]*"
_YEAR = r"(?:19|20)\d\d"
_DAY = (
    r"(?:den\s+|d\.\s*|the\s+)?"
    rf"(?=\d{{1,2}}(?:[.\s/-]|\.\s|st\b|nd\b|rd\b|th\b)|\d{{4}}-\d|(?:{MONTH_PATTERN})\b)"
)
_TABLE_OF = r"(?:(?:takst|sats|satser|takster|gælder|gældende|gyldig|virkning|med\s+virkning)\s*)?"
_FROM = (
    r"(?:fra(?:\s+og\s+med)?|siden|med\s+virkning\s+(?:fra|pr\.?)|from(?:\s+and\s+including)?|since|as\s+of"
    r"|as\s+from|with\s+effect\s+from|effective(?:\s+from)?|starting|beginning)"
)
_TO = (
    r"(?:til(?:\s+og\s+med)?|indtil|frem\s+til|t\.o\.m\."
    r"|to|until|till|through|up\s+to(?:\s+and\s+including)?)"
)
_BETWEEN = r"(?:mellem|between)"
_SINCE = re.compile(rf"{_OPENS}\b{_TABLE_OF}(?:{_FROM}|pr\.?)\s+{_DAY}", re.IGNORECASE)
_SPAN = re.compile(
    rf"{_OPENS}\b(?:(?:i|in|for|during)\s+(?:perioden|tiden|the\s+period)(?:\s+{_FROM})?|{_BETWEEN})\s+{_DAY}",
    re.IGNORECASE,
)
_UNTIL = re.compile(rf"[\s,(–-]*\b(?:og\s+)?(?:gælder\s+)?{_TO}\s+{_DAY}", re.IGNORECASE)
_DASH = re.compile(rf"\s*[-–]\s*{_DAY}", re.IGNORECASE)
_AND = re.compile(rf"\s*(?:og|and|{_TO})\s+{_DAY}", re.IGNORECASE)
_DAY_ENDS = re.compile(r"\s*\)?")
_LIKE_A_DAY = re.compile(
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\.?\s*(?:of\s+)?(?:{MONTH_PATTERN})\b\.?,?(?:\s*{_YEAR}\b)?"
    rf"|(?:{MONTH_PATTERN})\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b,?(?:\s*{_YEAR}\b)?"
    rf"|\d{{1,2}}\s?[./-]\s?\d{{1,2}}\s?[./-]?\s?(?:{_YEAR}|\d\d)\b|\d{{4}}-\d\d?-\d\d?\b)\)?",
    re.IGNORECASE,
)
"""Words of a day that is in no calendar, or has no year."""
_LEVEL_BEFORE = re.compile(r"(?:niveau|grundbeløb|prisniveau|lønniveau)(?:et)?[\s,(:]*$", re.I)
_LEVEL_AFTER = re.compile(r"[\s-]*(?:\w*niveau|pl\b|priser)", re.IGNORECASE)
"""A day of these is of the money's worth, not of the rate."""
_NTH = "|".join(sorted(map(re.escape, PARTS_OF_A_YEAR), key=len, reverse=True))
_PART = (
    rf"(?:(?:den|the)\s+)?(?:(?P<nth>{_NTH})\.?\s+(?P<part>kvartal|quarter|halvår|half(?:[\s-]year)?)"
    rf"|[QK](?P<quarter>[1-4])|(?P<month>{MONTH_PATTERN})\b\.?)(?:\s+(?:af|i|of|in))?,?\s+"
)
_WHEN = re.compile(
    rf"{_OPENS}\b(?:(?P<since>{_FROM})\s+(?:år(?:et)?\s+)?|(?P<until>{_TO})\s+(?:år(?:et)?\s+)?"
    rf"|(?:i|in|for|during|af|of)\s+)?\(?(?:{_PART})?(?P<year>{_YEAR})\)?"
    r"(?![\w/]|:\d|[.,]\d|\s?-\s?(?:pri|pl\b|niveau|lønni|overens|aftal)|\s+(?:pri[sc]|pl\b|niveau)"
    rf"|\s*(?:-|–)\s*(?:\d|{MONTH_PATTERN}))",
    re.IGNORECASE,
)
"""A part of a year, or a year with a word that says from or until when."""
_ENDS_A_DAY = re.compile(
    rf"(?:(?:{MONTH_PATTERN})\b\.?,?|\d{{1,2}}\s?[./-]\s?\d{{1,2}}\s?[./-]?"
    r"|\b(?:kvartal|quarter|halvår|half(?:[\s-]year)?|[QK][1-4]|tertial|uge\s+\d+)(?:\s+(?:af|i|of|in))?,?)\s*$",
    re.IGNORECASE,
)
"""Words before a year that make it a part of a day, a month or a part of the year."""
_THROUGH = re.compile(r"og\s+med|t\.o\.m|through|including", re.IGNORECASE)
_PLAIN_TO = re.compile(r"til|to", re.IGNORECASE)
_BEGUN = re.compile(rf"\b{_FROM}\b[^.;:]{{0,30}}$", re.IGNORECASE)
"""Before "til 2020", which then is its last year."""
_RANGE_BEFORE = re.compile(
    rf"(?:\b(?:{MONTH_PATTERN}|{_NTH}|\d\.)\.?\s*(?:-|–|til|to|og|and)"
    r"|\b\d{1,2}(?:st|nd|rd|th)?\.?(?:\s*of)?)\s*$",
    re.IGNORECASE,
)
"""What makes a month the end of a stretch of time, or of a day."""


@dataclass(frozen=True, slots=True)
class Time:
    """What words say of when, and where they end; neither day where they cannot be used."""

    since: date | None
    until: date | None
    end: int


def time_at(text: str, start: int) -> Time | None:
    """Return the calendar time that begins at `start`, `None` where none does.

    Words of a time that is none ("fra 31. februar 2022") are read as saying nothing.
    """
    return _from_day(text, start) or _until_day(text, start) or _part_of_year(text, start)


def ends_a_day(text: str, start: int) -> bool:
    """Tell whether the year at `start` is only the end of a day, a month or a part of a year."""
    return _ENDS_A_DAY.search(text, max(0, start - 30), start) is not None


def _from_day(text: str, start: int) -> Time | None:
    span = _SPAN.match(text, start)
    found = span or _SINCE.match(text, start)
    if found is None:
        return None
    day = _day_at(text, found.end())
    if day is None:
        return _no_day(text, found.end())
    if _LEVEL_BEFORE.search(text[: found.start()]) or _LEVEL_AFTER.match(text, day[1]):
        return Time(None, None, day[1])
    until = _DASH.match(text, day[1]) or (_AND.match(text, day[1]) if span else None)
    if until is None:
        return Time(None, None, day[1]) if span else Time(day[0], None, day[1])
    last = _day_at(text, until.end())
    if last is None:
        return _no_day(text, until.end()) or Time(day[0], None, day[1])
    return Time(day[0], last[0], last[1])


def _until_day(text: str, start: int) -> Time | None:
    found = _UNTIL.match(text, start)
    if found is None:
        return None
    day = _day_at(text, found.end())
    return Time(None, day[0], day[1]) if day else _no_day(text, found.end())


def _no_day(text: str, start: int) -> Time | None:
    like = _LIKE_A_DAY.match(text, start)
    return Time(None, None, like.end()) if like else None


def _day_at(text: str, start: int) -> tuple[date, int] | None:
    """Return the day that begins at `start`, and where its words end."""
    for span, day in find_dates(text[start : start + 30]):
        if span.start == 0:
            closing = _DAY_ENDS.match(text, start + span.end)
            return day, closing.end() if closing else start + span.end
    return None


def _part_of_year(text: str, start: int) -> Time | None:
    """Return "i 4. kvartal 2023", "januar 2024", "fra 2023" and "indtil 2020" as days."""
    found = _WHEN.match(text, start)
    if found is None or not any(
        found[name] for name in ("since", "until", "nth", "quarter", "month")
    ):
        return None
    first, last = _months(found)
    year = int(found["year"])
    nothing = Time(None, None, found.end())
    if first is None or _RANGE_BEFORE.search(text, 0, found.start("month")):
        return nothing
    begins, ends = date(year, first, 1), date(year, last, monthrange(year, last)[1])
    if found["since"]:
        return Time(begins, None, found.end())
    if found["until"]:
        # "Indtil 2020" may leave that year out or not.
        through = _THROUGH.search(found["until"]) or (
            _PLAIN_TO.fullmatch(found["until"]) and _BEGUN.search(text, 0, found.start("until"))
        )
        return Time(None, ends, found.end()) if through else nothing
    return Time(begins, ends, found.end())


def _months(found: re.Match[str]) -> tuple[int | None, int]:
    """Return the first and the last month that are meant; a first of `None` where none is."""
    if found["month"]:
        month = MONTH_NUMBERS[found["month"].lower()]
        return month, month
    if found["quarter"]:
        first = 3 * int(found["quarter"]) - 2
        return first, first + 2
    if not found["nth"]:
        return 1, 12
    length = 3 if found["part"].lower() in {"kvartal", "quarter"} else 6
    first = length * (PARTS_OF_A_YEAR[found["nth"].lower()] - 1) + 1
    return (first, first + length - 1) if first + length <= 13 else (None, 12)
