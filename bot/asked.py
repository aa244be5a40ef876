"""What a surface hands over: a question with who asks it, and when."""

from dataclasses import dataclass
from datetime import date

from bot.replies import Language
from index.documents import OPEN


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it came in."""

    text: str
    on: date | None = None
    """The day on which it is asked: later papers had not been written. `None` is today."""
    audiences: frozenset[str] = frozenset({OPEN})
    """Who may see the answer. Without a named audience: everyone, so open passages only."""
    language: Language | None = None
    """Of the reply, whatever language the question is in; `None`: that of the question."""
