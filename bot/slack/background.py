"""Work that no acknowledgement waits for: windows and pages, which whoever pressed can ask anew."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.inbox.surfaces import RetryLater
from bot.incidents import log_incident
from bot.replies import Language
from bot.slack.calls import SlackCalls, SlackRefused
from bot.slack.drawing.notices import error_message, notice
from bot.slack.drawing.presses import thread_pressed
from bot.slack.drawing.shapes import Message
from bot.slack.hearing.lookups import Lookups


class Background:
    """What is being drawn."""

    def __init__(self, calls: SlackCalls, lookups: Lookups) -> None:
        """Take what an apology needs."""
        self._calls = calls
        self._lookups = lookups
        self._tasks: set[asyncio.Task[None]] = set()

    def begin(self, work: Awaitable[None], body: Mapping[str, Any] | None = None) -> None:
        """Begin something; `body` is the payload of who pressed, to be told if it fails."""
        task = asyncio.ensure_future(self._done(work, body))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def drain(self, seconds: float) -> None:
        """Wait for what was begun."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)

    async def _done(self, work: Awaitable[None], body: Mapping[str, Any] | None) -> None:
        try:
            await work
        except (RetryLater, SlackRefused) as error:
            log_incident("Slack did not take what was drawn", error)
            await self._tell(body, lambda language: notice("slack_not_shown", language))
        except Exception as error:  # whoever pressed is told, and others are not stopped
            reference = log_incident("something could not be drawn", error)
            await self._tell(body, lambda language: error_message(reference, language))

    async def _tell(
        self, body: Mapping[str, Any] | None, said: Callable[[Language], Message]
    ) -> None:
        """Tell whoever pressed; in a window and on the Home tab there is no place for it."""
        url = body.get("response_url") if body else None
        user = str(((body or {}).get("user") or {}).get("id", ""))
        if not isinstance(url, str):
            return
        sorry = said(await self._lookups.language(user))
        try:
            await self._calls.tell(url, sorry, thread_pressed(body or {}))
        except (RetryLater, SlackRefused) as error:
            log_incident("the apology for it could not be shown either", error)
