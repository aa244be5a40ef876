"""One attempt to have a text written: what is heard of it, and how it fails."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.models.model import Failure, Message, ModelFailed
from bot.models.patience import Patience


class AttemptFailed(ModelFailed):
    """An attempt failed at the server, or on the way to it."""

    def __init__(
        self,
        reason: Failure,
        sentence: str,
        *,
        again: bool = False,
        after: float = 0,
        of_text: bool = False,
    ) -> None:
        """Say how it failed.

        Args:
            reason: How.
            sentence: For people; of the server's words only what is known to hold no secret.
            again: Whether another attempt may do better.
            after: Seconds that the server asks to be left alone.
            of_text: Whether it lies in what was asked, so that the next text may go well.
        """
        super().__init__(reason, sentence)
        self.again = again
        self.after = after
        self.of_text = of_text


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens that a text cost."""

    read: int
    written: int
    estimated: bool = False
    """Whether the server told none."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A sign of life of a model."""

    text: str = ""
    thought: int = 0
    """Characters that it wrote to itself; they are no text, and cost as much."""
    usage: Usage | None = None


class Endpoint(Protocol):
    """Where a model is."""

    @property
    def name(self) -> str:
        """What the endpoint calls it."""
        ...

    def ready(self) -> None:
        """Load what an attempt needs, which takes a second the first time, and none of the model's.

        To be called before the first attempt.
        """
        ...

    def attempt(self, messages: Sequence[Message], patience: Patience) -> Generator[Heard]:
        """Have a text written once; the first sign comes when the server has taken it on.

        Raises:
            ModelFailed: It could not be, or not to the end.
        """
        ...
