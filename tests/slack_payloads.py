"""What the bot is told, as literal payloads: pure functions of what happened."""

import time
import uuid

from tests.slack_delivery import new_event_id
from tests.slack_state import (
    APP,
    BOT_USER,
    CHANNEL_TYPE,
    TEAM,
    Conversation,
    Json,
    Message,
    ShownView,
    User,
)

TOKEN = "verification-token"
"""Long out of use; the signature is what counts."""


def event_callback(event: Json, place: Conversation | None = None) -> Json:
    """Return an event in its envelope, with an identity of its own."""
    return {
        "token": TOKEN,
        "team_id": TEAM,
        "context_team_id": TEAM,
        "context_enterprise_id": None,
        "api_app_id": APP,
        "event": event,
        "type": "event_callback",
        "event_id": new_event_id(),
        "event_time": int(time.time()),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": TEAM,
                "user_id": BOT_USER,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": bool(place and place.shared_with),
    }


def said(message: Message, place: Conversation, author: User, root: Message | None) -> Json:
    """Return the event of a person's or another bot's message, in a thread or not."""
    event = message.as_json() | {"event_ts": message.ts, "team": author.team}
    event |= {"channel": place.id, "channel_type": CHANNEL_TYPE[place.kind]}
    if not message.bot_id:
        event["client_msg_id"] = str(uuid.uuid5(uuid.NAMESPACE_OID, place.id + message.ts))
    if root and root is not message:
        event["parent_user_id"] = root.user
    if place.shared_with:
        event |= {"user_team": author.team, "source_team": author.team}
    return event


def mentioned(event: Json) -> Json:
    """Return the twin of a message's event, for a message in which the bot is mentioned."""
    return {key: value for key, value in event.items() if key != "channel_type"} | {
        "type": "app_mention"
    }


def home_opened(user: User, place: Conversation, tab: str, view: ShownView | None, ts: str) -> Json:
    """Return the event of a person who opens the app."""
    event: Json = {"type": "app_home_opened", "user": user.id, "channel": place.id, "tab": tab}
    return event | {"event_ts": ts} | ({"view": view.as_json()} if view else {})


def session_stopped(user: User, question: Message, ts: str) -> Json:
    """Return the event of a person who stops what is answered in a thread."""
    where = {"channel": question.channel, "thread_ts": question.thread, "user": user.id}
    return {"type": "agent_session_stopped", "streaming_message_ts": [], "event_ts": ts} | where


def assistant_thread(kind: str, user: User, root: Message, context: Json, ts: str) -> Json:
    """Return the event of a pane that opens, or is looked at beside another channel."""
    thread = {"user_id": user.id, "context": context, "channel_id": root.channel}
    return {
        "type": kind,
        "assistant_thread": thread | {"thread_ts": root.ts},
        "event_ts": ts,
    }


def slash_command(
    user: User, place: Conversation, command: str, text: str, response_url: str, trigger: str
) -> Json:
    """Return the form of a slash command."""
    names = {"im": "directmessage", "mpim": place.name, "private": "privategroup"}
    return {
        "token": TOKEN,
        "team_id": TEAM,
        "team_domain": "referent",
        "channel_id": place.id,
        "channel_name": names.get(place.kind, place.name),
        "user_id": user.id,
        "user_name": user.name.lower(),
        "command": command,
        "text": text,
        "api_app_id": APP,
        "is_enterprise_install": "false",
        "response_url": response_url,
        "trigger_id": trigger,
    }


def pressed(
    user: User, shown: Message | ShownView, block: Json, action: Json, trigger: str
) -> Json:
    """Return the interaction of something pressed; in a message, without its response_url."""
    payload = _interaction("block_actions", user) | {"trigger_id": trigger}
    payload |= {"actions": [action | {"block_id": block.get("block_id", "b1")}]}
    payload |= {"state": {"values": {}}, "enterprise": None}
    if isinstance(shown, ShownView):
        container: Json = {"type": "view", "view_id": shown.id}
        return payload | {"container": container, "view": shown.as_json()}
    container = {"type": "message", "message_ts": shown.ts, "channel_id": shown.channel}
    container |= {"is_ephemeral": bool(shown.only_for)}
    if shown.thread_ts:
        container |= {"thread_ts": shown.thread_ts}
    # An ephemeral message is not kept by Slack: the payload tells only where it stood.
    message = {} if shown.only_for else {"message": shown.as_json()}
    return payload | {"container": container} | message


def submitted(user: User, view: ShownView, values: Json, trigger: str) -> Json:
    """Return the interaction of a modal that is sent."""
    told = view.as_json() | {"state": {"values": values}}
    payload = _interaction("view_submission", user) | {"view": told}
    return payload | {"trigger_id": trigger, "response_urls": []}


def closed(user: User, view: ShownView) -> Json:
    """Return the interaction of a modal that is closed, where the app asked to know."""
    return _interaction("view_closed", user) | {"view": view.as_json(), "is_cleared": False}


def _interaction(kind: str, user: User) -> Json:
    name = user.name.lower()
    return {
        "type": kind,
        "team": {"id": TEAM, "domain": "referent"},
        "user": {"id": user.id, "username": name, "name": name, "team_id": user.team},
        "api_app_id": APP,
        "token": TOKEN,
        "is_enterprise_install": False,
    }
