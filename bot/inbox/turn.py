"""One question from being taken up to being answered, apologised for, or put back."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.inbox.errors import ClaimLost
from bot.inbox.ledger import Ledger
from bot.inbox.questions import Question, State
from bot.inbox.store import Inbox
from bot.inbox.surfaces import Posted, Refused, RetryLater, Surface
from bot.incidents import log_course, log_end, log_incident
from index.errors import ReferentError


@dataclass(frozen=True, slots=True)
class Patience:
    """How long and how often something is tried."""

    attempts: int = 6
    """To answer; then as often to apologise, and then the question is abandoned."""
    first: timedelta = timedelta(seconds=2)
    """The pause after the first failure; each further one is twice as long."""
    longest: timedelta = timedelta(minutes=5)
    """Of the pauses of our own; one that a surface was told to make may be longer."""
    answer: timedelta = timedelta(minutes=5)
    """For one call of a surface; then it counts as failed."""

    def pause(self, attempts: int) -> timedelta:
        """Return how long to wait after so many attempts."""
        return min(self.first * (1 << min(attempts - 1, 20)), self.longest)


class Turn:
    """One attempt at one question that was claimed."""

    def __init__(
        self, question: Question, surface: Surface, ledger: Ledger, patience: Patience
    ) -> None:
        self._question = question
        self._surface = surface
        self._ledger = ledger
        self._patience = patience

    async def take(self) -> None:
        """Answer, apologise, or put it back; raises nothing but being cancelled."""
        try:
            try:
                await self._try()
            except ClaimLost as error:
                log_incident(f"{self._name} is not ours any more", error)
            except Exception as error:  # one answer must not stop others: logged, tried again
                await self._put_back(error)
        except asyncio.CancelledError:
            await self._release()
            raise

    async def _try(self) -> None:
        limit = self._patience.attempts
        if self._question.attempts > 2 * limit:
            # Whoever was at it ended with its process each time.
            await self._abandon(log_end(f"{self._name} ended every process that was at it"))
        elif self._question.state is State.POSTING and (posted := await self._look_up()):
            await self._end(posted)
        elif self._question.attempts > limit:
            await self._apologise()
        else:
            await self._answer()

    async def _answer(self) -> None:
        answering = self._surface.answer(self._question, self._posting)
        try:
            posted = await asyncio.wait_for(answering, self._seconds)
        except Refused as refused:
            reference = log_incident(f"{self._name} cannot be answered", refused)
            if self._question.state is State.POSTING:
                await self._change(Inbox.unposted)
            self._question = replace(self._question, reference=reference)
            await self._apologise()
        else:
            await self._end(posted)

    async def _look_up(self) -> Posted | None:
        try:
            posted = await asyncio.wait_for(self._surface.look_up(self._question), self._seconds)
        except RetryLater as later:
            # Whoever may not look now knows nothing of what was posted before, whatever they say.
            later.nothing_posted = False
            raise
        if posted is None:
            await self._change(Inbox.unposted)
        return posted

    async def _apologise(self) -> None:
        reference = self._question.reference or log_end(f"{self._name} is given up")
        await self._posting()
        apologising = self._surface.apologise(self._question, reference)
        posted = await asyncio.wait_for(apologising, self._seconds)
        await self._end(replace(posted, apology=True))

    async def _end(self, posted: Posted) -> None:
        end = Inbox.apologised if posted.apology else Inbox.answered
        ended = await self._ledger.insist(end, self._question, posted.where)
        assert ended.ended is not None
        waited = (ended.ended - ended.received).total_seconds()
        log_course(f"{self._name} {ended.state} after {waited:.2f} s, attempt {ended.attempts}")

    async def _put_back(self, error: Exception) -> None:
        """Have it tried again later, or end it where that has been tried often enough."""
        attempts, limit = self._question.attempts, self._patience.attempts
        # To be told to wait is in the order of things, however often it may not happen.
        level = logging.WARNING if isinstance(error, RetryLater) else logging.ERROR
        reference = log_incident(f"{self._name}, attempt {attempts}", error, level=level)
        at_least = timedelta()
        if isinstance(error, RetryLater):
            at_least = error.after
            if error.nothing_posted and self._question.state is State.POSTING:
                self._question = await self._ledger.insist(Inbox.unposted, self._question)
            if not error.counts:
                await self._ledger.insist(Inbox.release, self._question, error.after)
                return
        if attempts >= 2 * limit:
            await self._abandon(reference)
            return
        # After the last attempt the asker has waited long enough for an apology.
        own = timedelta() if attempts == limit else self._patience.pause(attempts)
        await self._ledger.insist(Inbox.retry, self._question, max(own, at_least), reference)

    async def _abandon(self, reference: str) -> None:
        await self._ledger.insist(Inbox.abandon, self._question, reference)
        log_end(f"{self._name} is abandoned: neither answered nor apologised for", reference)

    async def _release(self) -> None:
        try:
            await self._ledger.run(Inbox.release, self._question)
        except ClaimLost:
            pass  # it was ended while we were being stopped
        except ReferentError as error:
            # It is free again as soon as the inbox is closed.
            log_incident(f"{self._name} could not be given back", error, told=True)

    async def _posting(self) -> None:
        await self._change(Inbox.posting)

    async def _change(self, call: Callable[[Inbox, Question], Question]) -> None:
        """Change the question on disk and here, both or neither, even if we are being stopped."""
        change = asyncio.ensure_future(self._ledger.run(call, self._question))
        try:
            self._question = await asyncio.shield(change)
        except asyncio.CancelledError:
            self._question = await change
            raise

    @property
    def _name(self) -> str:
        return f"question {self._question.id} ({self._question.surface})"

    @property
    def _seconds(self) -> float:
        return self._patience.answer.total_seconds()
