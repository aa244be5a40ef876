"""A question with what was said before it, for whoever keeps no thread: a shell, a program."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.asked import Asked
from bot.conversation.turns import Turn, turn_of
from bot.replies import Reply

MOST_BEFORE = 3
"""Questions that the next may lean on, where nobody keeps the thread: each is answered anew."""


def leaning_on(asked: Asked, said: Sequence[str], reply: Callable[[Asked], Reply]) -> Asked:
    """Return a question that may lean on what was asked before it.

    Args:
        asked: The question.
        said: Those questions, oldest first, as they were asked. They are answered anew, for the
            same readers: the question leans on nothing that these may not read.
        reply: What answers them.
    """
    turn: Turn | None = None
    for words in said:
        turn = turn_of(reply(replace(asked, text=words, language=None, after=turn)), turn)
    return replace(asked, after=turn) if turn else asked
