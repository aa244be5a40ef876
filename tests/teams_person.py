"""People in the Teams organisation of tests: what they write and press, and what they see."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.teams_workspace import TeamsWorkspace

Json = dict[str, Any]

APP_ID = "11111111-2222-4333-8444-555555555555"
TENANT = "99999999-0000-4000-8000-000000000000"
BOT = f"28:{APP_ID}"


@dataclass
class Posted:
    """Something the bot posted."""

    id: str
    conversation: str
    activity: Json
    token: str
    versions: list[Json] = field(default_factory=list)
    """What it was before, oldest first."""

    @property
    def text(self) -> str:
        return str(self.activity.get("text") or "")

    @property
    def citations(self) -> dict[int, Json]:
        """Number → what the chip shows."""
        claims = [c for e in self.activity.get("entities") or [] for c in e.get("citation") or []]
        return {claim["position"]: claim["appearance"] for claim in claims}

    @property
    def card(self) -> Json:
        """The card, empty where there is none."""
        attached = self.activity.get("attachments") or []
        return attached[0]["content"] if attached else {}

    @property
    def prompts(self) -> list[str]:
        suggested = self.activity.get("suggestedActions") or {}
        return [action["value"] for action in suggested.get("actions", [])]

    def button(self, title: str) -> Json:
        """Return the button of the card that is called so."""
        return button_in(self.card, title)


@dataclass
class Delivered:
    """An activity, and what the bot said to it."""

    activity: Json
    status: int
    body: Json
    seconds: float

    @property
    def conversation(self) -> str:
        return str(self.activity["conversation"]["id"])


@dataclass
class Person:
    """Somebody in the organisation."""

    teams: "TeamsWorkspace"
    name: str
    number: int
    locale: str = "da-DK"
    tenant: str = TENANT

    @property
    def id(self) -> str:
        """The object id in Entra ID."""
        return f"{self.number:08d}-1111-4111-8111-111111111111"

    @property
    def account(self) -> str:
        return f"29:{self.name.lower()}-{self.number}"

    async def asks(self, text: str, **more: Any) -> Delivered:
        """Write to the bot alone."""
        return await self.teams.deliver(self.message(text, **more))

    async def mentions(self, place: str, text: str, thread: str | None = None) -> Delivered:
        """Mention the bot in a group chat or a channel, there in a new thread or in one."""
        return await self.teams.deliver(self.mention(place, text, thread))

    def message(self, text: str, **more: Any) -> Json:
        """Return a message to the bot alone, which nobody has delivered yet."""
        return self.activity("message", f"a:{self.number}", "personal", text=text, **more)

    def mention(self, place: str, text: str, thread: str | None = None) -> Json:
        """Return a message that mentions the bot."""
        is_channel = place.endswith("@thread.tacv2")
        called = "<at>Referent</at>"
        mention = {
            "type": "mention",
            "mentioned": {"id": BOT, "name": "Referent"},
            "text": called,
        }
        made = self.activity(
            "message",
            place,
            "channel" if is_channel else "groupChat",
            text=f"{called} {text}",
        )
        made["entities"].append(mention)
        if is_channel:
            made["conversation"]["id"] = f"{place};messageid={thread or made['id']}"
        return made

    def activity(self, kind: str, place: str, where: str, **more: Any) -> Json:
        """Return anything that happens somewhere."""
        group = {} if where == "personal" else {"isGroup": True}
        return {
            "type": kind,
            "id": self.teams.next_id(),
            "timestamp": "2026-11-22T10:00:00.000Z",
            "channelId": "msteams",
            "serviceUrl": self.teams.url,
            "from": {"id": self.account, "name": self.name, "aadObjectId": self.id},
            "recipient": {"id": BOT, "name": "Referent"},
            "conversation": {
                "id": place,
                "conversationType": where,
                "tenantId": self.tenant,
                **group,
            },
            "channelData": {"tenant": {"id": self.tenant}},
            "entities": [{"type": "clientInfo", "locale": self.locale, "platform": "Web"}],
            "locale": self.locale,
            **more,
        }

    async def adds_the_app(self, place: str | None = None) -> list[Delivered]:
        """Install the app: Teams tells of it twice."""
        where = "personal" if place is None else "channel"
        at = (place or f"a:{self.number}", where)
        added = [{"id": BOT, "name": "Referent"}]
        return [
            await self.teams.deliver(
                self.activity("conversationUpdate", *at, membersAdded=added, text=None)
            ),
            await self.teams.deliver(self.activity("installationUpdate", *at, action="add")),
        ]

    async def presses(
        self, shown: Posted, button: Json, inputs: Mapping[str, str] | None = None
    ) -> Json:
        """Press a button of a card; return what is shown."""
        data = {**button.get("data", {}), **(inputs or {})}
        value = {"action": {"type": "Action.Execute", "verb": button["verb"], "data": data}}
        told = await self._invokes("adaptiveCard/action", shown, value)
        assert told.status == 200
        return told.body

    async def judges(
        self, shown: Posted, reaction: str, feedback: str = "", *, names_it: bool = True
    ) -> Delivered:
        """Find an answer good or bad; a client for development does not say which."""
        value = {
            "actionName": "feedback",
            "actionValue": {"reaction": reaction, "feedback": feedback},
        }
        return await self._invokes("message/submitAction", shown, value, names_it=names_it)

    async def _invokes(
        self, name: str, shown: Posted, value: Json, *, names_it: bool = True
    ) -> Delivered:
        where = _kind_of(shown.conversation)
        made = self.activity("invoke", shown.conversation, where, name=name, value=value)
        if names_it:
            made["replyToId"] = shown.id
        return await self.teams.deliver(made)


def button_in(card: Json, title: str) -> Json:
    """Return the button of a card that is called so."""
    found = [one for one in parts_of(card) if one.get("title") == title]
    assert found, f"nothing is called {title}: {[one.get('title') for one in parts_of(card)]}"
    return found[0]


def parts_of(value: Any) -> list[Json]:
    """Return all objects within a card."""
    if isinstance(value, dict):
        return [value, *(part for one in value.values() for part in parts_of(one))]
    if isinstance(value, list):
        return [part for one in value for part in parts_of(one)]
    return []


def words_of(card: Json) -> str:
    """Return all words that a card shows."""
    return " ".join(str(part["text"]) for part in parts_of(card) if "text" in part)


def _kind_of(conversation: str) -> str:
    if conversation.startswith("a:"):
        return "personal"
    return "channel" if "@thread.tacv2" in conversation else "groupChat"
