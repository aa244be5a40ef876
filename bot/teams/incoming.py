"""What in Teams asks a question: activities as values of ours, and nothing else.

Teams names an activity by a number that is unique within its conversation only, so the two together
are what a question is known again by. One that is not acknowledged in time comes again as it was.
"""

import html
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import StrEnum

import msgspec

from bot.chat.answering import Due
from bot.chat.commands import command_said, language_said
from bot.chat.speech import says_nothing
from bot.replies import Language
from index.danish.personal_numbers import masked

SURFACE = "teams"
"""What questions of ours are known by in the inbox and among the answers."""
Payload = Mapping[str, object]
"""An activity as JSON gives it. Its shape is Teams': what is not as expected asks nothing."""


class Where(StrEnum):
    """The kind of conversation in which somebody asks, as Teams calls it."""

    PERSONAL = "personal"
    """Alone with the app."""
    GROUP = "groupChat"
    """In a chat of several people, or of a meeting."""
    CHANNEL = "channel"
    """In a thread of a channel."""


class Asking(msgspec.Struct, frozen=True):
    """A question in Teams, with where its answer belongs."""

    where: Where
    tenant: str
    """The organisation whose conversation it is."""
    conversation: str
    """Where the answer is posted; in a channel with the thread: "19:…;messageid=…"."""
    service_url: str
    """Through which it is posted; signed for by whoever delivered the question."""
    person: str
    """Object id in Entra ID; empty for somebody who has none, such as an anonymous guest."""
    account: str
    """What the person is called in chats: "29:…"."""
    message: str
    """Teams' name for the message in its conversation."""
    text: str
    """Without the mention of the app, and without personal numbers: it is kept on disk."""
    locale: str = ""
    greets: bool = False
    """Whether nobody asked: the app was added, and tells what it is there for."""
    shared: bool = False
    """Whether the channel is shared with other teams, perhaps of other organisations."""

    def __post_init__(self) -> None:
        if (safe := masked(self.text)) != self.text:
            msgspec.structs.force_setattr(self, "text", safe)

    @property
    def channel(self) -> str:
        """The conversation without the thread: what settings name."""
        return self.conversation.partition(";")[0]

    @property
    def subject(self) -> str:
        """What follow-ups share: the thread, or the whole chat."""
        return f"teams/{self.conversation}"

    @property
    def language(self) -> Language:
        """The language that the person has set."""
        return language_of(self.locale)

    @property
    def keys(self) -> tuple[str, ...]:
        """What it can be known again by; an app that is added again greets nobody anew."""
        if self.greets:
            return (f"teams/greeting/{self.channel}",)
        return (f"teams/message/{self.conversation}/{self.message}",)

    def due(self, id_: str, audiences: frozenset[str], received: datetime) -> Due:
        """Return what is to be answered."""
        return Due(
            id=id_,
            surface=SURFACE,
            command=command_said(self.text),
            language=language_said(self.text, self.language),
            conversation=self.subject,
            audiences=audiences,
            received=received,
            origin=encoded(self),
            person=f"{self.tenant}/{self.account}",
        )


def encoded(asking: Asking) -> bytes:
    """Return a question as bytes, to be kept."""
    return msgspec.json.encode(asking)


def decoded(payload: bytes) -> Asking:
    """Return the question that was kept.

    Raises:
        msgspec.DecodeError: The bytes hold none.
    """
    return msgspec.json.decode(payload, type=Asking)


def language_of(locale: str) -> Language:
    """Return our language for somebody's; Danish where nothing is told."""
    return "da" if locale.partition("-")[0].lower() in {"da", ""} else "en"


def message_place(conversation: str, message: str) -> str:
    """Return by what a message of ours is known, when somebody judges it."""
    return f"teams/{conversation}/{message}"


def asking_in(activity: Payload) -> Asking | None:
    """Return the question that an activity holds, `None` where it asks nothing of us."""
    if _text(activity, "channelId") != "msteams":
        return None
    match _text(activity, "type"):
        case "message":
            return _in_message(activity)
        case "installationUpdate" if _text(activity, "action") == "add":
            return _placed(activity, "", greets=True)
        case "conversationUpdate" if _adds_us(activity):
            return _placed(activity, "", greets=True)
    return None


