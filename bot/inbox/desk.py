"""The desk: takes up what is due in the inbox and sees it through, some questions at once.

It is where a surface hands its questions in (`accept`), so that they are worked on at once.
"""

import asyncio
import time
from collections.abc import Mapping
from contextlib import suppress
from datetime import timedelta

from bot.inbox.ledger import Ledger
from bot.inbox.questions import Incoming, State, utc_now
from bot.inbox.store import Inbox
from bot.inbox.surfaces import Surface
from bot.inbox.turn import Patience, Turn
from bot.incidents import log_incident

AT_ONCE = 16
"""Most of which wait: for those that answer, who are few, or for the surface to take an answer."""
_BETWEEN_FORGETTING = 3600.0
"""Seconds."""


class Desk:
    """Works for all surfaces, in one event loop. The inbox must outlive it."""

    def __init__(
        self,
        inbox: Inbox,
        surfaces: Mapping[str, Surface],
        *,
        at_once: int = AT_ONCE,
        patience: Patience | None = None,
        poll: float = 1.0,
        kept_for: timedelta | None = None,
    ) -> None:
        """Take the surfaces by name; `poll` in seconds.

        `kept_for`: how long after its end what people wrote is kept; `None`: nothing is forgotten.
        """
        self._surfaces = surfaces
        self._ledger = Ledger(inbox)
        self._at_once = at_once
        self._patience = patience or Patience()
        self._poll = poll
        self._kept_for = kept_for
        self._forgot = -_BETWEEN_FORGETTING
        self._turns: set[asyncio.Task[None]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._woken = asyncio.Event()
        self._draining = False
        self._running: asyncio.Task[None] | None = None

    async def accept(self, incoming: Incoming) -> str | None:
        """Keep a question and have it taken up; return its id, or `None` for a duplicate.

        It is on the disk when this returns: acknowledge it then, and not if this raises.

        Raises:
            ReferentError: It could not be kept.
        """
        id_ = await self._ledger.accept(incoming)
        if id_ is not None:
            self._woken.set()
        return id_

    async def hurry(self, surface: str) -> None:
        """Try all that waits for a surface at once: it has just begun to listen."""
        await self._ledger.run(Inbox.hurry, surface)
        self._woken.set()

    async def state(self, surface: str, key: str) -> State | None:
        """Return how far the question of a key has come; `None` where none is known by it."""
        return await self._ledger.run(Inbox.state, surface, key)

    def notify(self) -> None:
        """Say that something may be due. From any thread, at any time."""
        if self._loop is None or self._loop.is_closed():
            return  # it looks by itself when it starts
        with suppress(RuntimeError):  # it was closed in this moment
            self._loop.call_soon_threadsafe(self._woken.set)

    async def run(self) -> None:
        """Work until `drain`, whatever happens to single questions or to the disk."""
        self._loop = asyncio.get_running_loop()
        self._running = asyncio.create_task(self._work())
        try:
            await asyncio.shield(self._running)
        except asyncio.CancelledError:
            # It ends by itself: cut off, it might leave behind what it has just taken up.
            self._draining = True
            self._woken.set()
            raise

    async def drain(self, timeout: float) -> int:
        """Take nothing up any more and wait for what runs, at most so many seconds.

        What is not finished by then is stopped and put back; how many that were is returned. The
        next desk takes it up.
        """
        until = time.monotonic() + timeout
        self._draining = True
        self._woken.set()
        if self._running:
            await asyncio.wait([self._running])
        left: set[asyncio.Task[None]] = set()
        if self._turns:
            rest = max(0.0, until - time.monotonic())
            _, left = await asyncio.wait(self._turns, timeout=rest)
        for turn in left:
            turn.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        self._ledger.close()
        return len(left)

    async def _work(self) -> None:
        while not self._draining:
            self._woken.clear()
            try:
                await self._take_up()
                await self._forget()
            except Exception as error:  # a full disk today is not one tomorrow: logged, tried again
                log_incident("the inbox cannot be worked on", error, told=True)
                await asyncio.sleep(self._poll)
                continue
            with suppress(TimeoutError):
                await asyncio.wait_for(self._woken.wait(), self._poll)

    async def _take_up(self) -> None:
        free = self._at_once - len(self._turns)
        if free <= 0:
            return
        for id_ in await self._ledger.run(Inbox.due, free, self._surfaces.keys()):
            if self._draining:
                break
            question = await self._ledger.run(Inbox.claim, id_)
            if question is not None:
                surface = self._surfaces[question.surface]
                turn = Turn(question, surface, self._ledger, self._patience)
                task = asyncio.create_task(turn.take())
                self._turns.add(task)
                task.add_done_callback(self._done)

    def _done(self, turn: asyncio.Task[None]) -> None:
        self._turns.discard(turn)
        self._woken.set()
        if not turn.cancelled() and (error := turn.exception()):
            log_incident("an attempt came to no end", error)

    async def _forget(self) -> None:
        if self._kept_for is None or time.monotonic() < self._forgot + _BETWEEN_FORGETTING:
            return
        self._forgot = time.monotonic()
        await self._ledger.run(Inbox.forget, utc_now() - self._kept_for)
