"""Answering a command or an interaction: by its response_url, or with the acknowledgement."""

from tests.slack_chat import announce, announce_change, change, check_content, remove
from tests.slack_refusals import AgainstTheRules, Refused, flag
from tests.slack_state import (
    BOT_ID,
    BOT_USER,
    RESPONSE_URL_SECONDS,
    RESPONSE_URL_USES,
    Json,
    Message,
    ResponseUrl,
    State,
)

FIELDS = {
    *("text", "blocks", "attachments", "response_type", "replace_original", "delete_original"),
    *("thread_ts", "metadata", "unfurl_links", "unfurl_media", "mrkdwn"),
}


def use(state: State, key: str, args: Json, command_replaces: bool) -> None:
    """Do what a POST to a response_url asks.

    `command_replaces` says what `replace_original` does with the response_url of a slash command,
    where there was no message before: take the place of what came by it, or (which is what Slack's
    own people say) nothing, so that one more message appears.

    Raises:
        Refused: The url is unknown, was used five times, or is older than 30 minutes.
    """
    url = state.response_urls.get(key)
    if url is None:
        raise Refused("no_service")
    if url.uses >= RESPONSE_URL_USES:
        raise Refused("used_url")
    if state.now() - url.made > RESPONSE_URL_SECONDS:
        raise Refused("expired_url")
    url.uses += 1
    respond(state, url, args, command_replaces)


def respond(state: State, url: ResponseUrl, args: Json, command_replaces: bool) -> None:
    """Let a response be seen, by one person or by the whole conversation."""
    if unknown := set(args) - FIELDS:
        raise AgainstTheRules("invalid_payload", f"unknown fields {sorted(unknown)}")
    original = url.original or (_came_by(state, url) if command_replaces else None)
    if flag(args, "delete_original"):
        if original:
            remove(state, original)
        return
    check_content(args)
    if original and not original.deleted and flag(args, "replace_original"):
        before = original.as_json()
        change(original, args)
        if not original.only_for:
            announce_change(state, original, before)
        return
    for_all = args.get("response_type") == "in_channel"
    message = Message(url.channel, state.new_ts(), BOT_USER, bot_id=BOT_ID, came_by=url.id)
    message.thread_ts = args.get("thread_ts")
    message.only_for = None if for_all else url.user
    change(message, args)
    state.put(message)
    if for_all:
        announce(state, message)


def _came_by(state: State, url: ResponseUrl) -> Message | None:
    came = [m for m in state.standing(url.channel) if m.came_by == url.id]
    return came[-1] if came else None
