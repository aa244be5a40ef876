"""What the answer to "what do you mean?" asks: what was asked back, of what is named now."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.conversation.leaning import leaning
from bot.conversation.naming import asks_something, leads_in, own_words
from bot.conversation.openings import behind
from bot.conversation.turns import Turn
from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.replies import Language
from index.danish.folding import fold


@dataclass(frozen=True, slots=True)
class Clarified:
    """What was asked back, asked in full."""

    question: str
    named: Question
    """What names the matter, which what answers it must hold."""


def clarified(asked: Question, turn: Turn, read: Callable[[str], Question]) -> Clarified | None:
    """Return the question that was asked back, of the matter that a message names now.

    "Sorry, the renovation of the pier" below "who voted against?" asks who voted against that.
    `None` where nothing was asked back, or the message asks something itself.

    Args:
        asked: The message, read by itself.
        turn: The turn before it.
        read: Reads a question.
    """
    if not turn.unanswered or turn.withheld:
        return None
    folded = fold(asked.text).strip()
    if pattern("follow_up").match(folded):
        return None  # "and the pier?" goes on from what was answered
    opening = pattern("correction").match(folded)
    rest = (behind(asked.text, opening[0]) if opening else asked.text).strip(" ?.!,")
    named = read(rest)
    own = own_words(named)
    if asks_something(named) or not own or leaning(named).says_it:
        return None  # "gav den overskud" asks something, by a verb that no list knows
    back = turn.unanswered.rstrip(" ?.!")
    told, found = _IT.subn(lambda _: rest, back, count=1)
    if found and not leads_in(named, own):
        return Clarified(f"{told}?", named)
    bare = leads_in(named, own) or _AGAINST.search(back)
    on = "" if bare else f"{_ON[read(back).read_as]} "
    return Clarified(f"{back} {on}{rest}?", named)


_IT = re.compile(r"\b(?:it|that|det|den)\b(?! \w+(?:en|et)\b)", re.IGNORECASE)
_AGAINST = re.compile(r"\b(?:i?mod|against)$", re.IGNORECASE)
_ON: dict[Language, str] = {"da": "om", "en": "on"}
