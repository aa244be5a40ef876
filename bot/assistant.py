"""A question in, a cited reply out: the whole story of an answer, on one screen."""

from dataclasses import dataclass
from datetime import date

from bot.replies import Language
from index.documents import OPEN


@dataclass(frozen=True, slots=True)
class Asked:
    """What a surface hands over."""

    text: str
    on: date | None = None
    """The day the question is asked; `None` is today."""
    audiences: frozenset[str] = frozenset({OPEN})
    """Who may see the answer. Without a named audience: everyone, so open passages only."""
    language: Language | None = None
    """`None`: the language of the question."""
