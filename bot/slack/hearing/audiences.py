"""Who may read an answer in Slack: decided by the conversation, in a channel never by the asker."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.slack.hearing.incoming import Asking
from index.documents import OPEN

OPEN_ONLY = frozenset({OPEN})


@dataclass(frozen=True, slots=True)
class Conversation:
    """What Slack tells of a channel."""

    is_shared: bool
    """With another organisation, or about to be: people of whom nothing is known read along."""


@dataclass(frozen=True, slots=True)
class Audiences:
    """The audiences of channels and of people, as the settings have them."""

    channels: Mapping[str, frozenset[str]]
    """Channel id → audiences of which everyone in the channel is a member."""
    people: Mapping[str, frozenset[str]]
    """User id → audiences that the user is a member of."""

    def of(self, asking: Asking, conversation: Conversation | None) -> frozenset[str]:
        """Return for whom an answer may be written.

        Args:
            asking: The question.
            conversation: Its channel; `None` where Slack could not be asked: then open papers only.
        """
        if not asking.where.is_private:
            if conversation is None or conversation.is_shared:
                return OPEN_ONLY
            return OPEN_ONLY | self.channels.get(asking.channel, frozenset())
        # Only the asker reads it, wherever it is shown.
        return OPEN_ONLY | self.people.get(asking.user, frozenset())


def conversation_of(channel: Mapping[str, object]) -> Conversation:
    """Return what `conversations.info` tells of a channel; whatever is unknown counts as shared."""
    signs = ("is_ext_shared", "is_pending_ext_shared", "is_org_shared")
    told = [channel.get(sign) for sign in signs]
    pending = channel.get("pending_shared") or channel.get("pending_connected_team_ids")
    return Conversation(is_shared=any(told) or bool(pending) or "is_ext_shared" not in channel)
