"""What a model writes to itself before it writes to us: `<think>…</think>` is no text."""

import re
from dataclasses import dataclass, field

_OPENING, _CLOSING = "<think>", "</think>"
_TAG = re.compile(r"</?think>")


@dataclass(slots=True)
class Thinking:
    """Takes thoughts off a text that comes in pieces; a mark may be split over several."""

    _held: str = field(default="", init=False)
    _inside: bool = field(default=False, init=False)
    thought: int = field(default=0, init=False)
    """Characters taken off."""

    def without(self, piece: str) -> str:
        """Return what of a piece, and of what was held back, is text."""
        self._held += piece
        text = []
        while tag := _TAG.search(self._held):
            text.append(self._shown(self._held[: tag.start()]))
            self._inside = tag[0] == _OPENING
            self._held = self._held[tag.end() :]
        kept = _begun(self._held)
        text.append(self._shown(self._held[: len(self._held) - kept]))
        self._held = self._held[len(self._held) - kept :]
        return "".join(text)

    def rest(self) -> str:
        """Return what was held back, when no more comes."""
        held, self._held = self._held, ""
        return self._shown(held)

    def _shown(self, text: str) -> str:
        if not self._inside:
            return text
        self.thought += len(text)
        return ""


def _begun(text: str) -> int:
    """Return how many of the last characters may be the beginning of a mark."""
    for length in range(min(len(_CLOSING) - 1, len(text)), 0, -1):
        end = text[-length:]
        if _OPENING.startswith(end) or _CLOSING.startswith(end):
            return length
    return 0
