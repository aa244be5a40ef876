"""The stand-in for Slack as a judge: what it lets a bot do, and what fails a test."""

import contextlib
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from tests.slack_block_rules import complaints_of_message, complaints_of_view, is_too_long
from tests.slack_installation import FULL, Installation
from tests.slack_little_bot import FEEDBACK, SHOW, section
from tests.slack_state import OTHER_TEAM, Json
from tests.slack_workspace import BOT_TOKEN, SlackWorkspace

PLAIN = {"type": "plain_text", "text": "Overskrift"}


def client_of(slack: SlackWorkspace) -> AsyncWebClient:
    return AsyncWebClient(BOT_TOKEN, base_url=slack.api_url, retry_handlers=[])


@pytest.mark.parametrize(
    ("block", "complaint"),
    [
        ({"type": "marquee"}, "unsupported type: marquee"),
        (section("x" * 3001), "1 to 3000 characters, not 3001"),
        (section(""), "1 to 3000 characters, not 0"),
        ({"type": "section"}, "needs text or fields"),
        ({"type": "header", "text": section("x")["text"]}, "must be plain_text"),
        ({"type": "header", "text": PLAIN | {"text": "x" * 151}}, "1 to 150 characters"),
        ({"type": "context", "elements": [PLAIN] * 11}, "1 to 10 elements"),
        ({"type": "context", "elements": SHOW["elements"]}, "unsupported element: button"),
        ({"type": "actions", "elements": FEEDBACK["elements"]}, "unsupported element: feedback"),
        ({"type": "actions", "elements": [{"type": "button", "text": PLAIN}]}, "missing action_id"),
        ({"type": "image", "image_url": "https://example.org/x.png"}, "missing alt_text"),
        (section("x") | {"colour": "red"}, "colour of section"),
        ({"type": "table", "rows": [[{"type": "raw_text", "text": "x"}] * 21]}, "20 cells"),
        ({"type": "input", "label": PLAIN}, "missing element"),
    ],
)
def test_a_block_against_the_rules_is_named_with_its_fault(block: Json, complaint: str) -> None:
    assert complaint in " ".join(complaints_of_message([section("før"), block]))


def test_blocks_within_the_rules_pass() -> None:
    table = {"type": "table", "rows": [[{"type": "raw_text", "text": "x"}] * 20] * 100}
    whole = [section("x" * 3000), {"type": "divider"}, SHOW, FEEDBACK, table]
    assert complaints_of_message([*whole, {"type": "markdown", "text": "**x**"}]) == []


def test_blocks_are_counted_together_and_named_once() -> None:
    assert "51 blocks" in complaints_of_message([{"type": "divider"}] * 51)[0]
    twice = [{"type": "divider", "block_id": "a"}] * 2
    assert complaints_of_message(twice) == ["block_id is not unique"]
    assert not is_too_long([section("x" * 3000)] * 4)
    assert is_too_long([section("x" * 3000)] * 5)
    assert is_too_long([{"type": "markdown", "text": "x" * 6001}] * 2)


def test_a_view_against_the_rules_is_named_with_its_fault() -> None:
    modal = {"type": "modal", "title": PLAIN, "blocks": [section("x")]}
    assert complaints_of_view(modal) == []
    long = PLAIN | {"text": "x" * 25}
    assert "1 to 24 characters" in complaints_of_view(modal | {"title": long})[0]
    assert "no title" in complaints_of_view(modal | {"type": "home"})[0]
    assert "3000 characters" in complaints_of_view(modal | {"private_metadata": "x" * 3001})[0]
    marked = {"type": "markdown", "text": "x"}
    assert "markdown is not allowed" in complaints_of_view(modal | {"blocks": [marked]})[0]


