"""A message that was not understood, read once more by a model, and asked again as it read it.

The model tells nothing: what it makes of a message is a question, held against the words of the
message, and the archive answers it as any other. Where it does not, all stays as it was.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Protocol

from bot.asked import Asked
from bot.conversation.turns import Turn
from bot.models.model import Model
from bot.questions.question import understand
from bot.replies import Reply, ReplyKind
from bot.writing.checking.faults import Misreading
from bot.writing.reading.expansion import Expansion
from bot.writing.reading.readings import Reading
from bot.writing.reading.rewriting import Rewriting
from index.archive import Views
from index.danish.glossary import Glossary


class Asking(Protocol):
    """The archive, for whoever asks it again."""

    @property
    def reply(self) -> Callable[[Asked], Reply]:
        """Answer a question."""
        ...

    @property
    def views(self) -> Views:
        """Open the archive for some audiences."""
        ...


def may_be_reread(reply: Reply, after: Turn | None = None) -> bool:
    """Tell whether a model may make more of what was asked: it was not understood, or not found.

    `after`: the turn before it, in a thread.
    """
    not_found = reply.kind is ReplyKind.NOT_FOUND
    return reply.asks_back or (not_found and (reply.language == "en" or after is not None))


class Rereading:
    """Reads with a model what the rules could not. Safe to use from several threads."""

    def __init__(
        self, model: Model, glossary: Glossary, today: Callable[[], date] = date.today
    ) -> None:
        """Take the model, the glossary, and the clock."""
        self._glossary = glossary
        self._today = today
        self._rewriting = Rewriting(model, glossary)
        self._expansion = Expansion(model, glossary)

    def reply(self, asked: Asked, quoted: Reply, archive: Asking) -> Reply:
        """Return the reply to what a model read, where it states something; else `quoted`.

        Raises:
            ReferentError: The index cannot be read. A model that fails is no error.
        """
        reading = self._reading(asked, quoted, archive)
        if reading is None:
            return quoted
        for restated in reading.restated:
            question = restated.question
            again = replace(asked, text=question, after=None, language=quoted.language)
            reply = archive.reply(again)
            if restated.is_answered_by(reply):
                return replace(
                    reply,
                    question=quoted.question,
                    understood_as=question,
                    elapsed_ms=quoted.elapsed_ms + reply.elapsed_ms,
                    is_surely_meant=quoted.is_surely_meant,
                    reread=replace(reading.told, taken=True),
                )
        told = reading.told
        if reading.restated:
            told = replace(told, fault=Misreading.UNANSWERED.value)
        return replace(quoted, reread=told)

    def _reading(self, asked: Asked, quoted: Reply, archive: Asking) -> Reading | None:
        if not may_be_reread(quoted, asked.after):
            return None
        if quoted.asks_back and asked.after is None:
            return None
        with archive.views(asked.audiences) as view:
            if asked.after is not None:
                language, on = quoted.language, asked.on or self._today()
                message = understand(replace(asked, after=None), view, self._glossary, on)
                return self._rewriting.read(message, asked.after, language, view)
            return self._expansion.read(quoted.understood_as or asked.words, view)
