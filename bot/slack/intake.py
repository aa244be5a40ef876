"""What asks something is on the disk before it is acknowledged; what cannot be kept comes again."""

import asyncio
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from typing import Any

from slack_bolt.response import BoltResponse

from bot.chat.commands import asks_help, language_of_help
from bot.chat.pace import Pace
from bot.chat.speech import says_nothing
from bot.inbox.desk import Desk
from bot.inbox.questions import Incoming
from bot.incidents import log_incident
from bot.records.store import Records
from bot.replies import Language
from bot.slack.background import Background
from bot.slack.calls import SlackCalls
from bot.slack.drawing.notices import error_message, help_text, notice
from bot.slack.drawing.shapes import Message
from bot.slack.hearing.incoming import (
    SURFACE,
    Asking,
    Where,
    asking_in_command,
    asking_in_event,
    conversation_in,
    encoded,
    team_of,
)
from bot.slack.hearing.lookups import Lookups
from index.errors import ReferentError

REMEMBERED = 1_000
"""Threads that are remembered until their first answer is kept."""
HELP_WAITS = 1.0
"""Seconds for which help waits to know somebody's language: Slack waits three for the help."""


class Intake:
    """Takes questions in."""

    def __init__(
        self,
        app_user: str,
        command: str,
        desk: Desk,
        records: Records,
        calls: SlackCalls,
        lookups: Lookups,
        background: Background,
    ) -> None:
        """Take the app's own user and command, and who does the work."""
        self._app_user = app_user
        self._command = command
        self._desk = desk
        self._records = records
        self._calls = calls
        self._lookups = lookups
        self._background = background
        self._pace = Pace()
        self._asked_in: dict[str, None] = {}

    async def take(self, body: Mapping[str, Any]) -> BoltResponse | None:
        """Keep what a payload asks, and return what acknowledges it; `None`: it asks nothing."""
        # Slack delivers no command that is not this app's, by whatever name it was given there.
        if isinstance(body.get("command"), str):
            return await self._commanded(body)
        if body.get("type") != "event_callback":
            return None
        is_ours = partial(self._is_ours, team_of(body))
        asking = asking_in_event(body, self._app_user, is_ours)
        return await self._kept(asking) if asking is not None else None

    async def _commanded(self, body: Mapping[str, Any]) -> BoltResponse:
        asking = asking_in_command(body)
        if asking is None or asks_help(asking.text) or says_nothing(asking.text):
            spoken = await self._language_at_once(str(body.get("user_id", "")))
            language = language_of_help(asking.text, spoken) if asking else spoken
            return _ephemeral(help_text(language, self._command))
        return await self._kept(asking)

    async def _language_at_once(self, user: str) -> Language:
        try:
            async with asyncio.timeout(HELP_WAITS):
                return await self._lookups.language(user)
        except TimeoutError:
            return self._lookups.default

    async def _kept(self, asking: Asking) -> BoltResponse:
        if not self._pace.allows(asking.user):
            self._background.begin(self._slow_down(asking))
            return BoltResponse(status=200)
        incoming = Incoming(SURFACE, asking.keys, encoded(asking), datetime.now(UTC))
        try:
            if await self._desk.accept(incoming) is not None:
                self._pace.count(asking.user)
                self._remember(asking)
        except ReferentError as error:
            reference = log_incident("a question could not be kept", error, told=True)
            if asking.where is Where.COMMAND:
                # A command is not sent again: whoever typed it must know.
                return _ephemeral(error_message(reference, self._lookups.default))
            return BoltResponse(status=503)
        return BoltResponse(status=200)

    def _is_ours(self, team: str, channel: str, thread: str) -> bool:
        """Tell whether we are asked in a thread; on a disk that fails, only mentions count."""
        conversation = conversation_in(team, channel, thread)
        try:
            return conversation in self._asked_in or self._records.knows(conversation)
        except ReferentError as error:
            log_incident("a thread could not be looked up", error, told=True)
            return False

    def _remember(self, asking: Asking) -> None:
        """Remember a thread whose first answer is not there yet: people may ask on at once."""
        self._asked_in[asking.conversation] = None
        while len(self._asked_in) > REMEMBERED:
            del self._asked_in[next(iter(self._asked_in))]

    async def _slow_down(self, asking: Asking) -> None:
        if not self._pace.is_to_be_told(asking.user):
            return
        told = notice("slack_slower", await self._lookups.language(asking.user))
        if asking.response_url is not None:
            await self._calls.respond(asking.response_url, told, response_type="ephemeral")
        else:
            # Where no thread has begun, Slack would show it to nobody in one.
            begun = asking.thread if asking.thread != asking.ts else None
            await self._calls.post_privately(asking.channel, asking.user, told, begun)


def _ephemeral(message: Message) -> BoltResponse:
    shown = {"text": message["text"], "blocks": message["blocks"]}
    body = json.dumps({"response_type": "ephemeral", **shown})
    return BoltResponse(status=200, body=body, headers={"content-type": "application/json"})
