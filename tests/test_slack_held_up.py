"""Slack when things go wrong, or somebody means ill: nothing is lost, doubled or silent."""

import asyncio
import random
import threading
import time
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest

from bot.asked import Asked
from bot.inbox.turn import Patience
from bot.replies import Reply
from bot.slack.runtime import SlackUnreachable
from index.errors import SettingsError
from tests.slack_delivery import signature
from tests.slack_installation import FULL, Installation
from tests.slack_running import Archive, referent_in
from tests.slack_scene import BENCHES, ONLY_SIX, scene, ways
from tests.slack_workspace import SIGNING_SECRET, SlackWorkspace

pytestmark = [pytest.mark.anyio]

FORM = "application/x-www-form-urlencoded"
QUICK = Patience(attempts=2, first=timedelta(seconds=0.05))


WARMED_UP = 2
"""Questions that a process asks itself before it answers any."""


class Doubtful:
    """An assistant that fails, or waits, before it answers."""

    def __init__(self, archive: Archive) -> None:
        self._reply = archive.assistant.reply
        self.failures = 0
        self.gate = threading.Event()
        self.gate.set()
        self.asked = 0

    def reply(self, asked: Asked) -> Reply:
        self.asked += 1
        self.gate.wait(20)
        if self.failures:
            self.failures -= 1
            raise RuntimeError("a defect, with the secret word kaninhop in it")
        return self._reply(asked)


def with_assistant(archive: Archive, assistant: Doubtful) -> Archive:
    return Archive(archive.home, assistant, archive.views)


# -- loops, twins and repeats


async def test_other_bots_and_edits_are_not_answered(parks: Archive, tmp_path: Path) -> None:
    async with scene(parks, "http", tmp_path) as s:
        for old in (False, True):
            told = await s.slack.other_bot_says(s.room, f"<@U0BOT> {BENCHES}", old=old)
            assert told.acknowledged
        asked = await s.karen.mention(s.room, BENCHES)
        await s.answered(asked)
        assert asked.message is not None
        await s.slack.unfurl(asked.message)
        await s.karen.edit(asked.message, f"<@U0BOT> {BENCHES} tak")
        await asyncio.sleep(0.3)
        assert len(s.slack.answers_to(asked)) == 1


@ways
async def test_what_is_delivered_four_times_in_any_order_is_answered_once(
    parks: Archive, way: str, tmp_path: Path
) -> None:
    async with scene(parks, way, tmp_path) as s:
        asked = [s.karen.write(s.room, f"<@U0BOT> {BENCHES} ({n})") for n in range(5)]
        bodies = [body for message in asked for body in s.slack.tellings(message) * 4]
        random.Random(7).shuffle(bodies)
        told = [s.slack.post.deliver("events_api", body) for body in bodies]
        assert all(one.acknowledged for one in await asyncio.gather(*told))

        def answered() -> bool:
            return all(s.slack.messages(s.room, thread=message)[1:] for message in asked)

        await s.slack.until(answered)
        await asyncio.sleep(0.3)
        assert [len(s.slack.messages(s.room, thread=m)) for m in asked] == [2] * 5


async def test_nobody_can_keep_it_busy_for_all_others(parks: Archive, tmp_path: Path) -> None:
    async with scene(parks, "http", tmp_path) as s:
        asked = [await s.karen.mention(s.room, f"hvad er taksten ({n})?") for n in range(25)]
        assert all(each.acknowledged for each in asked)
        others = await s.answered(await s.bo.mention(s.room, BENCHES))
        assert ONLY_SIX in others.shown
        await s.slack.until(lambda: sum(bool(s.slack.answers_to(each)) for each in asked) >= 20, 20)
        told = [m.shown for m in s.slack.messages(s.room, seen_by=s.karen) if m.only_for]
        assert len([words for words in told if "mange spørgsmål" in words]) == 1


# -- trouble


