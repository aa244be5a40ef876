"""How it is now, below how it was: "og nu?" after "who chaired it in 2021?"."""

import re

from bot.conversation.places import at_the_place, before_the_place, without_time
from bot.conversation.readings import Archive, Full
from bot.conversation.turns import Turn
from bot.questions.question import Question
from index.danish.folding import fold

_NOW = re.compile(
    r"(?:hvad (?:saa )?)?(?:nu|i dag|for tiden|lige nu|now|today|currently|these days)(?: saa)?"
)
_WAS = tuple(
    (re.compile(rf"\b{was}\b"), is_) for was, is_ in (("var", "er"), ("was", "is"), ("were", "are"))
)


def of_now(asked: Question, turn: Turn, archive: Archive) -> Full | None:
    """Return the question before, of no time: of a matter, at its newest item.

    `None` where something else is asked, or nothing was asked of any time.
    """
    if _NOW.fullmatch(fold(asked.text).strip(" ?.!,")) is None:
        return None
    text = before_the_place(turn.question) or turn.question
    before = archive.read(text)
    if before.period is not None:
        text = without_time(text, before.period)
    for was, is_ in _WAS:
        text = was.sub(is_, text, count=1)
    if before.people is not None or turn.item is None:
        if before.period is None or before.period.words in text:
            return None
        return Full(f"{text.rstrip(' ?.!')}?", body=turn.body, is_certain=True)
    newest = [step.place for step in archive.steps(turn)]
    if not newest or newest[0].day == turn.day:
        return None
    told = at_the_place(text, newest[0], before.read_as, with_item=True)
    return Full(told, newest[0], is_certain=True) if told is not None else None
