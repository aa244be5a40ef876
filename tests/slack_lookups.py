"""The Web API's look-ups: who the bot is, users, conversations and what was said in them."""

from base64 import b64decode, b64encode
from typing import TypeVar

from tests.slack_refusals import AgainstTheRules, Refused, conversation, flag, joined
from tests.slack_state import (
    APP,
    BOT_ID,
    BOT_USER,
    TEAM,
    Conversation,
    Json,
    Message,
    State,
    User,
)

MOST_AT_ONCE = 999

Each = TypeVar("Each")


def auth_test(state: State, args: Json) -> Json:
    """auth.test."""
    team = {"url": "https://referent.slack.example/", "team": "Referent", "team_id": TEAM}
    bot = {"user": state.users[BOT_USER].name, "user_id": BOT_USER, "bot_id": BOT_ID}
    return {**team, **bot, "app_id": APP, "is_enterprise_install": False}


def users_info(state: State, args: Json) -> Json:
    """users.info; the locale only where it is asked for."""
    user = state.users.get(str(args["user"]))
    if user is None:
        raise Refused("user_not_found")
    return {"user": _user(user, flag(args, "include_locale"))}


def history(state: State, args: Json) -> Json:
    """conversations.history: top-level messages, newest first."""
    place = joined(state, args["channel"])
    roots = [m for m in state.standing(place.id) if not m.only_for and m.thread == m.ts]
    roots = _between(roots, args)
    page, more = _page(list(reversed(roots)), args)
    return {"messages": [_told(state, m, args) for m in page], **more}


def replies(state: State, args: Json) -> Json:
    """conversations.replies: a thread with its parent, oldest first."""
    place = joined(state, args["channel"])
    named = state.messages[place.id].get(str(args["ts"]))
    if named is None or (named.deleted and not state.standing(place.id, named.thread)):
        raise Refused("thread_not_found")
    thread = [m for m in state.standing(place.id, named.thread) if not m.only_for]
    page, more = _page(_between(thread, args), args)
    return {"messages": [_told(state, m, args) for m in page], **more}


def info(state: State, args: Json) -> Json:
    """conversations.info."""
    place = conversation(state, args["channel"])
    told = _conversation(place)
    if flag(args, "include_num_members"):
        told["num_members"] = len(place.members)
    return {"channel": told}


def members(state: State, args: Json) -> Json:
    """conversations.members."""
    page, more = _page(sorted(conversation(state, args["channel"]).members), args)
    return {"members": page, **more}


def open_conversation(state: State, args: Json) -> Json:
    """conversations.open."""
    if args.get("channel"):
        return {"channel": {"id": conversation(state, args["channel"]).id}}
    given = args.get("users") or []
    users = given.split(",") if isinstance(given, str) else [str(user) for user in given]
    if not users:
        raise AgainstTheRules("users_list_not_supplied")
    if unknown := set(users) - set(state.users):
        raise Refused("user_not_found", *sorted(unknown))
    return {"channel": {"id": state.direct(*users).id}}


def list_conversations(state: State, args: Json) -> Json:
    """conversations.list."""
    kinds = str(args.get("types") or "public_channel").split(",")
    names = {"public": "public_channel", "private": "private_channel"}
    known = [
        place
        for place in state.conversations.values()
        if names.get(place.kind, place.kind) in kinds
        and (place.kind == "public" or place.has_the_bot)
    ]
    page, more = _page(known, args)
    return {"channels": [_conversation(place) for place in page], **more}


def own_conversations(state: State, args: Json) -> Json:
    """users.conversations: those that the bot is in."""
    told = list_conversations(state, args)
    return told | {"channels": [channel for channel in told["channels"] if channel["is_member"]]}


def _page(whole: list[Each], args: Json) -> tuple[list[Each], Json]:
    """Return a page of a list, and what leads to the next."""
    limit = int(args.get("limit") or 100)
    if not 1 <= limit <= MOST_AT_ONCE:
        raise AgainstTheRules("invalid_limit")
    start = 0
    if args.get("cursor"):
        try:
            start = int(b64decode(str(args["cursor"])).decode().removeprefix("next:"))
        except ValueError:
            raise AgainstTheRules("invalid_cursor") from None
    end = start + limit
    more = end < len(whole)
    cursor = b64encode(f"next:{end}".encode()).decode() if more else ""
    return whole[start:end], {"has_more": more, "response_metadata": {"next_cursor": cursor}}


def _between(messages: list[Message], args: Json) -> list[Message]:
    oldest, latest = str(args.get("oldest") or "0"), str(args.get("latest") or "9" * 10)
    if flag(args, "inclusive"):
        return [m for m in messages if oldest <= m.ts <= latest]
    return [m for m in messages if oldest < m.ts < latest]


def _told(state: State, message: Message, args: Json) -> Json:
    told = message.as_json(flag(args, "include_all_metadata"))
    answers = [m for m in state.standing(message.channel, message.ts) if m.ts != message.ts]
    if message.thread == message.ts and answers:
        told |= {"thread_ts": message.ts, "reply_count": len(answers)}
        told |= {"latest_reply": answers[-1].ts}
    return told


def _conversation(place: Conversation) -> Json:
    """Return a conversation as conversations.info tells of it."""
    shared, pending = bool(place.shared_with), bool(place.pending_with)
    told: Json = {
        "id": place.id,
        "is_channel": place.kind == "public",
        "is_group": place.kind == "private",
        "is_im": place.kind == "im",
        "is_mpim": place.kind == "mpim",
        "is_private": place.kind != "public",
        "is_archived": place.archived,
        "is_member": place.has_the_bot,
        "is_shared": shared,
        "is_ext_shared": shared,
        "is_org_shared": False,
        "is_pending_ext_shared": pending,
        "pending_shared": list(place.pending_with),
        "shared_team_ids": [TEAM, *place.shared_with],
        "context_team_id": TEAM,
    }
    if place.kind == "im":
        told["user"] = next(iter(place.members - {BOT_USER}))
    else:
        told["name"] = told["name_normalized"] = place.name
    return told


def _user(user: User, with_locale: bool) -> Json:
    told: Json = {
        "id": user.id,
        "team_id": user.team,
        "name": user.name.lower(),
        "real_name": user.name,
        "profile": {"real_name": user.name, "display_name": user.name},
        "tz": "Europe/Copenhagen",
        "is_bot": user.is_bot,
        "is_stranger": user.team != TEAM,
        "is_restricted": False,
        "is_ultra_restricted": False,
        "deleted": False,
    }
    return told | ({"locale": user.locale} if with_locale else {})
