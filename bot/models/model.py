"""What a language model is to the rest of the bot: messages in, pieces of text out, or one failure.

::

    ReferentError
    └── ModelFailed    `reason` says how; the sentence holds no key and nothing of what was sent
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, Protocol

from index.errors import ReferentError


class Failure(StrEnum):
    """Why a model did not write, or not to the end."""

    DOWN = "down"
    """No connection, or the server failed (5xx)."""
    SLOW = "slow"
    """A time limit ran out: before the first words, between two pieces, or of the whole."""
    CUT = "cut"
    """What came ended before its end."""
    EMPTY = "empty"
    """It ended well and held no text."""
    REFUSED = "refused"
    """The server does not do it for us: a wrong key, an unknown model, a filter."""
    GARBLED = "garbled"
    """What came is not what such a server says: a web page, broken JSON, a redirect."""
    TOO_LONG = "too_long"
    """More bytes, characters or tokens than it may; what came before can be used."""
    OVER_BUDGET = "over_budget"
    """What may be spent today is spent."""
    RESTING = "resting"
    """It failed several times; it is tried again in a while."""
    BUSY = "busy"
    """As many calls as may run at once do, here or at the server (429)."""
    UNCOUNTED = "uncounted"
    """What is spent cannot be read or written, and there is a limit on it."""


class ModelFailed(ReferentError):
    """A model did not write, or not to the end."""

    def __init__(self, reason: Failure, sentence: str) -> None:
        super().__init__(sentence)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Message:
    """What a model is told."""

    role: Literal["system", "user"]
    text: str = field(repr=False)


class Model(Protocol):
    """Writes text. Safe to use from several threads."""

    @property
    def name(self) -> str:
        """What the endpoint calls it."""
        ...

    def stream(self, messages: Sequence[Message], purpose: str) -> Generator[str]:
        """Yield pieces of text as they come, none of them empty.

        Whoever stops early closes it, which closes the connection; what was used by then is
        counted.

        Args:
            messages: What it is told.
            purpose: What the text is for ("answer", "rewrite"), for the figures; a fixed word.

        Raises:
            ModelFailed: Before the first piece, or after some have come.
        """
        ...