@pytest.mark.anyio
async def test_what_breaks_a_rule_fails_the_test_with_what_was_wrong() -> None:
    async with SlackWorkspace() as slack:
        said: Json = {"channel": slack.channel("hal").id, "text": "x", "blocks": [{"type": "roll"}]}
        with pytest.raises(SlackApiError, match="invalid_blocks"):
            await client_of(slack).chat_postMessage(**said)
        with pytest.raises(AssertionError, match=r"chat.postMessage: invalid_blocks; unsupported"):
            slack.check()
        slack.api.broken_rules.clear()
    async with SlackWorkspace(strict=False) as slack:
        with pytest.raises(SlackApiError, match="unknown_method"):
            await client_of(slack).api_call("chat.whisper")


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("method", "args", "error"),
    [
        ("chat.postMessage", {"text": "x"}, "invalid_arguments"),
        ("chat.postMessage", {"channel": "ROOM"}, "no_text"),
        ("chat.postMessage", {"channel": "ROOM", "text": "x" * 40_001}, "msg_too_long"),
        (
            "chat.postMessage",
            {"channel": "ROOM", "text": "x", "colour": "red"},
            "invalid_arguments",
        ),
        ("chat.postMessage", {"channel": "ROOM", "text": "x", "thread_ts": "1.1"}, "thread_not"),
        ("chat.postMessage", {"channel": "ROOM", "blocks": [SHOW]}, "missing_text_in_message"),
        ("chat.postMessage", {"channel": "ROOM", "text": "x", "metadata": {}}, ""),
        (
            "chat.postMessage",
            {"channel": "ROOM", "text": "x", "metadata": {"event_type": "a"}},
            "invalid_metadata_schema",
        ),
        ("chat.startStream", {"channel": "ROOM", "thread_ts": "1.1"}, "missing_recipient_user_id"),
        ("chat.appendStream", {"channel": "ROOM", "ts": "1.1", "markdown_text": "x"}, ""),
        ("conversations.history", {"channel": "ROOM", "limit": 1000}, "invalid_limit"),
        (
            "assistant.threads.setTitle",
            {"channel_id": "ROOM", "thread_ts": "1.1", "title": "x"},
            "type",
        ),
    ],
)
async def test_a_call_that_no_faultless_app_makes_is_noted(
    method: str, args: Json, error: str
) -> None:
    async with SlackWorkspace(strict=False) as slack:
        room = slack.channel("sekretariat")
        sent: Any = {key: room.id if value == "ROOM" else value for key, value in args.items()}
        form = method.startswith("conversations")
        with contextlib.suppress(SlackApiError):
            await client_of(slack).api_call(
                method, params=sent if form else None, json=None if form else sent
            )
        assert bool(slack.api.broken_rules) == bool(error)
        assert error in "".join(slack.api.broken_rules)


@pytest.mark.anyio
async def test_a_scope_that_was_not_granted_is_missed_by_name() -> None:
    granted = Installation(frozenset({"chat:write"}), frozenset(), frozenset(), agent=False)
    async with SlackWorkspace(granted) as slack:
        karen = slack.person("Karen")
        with slack.expecting("users:read"), pytest.raises(SlackApiError, match="missing_scope"):
            await client_of(slack).users_info(user=karen.user.id)
        # Nobody subscribed to messages, so nobody is told.
        assert (await karen.direct_message("hej")).deliveries == []


def test_a_manifest_is_judged() -> None:
    manifest = {
        "oauth_config": {"scopes": {"bot": ["chat:write", "im:histories"]}},
        "features": {"slash_commands": [{"command": "/referent"}], "agent_view": {}},
        "settings": {"event_subscriptions": {"bot_events": ["message.im", "message.all"]}},
    }
    complaints = Installation.of(manifest).complaints()
    assert "unknown event message.all" in complaints
    assert "unknown scope im:histories" in complaints
    assert "event message.im needs the scope im:history" in complaints
    assert "slash commands need the scope commands" in complaints
    assert "an agent needs the event agent_session_stopped" in complaints
    assert "an agent needs the scope assistant:write" in complaints
    assert FULL.complaints() == []


