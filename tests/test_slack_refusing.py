"""Slack refusing what it is asked for: whoever waits is told, and nobody else."""

import asyncio
import time
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest

from bot.inbox.turn import Patience
from tests.slack_delivery import signature
from tests.slack_running import Archive
from tests.slack_scene import BENCHES, BONUS, ONLY_SIX, SECRET, Scene, scene, ways
from tests.slack_state import OTHER_TEAM
from tests.slack_workspace import SIGNING_SECRET

pytestmark = [pytest.mark.anyio]

QUICK = Patience(attempts=2, first=timedelta(seconds=0.05))


async def test_whoever_presses_is_told_when_no_window_opens(parks: Archive, tmp_path: Path) -> None:
    async with scene(parks, "http", tmp_path) as s:
        answer = await s.answered(await s.karen.mention(s.room, BENCHES))
        for trouble in ("expired_trigger_id", "internal_error"):
            s.slack.trouble.refuse("views.open", trouble)
            told = await s.slack.answer_to(await s.karen.press(answer, "referent_passage_1"))
            assert told.shown.startswith("Det kunne ikke vises")
            assert told.only_for == s.karen.user.id


async def test_a_command_whose_address_is_broken_is_answered_privately_all_the_same(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, "http", tmp_path) as s:
        s.slack.trouble.fail("response_url", status=404)
        await s.karen.slash("/referent", BENCHES, s.room)
        await s.slack.until(lambda: s.slack.messages(s.room, seen_by=s.karen))
        (answer,) = s.slack.messages(s.room, seen_by=s.karen)
        assert ONLY_SIX in answer.shown
        assert s.slack.messages(s.room, seen_by=s.bo) == []


async def test_that_something_could_not_be_shared_is_told_to_who_wanted_it_alone(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, "http", tmp_path, patience=QUICK) as s:
        private = await s.slack.answer_to(await s.karen.slash("/referent", BENCHES, s.room))
        s.slack.trouble.refuse("chat.postMessage", "msg_too_long")
        await s.karen.press(private, "referent_share")

        def apologised() -> bool:
            seen = s.slack.messages(s.room, seen_by=s.karen)
            return any("reference" in message.shown for message in seen)

        await s.slack.until(apologised, 10)
        assert s.slack.messages(s.room, seen_by=s.bo) == []
        # What failed may be tried again.
        await s.karen.press(private, "referent_share")
        await s.slack.until(lambda: s.slack.messages(s.room, seen_by=s.bo))
        (shared,) = s.slack.messages(s.room, seen_by=s.bo)
        assert ONLY_SIX in shared.shown


async def test_a_channel_that_was_shared_without_a_word_shows_nothing_closed_any_more(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, "http", tmp_path, room_reads=["ledelsen"]) as s:
        first = await s.answered(await s.bo.mention(s.room, BONUS))
        assert SECRET in first.shown
        s.room.shared_with = (OTHER_TEAM,)
        await s.karen.press(first, "referent_passage_1")
        await s.slack.until(lambda: s.slack.modals_of(s.karen))
        assert SECRET not in s.slack.modals_of(s.karen)[-1].shown
        assert "ikke længere må vises" in s.slack.modals_of(s.karen)[-1].shown
        second = await s.answered(await s.bo.mention(s.room, BONUS))
        assert SECRET not in second.shown