@ways
async def test_slack_asking_for_patience_is_heeded(
    parks: Archive, way: str, tmp_path: Path
) -> None:
    async with scene(parks, way, tmp_path) as s:
        s.slack.trouble.limit("chat.postMessage", retry_after=1)
        asked = await s.karen.mention(s.room, BENCHES)
        answer = await s.slack.answer_to(asked, within=10)
        assert ONLY_SIX in answer.shown
        await asyncio.sleep(0.3)
        assert s.slack.answers_to(asked) == [answer]


async def test_a_connection_that_breaks_after_posting_gives_no_second_answer(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, "http", tmp_path) as s:
        s.slack.trouble.cut("chat.postMessage", stored=True)
        asked = await s.karen.mention(s.room, BENCHES)
        answer = await s.slack.answer_to(asked)
        await asyncio.sleep(8)  # by then it has looked, and found it
        assert s.slack.answers_to(asked) == [answer]


async def test_a_defect_ends_in_an_apology_with_a_reference_that_stands_in_the_log(
    parks: Archive, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assistant = Doubtful(parks)
    assistant.failures = 99
    failing = with_assistant(parks, assistant)
    async with scene(failing, "http", tmp_path, patience=QUICK) as s:
        asked = await s.karen.mention(s.room, BENCHES)
        answer = await s.slack.answer_to(asked, within=10)
        assert answer.shown.startswith(":warning:") or "Bemærk" in answer.shown
        reference = answer.shown.split()[-1]
        assert reference in caplog.text
        assert "kaninhop" not in caplog.text
        assert "bænke" not in caplog.text


async def test_acknowledging_waits_for_no_answer(parks: Archive, tmp_path: Path) -> None:
    assistant = Doubtful(parks)
    assistant.gate.clear()
    async with scene(with_assistant(parks, assistant), "http", tmp_path) as s:
        asked = [await s.karen.mention(s.room, f"{BENCHES} ({n})") for n in range(8)]
        slowest = max(d.ack_ms or 9999 for each in asked for d in each.deliveries)
        assert slowest < 2000
        assistant.gate.set()
        for each in asked:
            await s.slack.answer_to(each, within=10)


async def test_while_no_token_holds_it_is_not_ready_and_loses_nothing(
    parks: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.slack.calls.LOCKED_OUT_FOR", timedelta(seconds=1))
    async with scene(parks, "http", tmp_path) as s, aiohttp.ClientSession() as session:
        s.slack.trouble.revoke_token()
        asked = await s.karen.mention(s.room, BENCHES)
        assert asked.acknowledged

        async def ready() -> int:
            async with session.get(f"{s.referent.url}/readyz") as response:
                return response.status

        until = time.monotonic() + 5
        while await ready() != 503:
            assert time.monotonic() < until
            await asyncio.sleep(0.05)
        s.slack.trouble.token_error = None
        answer = await s.slack.answer_to(asked, within=10)
        assert ONLY_SIX in answer.shown
        assert await ready() == 200


# -- coming and going


async def test_what_was_acknowledged_is_answered_after_a_stop(
    parks: Archive, tmp_path: Path
) -> None:
    assistant = Doubtful(parks)
    async with SlackWorkspace() as slack:
        karen, room = slack.person("Karen"), slack.channel("parken")
        held = with_assistant(parks, assistant)
        async with referent_in(slack, held, "http", home=tmp_path, drain_seconds=0.1):
            await slack.until(lambda: assistant.asked == WARMED_UP)
            assistant.gate.clear()
            asked = await karen.mention(room, BENCHES)
            assert asked.acknowledged
            await slack.until(lambda: assistant.asked > WARMED_UP)
            threading.Timer(1.0, assistant.gate.set).start()
        assert slack.answers_to(asked) == []
        async with referent_in(slack, parks, "http", home=tmp_path):
            answer = await slack.answer_to(asked, within=10)
            assert ONLY_SIX in answer.shown
            await asyncio.sleep(0.3)
            assert slack.answers_to(asked) == [answer]


async def test_a_stop_finishes_what_is_being_answered(parks: Archive, tmp_path: Path) -> None:
    assistant = Doubtful(parks)
    async with SlackWorkspace() as slack:
        karen, room = slack.person("Karen"), slack.channel("parken")
        async with referent_in(slack, with_assistant(parks, assistant), "http", home=tmp_path):
            await slack.until(lambda: assistant.asked == WARMED_UP)
            assistant.gate.clear()
            asked = await karen.mention(room, BENCHES)
            await slack.until(lambda: assistant.asked > WARMED_UP)
            threading.Timer(0.5, assistant.gate.set).start()
        assert ONLY_SIX in slack.answers_to(asked)[0].shown


async def test_a_deaf_socket_is_not_ready(parks: Archive, tmp_path: Path) -> None:
    async with scene(parks, "socket", tmp_path) as s, aiohttp.ClientSession() as session:

        async def ready() -> int:
            async with session.get(f"{s.referent.url}/readyz") as response:
                return response.status

        assert await ready() == 200
        s.slack.trouble.refuse("apps.connections.open", "internal_error", times=10_000)
        await s.slack.sockets.close()
        for _ in range(100):
            if await ready() == 503:
                break
            await asyncio.sleep(0.1)
        assert await ready() == 503
        async with session.get(f"{s.referent.url}/healthz") as response:
            assert response.status == 200


async def test_an_audience_that_there_is_not_is_named_at_the_start(
    parks: Archive, tmp_path: Path
) -> None:
    async with SlackWorkspace() as slack:
        channels = {"C0123456": ["leddelsen"]}
        with pytest.raises(SettingsError, match=r"slack\.channels\.C0123456.*leddelsen"):
            async with referent_in(slack, parks, "http", home=tmp_path, channels=channels):
                pass


async def test_missing_scopes_are_named_at_the_start(parks: Archive, tmp_path: Path) -> None:
    granted = Installation(FULL.scopes - {"users:read"}, FULL.events, FULL.commands)
    async with SlackWorkspace(granted) as slack:
        with pytest.raises(SettingsError, match="users:read"):
            async with referent_in(slack, parks, "http", home=tmp_path):
                pass


async def test_a_token_that_does_not_hold_is_said_at_the_start(
    parks: Archive, tmp_path: Path
) -> None:
    async with SlackWorkspace() as slack:
        slack.trouble.revoke_token("invalid_auth")
        with pytest.raises(SlackUnreachable, match="bot token"):
            async with referent_in(slack, parks, "http", home=tmp_path):
                pass


async def test_bad_requests_are_refused_and_break_nothing(parks: Archive, tmp_path: Path) -> None:
    rng = random.Random(11)
    async with scene(parks, "http", tmp_path) as s, aiohttp.ClientSession() as session:
        url = f"{s.referent.url}/slack/events"
        seen: set[int] = set()
        for _ in range(300):
            body = rng.randbytes(rng.randrange(0, 400))
            now = int(time.time())
            headers = {
                "X-Slack-Request-Timestamp": str(now),
                "X-Slack-Signature": signature(SIGNING_SECRET, body, now),
                "Content-Type": rng.choice(["application/json", FORM, "text/plain"]),
            }
            match rng.randrange(5):
                case 0:
                    headers["X-Slack-Signature"] = "v0=" + "0" * 64
                case 1:
                    headers["X-Slack-Request-Timestamp"] = str(rng.randrange(2**31))
                case 2:
                    headers["X-Slack-Request-Timestamp"] = "nu"
                case 3:
                    headers = {}
            async with session.post(url, data=body, headers=headers) as response:
                seen.add(response.status)
        assert seen <= {400, 401, 404}
        async with session.post(url, data=b"x" * 1_000_001) as response:
            assert response.status == 413
        assert ONLY_SIX in (await s.answered(await s.karen.mention(s.room, BENCHES))).shown