def pressing_in(activity: Payload) -> Asking | None:
    """Return who pressed a button, and where; `None` where Teams does not tell."""
    is_teams = _text(activity, "channelId") == "msteams" and not is_of_a_bot(activity)
    return _placed(activity, "", greets=True) if is_teams else None


def _in_message(activity: Payload) -> Asking | None:
    said = _text(activity, "text")
    ours, others = _mentions(activity)
    asking = _placed(activity, _typed(said, ours, others))
    if asking is None or not asking.message or is_of_a_bot(activity):
        return None
    # With some permissions the app is told of what is said to others.
    if asking.where is not Where.PERSONAL and not ours:
        return None
    return None if asking.text and says_nothing(asking.text) else asking


def _placed(activity: Payload, text: str, *, greets: bool = False) -> Asking | None:
    """Return who says something where; `None` where Teams does not tell."""
    conversation, sender = _inner(activity, "conversation"), _inner(activity, "from")
    data, kind = _inner(activity, "channelData"), _text(conversation, "conversationType")
    id_, service_url = _text(conversation, "id"), _text(activity, "serviceUrl")
    account = _text(sender, "id")
    if kind not in set(Where) or not (_ID.fullmatch(id_) and service_url and account):
        return None
    message = _text(activity, "id")
    if kind == Where.CHANNEL and ";messageid=" not in id_ and not greets:
        id_ = f"{id_};messageid={message}"
    tenant = _text(_inner(data, "tenant"), "id") or _text(conversation, "tenantId")
    return Asking(
        where=Where(kind),
        tenant=tenant.lower(),
        conversation=id_,
        service_url=service_url,
        person=_text(sender, "aadObjectId").lower(),
        account=account,
        message=message,
        text=text,
        locale=_locale(activity),
        greets=greets,
        shared=_text(_inner(data, "channel"), "type") == "shared",
    )


_ID = re.compile(r"[^\s/?#%\\]{1,500}")
"""A conversation's id stands in the path that an answer is posted to."""


def is_of_a_bot(activity: Payload) -> bool:
    """Tell whether no person sent it: answering bots is how loops begin."""
    sender, us = _inner(activity, "from"), _inner(activity, "recipient")
    account = _text(sender, "id")
    is_bot = _text(sender, "role").lower() in {"bot", "skill"} or account.startswith("28:")
    return is_bot or account == _text(us, "id")


def _adds_us(activity: Payload) -> bool:
    added, us = activity.get("membersAdded"), _text(_inner(activity, "recipient"), "id")
    members = added if isinstance(added, list) else []
    return any(isinstance(m, Mapping) and us and m.get("id") == us for m in members)


def _mentions(activity: Payload) -> tuple[list[str], dict[str, str]]:
    """Return how we are mentioned, and how others are, with their names."""
    us = _text(_inner(activity, "recipient"), "id")
    ours: list[str] = []
    others: dict[str, str] = {}
    for entity in _listed(activity, "entities"):
        mentioned, words = _inner(entity, "mentioned"), _text(entity, "text")
        if _text(entity, "type") != "mention" or not words:
            continue
        if us and _text(mentioned, "id") == us:
            ours.append(words)
        else:
            others[words] = _text(mentioned, "name")
    return ours, others


def _typed(said: str, ours: list[str], others: Mapping[str, str]) -> str:
    """Return words as they were typed: without our name, others by theirs."""
    for mention in ours:
        said = said.replace(mention, " ")
    for mention, name in others.items():
        said = said.replace(mention, name)
    return " ".join(html.unescape(said).split()).strip(" ,:")


def _locale(activity: Payload) -> str:
    told = _text(activity, "locale")
    infos = (e for e in _listed(activity, "entities") if _text(e, "type") == "clientInfo")
    return told or next((_text(info, "locale") for info in infos), "")


def _inner(body: Payload, name: str) -> Payload:
    value = body.get(name)
    return value if isinstance(value, Mapping) else {}


def _listed(body: Payload, name: str) -> Iterator[Payload]:
    value = body.get(name)
    yield from (one for one in (value if isinstance(value, list) else []) if isinstance(one, dict))


def _text(body: Payload, name: str) -> str:
    value = body.get(name)
    return value if isinstance(value, str) else ""
