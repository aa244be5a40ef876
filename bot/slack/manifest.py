"""What the app is in Slack: its scopes, events and command, each with what it is there for."""

from collections.abc import Collection, Iterable

from bot.replies import Language
from bot.wording import phrase

COMMAND = "/referent"
LONGEST_NAME = 35
"""Characters of an app's name, as Slack takes it."""

SCOPES: dict[str, str] = {
    "app_mentions:read": "is told where somebody mentions it",
    "assistant:write": "is an agent: suggests questions where somebody begins to write to it",
    "channels:history": "reads on in its own threads, and looks whether an answer stands there",
    "channels:read": "asks whether a channel is shared with another organisation",
    "chat:write": "answers",
    "commands": f"is asked by {COMMAND}",
    "groups:history": "reads on in its own threads in private channels that it was invited to",
    "groups:read": "asks the same of private channels that it was invited to",
    "im:history": "is asked in direct messages",
    "mpim:history": "reads on in its own threads in group messages",
    "mpim:read": "asks the same of group messages",
    "users:read": "speaks somebody's language, and knows by name whom a question is about",
}
"""Scope of the bot's token → what would not work without it."""

EVENTS: dict[str, str] = {
    "agent_session_stopped": "somebody stops what it is writing",
    "app_home_opened": "its home page is opened, or its messages",
    "app_mention": "somebody mentions it",
    "app_uninstalled": "it may no longer answer",
    "channel_shared": "another organisation now reads along in a channel",
    "channel_unshared": "it no longer does",
    "message.channels": "somebody asks on in a thread",
    "message.groups": "the same in a private channel",
    "message.im": "somebody writes to it alone",
    "message.mpim": "somebody asks on in a group message",
    "tokens_revoked": "it may no longer answer",
}
"""Event → when Slack sends it."""

PANE_OPENED = "assistant_thread_started"
"""What Slack tells an app that was made as an assistant, and not as an agent: it may stay one for
now. No new app asks for it."""


def manifest(
    name: str, request_url: str | None, language: Language, command: str = COMMAND
) -> dict[str, object]:
    """Return the app's manifest, as Slack takes it in JSON.

    Args:
        name: What the app is called, `LONGEST_NAME` at most.
        request_url: Where Slack sends events over HTTP; `None` for Socket Mode.
        language: Of the app's own description and of its command.
        command: By which it is asked.
    """
    by_http = {} if request_url is None else {"request_url": request_url}
    url = {} if request_url is None else {"url": request_url}
    return {
        "display_information": {
            "name": name,
            "description": phrase("slack_app_description", language),
            "background_color": "#1f3a5f",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "agent_view": {
                "agent_description": phrase("slack_app_description", language),
            },
            "bot_user": {"display_name": name, "always_online": True},
            "slash_commands": [
                {
                    "command": command,
                    "description": phrase("slack_command_description", language),
                    "usage_hint": phrase("slack_command_hint", language),
                    "should_escape": False,
                    **url,
                }
            ],
        },
        "oauth_config": {"scopes": {"bot": sorted(SCOPES)}},
        "settings": {
            "event_subscriptions": {"bot_events": sorted(EVENTS), **by_http},
            "interactivity": {"is_enabled": True, **by_http},
            "org_deploy_enabled": False,
            "socket_mode_enabled": request_url is None,
            "token_rotation_enabled": False,
        },
    }


def missing_scopes(granted: Iterable[str]) -> dict[str, str]:
    """Return the scopes that a token lacks, with what will not work without each."""
    held: Collection[str] = frozenset(granted)
    return {scope: why for scope, why in SCOPES.items() if scope not in held}