@pytest.mark.anyio
async def test_conversations_tell_who_else_may_read_them() -> None:
    async with SlackWorkspace() as slack:
        karen = slack.person("Karen")
        shared = slack.channel("nabo", shared_with=[OTHER_TEAM])
        pending = slack.channel("snart", "private", pending_with=[OTHER_TEAM])
        outside = slack.channel("uden", "private", with_bot=False)
        client = client_of(slack)
        info = [
            (await client.conversations_info(channel=c.id))["channel"] for c in (shared, pending)
        ]
        assert [each["is_ext_shared"] for each in info] == [True, False]
        assert [each["is_pending_ext_shared"] for each in info] == [False, True]
        assert info[1]["is_private"]
        assert (await slack.other_bot_says(outside, "hej")).deliveries == []
        said = slack.tellings(karen.write(shared, "hej"))
        assert [body["is_ext_shared_channel"] for body in said] == [True]
        with pytest.raises(SlackApiError, match="channel_not_found"):
            await client.conversations_info(channel=outside.id)
        await slack.share(pending)
        assert (await client.conversations_info(channel=pending.id))["channel"]["is_ext_shared"]
        assert slack.post.deliveries[-1].event["type"] == "channel_shared"
        direct = (await client.conversations_open(users=[karen.user.id]))["channel"]["id"]
        assert (await client.conversations_info(channel=direct))["channel"]["user"] == karen.user.id


@pytest.mark.anyio
async def test_a_thread_is_read_in_pages_with_the_metadata_that_was_asked_for() -> None:
    async with SlackWorkspace() as slack:
        karen, client = slack.person("Karen"), client_of(slack)
        root = karen.write(karen.direct, "spørgsmål")
        where: Json = {"channel": karen.direct.id, "thread_ts": root.ts}
        marked = {"event_type": "answer", "event_payload": {"question": "q7"}}
        for number in range(5):
            await client.chat_postMessage(**where, text=f"{number}", metadata=marked)
        read: list[Json] = []
        pages = await client.conversations_replies(
            channel=karen.direct.id, ts=root.ts, limit=2, include_all_metadata=True
        )
        async for page in pages:
            read += page["messages"]
        assert [message["text"] for message in read] == ["spørgsmål", "0", "1", "2", "3", "4"]
        assert read[0]["reply_count"] == 5
        assert read[1]["metadata"] == marked
        plain = await client.conversations_replies(channel=karen.direct.id, ts=root.ts)
        assert "metadata" not in plain["messages"][1]


@pytest.mark.anyio
async def test_a_call_may_be_a_get_a_form_or_json() -> None:
    async with SlackWorkspace() as slack, aiohttp.ClientSession() as session:
        room = slack.channel("sekretariat")
        bearer = {"Authorization": f"Bearer {BOT_TOKEN}"}
        url, said = f"{slack.api_url}chat.postMessage", {"channel": room.id, "text": "hej"}
        async with session.get(url, params=said, headers=bearer) as reply:
            assert (await reply.json())["ok"]
        async with session.post(url, data={**said, "token": BOT_TOKEN, "blocks": "[]"}) as reply:
            assert (await reply.json())["ok"]
        async with session.post(url, json=said, headers=bearer) as reply:
            assert (await reply.json())["ok"]
        async with session.post(url, json={**said, "token": BOT_TOKEN}) as reply:
            assert (await reply.json())["error"] == "not_authed"
        assert len(slack.messages(room)) == 3


@pytest.mark.anyio
async def test_messages_can_be_changed_taken_away_and_shown_to_one() -> None:
    async with SlackWorkspace() as slack:
        karen, bo = slack.person("Karen"), slack.person("Bo")
        room, client = slack.channel("sekretariat"), client_of(slack)
        ts = (await client.chat_postMessage(channel=room.id, text="en"))["ts"]
        await client.chat_update(channel=room.id, ts=ts, text="to", blocks=[section("to")])
        await client.chat_postEphemeral(channel=room.id, user=karen.user.id, text="kun dig")
        assert [m.shown for m in slack.messages(room, seen_by=karen)] == ["to", "kun dig"]
        assert [m.shown for m in slack.messages(room, seen_by=bo)] == ["to"]
        written = karen.write(room, "mit")
        with pytest.raises(SlackApiError, match="cant_update_message"):
            await client.chat_update(channel=room.id, ts=written.ts, text="dit")
        await client.chat_delete(channel=room.id, ts=ts)
        assert slack.messages(room) == [written]
