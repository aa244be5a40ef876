"""What a surface hands over: a question with who asks it, and when."""

from dataclasses import dataclass
from datetime import date

from bot.replies import Language
from index.documents import OPEN
from index.errors import UsageError

FIRST_DAY, LAST_DAY = date(1000, 1, 1), date(2999, 12, 31)
"""Between them a question may be asked: from there, every "yesterday" and "in the past 999 years"
is a day that a calendar has."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it came in.

    Raises:
        UsageError: It is asked on a day that is none of ours.
    """

    text: str
    on: date | None = None
    """The day on which it is asked: later papers had not been written. `None` is today."""
    audiences: frozenset[str] = frozenset({OPEN})
    """Who may see the answer. Without a named audience: everyone, so open passages only."""
    language: Language | None = None
    """Of the reply, whatever language the question is in; `None`: that of the question."""

    def __post_init__(self) -> None:
        if self.on is not None and not FIRST_DAY <= self.on <= LAST_DAY:
            raise UsageError(
                f"The day of a question must lie between {FIRST_DAY} and {LAST_DAY}, and {self.on} "
                "does not."
            )
