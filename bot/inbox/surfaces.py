"""What the desk asks of a surface, and how a surface says how it went."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Protocol

from bot.inbox.questions import Question

Posting = Callable[[], Awaitable[None]]
"""To be awaited right before something is posted: it notes on disk that it may be there."""


@dataclass(frozen=True, slots=True)
class Posted:
    """Something stands where the asker sees it."""

    where: bytes = field(repr=False)
    """As the surface understands it: channel and time of the message."""
    apology: bool = False
    """Whether it is the apology and not an answer; asked for by `look_up` only."""


class RetryLater(Exception):
    """Raised by a surface that cannot answer now, being told so or being cut off."""

    counts = True
    """Whether it was an attempt; a surface that is shut has not been tried, however often."""

    def __init__(self, after: timedelta = timedelta(), *, nothing_posted: bool = False) -> None:
        """Take the least time to wait, and whether it is certain that nothing was posted.

        A refusal (429) makes it certain; a connection that broke does not, and the surface is then
        asked to look before it posts again.
        """
        super().__init__(f"again after {after.total_seconds():.1f} s")
        self.after = after
        self.nothing_posted = nothing_posted


class Refused(Exception):
    """Raised by a surface that takes an answer neither now nor later; nothing stands there.

    Whoever asked is apologised to at once.
    """


class Surface(Protocol):
    """Where questions come from and answers go: Slack, Teams.

    Any method may raise `RetryLater`, and `answer` may raise `Refused`; whatever else they raise is
    logged and tried again as well. All may be called again after a crash.
    """

    async def answer(self, question: Question, posting: Posting) -> Posted:
        """Find an answer, await `posting()`, post it, and return where."""
        ...

    async def look_up(self, question: Question) -> Posted | None:
        """Tell whether the answer or apology of an interrupted posting is there."""
        ...

    async def apologise(self, question: Question, reference: str) -> Posted:
        """Post, once, that there will be no answer, with the reference of the failure."""
        ...
