"""The place of the last answer, in words that a question ends with."""

import re
from datetime import date, timedelta

from bot.conversation.turns import Turn
from bot.questions.question import Period
from bot.replies import Language
from index.danish.calendar import MONTHS
from index.danish.dates import format_date

IN = {"da": "i", "en": "in"}
AND = {"da": "og", "en": "and"}
_ON = {"da": "den", "en": "on"}
# "under punkt 4" is how both languages speak of an agenda; and the word names no matter.
_UNDER = " under “{}”"
_PLACE = re.compile(r" under “[^”]*”")
_YEAR = re.compile(r"(?:i|in)\s+(\d{4})", re.IGNORECASE)


def at_the_place(words: str, turn: Turn, spoken: Language, *, with_item: bool) -> str | None:
    """Return a question of the item, or of the meeting, that the answer before rested on.

    `None` where the answer rested on none.
    """
    item = turn.item if with_item else None
    if item is None and turn.body is None:
        return None
    about = _UNDER.format(item) if item is not None else ""
    body = f" {IN[spoken]} {turn.body}" if turn.body is not None else ""
    day = f" {turn.time}" if turn.time else ""
    if turn.day is not None:
        day = f" {_ON[spoken]} {format_date(turn.day, spoken)}"
    return f"{words.strip().rstrip(' ?.!')}{about}{body}{day}?"


def before_the_place(question: str) -> str | None:
    """Return a question without the item that it was asked of; `None` where it names none."""
    place = _PLACE.search(question)
    return question[: place.start()] if place else None


def is_placed(question: str) -> bool:
    """Tell whether a question was asked of an item by its title."""
    return _PLACE.search(question) is not None


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
            return f"{_ON[spoken]} {format_date(period.since, spoken)}"
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


def without_time(question: str, period: Period) -> str:
    """Return a question without the words of its time, and of the meeting that was then."""
    meeting = r"(?:\s+(?:på|ved|fra|at|of|from)\s+(?:mødet|the\s+meeting))?(?:\s+(?:den|on|of))?"
    return re.sub(rf"{meeting}\s+{re.escape(period.words)}", "", question, count=1)
