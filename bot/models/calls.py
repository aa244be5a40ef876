"""What a call of a model came to: for the figures, and for what is spent."""

from dataclasses import dataclass
from enum import StrEnum

from bot.models.attempts import Heard, Usage
from bot.models.model import Failure

_BYTES_A_TOKEN = 3
"""In Danish, of the vocabularies in use; English has four. More tokens than there are is safer."""


class End(StrEnum):
    """How a call ended that did not fail."""

    WRITTEN = "written"
    STOPPED = "stopped"
    """Whoever read it had enough."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call, with all its attempts."""

    model: str
    purpose: str
    end: End | Failure
    usage: Usage
    seconds: float
    first_seconds: float | None = None
    """Until the first piece of text; `None` where none came."""


def estimated(text: str) -> int:
    """Return the tokens that a text is likely to have, rather too many."""
    return -(-len(text.encode("utf-8", "replace")) // _BYTES_A_TOKEN)


class Meter:
    """Adds up what the attempts of a call use."""

    def __init__(self, asked: int) -> None:
        """Take the tokens of what the model is told, as estimated."""
        self._asked = asked
        self._before = Usage(0, 0)
        self._begun = False
        self._written = 0
        self._told: Usage | None = None

    def next_attempt(self) -> None:
        """Begin to count another attempt."""
        self._before = self.usage
        self._begun, self._written, self._told = False, 0, None

    def heard(self, sign: Heard) -> None:
        """Count a sign of life. A server that refuses counts nothing, and gives none."""
        self._begun = True
        # A piece is a token at least.
        self._written += estimated(sign.text) + -(-sign.thought // _BYTES_A_TOKEN)
        self._told = sign.usage or self._told

    @property
    def usage(self) -> Usage:
        """What all attempts used; estimated, where a server did not tell of each."""
        now = self._told or Usage(self._asked, self._written, estimated=True)
        if not self._begun:
            return self._before
        return Usage(
            self._before.read + now.read,
            self._before.written + now.written,
            self._before.estimated or now.estimated,
        )
