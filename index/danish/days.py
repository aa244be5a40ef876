"""Dates of a day: finding them in a text and writing them in a sentence."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from index.danish.calendar import MONTH_NUMBERS, MONTH_PATTERN, MONTHS
from index.spans import Span

CENTURY_TURNS = 69
"""A year of two digits up to this one is of the 21st century (the convention of POSIX)."""

_DAY = r"(?P<{0}>0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?P<{0}>(?:1[89]|20)\d\d)"
_CENTURY = r"(?:1[89]|20)"
_AFTER_A_DAY = (
    rf"(?<={_CENTURY}\d\d–)|(?<=\.{_CENTURY}\d\d-)|(?<=[a-z] {_CENTURY}\d\d-)|(?<=\.\d\d[-–])"
)
"""Behind the first day of "1.4.2025-31.3.2026": its dash is no part of a number."""
_NOT_IN_A_NUMBER = rf"(?:(?<![\d.,/\-–])(?<!\d[ ]-)|{_AFTER_A_DAY})(?<!§)(?<!§ )"
_ENDS = rf"(?!\d)(?![/.]\d)(?!-\d(?!\d?\.[ ]?(?:\d\d?\.|(?:{MONTH_PATTERN})\b)))"

_DATE = re.compile(
    _NOT_IN_A_NUMBER
    + r"(?:"
    # 2018-12-06
    + _YEAR.format("y1")
    + r"-(?P<m1>0[1-9]|1[0-2])-(?P<d1>0[1-9]|[12]\d|3[01])(?=\b|T)"
    # 6. december 2018, 17.-20. juni 2019, 6th of December 2018, 15-maj-2002, 6. dec. 18
    + r"|"
    + _DAY.format("d2")
    + r"(?:st|nd|rd|th)?\.?"
    + r"(?:[ ]{0,2}(?:[-–]|og|and)[ ]{0,2}\d{1,2}(?:st|nd|rd|th)?\.?)?"
    + r"(?:\s{1,3}of)?[\s-]{0,3}"
    + rf"(?P<m2>{MONTH_PATTERN})\b\.?,?[\s-]{{0,3}}(?:(?P<y2>(?:1[89]|20)\d\d)|['’´]?(?P<y2s>\d\d)"
    # "1. januar - 30. juni 2024" is no day of 2030.
    + rf"(?!\.?[ ]{{0,2}}(?:{MONTH_PATTERN})\b))"
    # December 6, 2018
    + r"|"
    + rf"\b(?P<m3>{MONTH_PATTERN})\.?\s{{1,3}}"
    + _DAY.format("d3")
    + r"(?:st|nd|rd|th)?,?\s{1,3}"
    + _YEAR.format("y3")
    # 06.12.2018, 26-02-2019, 6/12 2018, 6/12-18
    + r"|"
    + _DAY.format("d4")
    + r"[ ]?(?P<s4>[./-])[ ]?(?P<m4>0?[1-9]|1[0-2])(?:[ ]?[./-][ ]?|[ ])"
    + r"(?:(?P<y4>(?:1[89]|20)\d\d)|(?P<y4s>\d\d))"
    + r")"
    + _ENDS,
    re.IGNORECASE,
)


def find_dates(text: str) -> tuple[tuple[Span, date], ...]:
    """Return the dates written out in full (day, month and year), in order.

    A range ("17.-20. juni 2019") is its first day. What is no day of the calendar is left out.
    """
    return tuple(_dates(text))


def without_dates(text: str) -> str:
    """Return a text with a space in the place of each of its dates."""
    for span, _ in reversed(find_dates(text)):
        text = f"{text[: span.start]} {text[span.end :]}"
    return text


def _dates(text: str) -> Iterator[tuple[Span, date]]:
    for match in _DATE.finditer(text):
        found = _date(match)
        if found is not None:
            yield Span(match.start(), match.end()), found


def _date(match: re.Match[str]) -> date | None:
    part = match.groupdict()
    if part["y4s"] and not _short_year_is_safe(match):
        return None
    year = part["y1"] or part["y2"] or part["y3"] or part["y4"]
    full = int(year) if year else full_year(int(part["y2s"] or part["y4s"]))
    month = part["m1"] or part["m2"] or part["m3"] or part["m4"]
    day = part["d1"] or part["d2"] or part["d3"] or part["d4"]
    try:
        return date(full, MONTH_NUMBERS.get(month.lower(), 0) or int(month), int(day))
    except ValueError:
        return None


def _short_year_is_safe(match: re.Match[str]) -> bool:
    # "1-10-12" is rather a case number, and "5. 6 17" is no date at all.
    if match["s4"] != "-":
        return match.group().count(" ") == 0
    return re.fullmatch(r"\d\d-\d\d-\d\d", match.group()) is not None


def full_year(short: int) -> int:
    """Return the year that two digits mean."""
    return short + (2000 if short <= CENTURY_TURNS else 1900)


def format_date(day: date, language: str) -> str:
    """Write a date as a sentence of the language has it: "6. december 2018", "6 December 2018"."""
    month = MONTHS[language][day.month - 1]
    return f"{day.day}{'.' if language == 'da' else ''} {month} {day.year}"


def months_on(day: date, months: int) -> date:
    """Return the same day so many months later, or the last one where that month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = last_of_month(date(year, month + 1, 1))
    return last.replace(day=min(day.day, last.day))


def last_of_month(day: date) -> date:
    """Return the last day of the month in which a day is."""
    return day.replace(day=monthrange(day.year, day.month)[1])
