"""A person in the workspace: what their hands can do."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests import slack_payloads as payloads
from tests import slack_responses
from tests.slack_chat import announce_change
from tests.slack_delivery import Delivery
from tests.slack_state import (
    BOT_ID,
    BOT_USER,
    CHANNEL_TYPE,
    TEAM,
    Conversation,
    Json,
    Message,
    ShownView,
    User,
    elements_of,
)

if TYPE_CHECKING:
    from tests.slack_workspace import SlackWorkspace


@dataclass(eq=False)
class Asked:
    """Something a person did that the bot was told of."""

    channel: str
    message: Message | None
    """What was said; nothing for a command or a press."""
    deliveries: list[Delivery] = field(default_factory=list)
    response_key: str | None = None
    """Which response_url it came with."""

    @property
    def acknowledged(self) -> bool:
        return all(delivery.acknowledged for delivery in self.deliveries)

    @property
    def delivery(self) -> Delivery:
        """The first, or only, delivery."""
        return self.deliveries[0]


@dataclass(eq=False)
class Pane:
    """A thread that a person opened in the assistant pane."""

    place: Conversation
    root: Message
    deliveries: list[Delivery]


@dataclass(eq=False)
class Person:
    """Somebody who writes, presses and opens things."""

    slack: "SlackWorkspace"
    user: User

    @property
    def direct(self) -> Conversation:
        """This person's direct conversation with the bot."""
        return self.slack.state.direct(self.user.id)

    # -- writing

    def write(self, place: Conversation, text: str, thread: Message | None = None) -> Message:
        """Put a message into a conversation, and tell nobody yet: see `tellings`."""
        assert self.user.id in place.members, f"{self.user.name} is not in {place.name}"
        message = Message(place.id, self.slack.state.new_ts(), self.user.id, escaped(text))
        message.thread_ts = thread.thread if thread else None
        message.blocks = [_as_rich_text(text)]
        return self.slack.state.put(message)

    async def say(self, place: Conversation, text: str, thread: Message | None = None) -> Asked:
        """Write a message; returns when the bot was told of it."""
        return await self.slack.tell_of(self.write(place, text, thread))

    async def mention(self, place: Conversation, text: str, thread: Message | None = None) -> Asked:
        """Write a message that names the bot."""
        return await self.say(place, f"<@{BOT_USER}> {text}", thread)

    async def direct_message(self, text: str, thread: Message | None = None) -> Asked:
        """Write to the bot alone."""
        return await self.say(self.direct, text, thread)

    async def edit(self, message: Message, text: str) -> None:
        """Change the words of one's own message."""
        before = message.as_json()
        message.text, message.blocks = escaped(text), [_as_rich_text(text)]
        message.edited = {"user": self.user.id, "ts": self.slack.state.new_ts()}
        announce_change(self.slack.state, message, before)
        await self.slack.settled()

    async def slash(self, command: str, text: str = "", place: Conversation | None = None) -> Asked:
        """Give a slash command; what comes back at once is shown as Slack shows it."""
        if command not in self.slack.installation.commands:
            raise ValueError(f"{command} is not a command of the app")
        place = place or self.direct
        state = self.slack.state
        key = state.new_response_url(place.id, self.user.id, None)
        url, trigger = self.slack.response_url(key), state.new_trigger(self.user.id)
        form = payloads.slash_command(self.user, place, command, text, url, trigger)
        delivery = await self.slack.post.deliver("slash_commands", form)
        ack = delivery.attempts[-1].ack
        if delivery.acknowledged and ack and ack.payload:
            slack_responses.respond(state, state.response_urls[key], ack.payload, False)
        return Asked(place.id, None, [delivery], key)

    # -- pressing

    async def press(
        self, shown: Message | ShownView, action: str, value: str | None = None
    ) -> Asked:
        """Press what has an action id, in a message or a view; `value` chooses an option."""
        found = [pair for pair in elements_of(shown.blocks) if pair[1]["action_id"] == action]
        assert found, f"nothing to press is called {action}: {shown.actions}"
        block, element = found[0]
        pressed = _action(element, value) | {"action_ts": self.slack.state.new_ts()}
        trigger = self.slack.state.new_trigger(self.user.id)
        body = payloads.pressed(self.user, shown, block, pressed, trigger)
        if isinstance(shown, ShownView):
            return await self._interact(self.direct.id, body, None)
        assert shown.only_for in (None, self.user.id), "somebody else's private message"
        place = self.slack.state.conversations[shown.channel]
        key = self.slack.state.new_response_url(place.id, self.user.id, shown)
        url = self.slack.response_url(key)
        channel = {
            "id": place.id,
            "name": CHANNEL_TYPE[place.kind] if place.kind == "im" else place.name,
        }
        return await self._interact(place.id, body | {"channel": channel, "response_url": url}, key)

    async def feedback(self, message: Message, positive: bool = True) -> Asked:
        """Press the thumb up or down below a message."""
        for _, element in elements_of(message.blocks):
            if element["type"] == "feedback_buttons":
                half = element["positive_button" if positive else "negative_button"]
                return await self.press(message, element["action_id"], half["value"])
        raise AssertionError(f"no feedback buttons: {message.actions}")

    async def submit(self, view: ShownView, values: Json | None = None) -> Asked:
        """Send a modal; it closes, unless the bot answers with something else."""
        trigger = self.slack.state.new_trigger(self.user.id)
        body = payloads.submitted(self.user, view, values or {}, trigger)
        asked = await self._interact(self.direct.id, body, None)
        ack = asked.delivery.attempts[-1].ack
        action = ack.payload.get("response_action") if ack else None
        if action == "update" and ack:
            view.body = ack.payload["view"]
        elif action == "clear":
            self.slack.state.modals = [v for v in self.slack.state.modals if v.user != self.user.id]
        elif action is None and asked.acknowledged:
            self.slack.state.modals.remove(view)
        return asked

    async def close(self, view: ShownView) -> None:
        """Close a modal; the bot hears of it where it asked to."""
        self.slack.state.modals.remove(view)
        if view.body.get("notify_on_close"):
            await self._interact(self.direct.id, payloads.closed(self.user, view), None)

    # -- opening

    async def open_home(self, tab: str = "home") -> Asked:
        """Open the app: its home tab, or the tab of messages."""
        view = self.slack.home_of(self) if tab == "home" else None
        ts = self.slack.state.new_ts()
        event = payloads.home_opened(self.user, self.direct, tab, view, ts)
        return await self._told_directly(event)

    async def stop(self, question: Message) -> Asked:
        """Press the button that stops an answer to something said, while it is on its way."""
        event = payloads.session_stopped(self.user, question, self.slack.state.new_ts())
        return await self._told_directly(event)

    async def open_assistant(self, beside: Conversation | None = None) -> Pane:
        """Open the assistant pane, on a thread that is new; perhaps beside a channel."""
        place, ts = self.direct, self.slack.state.new_ts()
        root = Message(place.id, ts, BOT_USER, "New Assistant Thread", thread_ts=ts, bot_id=BOT_ID)
        root.subtype = "assistant_app_thread"
        self.slack.state.put(root)
        deliveries = await self._pane_event("assistant_thread_started", root, beside)
        return Pane(place, root, deliveries)

    async def look_at(self, pane: Pane, beside: Conversation) -> None:
        """Go to another channel while the pane stays open."""
        kind = "assistant_thread_context_changed"
        pane.deliveries += await self._pane_event(kind, pane.root, beside)

    async def _pane_event(
        self, kind: str, root: Message, beside: Conversation | None
    ) -> list[Delivery]:
        context = (
            {"channel_id": beside.id, "team_id": TEAM, "enterprise_id": None} if beside else {}
        )
        ts = self.slack.state.new_ts()
        event = payloads.assistant_thread(kind, self.user, root, context, ts)
        return (await self._told_directly(event)).deliveries

    async def _told_directly(self, event: Json) -> Asked:
        asked = Asked(self.direct.id, None)
        if event["type"] in self.slack.installation.events:
            body = payloads.event_callback(event)
            asked.deliveries.append(await self.slack.post.deliver("events_api", body))
        return asked

    async def _interact(self, channel: str, body: Json, key: str | None) -> Asked:
        delivery = await self.slack.post.deliver("interactive", body)
        return Asked(channel, None, [delivery], key)


def escaped(text: str) -> str:
    """Return words as Slack sends them on: its own marks stay, others are escaped."""
    parts = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"&lt;@(U[A-Z0-9]+)&gt;", r"<@\1>", parts)


def _as_rich_text(text: str) -> Json:
    """Return the block that a person's client makes of what they type."""
    parts = text.split(f"<@{BOT_USER}>")
    elements: list[Json] = []
    for number, part in enumerate(parts):
        elements += [{"type": "user", "user_id": BOT_USER}] if number else []
        elements += [{"type": "text", "text": part}] if part else []
    section = {"type": "rich_text_section", "elements": elements}
    return {"type": "rich_text", "block_id": "said", "elements": [section]}


def _action(element: Json, value: str | None) -> Json:
    kind, told = element["type"], {"type": element["type"], "action_id": element["action_id"]}
    if kind == "feedback_buttons":
        halves = (element["positive_button"], element["negative_button"])
        half = next(half for half in halves if half["value"] == value)
        return told | {"value": value, "text": half["text"]}
    if "options" in element:
        chosen = next(o for o in element["options"] if o["value"] == value)
        return told | {"selected_option": chosen}
    optional = {key: element[key] for key in ("text", "value", "url", "style") if key in element}
    return told | optional
