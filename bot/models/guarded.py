"""A model that keeps to its limits: attempts, rest, how many at once, and what may be spent."""

import random
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing

from bot.models.attempts import AttemptFailed, Endpoint
from bot.models.breaker import Breaker
from bot.models.calls import Call, End, Meter, estimated
from bot.models.model import Failure, Message, ModelFailed
from bot.models.patience import Patience
from bot.models.slots import Slots
from bot.models.spending import Hold, Spending
from bot.models.thinking import Thinking
from index.writer_settings import Writer

BACK_OFF = 0.5
"""Seconds before the second attempt; twice as many before the third and last. Up to half of it is
left to chance, so that those who failed together do not come back together."""
CHARACTERS_A_TOKEN = 12
"""No vocabulary in use has longer ones on average; a server that heeds no limit is stopped here."""
_AROUND_A_MESSAGE = 8
"""Tokens that a message costs beside its text."""


class GuardedModel:
    """Writes, or fails in time. Safe to use from several threads."""

    def __init__(
        self,
        endpoint: Endpoint,
        writer: Writer,
        spending: Spending,
        *,
        breaker: Breaker | None = None,
        slots: Slots | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Take where the model is, its limits, and the account of what is spent."""
        self.name = endpoint.name
        self.spending = spending
        self._endpoint = endpoint
        self._writer = writer
        self._breaker = breaker or Breaker()
        self._slots = slots or Slots(writer.at_once)
        self._sleep = sleep
        self._listeners: list[Callable[[Call], None]] = []

    def tell(self, listener: Callable[[Call], None]) -> None:
        """Let somebody know of every call from now on."""
        self._listeners.append(listener)

    def stream(self, messages: Sequence[Message], purpose: str) -> Generator[str]:
        """Yield pieces of text as they come, none of them empty.

        Raises:
            ModelFailed: Before the first piece, or after some have come.
        """
        asked = sum(estimated(message.text) + _AROUND_A_MESSAGE for message in messages)
        meter = Meter(asked)
        self._endpoint.ready()
        begun, first, held = time.monotonic(), None, None
        end: End | Failure = End.STOPPED
        try:
            with self._breaker.guarding(), self._slots.one():
                held = self.spending.hold(asked, self._writer.max_tokens)
                for piece in self._attempts(messages, meter):
                    first = time.monotonic() - begun if first is None else first
                    yield piece
            end = End.WRITTEN
        except ModelFailed as error:
            end = error.reason
            raise
        finally:
            seconds = time.monotonic() - begun
            self._told(Call(self.name, purpose, end, meter.usage, seconds, first), held)

    def _attempts(self, messages: Sequence[Message], meter: Meter) -> Iterator[str]:
        """Yield the text of the first attempt of which some comes."""
        patience = Patience(self._writer.seconds, self._writer.first_seconds)
        for pause in (BACK_OFF, 2 * BACK_OFF, None):
            begun = False
            meter.next_attempt()
            try:
                for piece in self._attempt(messages, meter, patience):
                    begun = True
                    yield piece
            except AttemptFailed as error:
                if begun or not error.again or pause is None:
                    raise
                wait = max(error.after, pause * random.uniform(0.5, 1))  # noqa: S311 - no secret
                if wait >= patience.remaining():
                    raise
                self._sleep(wait)
            else:
                return

    def _attempt(
        self, messages: Sequence[Message], meter: Meter, patience: Patience
    ) -> Iterator[str]:
        """Yield the text of one attempt, from its first letter on."""
        thinking = Thinking()
        size = 0
        with closing(self._endpoint.attempt(messages, patience)) as signs:
            for sign in signs:
                meter.heard(sign)
                text = thinking.without(sign.text)
                if piece := text if size else text.lstrip():
                    size += len(piece)
                    if size > CHARACTERS_A_TOKEN * self._writer.max_tokens:
                        raise AttemptFailed(Failure.TOO_LONG, "The model wrote without an end.")
                    yield piece
        if rest := thinking.rest():
            yield rest
        elif not size:
            raise AttemptFailed(Failure.EMPTY, "The model wrote nothing.")

    def _told(self, call: Call, held: Hold | None) -> None:
        """Let the account know of a call, and whoever wants to."""
        self.spending.settle(held, call)
        for listener in self._listeners:
            listener(call)

    def close(self) -> None:
        """Let go of the account."""
        self.spending.close()
