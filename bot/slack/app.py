"""The Bolt app: what Slack delivers is kept, then acknowledged, and answered by others.

What asks something is caught before Bolt acknowledges anything, so that no question is acknowledged
that is not on the disk. Everything else (windows, the Home tab, the pane) is drawn at once and may
be lost: whoever pressed sees that nothing happened, and presses again.
"""

import asyncio
import json
import logging
import re
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.inbox.desk import Desk
from bot.inbox.incidents import log_incident
from bot.inbox.questions import Incoming
from bot.inbox.surfaces import RetryLater
from bot.records.store import Records
from bot.slack.answering import SURFACE, Answering
from bot.slack.calls import SlackCalls, SlackRefused
from bot.slack.commands import asks_help
from bot.slack.home import AtHome, examples, home
from bot.slack.incoming import (
    Asking,
    Where,
    asking_in_command,
    asking_in_event,
    conversation_in,
    encoded,
)
from bot.slack.lookups import Lookups
from bot.slack.notices import error_message, help_text, notice
from bot.slack.pace import Pace
from bot.slack.presses import ACTION_IDS
from bot.slack.pressing import Pressing
from bot.slack.shapes import Message
from bot.slack.welcome import at_home
from bot.wording import phrase
from index.errors import ReferentError

PROMPTS = 4
"""Questions that the assistant pane suggests at most; Slack takes no more."""
LONGEST_PROMPT = 75

_ANYTHING = re.compile(".*")
Next = Callable[[], Awaitable[BoltResponse]]


