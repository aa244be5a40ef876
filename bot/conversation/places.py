"""The place of the last answer, in words that a question ends with."""

from bot.conversation.turns import Turn
from bot.replies import Language
from index.danish.dates import format_date

IN = {"da": "i", "en": "in"}
_ON = {"da": "den", "en": "on"}
# "under punkt 4" is how both languages speak of an agenda; and the word names no matter.
_UNDER = " under “{}”"


def at_the_place(words: str, turn: Turn, spoken: Language, *, with_item: bool) -> str | None:
    """Return a question of the item, or of the meeting, that the answer before rested on.

    `None` where the answer rested on none.
    """
    item = turn.item if with_item else None
    if item is None and (turn.body is None or turn.day is None):
        return None
    about = _UNDER.format(item) if item is not None else ""
    body = f" {IN[spoken]} {turn.body}" if turn.body is not None else ""
    day = f" {_ON[spoken]} {format_date(turn.day, spoken)}" if turn.day is not None else ""
    return f"{words.strip().rstrip(' ?.!')}{about}{body}{day}?"


def before_the_place(question: str, turn: Turn) -> str | None:
    """Return a question without the item that it was asked of; `None` where it names none."""
    at = question.find(_UNDER.format(turn.item)) if turn.item is not None else -1
    return question[:at] if at >= 0 else None
