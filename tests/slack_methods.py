"""Every method of the Web API that the stand-in has: its arguments, scope, and calls a minute."""

from collections.abc import Callable
from dataclasses import dataclass

from tests import slack_chat as chat
from tests import slack_lookups as lookups
from tests import slack_views as views
from tests.slack_state import Json, State

Handler = Callable[[State, Json], Json]
"""Does what a call asks; returns what stands beside `ok: true`.

Raises:
    Refused: As Slack refuses.
"""


@dataclass(frozen=True, slots=True)
class Method:
    """What a method takes, and who may call it how often."""

    handler: Handler
    required: frozenset[str]
    optional: frozenset[str]
    scope: str | None
    """A scope; `{}` in it is the kind of conversation that the call names."""
    calls_a_minute: int
    takes_json: bool = True
    """Else the body must be a form, as a body of JSON is not read."""


def _method(
    handler: Handler,
    required: str = "",
    optional: str = "",
    scope: str | None = None,
    tier: int = 3,
    takes_json: bool = True,
) -> Method:
    wanted, allowed = frozenset(required.split()), frozenset(optional.split())
    return Method(handler, wanted, allowed, scope, CALLS_A_MINUTE[tier], takes_json)


def _nothing(state: State, args: Json) -> Json:
    return {}


CALLS_A_MINUTE = {1: 1, 2: 20, 3: 50, 4: 100, 5: 600}
"""By Slack's tiers; the fifth stands for those with rules of their own."""

CONTENT = "text blocks attachments markdown_text metadata parse link_names mrkdwn"
LOOKS = "icon_emoji icon_url username"
STREAMED = "markdown_text chunks"
PAGING = "cursor limit"
SPAN = f"{PAGING} oldest latest inclusive include_all_metadata"

METHODS: dict[str, Method] = {
    "auth.test": _method(lookups.auth_test, tier=5),
    "chat.postMessage": _method(
        chat.post_message,
        "channel",
        f"{CONTENT} {LOOKS} thread_ts reply_broadcast unfurl_links unfurl_media",
        "chat:write",
        5,
    ),
    "chat.postEphemeral": _method(
        chat.post_ephemeral, "channel user", f"{CONTENT} {LOOKS} thread_ts", "chat:write", 4
    ),
    "chat.update": _method(
        chat.update, "channel ts", f"{CONTENT} reply_broadcast file_ids", "chat:write", 3
    ),
    "chat.delete": _method(chat.delete, "channel ts", "", "chat:write", 3),
    "chat.getPermalink": _method(chat.permalink, "channel message_ts", takes_json=False),
    "chat.startStream": _method(
        chat.start_stream,
        "channel thread_ts",
        f"{STREAMED} {LOOKS} recipient_user_id recipient_team_id task_display_mode",
        "chat:write",
        2,
    ),
    "chat.appendStream": _method(chat.append_stream, "channel ts", STREAMED, "chat:write", 4),
    "chat.stopStream": _method(
        chat.stop_stream,
        "channel ts",
        f"{STREAMED} blocks metadata session_status",
        "chat:write",
        2,
    ),
    "conversations.replies": _method(
        lookups.replies, "channel ts", SPAN, "{}:history", 3, takes_json=False
    ),
    "conversations.history": _method(
        lookups.history, "channel", SPAN, "{}:history", 3, takes_json=False
    ),
    "conversations.info": _method(
        lookups.info, "channel", "include_locale include_num_members", "{}:read", 3, False
    ),
    "conversations.members": _method(lookups.members, "channel", PAGING, "{}:read", 4, False),
    "conversations.open": _method(
        lookups.open_conversation, "", "channel users return_im prevent_creation", "im:write", 3
    ),
    "conversations.list": _method(
        lookups.list_conversations,
        "",
        f"{PAGING} exclude_archived types team_id",
        "channels:read",
        2,
        False,
    ),
    "users.conversations": _method(
        lookups.own_conversations,
        "",
        f"{PAGING} exclude_archived types user team_id",
        "channels:read",
        3,
        False,
    ),
    "users.info": _method(lookups.users_info, "user", "include_locale", "users:read", 4, False),
    "views.open": _method(views.open_view, "view", "trigger_id interactivity_pointer", tier=4),
    "views.push": _method(views.push_view, "view", "trigger_id interactivity_pointer", tier=4),
    "views.update": _method(views.update_view, "view", "view_id external_id hash", tier=4),
    "views.publish": _method(views.publish_view, "user_id view", "hash", tier=4),
    "assistant.threads.setStatus": _method(
        views.set_status,
        "channel_id thread_ts status",
        f"loading_messages {LOOKS}",
        "assistant:write",
        5,
    ),
    "assistant.threads.setTitle": _method(
        views.set_title, "channel_id thread_ts title", "", "assistant:write", 5
    ),
    "assistant.threads.setSuggestedPrompts": _method(
        views.set_prompts, "channel_id prompts", "thread_ts title", "assistant:write", 5
    ),
    "agents.sessions.setStatus": _method(
        views.set_session_status,
        "status",
        f"channel_id thread_ts title initiator_user_id {LOOKS}",
        "chat:write",
        3,
    ),
    "agents.sessions.rename": _method(
        views.rename_session, "title", "channel_id thread_ts", "chat:write", 3
    ),
    "apps.connections.open": _method(_nothing, "", "", "connections:write", 1, False),
}
