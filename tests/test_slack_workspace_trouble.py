"""The stand-in for Slack in trouble, and the little bot with it."""

import asyncio
import json
import time
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
)
from slack_sdk.web.async_client import AsyncWebClient

from tests.slack_little_bot import over_http, over_socket, section
from tests.slack_workspace import APP_TOKEN, BOT_TOKEN, SlackWorkspace

pytestmark = pytest.mark.anyio


def client_of(slack: SlackWorkspace, token: str = BOT_TOKEN) -> AsyncWebClient:
    return AsyncWebClient(token, base_url=slack.api_url, retry_handlers=[])


async def test_a_limit_is_obeyed_by_the_sdks_handler_and_says_how_long() -> None:
    async with SlackWorkspace() as slack:
        client, room = client_of(slack), slack.channel("sekretariat")
        client.retry_handlers.append(AsyncRateLimitErrorRetryHandler(max_retry_count=2))
        slack.trouble.limit("chat.postMessage", times=1, retry_after=1)
        begun = time.monotonic()
        await client.chat_postMessage(channel=room.id, text="hej")
        assert 1.0 <= time.monotonic() - begun < 2.5
        assert [call.status for call in slack.api.called("chat.postMessage")] == [429, 200]
        assert len(slack.messages(room)) == 1


async def test_calls_above_a_methods_number_a_minute_are_limited() -> None:
    async with SlackWorkspace() as slack:
        client, karen = client_of(slack), slack.person("Karen")
        root = karen.write(karen.direct, "hej")
        slack.api.keeps_limits, slack.api.minute = True, 0.5
        where: dict[str, Any] = {"channel": karen.direct.id, "thread_ts": root.ts}
        for _ in range(20):
            await client.chat_startStream(**where)
        with pytest.raises(SlackApiError, match="ratelimited") as refused:
            await client.chat_startStream(**where)
        assert refused.value.response.headers["Retry-After"] == "1"
        await asyncio.sleep(0.5)
        await client.chat_startStream(**where)


async def test_after_a_reset_nobody_can_know_whether_the_message_was_posted() -> None:
    async with SlackWorkspace() as slack:
        client, room = client_of(slack), slack.channel("sekretariat")
        slack.trouble.cut("chat.postMessage", stored=True)
        with pytest.raises(aiohttp.ClientError):
            await client.chat_postMessage(channel=room.id, text="en gang")
        slack.trouble.cut("chat.postMessage", stored=False)
        with pytest.raises(aiohttp.ClientError):
            await client.chat_postMessage(channel=room.id, text="aldrig")
        assert [message.text for message in slack.messages(room)] == ["en gang"]


async def test_the_sdks_own_handler_of_lost_connections_posts_twice() -> None:
    async with SlackWorkspace() as slack:
        client, room = client_of(slack), slack.channel("sekretariat")
        client.retry_handlers.append(AsyncConnectionErrorRetryHandler())
        slack.trouble.cut("chat.postMessage")
        await client.chat_postMessage(channel=room.id, text="to gange")
        assert [message.text for message in slack.messages(room)] == ["to gange"] * 2


async def test_a_call_may_come_late_fail_or_be_refused() -> None:
    async with SlackWorkspace() as slack:
        client, room = client_of(slack), slack.channel("sekretariat")
        slack.trouble.slow("auth.test", 0.2)
        client.timeout = 0.1  # type: ignore[assignment]
        with pytest.raises(TimeoutError):
            await client.auth_test()
        slack.trouble.fail("chat.postMessage", status=503)
        with pytest.raises(SlackApiError, match="503"):
            await client.chat_postMessage(channel=room.id, text="hej")
        slack.trouble.refuse("chat.postMessage", "fatal_error")
        with pytest.raises(SlackApiError, match="fatal_error"):
            await client.chat_postMessage(channel=room.id, text="hej")
        slack.trouble.revoke_token()
        with pytest.raises(SlackApiError, match="token_revoked"):
            await client.auth_test()
        assert slack.trouble.left() == {}


async def test_a_token_that_is_not_the_apps_is_refused() -> None:
    async with SlackWorkspace() as slack:
        with pytest.raises(SlackApiError, match="invalid_auth"):
            await client_of(slack, "xoxb-another").auth_test()
        granted = (await client_of(slack).auth_test()).headers["x-oauth-scopes"]
        assert "chat:write" in granted.split(",")


async def test_requests_that_slack_did_not_sign_are_refused() -> None:
    async with SlackWorkspace() as slack, over_http(slack) as bot:
        door = slack.http
        assert door
        raw = json.dumps({"type": "url_verification", "challenge": "abc"}).encode()
        assert (await door.post(raw)).payload == {"challenge": "abc"}
        bad = [
            await door.post(raw, signed=""),
            await door.post(raw, signed="v0=0123"),
            await door.post(raw, secret="another"),
            await door.post(raw, age=301),
        ]
        assert [ack.status for ack in bad] == [401] * 4
        assert bot.heard == []


