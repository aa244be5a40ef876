"""What lies in the inbox: a question as it came in, and how far it has come.

::

    accepted ──► posting ──► answered
        ▲           │    └─► apologised
        └───────────┘        abandoned      neither was possible; it stands in the log
         nothing was posted

Nothing here shows a payload or a key when it is printed: they are people's words and traces.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum


class State(StrEnum):
    """How far a question has come."""

    ACCEPTED = "accepted"
    """It is to be answered; nothing was posted."""
    POSTING = "posting"
    """Something is being posted; after a crash only the surface can see whether it was."""
    ANSWERED = "answered"
    APOLOGISED = "apologised"
    ABANDONED = "abandoned"
    """Neither an answer nor an apology could be posted."""

    @property
    def is_open(self) -> bool:
        """Whether something is still owed."""
        return self in {State.ACCEPTED, State.POSTING}


@dataclass(frozen=True, slots=True)
class Incoming:
    """A question as a surface received it.

    Raises:
        ValueError: No surface, no key, an empty key, or a time without a zone.
    """

    surface: str
    """Which surface can answer it: "slack", "teams"."""
    keys: tuple[str, ...] = field(repr=False)
    """Any of them seen before on this surface makes it a duplicate: event id, channel and time."""
    payload: bytes = field(repr=False)
    """All that the surface needs to answer it."""
    received: datetime

    def __post_init__(self) -> None:
        if not self.surface:
            raise ValueError("A question comes from a surface with a name.")
        if not self.keys or not all(self.keys):
            raise ValueError("A question has at least one key, and none that is empty.")
        if self.received.tzinfo is None:
            raise ValueError("The time at which a question was received needs a zone.")


@dataclass(frozen=True, slots=True)
class Question:
    """A question that was accepted."""

    id: str
    """Short enough to be read out: the reference that people are given. It opens nothing."""
    surface: str
    payload: bytes | None = field(repr=False)
    """`None` once it was forgotten, which happens to no question that is open."""
    received: datetime
    state: State
    attempts: int
    """How often somebody has begun to answer it."""
    not_before: datetime
    """When it may next be taken up."""
    reference: str | None = None
    """Of the last failure, as it stands in the log."""
    where: bytes | None = field(default=None, repr=False)
    """Where the answer or apology stands, as the surface understands it."""
    ended: datetime | None = None
    """When it was answered, apologised for or abandoned."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What the inbox owes."""

    waiting: int
    """Accepted, and nobody is at it."""
    at_work: int
    """Somebody is at it, and nothing is being posted yet."""
    posting: int
    """Being posted, or interrupted while it was."""
    abandoned: int
    """Neither answered nor apologised for, and not forgotten yet."""
    oldest: datetime | None
    """When the oldest of those that are owed was received; `None`: nothing is owed."""

    def longest_wait(self, now: datetime) -> timedelta:
        """Return how long the oldest has been waiting; nothing where nothing is owed."""
        return max(now - self.oldest, timedelta()) if self.oldest else timedelta()


def utc_now() -> datetime:
    """Return the time of day, the only clock of the inbox."""
    return datetime.now(UTC)
