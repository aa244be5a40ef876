"""What a Slack workspace holds: people, conversations, messages, views. No network in here."""

import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

Json = dict[str, Any]

TEAM = "T0REFERENT"
OTHER_TEAM = "T0NABO"
"""The organisation that shared channels are shared with."""
APP, BOT_USER, BOT_ID = "A0REFERENT", "U0BOT", "B0BOT"
OTHER_BOT_USER, OTHER_BOT_ID = "U0OTHERBOT", "B0OTHERBOT"

ConversationKind = Literal["public", "private", "im", "mpim"]
CHANNEL_TYPE = {"public": "channel", "private": "group", "im": "im", "mpim": "mpim"}
"""What an event calls a kind of conversation."""
SCOPE_PREFIX = {"public": "channels", "private": "groups", "im": "im", "mpim": "mpim"}
"""What scopes and events call a kind of conversation."""

RESPONSE_URL_USES = 5
RESPONSE_URL_SECONDS = 30 * 60
TRIGGER_SECONDS = 3


@dataclass(eq=False)
class User:
    """Somebody with a name, of this organisation or of another."""

    id: str
    name: str
    locale: str = "da-DK"
    team: str = TEAM
    is_bot: bool = False


@dataclass(eq=False)
class Conversation:
    """A channel, a group or a direct conversation, and who is in it."""

    id: str
    name: str
    kind: ConversationKind
    members: set[str] = field(default_factory=set)
    shared_with: tuple[str, ...] = ()
    """Other organisations that are in it."""
    pending_with: tuple[str, ...] = ()
    """Other organisations that are invited and may be in it any moment."""
    archived: bool = False

    @property
    def has_the_bot(self) -> bool:
        return BOT_USER in self.members


@dataclass(eq=False)
class Message:
    """One message as it stands now; changed in place, as people see it change."""

    channel: str
    ts: str
    user: str
    text: str = ""
    thread_ts: str | None = None
    blocks: list[Json] = field(default_factory=list)
    attachments: list[Json] = field(default_factory=list)
    metadata: Json | None = None
    bot_id: str | None = None
    subtype: str | None = None
    only_for: str | None = None
    """The one user who sees it, when it is ephemeral."""
    came_by: str | None = None
    """The response_url that it came through, or whose payload was acknowledged with it."""
    stream: Literal["", "open", "done"] = ""
    chunks: list[Json] = field(default_factory=list)
    """Of a streamed message: tasks and plans, beside its text."""
    deleted: bool = False
    edited: Json | None = None
    versions: int = 1

    @property
    def is_ours(self) -> bool:
        return self.bot_id == BOT_ID

    @property
    def thread(self) -> str:
        """The thread that an answer to this message goes to."""
        return self.thread_ts or self.ts

    @property
    def shown(self) -> str:
        """Every word that a person reads in it, a line a block."""
        words = list(texts_of(self.blocks))
        return "\n".join([self.text, *words] if self.stream or not words else words)

    @property
    def actions(self) -> list[str]:
        """The action ids that can be pressed, in reading order."""
        return [element["action_id"] for _, element in elements_of(self.blocks)]

    def as_json(self, with_metadata: bool = True) -> Json:
        """Return the message as the Web API and events give it."""
        told: Json = {"type": "message", "ts": self.ts, "user": self.user, "text": self.text}
        told["team"] = TEAM
        if self.bot_id:
            told |= {"bot_id": self.bot_id}
            told |= {"app_id": APP} if self.is_ours else {}
        optional = {
            "subtype": self.subtype,
            "thread_ts": self.thread_ts,
            "blocks": self.blocks,
            "attachments": self.attachments,
            "edited": self.edited,
            "metadata": self.metadata if with_metadata else None,
        }
        return told | {key: value for key, value in optional.items() if value}


@dataclass(eq=False)
class ShownView:
    """A modal or a home tab as a person has it before them."""

    id: str
    user: str
    type: str
    body: Json
    hash: str

    @property
    def blocks(self) -> list[Json]:
        return list(self.body["blocks"])

    @property
    def title(self) -> str:
        return str(self.body.get("title", {}).get("text", ""))

    @property
    def shown(self) -> str:
        """Every word that a person reads in it, a line a block."""
        return "\n".join(texts_of(self.blocks))

    @property
    def actions(self) -> list[str]:
        """The action ids that can be pressed, in reading order."""
        return [element["action_id"] for _, element in elements_of(self.blocks)]

    def as_json(self) -> Json:
        """Return the view as payloads and answers give it."""
        empty: Json = {"private_metadata": "", "callback_id": "", "state": {"values": {}}}
        given = {"id": self.id, "team_id": TEAM, "hash": self.hash, "app_id": APP, "bot_id": BOT_ID}
        return empty | self.body | given