async def test_the_home_tab_is_drawn_when_slack_takes_it_again(
    parks: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.slack.pages.AGAIN_AFTER", (0.05, 0.05))
    async with scene(parks, "http", tmp_path) as s:
        s.slack.trouble.fail("views.publish", times=2)
        await s.karen.open_home()
        await s.slack.until(lambda: s.slack.home_of(s.karen) is not None)


async def test_the_time_for_which_no_token_holds_counts_as_no_attempt(
    parks: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.slack.calls.LOCKED_OUT_FOR", timedelta(seconds=0.05))
    async with scene(parks, "http", tmp_path, patience=QUICK) as s:
        s.slack.trouble.revoke_token()
        asked = await s.karen.mention(s.room, BENCHES)
        # As often as it would be tried and apologised for, several times over.
        refused = 8 * QUICK.attempts
        await s.slack.until(lambda: len(s.slack.api.called("chat.postMessage")) > refused, 20)
        s.slack.trouble.token_error = None
        assert ONLY_SIX in (await s.slack.answer_to(asked, within=10)).shown


async def readiness(s: Scene) -> int:
    """Return the status of the page that tells whether questions are heard."""
    url = f"{s.referent.url}/readyz"
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        return response.status


async def becomes(s: Scene, status: int, within: float = 5.0) -> None:
    """Wait until the page says so."""
    until = time.monotonic() + within
    while await readiness(s) != status:
        assert time.monotonic() < until
        await asyncio.sleep(0.02)


async def test_a_token_that_holds_again_is_noticed_though_nobody_asks_anything(
    parks: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.slack.token.FIRST_PAUSE", 0.05)
    monkeypatch.setattr("bot.slack.token.LONGEST_PAUSE", 0.1)
    async with scene(parks, "http", tmp_path) as s:
        s.slack.trouble.revoke_token("account_inactive")
        asked = await s.karen.mention(s.room, BENCHES)
        await becomes(s, 503)
        s.slack.trouble.token_error = None
        await becomes(s, 200)
        # What waits would be tried after a minute.
        assert ONLY_SIX in (await s.slack.answer_to(asked, within=3)).shown


async def test_that_slack_asks_for_patience_is_obeyed_while_no_token_holds(
    parks: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.slack.token.FIRST_PAUSE", 0.05)
    monkeypatch.setattr("bot.slack.token.LONGEST_PAUSE", 0.05)
    async with scene(parks, "http", tmp_path) as s:
        s.slack.trouble.limit("auth.test", retry_after=1)
        s.slack.trouble.revoke_token()
        await s.karen.mention(s.room, BENCHES)
        await becomes(s, 503)
        await s.slack.until(lambda: not s.slack.trouble.left())
        before = len(s.slack.api.called("auth.test"))
        await asyncio.sleep(0.5)
        assert len(s.slack.api.called("auth.test")) == before
        await s.slack.until(lambda: len(s.slack.api.called("auth.test")) > before)


async def test_a_token_that_was_said_to_be_revoked_and_holds_is_used_on(
    parks: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.slack.token.FIRST_PAUSE", 0.2)
    async with scene(parks, "http", tmp_path) as s:
        await s.answered(await s.karen.mention(s.room, BENCHES))
        await s.slack.happens({"type": "tokens_revoked", "tokens": {"oauth": ["U0KAREN"]}})
        await becomes(s, 503)
        await becomes(s, 200)


async def test_a_channel_of_the_settings_that_slack_does_not_know_is_named_in_the_log(
    parks: Archive, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with scene(parks, "http", tmp_path, more_channels=["C0NOBODY"]) as s:
        await s.slack.until(lambda: "slack.channels.C0NOBODY" in caplog.text)
        assert f"slack.channels.{s.room.id}" not in caplog.text


@pytest.mark.parametrize(
    "body",
    [
        *(b"[1,2]", b"payload=5", b"[" * 100_000, b'"x"', b"payload=%5B"),
        b'{"type":"event_callback","event":5}',
        b"payload=%7B%22type%22%3A%22block_actions%22%2C%22actions%22%3A5%7D",
    ],
)
async def test_what_is_signed_and_no_object_is_refused(
    parks: Archive, tmp_path: Path, body: bytes
) -> None:
    async with scene(parks, "http", tmp_path) as s, aiohttp.ClientSession() as session:
        for stamp, status in ((str(int(time.time())), 400), ("9" * 400, 401)):
            headers = {
                "X-Slack-Request-Timestamp": stamp,
                "X-Slack-Signature": signature(SIGNING_SECRET, body, int(stamp)),
                "Content-Type": "application/json" if b"payload" not in body else _FORM,
            }
            url = f"{s.referent.url}/slack/events"
            async with session.post(url, data=body, headers=headers) as response:
                assert response.status == status


_FORM = "application/x-www-form-urlencoded"


@ways
async def test_a_start_at_which_nothing_is_wrong_warns_of_nothing(
    parks: Archive, way: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with scene(parks, way, tmp_path) as s:
        assert await readiness(s) == 200
        said = [one.getMessage() for one in caplog.records if one.levelname == "WARNING"]
        assert said == []
