"""The words of a time, in the language of the sentence that they stand in."""

import re
from datetime import date, timedelta

from bot.questions.question import Question
from bot.questions.times.period import Period
from bot.replies import Language
from index.danish.calendar import MONTHS
from index.danish.days import format_date

IN = {"da": "i", "en": "in"}
ON = {"da": "den", "en": "on"}
_YEAR = re.compile(r"(?:i|in)\s+(\d{4})", re.IGNORECASE)


def period_words(question: Question) -> str:
    """Return the words of a question's time in the language of the reply.

    Raises:
        ValueError: It names none.
    """
    if question.period is None:
        raise ValueError("The question names no time.")
    return told_in(question.period, question.language, question.read_as)


def told_in(period: Period, spoken: Language, read_as: Language) -> str:
    """Return the words of a time in the language of the question that they are put into."""
    if year := _YEAR.fullmatch(period.words):
        return f"{IN[spoken]} {year[1]}"
    if spoken == read_as:
        return period.words
    if period.year is not None:
        return f"{IN[spoken]} {period.year}"
    if period.since is not None and period.until is not None:
        if period.is_day:
            return f"{ON[spoken]} {format_date(period.since, spoken)}"
        following = period.until + timedelta(days=1)
        if period.since.day == following.day == 1 and period.is_short:
            month = MONTHS[spoken][period.since.month - 1]
            return f"{IN[spoken]} {month} {period.since.year}"
    return _bounded(period, spoken) or period.words


def _bounded(period: Period, spoken: Language) -> str:
    """Return a time by its first and last day; empty where it has neither."""
    the = "den " if spoken == "da" else ""
    first, last = period.since, period.until
    if first is not None and last is not None:
        begun, ended = (f"{the}{format_date(day, spoken)}" for day in (first, last))
        return f"fra {begun} til {ended}" if spoken == "da" else f"from {begun} to {ended}"
    if first is not None:
        return f"{'siden' if spoken == 'da' else 'since'} {the}{format_date(first, spoken)}"
    if last is not None and last < date.max:
        following = format_date(last + timedelta(days=1), spoken)
        return f"{'før' if spoken == 'da' else 'before'} {the}{following}"
    return ""
