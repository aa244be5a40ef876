"""Who held an office before the one who was told of: "who was it before her?"."""

import re

from bot.conversation.exchanges import moved
from bot.conversation.readings import Archive, Full
from bot.conversation.turns import Turn
from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.replies import Language
from index.danish.days import format_date
from index.danish.folding import fold
from index.danish.words import folded_words


def of_who_was_before(asked: Question, turn: Turn, archive: Archive) -> Full | None:
    """Return the question before, of the time before the one who holds the office now.

    `None` where no office was asked about, or the papers know of nobody else.
    """
    if pattern("asks_who_before").search(fold(asked.text)) is None:
        return None
    before = archive.read(turn.question)
    held = archive.held_before(before, turn.body)
    if held is None:
        return None
    time = archive.read(f"{_BEFORE[before.read_as]} {format_date(held.until, before.read_as)}")
    told = moved(before, time, archive.read)
    if told is None:
        return None
    told = _IS.sub(lambda found: f"{found['who']} {_WAS[before.read_as]}", told)
    # A sentence that names another holder first is none of who it was before.
    return Full(told, said=tuple(folded_words(held.name))[-1:], is_certain=True)


def of_who_is_now(question: str) -> str:
    """Return a question of who held an office before, asked of who holds it.

    "And the vice-chair?" goes on from the office; the day was never typed.
    """
    then = _THEN.fullmatch(question)
    return f"{then['who']} {_NOW[then['was'].lower()]}{then['office']}?" if then else question


_THEN = re.compile(
    r"(?P<who>hvem|who) (?P<was>var|was)(?P<office> .+) (?:før den|before) \d[^?]*\?", re.IGNORECASE
)
_NOW = {"var": "er", "was": "is"}
_BEFORE: dict[Language, str] = {"da": "før den", "en": "before"}
_WAS: dict[Language, str] = {"da": "var", "en": "was"}
_IS = re.compile(r"^(?P<who>(?:(?:og|and) )?(?:hvem|who)) (?:er|is)\b", re.IGNORECASE)
