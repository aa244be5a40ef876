"""The place of the last answer, in words that a question ends with."""

import re

from bot.conversation.turns import Turn
from bot.questions.period_words import IN, ON
from bot.questions.times.period import Period
from bot.replies import Language
from index.danish.days import format_date

AND = {"da": "og", "en": "and"}
# "under punkt 4" is how both languages speak of an agenda; and the word names no matter.
_UNDER = " under “{}”"
_PLACE = re.compile(r" under “[^”]*”")


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
        day = f" {ON[spoken]} {format_date(turn.day, spoken)}"
    return f"{words.strip().rstrip(' ?.!')}{about}{body}{day}?"


def before_the_place(question: str) -> str | None:
    """Return a question without the item that it was asked of; `None` where it names none."""
    place = _PLACE.search(question)
    return question[: place.start()] if place else None


def is_placed(question: str) -> bool:
    """Tell whether a question was asked of an item by its title."""
    return _PLACE.search(question) is not None


def without_time(question: str, period: Period) -> str:
    """Return a question without the words of its time, and of the meeting that was then."""
    meeting = r"(?:\s+(?:på|ved|fra|at|of|from)\s+(?:mødet|the\s+meeting))?(?:\s+(?:den|on|of))?"
    return re.sub(rf"{meeting}\s+{re.escape(period.words)}", "", question, count=1)
