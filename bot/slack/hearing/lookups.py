"""What is looked up in Slack and remembered for a while: whether a channel is shared, languages."""

import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from bot.inbox.surfaces import RetryLater
from bot.incidents import log_incident
from bot.replies import Language
from bot.slack.calls import SlackCalls, SlackRefused
from bot.slack.hearing.audiences import Audiences, Conversation, conversation_of
from bot.slack.hearing.incoming import Asking

V = TypeVar("V")
_log = logging.getLogger("referent.slack")

CHANNEL_KEPT = 60.0
"""Seconds. A channel that is shared meanwhile is told of at once: see `forget_channel`."""
PERSON_KEPT = 3600.0
MOST = 10_000
"""Entries that are remembered; more are forgotten all at once, and looked up again."""


@dataclass(frozen=True, slots=True)
class Person:
    """What Slack tells of somebody."""

    language: Language
    name: str | None
    """As they are shown in Slack."""
    full_name: str | None
    """As papers are likely to call them."""


class Lookups:
    """What Slack tells of channels and people."""

    def __init__(
        self,
        calls: SlackCalls,
        audiences: Audiences,
        default: Language,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take whom to ask, the audiences of the settings, and the language of those unknown."""
        self._calls = calls
        self._audiences = audiences
        self.default = default
        self._clock = clock
        self._channels: dict[str, tuple[float, Conversation]] = {}
        self._people: dict[str, tuple[float, Person]] = {}

    async def audience(self, asking: Asking, *, fresh: bool = False) -> frozenset[str]:
        """Return for whom an answer may be written; where Slack cannot tell, open papers only.

        `fresh`: nothing is taken from memory, right before something closed is shown.
        """
        if asking.where.is_private or not self._audiences.channels.get(asking.channel):
            # Nothing that Slack could tell of it would open more.
            return self._audiences.of(asking, None)
        if fresh:
            self.forget_channel(asking.channel)
        return self._audiences.of(asking, await self._conversation(asking.channel))

    async def language(self, user: str) -> Language:
        """Return the language that somebody has set in Slack."""
        found = await self._person(user)
        return found.language if found is not None else self.default

    async def name(self, user: str) -> str | None:
        """Return what somebody is called in Slack; `None` where Slack cannot tell."""
        found = await self._person(user)
        return found.name if found is not None else None

    async def full_name(self, user: str) -> str | None:
        """Return somebody's whole name; `None` where Slack knows nobody by that id.

        Raises:
            RetryLater: Slack cannot be asked now.
        """
        found = await self._looked_up(user)
        return found.full_name if found is not None else None

    async def is_alone(self, asking: Asking) -> bool:
        """Tell whether nobody but the asker has written in a thread; where Slack tells it not: no.

        What one person says in a thread of theirs with us is said to nobody else.
        """
        if asking.thread is None:
            return False
        try:
            return await self._calls.writers(asking.channel, asking.thread) == {asking.user}
        except (RetryLater, SlackRefused) as error:
            log_incident("a thread could not be looked up, so what is said in it is left", error)
            return False

    async def check(self) -> None:
        """Log the channels and people of the settings that Slack does not know."""
        for channel in self._audiences.channels:
            await self._known(f"slack.channels.{channel}", self._calls.channel(channel))
        for person in self._audiences.people:
            await self._known(f"slack.people.{person}", self._calls.person(person))

    async def _known(self, setting: str, looked_up: Awaitable[object]) -> None:
        try:
            await looked_up
        except SlackRefused as refused:
            _log.warning(
                "setting %s: Slack says %s; nothing but open papers is shown there until it knows "
                "it, and the app is a member of a private channel",
                setting,
                refused.code,
            )
        except RetryLater:
            return  # whether it is known shows when somebody asks there

    def forget_channel(self, channel: str) -> None:
        """Look a channel up again next time: it is being shared, or no longer is."""
        self._channels.pop(channel, None)

    async def _person(self, user: str) -> Person | None:
        try:
            return await self._looked_up(user)
        except RetryLater:
            return None

    async def _looked_up(self, user: str) -> Person | None:
        kept = self._people.get(user)
        if kept is not None and self._clock() - kept[0] < PERSON_KEPT:
            return kept[1]
        try:
            told = await self._calls.person(user)
        except SlackRefused:
            return None
        language = _language(str(told.get("locale") or ""), self.default)
        found = Person(language, _name(told), _full_name(told))
        _keep(self._people, user, (self._clock(), found))
        return found

    async def _conversation(self, channel: str) -> Conversation | None:
        kept = self._channels.get(channel)
        if kept is not None and self._clock() - kept[0] < CHANNEL_KEPT:
            return kept[1]
        try:
            told: Mapping[str, object] = await self._calls.channel(channel)
        except (RetryLater, SlackRefused) as error:
            log_incident("a channel could not be looked up, so it gets open papers only", error)
            return None
        found = conversation_of(told)
        _keep(self._channels, channel, (self._clock(), found))
        return found


def _language(locale: str, default: Language) -> Language:
    match locale.partition("-")[0].lower():
        case "da":
            return "da"
        case "":
            return default
    return "en"


def _name(told: Mapping[str, object]) -> str | None:
    """Return the name that others see: the one that somebody has chosen goes first."""
    return _first(_profile(told, "display_name"), told.get("real_name"), told.get("name"))


def _full_name(told: Mapping[str, object]) -> str | None:
    return _first(_profile(told, "real_name"), told.get("real_name"), _name(told))


def _profile(told: Mapping[str, object], name: str) -> object:
    profile = told.get("profile")
    return profile.get(name) if isinstance(profile, Mapping) else None


def _first(*names: object) -> str | None:
    return next((name for name in names if isinstance(name, str) and name.strip()), None)


def _keep(table: dict[str, V], key: str, value: V) -> None:
    if len(table) >= MOST:
        table.clear()
    table[key] = value
