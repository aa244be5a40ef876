"""Microsoft's library for Teams, imported here and nowhere else: it takes a second to load.

Loading it would read the `.env` file nearest to the current folder into the environment, and warn
of what is experimental in it. Neither is ours to want: a stray file must change nothing.
"""

import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

_DOTENV_OFF = "PYTHON_DOTENV_DISABLED"


@contextmanager
def _tamed() -> Iterator[None]:
    before = dict(os.environ)
    os.environ[_DOTENV_OFF] = "1"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for name in os.environ.keys() - before.keys():
            del os.environ[name]
        os.environ.update(before)


with _tamed():
    from microsoft_teams.api import ClientCredentials
    from microsoft_teams.api.activities.message.message import MessageActivityInput
    from microsoft_teams.api.activities.typing import TypingActivityInput
    from microsoft_teams.api.auth.cloud_environment import PUBLIC, with_overrides
    from microsoft_teams.api.clients.conversation.client import ConversationClient
    from microsoft_teams.api.models.attachment.attachment import Attachment
    from microsoft_teams.api.models.card.card_action import CardAction
    from microsoft_teams.api.models.card.card_action_type import CardActionType
    from microsoft_teams.api.models.entity.citation_entity import (
        CitationAppearance,
        CitationIconName,
    )
    from microsoft_teams.api.models.suggested_actions import SuggestedActions
    from microsoft_teams.apps.auth import TokenValidator
    from microsoft_teams.apps.token_manager import TokenManager
    from microsoft_teams.common import Client, ClientOptions

__all__ = [
    "PUBLIC",
    "Attachment",
    "CardAction",
    "CardActionType",
    "CitationAppearance",
    "CitationIconName",
    "Client",
    "ClientCredentials",
    "ClientOptions",
    "ConversationClient",
    "MessageActivityInput",
    "SuggestedActions",
    "TokenManager",
    "TokenValidator",
    "TypingActivityInput",
    "with_overrides",
]
