"""How often a body meets: sentences that say it, where that is asked."""

import re

from bot.answers.sentences.evidence import Evidence
from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.questions.wanted import Wanted, holds
from index.danish.folding import fold


def asks_how_often_it_meets(question: Question) -> bool:
    """Tell whether it is asked how often a body meets."""
    return pattern("meets_how_often").search(fold(question.text)) is not None


def tells_how_often(words: str) -> bool:
    """Tell whether words say how often somebody meets."""
    told = _TAG.sub("", words)
    meets = pattern("tells_of_meeting").search(fold(told)) is not None
    return meets and holds(Wanted.FREQUENCY, told) > 0


_TAG = re.compile(r"</?\w[^<>]*>")
"""A mark of a web page that was left in its text."""


def of_meeting(question: Question, evidence: list[Evidence]) -> list[Evidence]:
    """Leave out what else comes at times, where it is asked how often a body meets.

    What a body decides on may be how often somebody else does.
    """
    if not asks_how_often_it_meets(question):
        return evidence
    told = [e for e in evidence if tells_how_often(e.words)]
    if not question.bodies:
        return told
    meets = pattern("tells_of_meeting")
    return [e for e in told if e.group.item is None or meets.search(fold(e.group.item.title))]
