"""An assistant whose replies a model writes as well."""

from collections.abc import Callable

from bot.asked import Asked
from bot.replies import Reply
from bot.writing.writer import Told, Writer


class WritingAssistant:
    """Answers by quoting, and has a model write above the quotations."""

    def __init__(self, quoted: Callable[[Asked], Reply], writer: Writer) -> None:
        """Take what answers by quoting, and the writer."""
        self._quoted = quoted
        self._writer = writer

    def reply(self, asked: Asked, told: Told = lambda _: None) -> Reply:
        """Answer a question, or say which kind of no it is.

        Raises:
            ReferentError: The index cannot be read. A model that fails is no error.
        """
        return self._writer.write(self._quoted(asked), told)
