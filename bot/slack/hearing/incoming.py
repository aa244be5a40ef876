"""What in Slack asks a question: payloads of Slack as values of ours, and nothing else.

Slack tells of one message several times: a mention in a channel comes as a mention and as a
message, each under an id of its own; what was not acknowledged in time comes again; unfurling a
link edits the message. Channel and time of the message are the same every time, so they are the
key beside the event's own id.
"""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum

import msgspec

from bot.chat.answering import Due
from bot.chat.commands import Command, command_in, command_said
from bot.chat.speech import asks_on, goes_on, greets, is_too_long, says_nothing
from bot.replies import Language
from bot.slack.hearing.edits import as_written, edit_key
from index.danish.personal_numbers import masked

SURFACE = "slack"
"""What questions of ours are known by in the inbox and among the answers."""
Payload = Mapping[str, object]
"""A payload as JSON gives it. Its shape is Slack's: what is not as expected is no question."""


class Where(StrEnum):
    """The kind of place in which somebody asks."""

    CHANNEL = "channel"
    """Mentioned, or in a thread of ours, where everyone of the channel reads along."""
    DIRECT = "direct"
    """Alone with the app; the answer begins a thread."""
    THREAD = "pane"  # as it is kept on disk
    """Alone with the app, in a thread that has begun."""
    COMMAND = "command"
    """By `/referent`: answered to the asker alone, wherever that is."""
    SHARED = "shared"
    """A private answer that its asker shows to the channel."""

    @property
    def is_private(self) -> bool:
        """Whether only the asker reads the answer."""
        return self not in {Where.CHANNEL, Where.SHARED}


class Asking(msgspec.Struct, frozen=True):
    """A question in Slack, with where its answer belongs."""

    where: Where
    team: str
    channel: str
    user: str
    text: str
    """Without the mention of the app, and without personal numbers: it is kept on disk."""
    ts: str
    """Slack's name for the message; of a command, its trigger."""
    thread: str | None
    """Of the thread it stands in, or begins in a channel; `None` where there is none."""
    response_url: str | None = None
    """Where a command is answered; whoever holds it may write there for half an hour."""
    keys: tuple[str, ...] = ()
    """What it can be known again by."""
    overheard: bool = False
    """Whether it stands in a thread of ours without a mention: it may not be meant for us."""

    def __post_init__(self) -> None:
        if (safe := masked(self.text)) != self.text:
            msgspec.structs.force_setattr(self, "text", safe)

    def due(
        self, id_: str, audiences: frozenset[str], language: Language, received: datetime
    ) -> Due:
        """Return what is to be answered; `language` is that of a sub-command."""
        return Due(
            id=id_,
            surface=SURFACE,
            command=self.command,
            language=language,
            conversation=self.conversation,
            audiences=audiences,
            received=received,
            origin=encoded(self),
            person=f"{self.team}/{self.user}",
            briefly=self.where is Where.COMMAND,
            message=self.message,
            alone=self.is_alone,
            below=self.conversation if self.where is Where.THREAD else "",
        )

    @property
    def command(self) -> Command:
        """The question, or the sub-command that stands for one.

        What is said to us may be one as well: "sag 24/117". What people say to each other is none,
        and what is shared is a question already.
        """
        if self.where is Where.COMMAND:
            return command_in(self.text)
        if self.where is Where.SHARED or self.overheard:
            return Command(None, self.text.strip())
        return command_said(self.text)

    @property
    def is_alone(self) -> bool:
        """Whether it leans on nothing that was asked before it.

        What stands in no thread is mostly of a matter of its own; read as a follow-up, it would be
        answered of another. In a thread people have chosen to go on.
        """
        return self.where in {Where.COMMAND, Where.DIRECT} and not goes_on(self.text)

    @property
    def conversation(self) -> str:
        """What its follow-ups share: the thread, or the whole talk where there is none.

        What somebody asks by commands in a channel is nobody else's to go on with. What is shared
        stands alone: it follows nothing that was shared there before.
        """
        if self.where is Where.COMMAND:
            return conversation_in(self.team, self.channel, f"@{self.user}")
        if self.where is Where.SHARED:
            return conversation_in(self.team, self.channel, f"!{self.ts}")
        return self.in_thread(self.thread)

    @property
    def answered_in(self) -> str | None:
        """The thread to answer in; `None` where the answer is no reply."""
        return self.ts if self.where is Where.DIRECT else self.thread

    @property
    def message(self) -> str:
        """The message that asks: the place of its answers, where a thread may begin at it."""
        return self.in_thread(self.ts)

    def in_thread(self, thread: str | None) -> str:
        """Return what the follow-ups in a thread of its channel share."""
        return conversation_in(self.team, self.channel, thread)


def conversation_in(team: str, channel: str, thread: str | None) -> str:
    """Return what the questions of a thread share."""
    return f"{team}/{channel}/{thread or ''}"


def encoded(asking: Asking) -> bytes:
    """Return a question as bytes, to be kept."""
    return msgspec.json.encode(asking)


def decoded(payload: bytes) -> Asking:
    """Return the question that was kept.

    Raises:
        msgspec.DecodeError: The bytes hold none.
    """
    return msgspec.json.decode(payload, type=Asking)


def team_of(body: Payload) -> str:
    """Return the workspace that a payload is of."""
    return _text(body, "team_id")


