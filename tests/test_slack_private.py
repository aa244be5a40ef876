"""What is for one person alone reaches them by another way, and what they are told is true."""

import asyncio
import time
from datetime import timedelta
from pathlib import Path

import pytest

from bot.chat.pace import MOST
from bot.inbox.questions import Question
from bot.inbox.store import Inbox
from bot.inbox.turn import Patience
from tests.slack_person import Person
from tests.slack_running import Archive, referent_in
from tests.slack_scene import BENCHES, ONLY_SIX, Scene, scene
from tests.slack_state import BOT_USER, Message
from tests.slack_workspace import SlackWorkspace

pytestmark = [pytest.mark.anyio]

QUICK = Patience(attempts=2, first=timedelta(seconds=0.05))


def seen(s: Scene, person: Person) -> list[str]:
    """Return what somebody reads in the room, from us."""
    return [m.shown for m in s.slack.messages(s.room, seen_by=person) if m.is_ours]


async def test_a_command_where_nothing_can_be_shown_is_answered_in_a_direct_message(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, "http", tmp_path) as s:
        s.room.members.discard(BOT_USER)
        s.slack.trouble.fail("response_url", status=404)
        await s.karen.slash("/referent", BENCHES, s.room)
        await s.slack.until(lambda: s.slack.messages(s.karen.direct))
        (answer,) = s.slack.messages(s.karen.direct)
        assert f"Spørgsmål: {BENCHES}" in answer.shown
        assert ONLY_SIX in answer.shown
        assert "referent_share" not in answer.actions
        assert seen(s, s.karen) == seen(s, s.bo) == []
        on = await s.slack.answer_to(await s.karen.direct_message("hvem var fraværende?"))
        assert "Ole Birk" in on.shown


