"""That an answer is on its way, shown to who is alone with us; Slack calls it a session."""

import logging
from collections.abc import Awaitable, Callable

from bot.inbox.surfaces import RetryLater
from bot.incidents import log_incident
from bot.slack.calls import SlackCalls, SlackRefused
from bot.slack.hearing.incoming import Asking, Where
from bot.slack.hearing.lookups import Lookups
from bot.wording import phrase

LONGEST_TITLE = 60
"""Characters of a thread's name, where people look for it again."""


class Work:
    """Shows in direct messages and in panes whether something is being done."""

    def __init__(self, calls: SlackCalls, lookups: Lookups) -> None:
        """Take Slack, and the languages of people."""
        self._calls = calls
        self._lookups = lookups

    async def show(self, asking: Asking, *, working: bool, title: str | None = None) -> None:
        """Show that something is being done for a question, or that this is all.

        `title`: what the thread is called from now on.
        """
        thread = asking.answered_in
        if asking.where in {Where.DIRECT, Where.THREAD} and thread is not None:
            named = " ".join(title.split())[:LONGEST_TITLE] if title else None
            await if_possible(lambda: self._shown(asking, thread, named, working=working))

    async def end(self, channel: str, thread: str) -> None:
        """Show that nothing more is done in a thread, which somebody has stopped."""
        await if_possible(lambda: self._calls.session(channel, thread, working=False))

    async def _shown(
        self, asking: Asking, thread: str, title: str | None, *, working: bool
    ) -> None:
        try:
            await self._calls.session(asking.channel, thread, working=working, title=title)
        except SlackRefused:
            if asking.where is not Where.THREAD:
                raise
            # An app that was made as an assistant has a pane, and no sessions.
            language = await self._lookups.language(asking.user)
            words = phrase("slack_searching", language) if working else ""
            await self._calls.pane_status(asking.channel, thread, words, title)


async def if_possible(call: Callable[[], Awaitable[None]]) -> None:
    """Show something beside an answer, which is none the worse without it."""
    try:
        await call()
    except (RetryLater, SlackRefused) as error:
        log_incident("what is shown beside an answer could not be", error, level=logging.INFO)
