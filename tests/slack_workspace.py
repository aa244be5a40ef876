"""A Slack workspace for tests: what the bot talks to, and what the people in it see.

A scene reads like this:

    async with SlackWorkspace() as slack:
        karen, room = slack.person("Karen"), slack.channel("sekretariat")
        await start_bot(slack.api_url, BOT_TOKEN)          # or Socket Mode, with APP_TOKEN
        slack.listen_at("http://127.0.0.1:3000/slack/events")
        asked = await karen.mention(room, "Hvad blev besluttet om busserne?")
        answer = await slack.answer_to(asked)
        assert "vedtaget" in answer.shown

Whatever the bot did against Slack's rules fails the test at the end, with what was wrong.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Any

import aiohttp
from aiohttp import web

from tests import slack_payloads as payloads
from tests.slack_chat import announce_change
from tests.slack_delivery import PATIENCE, Door, HttpDoor, PostOffice
from tests.slack_installation import FULL, Installation
from tests.slack_person import Asked, Person
from tests.slack_sockets import Sockets
from tests.slack_state import (
    BOT_USER,
    OTHER_BOT_ID,
    OTHER_BOT_USER,
    OTHER_TEAM,
    SCOPE_PREFIX,
    TEAM,
    AssistantThread,
    Conversation,
    ConversationKind,
    Json,
    Message,
    ShownView,
    State,
    User,
)
from tests.slack_trouble import Trouble
from tests.slack_web_api import APP_TOKEN, BOT_TOKEN, WebApi
from tests.waiting import come_about

__all__ = ["APP_TOKEN", "BOT_TOKEN", "SIGNING_SECRET", "Person", "SlackWorkspace"]

SIGNING_SECRET = "a-signing-secret-for-tests"


class SlackWorkspace:
    """Everything that is Slack, on this machine. Use it as an asynchronous context."""

    def __init__(
        self,
        installation: Installation = FULL,
        strict: bool = True,
        patience: float = PATIENCE,
        pace: float = 0.001,
    ) -> None:
        """Take what the app was granted, and how Slack behaves.

        Args:
            installation: Scopes, events and commands; `Installation.of(manifest)` reads a manifest.
            strict: Whether what the bot does against the rules fails the test.
            patience: Seconds that an acknowledgement may take.
            pace: Seconds that a second of waiting between repeats really takes.
        """
        self.state = State()
        self.state.tell = self._tell
        self.installation = installation
        self.strict = strict
        self.trouble = Trouble()
        self.sockets = Sockets()
        self.api = WebApi(self.state, installation, self.trouble, self.sockets.new_address)
        self.post = PostOffice(self._door, patience, pace)
        self.http: HttpDoor | None = None
        self._tasks: set[asyncio.Task[Any]] = set()
        self._runner: web.AppRunner | None = None
        self._session: aiohttp.ClientSession | None = None
        self._address = ""

    async def __aenter__(self) -> "SlackWorkspace":
        app = web.Application(client_max_size=10 * 2**20)
        app.add_routes([*self.api.routes(), *self.sockets.routes()])
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        port = self._runner.addresses[0][1]
        self._address, self.sockets.address = f"http://127.0.0.1:{port}", f"ws://127.0.0.1:{port}"
        self._session = aiohttp.ClientSession()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # The server first: as long as it answers, a bot that is still at work makes new events.
        assert self._runner, "the workspace is not open"
        assert self._session, "the workspace is not open"
        await self.sockets.close()
        await self._runner.cleanup()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._session.close()
        if error is None:
            self.check()

    def check(self) -> None:
        """Fail if the bot did something against Slack's rules, or asked for what cannot work."""
        wrong = [*self.installation.complaints(), *self.api.broken_rules]
        if self.strict and wrong:
            raise AssertionError("against Slack's rules:\n" + "\n".join(wrong))

    @contextmanager
    def expecting(self, error: str) -> Iterator[None]:
        """Let the bot break one rule within, and fail if it did not."""
        before = len(self.api.broken_rules)
        yield
        new = self.api.broken_rules[before:]
        assert any(error in each for each in new), f"no call was refused with {error}"
        self.api.broken_rules[before:] = [each for each in new if error not in each]

    # -- where things are

    @property
    def api_url(self) -> str:
        """The Web API's address, as `base_url` of a client."""
        return f"{self._address}/api/"

    def listen_at(self, url: str) -> HttpDoor:
        """Set the Request URL; without one everything goes through Socket Mode."""
        assert self._session, "the workspace is not open"
        self.http = HttpDoor(self._session, url, SIGNING_SECRET)
        return self.http

    def response_url(self, key: str) -> str:
        """Return the address of a place to answer at."""
        return f"{self._address}/response/{key}"

    # -- who is here

    def person(self, name: str, locale: str = "da-DK", team: str = TEAM) -> Person:
        """Let somebody in, of this organisation or of another."""
        user = User(f"U{self.state.number():08d}", name, locale, team)
        return Person(self, self.state.add_user(user))

    def channel(
        self,
        name: str,
        kind: ConversationKind = "public",
        members: Sequence[Person] | None = None,
        with_bot: bool = True,
        shared_with: Sequence[str] = (),
        pending_with: Sequence[str] = (),
    ) -> Conversation:
        """Open a channel; everybody who is here is in it, unless members are named."""
        everybody = [user for user in self.state.users if user != BOT_USER]
        inside = everybody if members is None else [person.user.id for person in members]
        here = {*inside, *([BOT_USER] if with_bot else [])}
        channel = Conversation(f"C{self.state.number():08d}", name, kind, here)
        channel.shared_with, channel.pending_with = tuple(shared_with), tuple(pending_with)
        return self.state.add_conversation(channel)

    def group(self, *people: Person) -> Conversation:
        """Return the direct conversation of the bot with several people."""
        return self.state.direct(*(person.user.id for person in people))

    # -- what others do

    async def other_bot_says(
        self, place: Conversation, text: str, thread: Message | None = None, old: bool = False
    ) -> Asked:
        """Let another bot post, as a bot does now or as an old integration does."""
        message = Message(place.id, self.state.new_ts(), OTHER_BOT_USER, text)
        message.bot_id, message.subtype = OTHER_BOT_ID, "bot_message" if old else None
        message.thread_ts = thread.thread if thread else None
        return await self.tell_of(self.state.put(message))

    async def unfurl(self, message: Message) -> None:
        """Let Slack put a preview below a message with a link, as an edit of it."""
        before = message.as_json()
        message.attachments.append(
            {"from_url": "https://example.org/", "title": "Preview", "id": 1}
        )
        announce_change(self.state, message, before)
        await self.settled()

    async def share(self, place: Conversation, team: str = OTHER_TEAM) -> None:
        """Let another organisation into a channel."""
        place.pending_with, place.shared_with = (), (*place.shared_with, team)
        await self.happens({"type": "channel_shared", "connected_team_id": team}, place)

    async def happens(self, event: Json, place: Conversation | None = None) -> None:
        """Tell the bot of anything else that it subscribed to."""
        around = {"event_ts": self.state.new_ts()} | ({"channel": place.id} if place else {})
        if self._is_subscribed(event, place):
            body = payloads.event_callback(around | event, place)
            await self.post.deliver("events_api", body)

    def tellings(self, message: Message) -> list[Json]:
        """Return what the bot is told of a message: each its own event, twins included."""
        place, author = self.state.conversations[message.channel], self.state.users[message.user]
        root = self.state.messages[place.id].get(message.thread)
        events = [payloads.said(message, place, author, root)]
        if f"<@{BOT_USER}>" in message.text and place.kind != "im":
            events.append(payloads.mentioned(events[0]))
        subscribed = [event for event in events if self._is_subscribed(event, place)]
        return [payloads.event_callback(event, place) for event in subscribed]

    async def tell_of(self, message: Message) -> Asked:
        """Tell the bot of a message, and wait for its acknowledgements."""
        told = [self.post.deliver("events_api", body) for body in self.tellings(message)]
        return Asked(message.channel, message, list(await asyncio.gather(*told)))

    # -- what people see

    def messages(
        self, place: Conversation, thread: Message | None = None, seen_by: Person | None = None
    ) -> list[Message]:
        """Return what stands in a conversation, or a thread of it; with what one person sees."""
        reader = seen_by.user.id if seen_by else None
        standing = self.state.standing(place.id, thread.thread if thread else None)
        return [message for message in standing if message.only_for in (None, reader)]

    def answers_to(self, asked: Asked) -> list[Message]:
        """Return the bot's messages that answer something asked, streams that are open too.

        What was said gets the bot's later messages in its thread, in a direct conversation those
        outside of threads too; what was pressed or commanded gets what came by its response_url.
        """
        later = [message for message in self.state.standing(asked.channel) if message.is_ours]
        if asked.response_key:
            return [message for message in later if message.came_by == asked.response_key]
        question = asked.message
        if question is None:
            return []
        direct = self.state.conversations[asked.channel].kind == "im"
        return [
            message
            for message in later
            if message.ts > question.ts
            and (message.thread == question.thread or (direct and message.thread == message.ts))
        ]

    async def answer_to(self, asked: Asked, within: float = 5.0) -> Message:
        """Wait for the first answer that is complete."""

        def complete() -> list[Message]:
            return [message for message in self.answers_to(asked) if message.stream != "open"]

        await self.until(complete, within)
        return complete()[0]

    def home_of(self, person: Person) -> ShownView | None:
        """Return the home tab that a person has."""
        return self.state.homes.get(person.user.id)

    def modals_of(self, person: Person) -> list[ShownView]:
        """Return the modals that are open before a person, the topmost last."""
        return [view for view in self.state.modals if view.user == person.user.id]

    def pane_of(self, thread: Message) -> AssistantThread:
        """Return status, title and prompts of a thread."""
        return self.state.panes.get((thread.channel, thread.thread), AssistantThread())

    def prompts_for(self, person: Person) -> list[Json]:
        """Return what a person is offered to ask, where they begin to write to the bot."""
        offered = self.state.panes.get((person.direct.id, ""))
        return offered.prompts if offered else []

    def transcript(self) -> str:
        """Return all that stands in the workspace, for a person who wonders."""
        lines = []
        for place in self.state.conversations.values():
            for message in self.state.standing(place.id):
                who, indent = self.state.users[message.user].name, "    " * bool(message.thread_ts)
                private = " (only for one)" if message.only_for else ""
                lines.append(f"#{place.name} {indent}{who}{private}: {message.shown}")
        return "\n".join(lines)

    async def until(self, condition: Callable[[], Any], within: float = 5.0) -> Any:
        """Wait until something holds, and return it; fail with what stands there instead."""
        try:
            return await come_about(condition, within)
        except TimeoutError:
            calls = [f"{call.method} {call.error or 'ok'}" for call in self.api.calls[-20:]]
            seen = f"{self.transcript()}\nlast calls: {', '.join(calls)}"
            broken = "\n".join(self.api.broken_rules)
            raise AssertionError(
                f"not within {within} s; there stands:\n{seen}\n{broken}"
            ) from None

    async def settled(self) -> None:
        """Wait until everything that happened was delivered, or given up."""
        while self._tasks:
            await asyncio.gather(*self._tasks)

    def meanwhile(self, work: Coroutine[Any, Any, Any]) -> Awaitable[Any]:
        """Do something without waiting for it; it ends with the workspace."""
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    # -- how the bot is told

    def _door(self) -> Door:
        return self.http or self.sockets

    def _tell(self, event: Json, place: Conversation) -> None:
        if self._is_subscribed(event, place):
            body = payloads.event_callback(event, place)
            self.meanwhile(self.post.deliver("events_api", body))

    def _is_subscribed(self, event: Json, place: Conversation | None) -> bool:
        kind = event["type"]
        if kind == "message" and place:
            kind = f"message.{SCOPE_PREFIX[place.kind]}"
        return kind in self.installation.events and (place is None or place.has_the_bot)