async def test_where_not_even_that_is_taken_the_log_has_a_reference(
    parks: Archive, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with scene(parks, "http", tmp_path, patience=QUICK) as s:
        s.room.members.discard(BOT_USER)
        s.slack.trouble.fail("response_url", status=404, times=99)
        s.slack.trouble.refuse("chat.postMessage", "missing_scope", times=99)
        await s.karen.slash("/referent", BENCHES, s.room)
        await s.slack.until(lambda: "is abandoned" in caplog.text, 20)
        assert any("reference " in r.message and "abandoned" in r.message for r in caplog.records)


@pytest.mark.parametrize(
    ("locale", "shared", "failed"),
    [
        ("da-DK", "Svaret er delt med kanalen.", "Det lykkedes ikke at dele svaret"),
        ("en-GB", "The answer has been shared", "The answer could not be shared"),
    ],
)
async def test_it_is_said_to_be_shared_when_it_is_and_not_where_it_failed(
    parks: Archive, tmp_path: Path, locale: str, shared: str, failed: str
) -> None:
    async with scene(parks, "http", tmp_path, patience=QUICK) as s:
        liv = s.slack.person("Liv", locale=locale)
        s.room.members.add(liv.user.id)
        private = await s.slack.answer_to(await liv.slash("/referent", BENCHES, s.room))
        s.slack.trouble.refuse("chat.postMessage", "msg_too_long")
        told = await s.slack.answer_to(await liv.press(private, "referent_share"), 10)
        assert failed in told.shown
        assert not any(shared in words for words in seen(s, liv))
        again = await s.slack.answer_to(await liv.press(private, "referent_share"), 10)
        assert again.shown.startswith(shared)
        assert [ONLY_SIX in words for words in seen(s, s.bo)] == [True]


async def test_who_presses_again_before_the_failure_is_noted_shares_it(
    parks: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = Inbox.apologised

    def noted_late(inbox: Inbox, question: Question, where: bytes) -> Question:
        time.sleep(0.5)
        return note(inbox, question, where)

    monkeypatch.setattr(Inbox, "apologised", noted_late)
    async with scene(parks, "http", tmp_path, patience=QUICK) as s:
        private = await s.slack.answer_to(await s.karen.slash("/referent", BENCHES, s.room))
        s.slack.trouble.refuse("chat.postMessage", "msg_too_long")
        told = await s.slack.answer_to(await s.karen.press(private, "referent_share"), 10)
        assert "Det lykkedes ikke" in told.shown
        again = await s.slack.answer_to(await s.karen.press(private, "referent_share"), 10)
        assert again.shown.startswith("Svaret er delt med kanalen.")


async def test_what_could_not_be_shared_may_be_shared_after_a_restart(
    parks: Archive, tmp_path: Path
) -> None:
    async with SlackWorkspace() as slack:
        karen, bo = slack.person("Karen"), slack.person("Bo")
        room = slack.channel("parken")
        async with referent_in(slack, parks, "http", home=tmp_path, patience=QUICK):
            private = await slack.answer_to(await karen.slash("/referent", BENCHES, room))
            slack.trouble.refuse("chat.postMessage", "msg_too_long")
            told = await slack.answer_to(await karen.press(private, "referent_share"), 10)
            assert "reference" in told.shown
        async with referent_in(slack, parks, "http", home=tmp_path, patience=QUICK):
            for _ in range(2):
                await karen.press(private, "referent_share")
            await slack.until(lambda: slack.messages(room, seen_by=bo))
            await asyncio.sleep(0.3)
            (shared,) = slack.messages(room, seen_by=bo)
            assert ONLY_SIX in shared.shown


async def test_what_is_shared_is_read_as_it_stands_whatever_was_shared_before_it(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, "http", tmp_path) as s:
        elsewhere = s.slack.channel("gaden", with_bot=False)

        def shown() -> list[str]:
            return [m.shown for m in s.slack.messages(elsewhere) if m.only_for is None]

        async def share(person: Person, question: str, number: int) -> None:
            private = await s.slack.answer_to(await person.slash("/referent", question, elsewhere))
            await person.press(private, "referent_share")
            await s.slack.until(lambda: len(shown()) == number)

        await share(s.karen, BENCHES, 1)
        # Somebody else's, who leans on nothing of their own.
        question = "og hvad blev besluttet om hundeskoven?"
        await share(s.bo, question, 2)
        assert shown()[1].startswith(f"Bo deler svaret på: {question}")


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/response", "no address"])
async def test_a_command_whose_address_is_out_of_reach_is_answered_by_another_way(
    parks: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    async with scene(parks, "http", tmp_path) as s:
        monkeypatch.setattr(s.slack, "response_url", lambda key: address)
        await s.karen.slash("/referent", BENCHES, s.room)
        await s.slack.until(lambda: seen(s, s.karen))
        assert ONLY_SIX in seen(s, s.karen)[0]
        assert seen(s, s.bo) == []


async def test_who_asks_too_much_in_a_thread_is_told_there(parks: Archive, tmp_path: Path) -> None:
    async with scene(parks, "http", tmp_path) as s:
        root = s.karen.write(s.karen.direct, "hej")
        for number in range(MOST + 1):
            await s.karen.direct_message(f"hvad er taksten ({number})?", thread=root)

        def told() -> list[Message]:
            return [m for m in s.slack.messages(s.karen.direct, seen_by=s.karen) if m.only_for]

        await s.slack.until(told)
        assert [m.thread_ts for m in told()] == [root.ts]


async def test_whoever_presses_in_a_thread_is_thanked_there(parks: Archive, tmp_path: Path) -> None:
    async with scene(parks, "http", tmp_path) as s:
        answer = await s.answered(await s.karen.mention(s.room, BENCHES))
        thanks = await s.slack.answer_to(await s.karen.feedback(answer))
        assert (thanks.thread_ts, thanks.only_for) == (answer.thread_ts, s.karen.user.id)
        direct = await s.answered(await s.karen.direct_message(BENCHES))
        thanks = await s.slack.answer_to(await s.karen.feedback(direct))
        assert thanks.thread_ts == direct.thread_ts