def asking_in_event(
    body: Payload, app_user: str, is_ours: Callable[[str, str], bool]
) -> Asking | None:
    """Return the question that an event of the Events API holds, `None` when it asks nothing of us.

    Args:
        body: The outer payload: `team_id`, `event_id`, `event`.
        app_user: The app's own user id.
        is_ours: Whether a thread (channel, time of its first message) is one we have answered in.
    """
    told = body.get("event")
    event = as_written(told, f"<@{app_user}>") if isinstance(told, Mapping) else None
    if event is None or _is_of_a_bot(event, app_user):
        return None
    kind, channel, ts = (_text(event, name) for name in ("type", "channel", "ts"))
    user, said = _text(event, "user"), _text(event, "text")
    if not (channel and ts and user):
        return None
    thread = _text(event, "thread_ts") or None
    mention = f"<@{app_user}>"
    mentioned = mention in said or re.search(rf"<@{re.escape(app_user)}\|[^>]*>", said) is not None
    match kind, _text(event, "channel_type"):
        case "app_mention", _:
            where = Where.CHANNEL
        case "message", "im":
            where = Where.THREAD if thread is not None else Where.DIRECT
        case "message", ("channel" | "group" | "mpim"):
            goes_on = thread is not None and is_ours(channel, thread) and _is_for_us(said, app_user)
            if not mentioned and not goes_on:
                return None
            where = Where.CHANNEL
        case _:
            return None
    text = _without_mention(said, app_user)
    overheard = where is Where.CHANNEL and not mentioned
    if not overheard and _asks_what(text, said, mentioned=mentioned):
        text = CALLED
    if says_nothing(text) or (overheard and (greets(text) or is_too_long(text))):
        return None
    return Asking(
        where=where,
        team=team_of(body) or _text(event, "team"),
        channel=channel,
        user=user,
        text=text,
        ts=ts,
        thread=(thread or ts) if where is Where.CHANNEL else thread,
        overheard=overheard,
        keys=tuple(filter(None, (_event_key(body), edit_key(event, message_key(channel, ts))))),
    )


def asking_in_command(body: Payload) -> Asking | None:
    """Return the question that a slash command asks, `None` when it holds no words."""
    said = _EMOJI.sub(" ", _text(body, "text"))
    text, trigger = _typed(said).strip(), _text(body, "trigger_id")
    channel, user = _text(body, "channel_id"), _text(body, "user_id")
    if not (text and channel and user):
        return None
    return Asking(
        where=Where.COMMAND,
        team=team_of(body),
        channel=channel,
        user=user,
        text=text,
        ts=trigger,
        thread=None,
        response_url=_text(body, "response_url") or None,
        keys=(f"slack/trigger/{trigger}",),
    )


def message_key(channel: str, ts: str) -> str:
    """Return the key of a message, the same however it is told of."""
    return f"slack/message/{channel}/{ts}"


def _event_key(body: Payload) -> str:
    event_id = _text(body, "event_id")
    return f"slack/event/{event_id}" if event_id else ""


_SPOKEN = frozenset({"", "file_share", "thread_broadcast", "me_message"})
"""Subtypes of messages that somebody wrote; edits, joins and the posts of bots have others."""


def _is_of_a_bot(event: Payload, app_user: str) -> bool:
    """Tell whether no person wrote it: answering bots is how loops begin."""
    if event.get("bot_id") or event.get("bot_profile") or _text(event, "user") == app_user:
        return True
    return _text(event, "subtype") not in _SPOKEN or bool(event.get("hidden"))


def _is_for_us(said: str, app_user: str) -> bool:
    """Tell whether a message in a thread of ours asks on, and does not speak to somebody else."""
    others = [user for user in _MENTIONED.findall(said) if user != app_user]
    return asks_on(said) and not others and not _ALOUD.search(said)


_MENTIONED = re.compile(r"<@([A-Z0-9]+)(?:\|[^>]*)?>")
CALLED = "help"
"""What somebody asks who names us and says nothing."""


def _asks_what(text: str, said: str, *, mentioned: bool) -> bool:
    """Tell whether somebody wants to know what to do here: by our name alone, "???", or a wave."""
    if any(character.isalnum() for character in text):
        return False
    alone = mentioned and not text and _EMOJI.search(said) is None
    return alone or "?" in text or _WAVE in said


_WAVE = ":wave:"
_EMOJI = re.compile(r"(?<![\w:]):(?=[^:]*[a-z+-])[a-z0-9_+'-]{1,100}:(?:skin-tone-\d:)?(?![\w:])")
"""An emoji by its name, as Slack tells it: no word of a question."""
_ALOUD = re.compile(r"<!(?:here|channel|everyone|subteam)")


def _without_mention(said: str, app_user: str) -> str:
    left = re.sub(rf"<@{re.escape(app_user)}(?:\|[^>]*)?>", " ", said)
    return _typed(" ".join(_EMOJI.sub(" ", left).split()).strip(" ,:"))


def _typed(said: str) -> str:
    """Return words as they were typed: Slack escapes three characters, and no others."""
    return said.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _text(body: Payload, name: str) -> str:
    """Return what stands there; half of a pair that makes one sign (U+D800…) is on no disk."""
    value = body.get(name)
    return value.encode(errors="replace").decode() if isinstance(value, str) else ""
