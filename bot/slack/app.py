"""The Bolt app: what Slack delivers, and who hears of it.

What asks something is caught before Bolt acknowledges anything, so that no question is acknowledged
that is not on the disk. Everything else (windows, the Home tab, suggestions) is drawn at once and
may be lost: whoever pressed sees that nothing happened, and presses again.
"""

import logging
import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.background import Background
from bot.slack.drawing.presses import ACTION_IDS
from bot.slack.drawing.reasons import CALLBACK
from bot.slack.hearing.lookups import Lookups
from bot.slack.intake import Intake
from bot.slack.manifest import PANE_OPENED
from bot.slack.pages import Pages
from bot.slack.pressing import Pressing
from bot.slack.surface import SlackSurface

_ANYTHING = re.compile(".*")
_log = logging.getLogger("referent.slack")


class SlackApp:
    """What Slack talks to."""

    def __init__(
        self,
        client: AsyncWebClient,
        signing_secret: str | None,
        installed: AuthorizeResult,
        *,
        intake: Intake,
        pressing: Pressing,
        pages: Pages,
        surface: SlackSurface,
        lookups: Lookups,
        background: Background,
        suspect: Callable[[], None],
    ) -> None:
        """Take the client, what it is installed as, and who does the work.

        `suspect` has Slack asked whether the token still holds.
        """
        self._suspect = suspect
        self._intake = intake
        self._pressing = pressing
        self._pages = pages
        self._surface = surface
        self._lookups = lookups
        self._background = background
        self.bolt = AsyncApp(
            client=client,
            # Bolt would ask Slack again, and pass over in silence what comes while no token holds.
            authorize=_always(installed),
            # Over Socket Mode nothing is signed, and Bolt wants one all the same.
            signing_secret=signing_secret or "unused",
            logger=logging.getLogger("referent.bolt"),
        )
        self._listen()

    def _listen(self) -> None:
        bolt = self.bolt
        bolt.use(self._take_in)
        bolt.event("app_home_opened")(self._home_opened)
        bolt.event("agent_session_stopped")(self._stopped)
        bolt.event(PANE_OPENED)(self._pane_opened)
        for name in ("tokens_revoked", "app_uninstalled"):
            bolt.event(name)(self._revoked)
        for name in ("channel_shared", "channel_unshared"):
            bolt.event(name)(self._channel_changed)
        # What has no listener Slack would send again and count as a failure.
        bolt.event(_ANYTHING)(_nothing)
        bolt.action(ACTION_IDS)(self._pressed)
        bolt.action(_ANYTHING)(_acknowledged)
        bolt.view(CALLBACK)(self._reason_sent)
        bolt.view(_ANYTHING)(_acknowledged)

    async def _take_in(
        self,
        body: Mapping[str, Any],
        next: Callable[[], Awaitable[BoltResponse]],  # noqa: A002 - Bolt's name
    ) -> BoltResponse:
        """Let all go on that asks nothing."""
        return await self._intake.take(body) or await next()

    async def _pressed(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        self._background.begin(self._pressing.press(body), body)

    async def _reason_sent(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        # The window closes with the acknowledgement, so what was written is kept before it.
        refusal = await self._pressing.take_reason(body)
        if refusal is None:
            await ack()
        else:
            await ack(response_action="update", view=dict(refusal))

    async def _home_opened(self, event: dict[str, Any]) -> None:
        user, channel = str(event.get("user", "")), str(event.get("channel", ""))
        if event.get("tab") == "home" and user:
            self._background.begin(self._pages.show_home(user))
        if event.get("tab") == "messages" and user and channel:
            self._background.begin(self._pages.suggest(channel, user))

    async def _pane_opened(self, event: dict[str, Any]) -> None:
        thread = event.get("assistant_thread") or {}
        told = [thread.get(name) for name in ("channel_id", "user_id", "thread_ts")]
        if all(isinstance(one, str) and one for one in told):
            self._background.begin(self._pages.suggest(*map(str, told)))

    async def _stopped(self, event: dict[str, Any], body: dict[str, Any]) -> None:
        team, channel, thread = body.get("team_id"), event.get("channel"), event.get("thread_ts")
        if isinstance(team, str) and isinstance(channel, str) and isinstance(thread, str):
            self._background.begin(self._surface.stop(team, channel, thread))

    async def _revoked(self) -> None:
        # They may be somebody's own, of which we have none.
        self._suspect()
        _log.error(
            "Slack tells that tokens of the app were revoked: if the bot token is one of them, "
            "nothing can be answered until the app is installed again and Referent is started "
            "with the new token."
        )

    async def _channel_changed(self, event: dict[str, Any]) -> None:
        self._lookups.forget_channel(str(event.get("channel", "")))


def _always(installed: AuthorizeResult) -> Callable[..., Awaitable[AuthorizeResult]]:
    async def authorize(**_: object) -> AuthorizeResult:
        return installed

    return authorize


async def _nothing() -> None:
    """Hear of something that asks nothing."""


async def _acknowledged(ack: AsyncAck) -> None:
    await ack()
