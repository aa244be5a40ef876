"""The inbox for asyncio: its calls wait for a disk, so they run in threads of their own.

Of their own, because the threads that asyncio shares out may all be busy finding answers, and a
question is acknowledged only when it is on the disk.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Concatenate, ParamSpec, TypeVar

from bot.inbox.questions import Incoming
from bot.inbox.store import Inbox
from bot.incidents import log_end, log_incident
from index.errors import ReferentError

P = ParamSpec("P")
T = TypeVar("T")

_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 30.0
"""Seconds between two tries to note something on a disk that takes nothing."""


class Ledger:
    """An inbox that is written to without holding up the event loop."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox
        # One each, so that what the desk does is done in the order in which it asked for it.
        self._accepting = ThreadPoolExecutor(1, "inbox-accepting")
        self._working = ThreadPoolExecutor(1, "inbox-working")

    async def accept(self, incoming: Incoming) -> str | None:
        """Keep a question, as `Inbox.accept` does."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._accepting, self._inbox.accept, incoming)

    async def run(
        self, call: Callable[Concatenate[Inbox, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Call a method of the inbox."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._working, lambda: call(self._inbox, *args, **kwargs))

    async def insist(
        self, call: Callable[Concatenate[Inbox, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Call a method of the inbox again and again, until the disk takes it."""
        pause, reference = _FIRST_PAUSE, None
        while True:
            try:
                done = await self.run(call, *args, **kwargs)
            except ReferentError as error:
                reference = reference or log_incident("cannot be noted yet", error, told=True)
                await asyncio.sleep(pause)
                pause = min(2 * pause, _LONGEST_PAUSE)
            else:
                if reference:
                    log_end("is noted now", reference)
                return done

    def close(self) -> None:
        """Wait for what is being written; from then on nothing but `accept` is possible.

        A question that comes in while the process stops is better kept than refused.
        """
        self._working.shutdown()
