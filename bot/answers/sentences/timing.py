"""Whether a sentence tells of the time that a question asks about."""

import re
from datetime import date, timedelta
from enum import StrEnum

from bot.questions.question import Question
from bot.questions.times.period import Period
from index.danish.calendar import MONTH_NUMBERS, MONTHS
from index.danish.days import find_dates
from index.documents import Document

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_LOOKS_BACK = timedelta(days=550)
"""How long after a period papers still tell of it without naming it: "i det forløbne år"."""
_LOOKS_AHEAD = timedelta(days=31)
"""How long before a period they do: the agenda of a meeting next month."""


class Timing(StrEnum):
    """How the years and days that a sentence names stand to the period asked about."""

    SAME = "same"
    OTHER = "other"
    PAST = "past"
    """No period is asked about, and the sentence tells of years before its document."""
    NONE = "none"
    """It names none, or none that matter."""


def timing(question: Question, text: str, written: date | None) -> Timing:
    """Return how a sentence, of a document written on a day, stands to the time asked about."""
    if not any(map(str.isdigit, text)):
        return Timing.NONE
    years = {int(year) for year in _YEAR.findall(text)}
    if question.period is None or question.last_meeting:
        past = bool(years) and written is not None and max(years) < written.year
        return Timing.PAST if past else Timing.NONE
    days = [day for _, day in find_dates(text)]
    if not days and not years:
        return Timing.NONE
    same = any(question.period.holds(day) for day in days) or bool(years & _years(question.period))
    return Timing.SAME if same else Timing.OTHER


def names_a_year(question: Question) -> bool:
    """Tell whether a question asks about a time by its year, and not about a meeting."""
    period = question.period
    return period is not None and not question.last_meeting and bool(_YEAR.search(period.words))


def is_of_the_time(
    question: Question, document: Document, text: str, around: str, before: str = ""
) -> bool:
    """Tell whether a sentence may tell of the period that a question names by its year.

    It names that time; or it names no other, and what stands around it does, or its document was
    written then or soon after. A document without a date may tell of any time.

    Args:
        question: The question.
        document: That of the sentence.
        text: The sentence.
        around: What stands around it, and above.
        before: Its paragraph up to it. "In 2021 there were 214. Nearly half of them …": in a paper
            of a later year, half of another year's.
    """
    period = question.period
    if period is None:
        return True
    named = timing(question, text, document.date)
    if named is not Timing.NONE:
        return named is Timing.SAME
    if timing(question, around, document.date) is Timing.SAME or document.date is None:
        return True
    since = period.since or document.date
    until = period.until or document.date
    if not since <= document.date <= until and (
        timing(question, before, document.date) is Timing.OTHER
    ):
        return False
    return since - _LOOKS_AHEAD <= document.date <= until + _LOOKS_BACK


def _years(period: Period) -> set[int]:
    """Return the years in which a period begins, ends, or that lie between."""
    bounds = [day.year for day in (period.since, period.until) if day]
    return set(range(min(bounds), max(bounds) + 1)) if bounds else set()


def month_asked(question: Question) -> int | None:
    """Return the month, 1-12, that a question names, `None` where it names none or its day."""
    period = question.period
    if period is None or question.last_meeting or not period.is_short or period.is_day:
        return None
    named = _months(period.words)
    return named.pop() if len(named) == 1 else None


def is_of_another_month(month: int, words: str, before: str = "") -> bool:
    """Tell whether a sentence tells of what was so in other months: "41 ridetimer i februar".

    What begins on a day, or holds from one month to another, may hold in any between.

    Args:
        month: The one that is asked about, 1-12.
        words: The sentence.
        before: Its paragraph up to it, of whose months a sentence is that names none.
    """
    if not _months(words) and before:
        return is_of_another_month(month, before)
    return _IN_MONTH.search(words) is not None and month not in _months(words)


def _months(words: str) -> set[int]:
    return {MONTH_NUMBERS[name.lower()] for name in _MONTH.findall(words)}


_MONTHS = "|".join(sorted({name for names in MONTHS.values() for name in names}))
_MONTH = re.compile(rf"\b(?:{_MONTHS})\b", re.IGNORECASE)
_IN_MONTH = re.compile(
    rf"\b(?:i|in|for)\s+(?:{_MONTHS})\b(?!\s*(?:\d{{4}}\s*)?(?:og frem|og fremover|onwards?))",
    re.IGNORECASE,
)
