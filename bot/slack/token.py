"""Whether the bot token holds; while it does not, Slack is asked again until it does."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from bot.inbox.surfaces import RetryLater
from bot.incidents import log_course, log_incident
from bot.slack.calls import LockedOut, SlackCalls, SlackRefused
from index.errors import ReferentError

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
"""Seconds between two questions to Slack; each pause is twice as long as the one before."""


class TokenWatch:
    """Asks whether a token that was refused holds again, and lets go on what waited for it."""

    def __init__(self, calls: SlackCalls, on_held: Callable[[], Awaitable[None]]) -> None:
        """Take Slack, and what is to be done once the token holds again."""
        self._calls = calls
        self._on_held = on_held

    async def run(self) -> None:
        """Watch until cancelled."""
        while True:
            await self._calls.lost.wait()
            await self._until_held()
            log_course("the bot token of Slack holds again")
            try:
                await self._on_held()
            except ReferentError as error:  # what waits is tried in its own time
                log_incident("what waited for Slack could not be hurried", error, told=True)

    async def _until_held(self) -> None:
        pause = FIRST_PAUSE
        while self._calls.locked_out:
            with suppress(TimeoutError):
                # Any call of ours that Slack takes tells it as well.
                await asyncio.wait_for(self._calls.held.wait(), pause)
                return
            pause = min(2 * pause, LONGEST_PAUSE)
            try:
                await self._calls.who_am_i()
            except (LockedOut, SlackRefused):
                continue
            except RetryLater as later:
                pause = max(pause, later.after.total_seconds())