@dataclass(eq=False)
class ResponseUrl:
    """A place to answer a command or an interaction at, for a while."""

    id: str
    channel: str
    user: str
    made: float
    original: Message | None
    """The message whose button was pressed; none for a slash command."""
    uses: int = 0


@dataclass(eq=False)
class AssistantThread:
    """What the pane shows beside the messages of a thread."""

    status: str = ""
    loading_messages: list[str] = field(default_factory=list)
    title: str = ""
    prompts: list[Json] = field(default_factory=list)
    statuses: list[str] = field(default_factory=list)
    """Every status there was, oldest first."""


class State:
    """The whole workspace at this moment, and its clock."""

    def __init__(self) -> None:
        self.users: dict[str, User] = {}
        self.conversations: dict[str, Conversation] = {}
        self.messages: dict[str, dict[str, Message]] = {}
        self.homes: dict[str, ShownView] = {}
        self.modals: list[ShownView] = []
        self.panes: dict[tuple[str, str], AssistantThread] = {}
        self.response_urls: dict[str, ResponseUrl] = {}
        self.triggers: dict[str, tuple[str, float]] = {}
        self.used_triggers: set[str] = set()
        self.tell: Callable[[Json, Conversation], object] = lambda event, conversation: None
        """Called with each event that the bot may have subscribed to."""
        self._skipped = 0.0
        self._numbers = itertools.count(1)
        self.add_user(User(BOT_USER, "referent", is_bot=True))
        self.add_user(User(OTHER_BOT_USER, "andenbot", is_bot=True))

    def now(self) -> float:
        """Return the seconds since the epoch, with what `pass_time` skipped."""
        return time.time() + self._skipped

    def pass_time(self, seconds: float) -> None:
        """Make it later, for what expires; signatures go by the real clock."""
        self._skipped += seconds

    def number(self) -> int:
        """Return a number that was not given before."""
        return next(self._numbers)

    def new_ts(self) -> str:
        """Return the identity of a new message, later than every other."""
        return f"{int(self.now())}.{self.number():06d}"

    def add_user(self, user: User) -> User:
        """Take somebody in."""
        self.users[user.id] = user
        return user

    def add_conversation(self, conversation: Conversation) -> Conversation:
        """Open a conversation."""
        self.conversations[conversation.id] = conversation
        self.messages[conversation.id] = {}
        return conversation

    def direct(self, *users: str) -> Conversation:
        """Return the bot's conversation with one user or with several, opened if need be."""
        members = {BOT_USER, *users}
        kind: ConversationKind = "im" if len(users) == 1 else "mpim"
        for conversation in self.conversations.values():
            if conversation.kind == kind and conversation.members == members:
                return conversation
        name = users[0] if kind == "im" else "mpdm-" + "--".join(sorted(users))
        prefix = "D" if kind == "im" else "G"
        return self.add_conversation(
            Conversation(f"{prefix}{self.number():08d}", name, kind, members)
        )

    def put(self, message: Message) -> Message:
        """Let a message stand in its conversation."""
        self.messages[message.channel][message.ts] = message
        return message

    def standing(self, channel: str, thread: str | None = None) -> list[Message]:
        """Return what stands in a conversation, or in one thread of it, oldest first."""
        return [
            message
            for message in self.messages[channel].values()
            if not message.deleted and (thread is None or message.thread == thread)
        ]

    def new_trigger(self, user: str) -> str:
        """Return what opens one modal for a user, within three seconds."""
        trigger = f"{self.number()}.{TEAM}.{self.number():016x}"
        self.triggers[trigger] = (user, self.now())
        return trigger

    def new_response_url(self, channel: str, user: str, original: Message | None) -> str:
        """Return the identity of a place to answer at."""
        key = f"{self.number():012d}"
        self.response_urls[key] = ResponseUrl(key, channel, user, self.now(), original)
        return key


def texts_of(part: object) -> Iterator[str]:
    """Yield every text that stands in blocks, in reading order."""
    if isinstance(part, list):
        for each in part:
            yield from texts_of(each)
    elif isinstance(part, dict):
        if isinstance(part.get("text"), str):
            yield part["text"]
        for key, value in part.items():
            if isinstance(value, (dict, list)) and key not in ("confirm", "options"):
                yield from texts_of(value)


def elements_of(blocks: list[Json]) -> Iterator[tuple[Json, Json]]:
    """Yield what can be pressed or filled in, each with its block."""
    for block in blocks:
        inside = [*block.get("elements", []), *block.get("actions", [])]
        inside += [block[key] for key in ("accessory", "element") if block.get(key)]
        for element in inside:
            if isinstance(element, dict) and element.get("action_id"):
                yield block, element
        yield from elements_of(block.get("child_blocks", []))