class SlackApp:
    """What Slack talks to."""

    def __init__(
        self,
        client: AsyncWebClient,
        signing_secret: str | None,
        app_user: str,
        *,
        command: str,
        desk: Desk,
        records: Records,
        answering: Answering,
        lookups: Lookups,
        pressing: Pressing,
    ) -> None:
        """Take the client and the app's own user, and who does the work."""
        self._app_user = app_user
        self._command = command
        self._desk = desk
        self._records = records
        self._answering = answering
        self._lookups = lookups
        self._pressing = pressing
        self._calls = SlackCalls(client)
        self._pace = Pace()
        self._busy: set[asyncio.Task[None]] = set()
        self.revoked = False
        """Whether Slack has told that the app's tokens no longer hold."""
        self.bolt = AsyncApp(
            client=client,
            # Over Socket Mode nothing is signed, and Bolt wants one all the same.
            signing_secret=signing_secret or "unused",
            logger=logging.getLogger("referent.bolt"),
        )
        self._listen()

    async def drain(self, seconds: float) -> None:
        """Wait for windows and pages that are being drawn."""
        if self._busy:
            await asyncio.wait(self._busy, timeout=seconds)

    def _listen(self) -> None:
        bolt = self.bolt
        bolt.use(self._take_in)
        bolt.event("app_home_opened")(self._home_opened)
        bolt.event("assistant_thread_started")(self._pane_opened)
        bolt.event("tokens_revoked")(self._revoked)
        bolt.event("app_uninstalled")(self._revoked)
        for name in ("channel_shared", "channel_unshared"):
            bolt.event(name)(self._channel_changed)
        # What has no listener Slack would send again and count as a failure.
        bolt.event(_ANYTHING)(_nothing)
        bolt.action(ACTION_IDS)(self._pressed)
        bolt.action(_ANYTHING)(_acknowledged)

    async def _take_in(self, body: Mapping[str, Any], next: Next) -> BoltResponse:  # noqa: A002
        """Keep what asks something before it is acknowledged; let all else go on."""
        if body.get("command") == self._command:
            return await self._commanded(body)
        if body.get("type") == "event_callback":
            is_ours = partial(self._is_ours, str(body.get("team_id", "")))
            asking = asking_in_event(body, self._app_user, is_ours)
            if asking is not None:
                return await self._kept(asking)
        return await next()

    async def _commanded(self, body: Mapping[str, Any]) -> BoltResponse:
        asking = asking_in_command(body)
        if asking is None or asks_help(asking.text):
            # Slack waits for this answer, so nothing is looked up for it that is not known.
            language = await self._lookups.language(str(body.get("user_id", "")))
            return _ephemeral(help_text(language, self._command))
        return await self._kept(asking)

    async def _kept(self, asking: Asking) -> BoltResponse:
        """Acknowledge a question once it is on the disk; what cannot be kept comes again."""
        if not self._pace.allows(asking.user):
            self._meanwhile(self._slow_down(asking))
            return BoltResponse(status=200)
        incoming = Incoming(SURFACE, asking.keys, encoded(asking), datetime.now(UTC))
        try:
            if await self._desk.accept(incoming) is not None:
                self._pace.count(asking.user)
        except ReferentError as error:
            reference = log_incident("a question could not be kept", error, told=True)
            if asking.where is Where.COMMAND:
                # A command is not sent again: whoever typed it must know.
                return _ephemeral(error_message(reference, "da"))
            return BoltResponse(status=503)
        return BoltResponse(status=200)

    def _is_ours(self, team: str, channel: str, thread: str) -> bool:
        """Tell whether we have answered in a thread; on a disk that fails, only mentions count."""
        try:
            return self._records.knows(conversation_in(team, channel, thread))
        except ReferentError as error:
            log_incident("a thread could not be looked up", error, told=True)
            return False

    async def _slow_down(self, asking: Asking) -> None:
        if not self._pace.is_to_be_told(asking.user):
            return
        language = await self._lookups.language(asking.user)
        told = notice("slack_slower", language)
        if asking.response_url is not None:
            await self._calls.respond(asking.response_url, told, response_type="ephemeral")
        else:
            await self._calls.post_privately(asking.channel, asking.user, told)

    async def _pressed(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        await ack()
        self._meanwhile(self._pressing.press(body), body)

    async def _home_opened(self, event: dict[str, Any]) -> None:
        user = str(event.get("user", ""))
        if event.get("tab") == "home" and user:
            self._meanwhile(self._show_home(user))

    async def _pane_opened(self, event: dict[str, Any]) -> None:
        thread = event.get("assistant_thread") or {}
        channel, ts = str(thread.get("channel_id", "")), str(thread.get("thread_ts", ""))
        user = str(thread.get("user_id", ""))
        if channel and ts:
            self._meanwhile(self._suggest(channel, ts, user))

    async def _revoked(self) -> None:
        self.revoked = True
        logging.getLogger("referent.slack").error(
            "Slack has revoked the app's tokens: nothing can be answered until it is installed "
            "again and Referent is started with the new tokens."
        )

    async def _channel_changed(self, event: dict[str, Any]) -> None:
        self._lookups.forget_channel(str(event.get("channel", "")))

    async def _show_home(self, user: str) -> None:
        language = await self._lookups.language(user)
        archive = await self._archive_of(user)
        await self._calls.publish_home(user, home(archive, language, self._command))

    async def _suggest(self, channel: str, ts: str, user: str) -> None:
        language = await self._lookups.language(user)
        asked = examples(await self._archive_of(user), language)[:PROMPTS]
        prompts = [{"title": one[:LONGEST_PROMPT], "message": one} for one in asked]
        if prompts:
            await self._calls.suggest(channel, ts, phrase("slack_prompts_title", language), prompts)

    async def _archive_of(self, user: str) -> AtHome:
        """Return what somebody may see of the archive on pages of their own."""
        nobody = Asking(
            where=Where.DIRECT, team="", channel="", user=user, text="", ts="", thread=None
        )
        audiences = await self._lookups.audience(nobody)
        return await self._answering.seen(lambda view: at_home(view, today()), audiences)

    def _meanwhile(self, work: Awaitable[None], body: Mapping[str, Any] | None = None) -> None:
        """Do something that nobody's acknowledgement waits for."""
        task = asyncio.ensure_future(self._done(work, body))
        self._busy.add(task)
        task.add_done_callback(self._busy.discard)

    async def _done(self, work: Awaitable[None], body: Mapping[str, Any] | None) -> None:
        try:
            await work
        except (RetryLater, SlackRefused) as error:
            log_incident("Slack did not take what was drawn", error)
        except Exception as error:  # whoever pressed is told, and others are not stopped
            reference = log_incident("something could not be drawn", error)
            await self._tell_of(reference, body)

    async def _tell_of(self, reference: str, body: Mapping[str, Any] | None) -> None:
        url = body.get("response_url") if body else None
        user = str(((body or {}).get("user") or {}).get("id", ""))
        if not isinstance(url, str):
            return
        sorry = error_message(reference, await self._lookups.language(user))
        try:
            await self._calls.respond(url, sorry, response_type="ephemeral", replace_original=False)
        except (RetryLater, SlackRefused) as error:
            log_incident("the apology for it could not be shown either", error)


def today() -> date:
    """Return the day where this machine stands."""
    return datetime.now(UTC).astimezone().date()


async def _nothing() -> None:
    """Hear of something that asks nothing."""


async def _acknowledged(ack: AsyncAck) -> None:
    await ack()


def _ephemeral(message: Message) -> BoltResponse:
    shown = {"text": message["text"], "blocks": message["blocks"]}
    body = json.dumps({"response_type": "ephemeral", **shown})
    return BoltResponse(status=200, body=body, headers={"content-type": "application/json"})
