"""An assistant whose replies a model writes as well."""

from collections.abc import Callable, Sequence

from bot.asked import Asked
from bot.conversation.said_before import leaning_on
from bot.replies import Reply
from bot.writing.writer import Told


class WritingAssistant:
    """Answers by quoting, and has a model write above the quotations."""

    def __init__(
        self,
        quoted: Callable[[Asked], Reply],
        write: Callable[[Reply, Told], Reply],
        read: Callable[[Asked, Reply], Reply] = lambda _, reply: reply,
    ) -> None:
        """Take what answers by quoting, what writes above that, and what reads the rest again.

        `read` gets a question with its quoted reply, and returns the reply to what a model made of
        a question that was not understood.
        """
        self._quoted = quoted
        self._write = write
        self._read = read

    def reply(self, asked: Asked, told: Told = lambda _: None) -> Reply:
        """Answer a question, or say which kind of no it is.

        Raises:
            ReferentError: The index cannot be read. A model that fails is no error.
        """
        return self._write(self._read(asked, self._quoted(asked)), told)

    def in_thread(self, asked: Asked, said: Sequence[str]) -> Asked:
        """Return a question that may lean on what was asked before it, oldest first.

        Raises:
            ReferentError: The index cannot be read.
        """
        return leaning_on(asked, said, self._quoted)
