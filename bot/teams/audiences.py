"""Who may read an answer in Teams: decided by the conversation, never by who asks among others."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.teams.incoming import Asking, Where
from index.documents import OPEN

OPEN_ONLY = frozenset({OPEN})


@dataclass(frozen=True, slots=True)
class Audiences:
    """The audiences of channels, group chats and people, as the settings have them."""

    tenant: str | None
    """The organisation that the settings speak of; `None` for a client on this machine."""
    channels: Mapping[str, frozenset[str]]
    """Channel or group chat → audiences of which everyone in it is a member."""
    people: Mapping[str, frozenset[str]]
    """Object id, in lower case → audiences of that person."""

    def of(self, asking: Asking) -> frozenset[str]:
        """Return for whom an answer may be written.

        Open papers only, where the conversation is another organisation's, where the channel is
        shared with other teams, and wherever the settings say nothing.
        """
        if self.tenant is not None and asking.tenant != self.tenant.lower():
            return OPEN_ONLY
        match asking.where:
            case Where.PERSONAL:
                # Nobody has an empty id.
                return OPEN_ONLY | (self.people.get(asking.person) or frozenset())
            case Where.GROUP | Where.CHANNEL if not asking.shared:
                return OPEN_ONLY | self.channels.get(asking.channel, frozenset())
        return OPEN_ONLY
