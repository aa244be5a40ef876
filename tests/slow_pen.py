"""A model that writes one sentence each time it is let, of whatever it is shown."""

import threading
from collections.abc import Callable, Generator, Sequence

from bot.asked import Asked
from bot.models.calls import Call
from bot.models.model import Failure, Message, ModelFailed
from bot.replies import Reply
from bot.writing.reading.rereading import Asking, Rereading
from bot.writing.writer import Told, Writer
from tests.prose_papers import glossary

LIE = "Parken har 40 bænke [1]."


class SlowPen:
    """Writes what is scripted, a sentence at a time."""

    name = "skrivekarl"

    def __init__(
        self, *sentences: str, failure: Failure | None = None, at_once: int = 2, free: bool = False
    ) -> None:
        """Take the sentences, how it fails after them, and whether it waits for nothing."""
        self.at_once = at_once
        self.begun = 0
        """Texts."""
        self.ended = 0
        self._sentences = sentences
        self._failure = failure
        self._free = free
        self._may = threading.Semaphore(0)

    def let(self, sentences: int = 1) -> None:
        """Let it write on."""
        self._may.release(sentences)

    def stream(self, messages: Sequence[Message], purpose: str) -> Generator[str]:
        """Yield a sentence when it is let, with the word that begins the next."""
        assert messages
        assert purpose
        rest = ""
        for at, sentence in enumerate(self._sentences):
            self._wait()
            following = " ".join(self._sentences[at + 1 : at + 2]).partition(" ")[0]
            yield f"{sentence.removeprefix(rest)} {following}"
            rest = following
        self._wait()
        if self._failure is not None:
            raise ModelFailed(self._failure, "Nej.")

    def read(self, asked: Asked, quoted: Reply, archive: Asking) -> Reply:
        return Rereading(self, glossary()).reply(asked, quoted, archive)

    def write(self, quoted: Reply, told: Told = lambda _: None) -> Reply:
        self.begun += 1
        try:
            return Writer(self, glossary()).write(quoted, told)
        finally:
            self.ended += 1

    def tell(self, listener: Callable[[Call], None]) -> None:
        assert callable(listener)

    def close(self) -> None:
        """Nothing was opened."""

    def _wait(self) -> None:
        if not self._free:
            self._may.acquire(timeout=20)
