"""Pages of somebody's own: the Home tab, and what is suggested beside their messages."""

import asyncio

from bot.chat.answering import Answering
from bot.chat.welcome import AtHome, at_home, examples
from bot.inbox.surfaces import RetryLater
from bot.incidents import log_incident
from bot.slack.calls import SlackCalls
from bot.slack.drawing.home import home, home_of_nothing
from bot.slack.hearing.incoming import Asking, Where
from bot.slack.hearing.lookups import Lookups
from bot.wording import phrase
from index.errors import IndexMissing, ReferentError

PROMPTS = 4
"""Questions that are suggested at most; Slack takes no more."""
LONGEST_PROMPT = 75
AGAIN_AFTER = (1.0, 5.0)
"""Seconds until a Home tab is drawn again that Slack did not take: it stays blank until then."""


class Pages:
    """Draws pages in the language of who reads them, of what they may read."""

    def __init__(
        self, calls: SlackCalls, answering: Answering, lookups: Lookups, command: str
    ) -> None:
        """Take Slack, the archive, what is known of people, and the slash command."""
        self._calls = calls
        self._answering = answering
        self._lookups = lookups
        self._command = command

    async def show_home(self, user: str) -> None:
        """Show somebody their Home tab."""
        language = await self._lookups.language(user)
        try:
            view = home(await self._archive_of(user), language, self._command)
        except IndexMissing:
            view = home_of_nothing(language, "nothing_ingested")
        except ReferentError as error:
            log_incident("the Home tab could not be drawn", error, told=True)
            view = home_of_nothing(language, "slack_not_ready")
        for pause in AGAIN_AFTER:
            try:
                await self._calls.publish_home(user, view)
            except RetryLater:
                await asyncio.sleep(pause)
            else:
                return
        await self._calls.publish_home(user, view)

    async def suggest(self, channel: str, user: str, pane: str | None = None) -> None:
        """Suggest questions that fit the archive, where somebody begins to write.

        `pane`: the thread that was opened in the pane of an app that is no agent yet.
        """
        language = await self._lookups.language(user)
        asked = examples(await self._archive_of(user), language)[:PROMPTS]
        prompts = [{"title": one[:LONGEST_PROMPT], "message": one} for one in asked]
        if prompts:
            title = phrase("slack_prompts_title", language)
            await self._calls.suggest(channel, title, prompts, pane)

    async def _archive_of(self, user: str) -> AtHome:
        alone = Asking(Where.DIRECT, team="", channel="", user=user, text="", ts="", thread=None)
        audiences = await self._lookups.audience(alone)
        today = self._answering.today()
        return await self._answering.seen(lambda view: at_home(view, today), audiences)