async def test_a_bot_that_is_down_is_told_when_it_comes_back() -> None:
    async with SlackWorkspace(pace=0.01) as slack:
        karen = slack.person("Karen")
        slack.listen_at("http://127.0.0.1:9/slack/events")
        asking = asyncio.ensure_future(karen.direct_message("er du der?"))
        await asyncio.sleep(0.1)
        async with over_http(slack):
            asked = await asking
            await slack.answer_to(asked)
        assert asked.delivery.reasons[1] == "connection_failed"
        assert asked.acknowledged


async def test_a_socket_that_slack_ends_is_opened_anew() -> None:
    async with SlackWorkspace() as slack:
        karen = slack.person("Karen")
        async with over_socket(slack):
            first = slack.sockets.open[0]
            await slack.sockets.part("refresh_requested")
            await slack.until(lambda: slack.sockets.open and slack.sockets.open[0] is not first)
            await slack.answer_to(await karen.direct_message("hej"))
            assert len(slack.api.called("apps.connections.open")) >= 2


async def test_a_socket_that_is_cut_or_deaf_loses_no_event() -> None:
    async with SlackWorkspace(patience=0.3) as slack:
        karen = slack.person("Karen")
        async with over_socket(slack):
            first = slack.sockets.open[0]
            slack.sockets.go_deaf()
            asked = await karen.direct_message("hej")
            # What was sent into a deaf connection may be answered, and is not known to be.
            assert asked.delivery.attempts[0].failure == "timeout"
            await slack.until(lambda: slack.sockets.open != [first])
            slack.sockets.cut()
            await slack.until(lambda: slack.sockets.open, within=3)


async def test_two_connections_take_turns_and_an_eleventh_is_refused() -> None:
    async with SlackWorkspace() as slack:
        karen, room = slack.person("Karen"), slack.channel("sekretariat")
        async with over_socket(slack), over_socket(slack):
            await slack.until(lambda: len(slack.sockets.open) == 2)
            for _ in range(4):
                await karen.say(room, "hej")
            assert [len(connection.received) for connection in slack.sockets.open] == [2, 2]
            slack.sockets.open.extend(slack.sockets.open[:1] * 8)
            client = AsyncWebClient(APP_TOKEN, base_url=slack.api_url)
            with pytest.raises(SlackApiError, match="too_many_websockets"):
                await client.apps_connections_open(app_token=APP_TOKEN)
            del slack.sockets.open[2:]


async def respond(url: str, body: dict[str, Any]) -> tuple[int, str]:
    """POST to a response_url; returns the status and the text that came back."""
    async with aiohttp.ClientSession() as session, session.post(url, json=body) as reply:
        return reply.status, await reply.text()


async def test_a_response_url_serves_five_times_and_half_an_hour() -> None:
    async with SlackWorkspace() as slack:
        karen, state = slack.person("Karen"), slack.state
        keys = [state.new_response_url(karen.direct.id, karen.user.id, None) for _ in range(2)]
        url, late = map(slack.response_url, keys)
        said = [await respond(url, {"text": "hej"}) for _ in range(6)]
        assert said[:5] == [(200, "ok")] * 5
        assert said[5] == (404, '{"ok": false, "error": "used_url"}')
        state.pass_time(30 * 60 + 1)
        assert await respond(late, {"text": "hej"}) == (
            404,
            '{"ok": false, "error": "expired_url"}',
        )


async def test_a_press_may_replace_or_take_away_what_it_was_made_on() -> None:
    async with SlackWorkspace() as slack:
        karen, room = slack.person("Karen"), slack.channel("sekretariat")
        async with over_http(slack):
            answer = await slack.answer_to(await karen.mention(room, "hej"))
            pressed = await karen.feedback(answer)
            url = slack.response_url(pressed.response_key or "")
            await respond(url, {"text": "rettet", "blocks": [], "replace_original": True})
            assert answer.shown == "rettet"
            await respond(url, {"delete_original": True})
            assert answer.deleted


async def test_a_modal_must_be_opened_within_three_seconds_and_once() -> None:
    async with SlackWorkspace() as slack:
        karen, client = slack.person("Karen"), client_of(slack)
        title = {"type": "plain_text", "text": "Sted"}
        view = {"type": "modal", "title": title, "blocks": [section("…")]}
        trigger = slack.state.new_trigger(karen.user.id)
        slack.state.pass_time(4)
        with pytest.raises(SlackApiError, match="expired_trigger_id"):
            await client.views_open(trigger_id=trigger, view=view)
        trigger = slack.state.new_trigger(karen.user.id)
        opened = (await client.views_open(trigger_id=trigger, view=view))["view"]
        await client.views_update(view_id=opened["id"], hash=opened["hash"], view=view)
        with pytest.raises(SlackApiError, match="hash_conflict"):
            await client.views_update(view_id=opened["id"], hash=opened["hash"], view=view)
        with slack.expecting("exchanged_trigger_id"), pytest.raises(SlackApiError):
            await client.views_open(trigger_id=trigger, view=view)
