"""An inbox to be read by eye: a clock that is set by hand, and a surface that posts to a list."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from bot.inbox.questions import Incoming, Question
from bot.inbox.surfaces import Posted, Posting

MORNING = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


class HandClock:
    """Stands still until it is set on."""

    def __init__(self) -> None:
        self.now = MORNING

    def __call__(self) -> datetime:
        return self.now

    def passes(self, seconds: float) -> None:
        """Let time pass."""
        self.now += timedelta(seconds=seconds)


def asked(*keys: str, payload: bytes = b"hvad er satsen?", surface: str = "paper") -> Incoming:
    """Return a question with those keys."""
    return Incoming(surface, keys, payload, MORNING)


class PaperSurface:
    """Posts to a list; what happens on the way is given to it, attempt by attempt."""

    def __init__(self, *mishaps: Exception | None) -> None:
        self.mishaps = list(mishaps)
        self.before_posting: Callable[[Question], None] = lambda question: None
        self.answers: list[str] = []
        self.apologies: list[tuple[str, str]] = []
        self.lost_replies = 0
        """How many of the next posts arrive without the surface hearing of it."""
        self.looks = 0

    async def answer(self, question: Question, posting: Posting) -> Posted:
        self.before_posting(question)
        self._mishap()
        await posting()
        self.answers.append(question.id)
        self._lose_reply()
        return Posted(b"answer")

    async def look_up(self, question: Question) -> Posted | None:
        self.looks += 1
        if question.id in self.answers:
            return Posted(b"answer")
        if question.id in [id_ for id_, _ in self.apologies]:
            return Posted(b"apology", apology=True)
        return None

    async def apologise(self, question: Question, reference: str) -> Posted:
        self._mishap()
        self.apologies.append((question.id, reference))
        self._lose_reply()
        return Posted(b"apology")

    def _mishap(self) -> None:
        if self.mishaps and (mishap := self.mishaps.pop(0)):
            raise mishap

    def _lose_reply(self) -> None:
        if self.lost_replies:
            self.lost_replies -= 1
            raise ConnectionResetError
