"""What became of an agenda item: the values."""

from dataclasses import dataclass
from enum import StrEnum

from index.spans import Span


class Outcome(StrEnum):
    """What became of an item; the value is what the reply contract prints."""

    APPROVED = "approved"
    APPROVED_WITH_CHANGE = "approved_with_change"
    """Approved with a change or a reservation ("idet …")."""
    RECOMMENDED = "recommended"
    """Passed on with a recommendation to the body that decides (*anbefales*)."""
    DISCUSSED = "discussed"
    NOTED = "noted"
    """*Taget til efterretning*, *til orientering*."""
    DEFERRED = "deferred"
    """*Udsat*."""
    SENT_BACK = "sent_back"
    """Sent back, or withdrawn from the agenda."""
    REJECTED = "rejected"
    VOTE = "vote"
    UNCLASSIFIED = "unclassified"
    """Words stand there, of a phrasing that the rules do not know. Never guessed."""
    NONE = "none"
    """No decision is recorded."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What was recommended and decided on one item. The words stand beside the class, always."""

    item: int
    recommendation: tuple[Span, ...]
    """One an *at*-clause, or one for the whole when it has no such clauses."""
    words: tuple[Span, ...]
    """The decision, a span a paragraph; empty when none is recorded."""
    outcome: Outcome
    authority: Span | None
    """"Sagen afgøres af …"."""
