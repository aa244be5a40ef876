"""A changed message is asked anew where it says something else, or names us by now; once."""

import asyncio
from pathlib import Path

import pytest

from bot.slack.hearing.edits import as_written, edit_key
from tests.slack_running import Archive
from tests.slack_scene import BENCHES, scene

pytestmark = [pytest.mark.anyio]
MENTION = "<@U0BOT>"


async def test_another_question_is_answered_below_the_first_answer(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, "http", tmp_path) as s:
        asked = await s.karen.mention(s.room, "hvad er havnetaksten i Hov?")
        first = await s.answered(asked)
        assert asked.message is not None
        await s.karen.edit(asked.message, f"{MENTION} {BENCHES}")
        await s.slack.until(lambda: len(s.slack.answers_to(asked)) == 2)
        answers = s.slack.answers_to(asked)
        assert [answer.ts for answer in answers][:1] == [first.ts]
        assert "punkt 1" in answers[1].shown


async def test_a_mention_that_is_added_is_seen(parks: Archive, tmp_path: Path) -> None:
    async with scene(parks, "http", tmp_path) as s:
        said = await s.karen.say(s.room, BENCHES)
        assert said.message is not None
        await s.karen.edit(said.message, f"{MENTION} {BENCHES}")
        await asyncio.sleep(0.5)
        assert len(s.slack.answers_to(said)) == 1


def changed(
    before: str, now: str, *, edited: bool = True, kind: str = "channel"
) -> dict[str, object]:
    message: dict[str, object] = {"user": "U1", "ts": "1.1", "text": now}
    if edited:
        message["edited"] = {"user": "U1", "ts": "2.2"}
    return {
        "type": "message",
        "subtype": "message_changed",
        "channel": "C1",
        "channel_type": kind,
        "message": message,
        "previous_message": {"user": "U1", "ts": "1.1", "text": before},
    }


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (f"{MENTION} hvad blev besluttet?", f"{MENTION} Hvad blev besluttet? tak"),
        (f"{MENTION} what was decided?", f"{MENTION} what was decided - thanks"),
        ("hvad blev besluttet?", "hvad blev bestemt?"),
        (f"{MENTION} hvad blev besluttet?", "hvad blev bestemt?"),
    ],
)
def test_the_same_words_and_what_is_not_said_to_us_ask_nothing(before: str, now: str) -> None:
    assert as_written(changed(before, now), MENTION) is None


def test_a_preview_that_is_added_asks_nothing() -> None:
    told = changed(f"{MENTION} hvad?", f"{MENTION} hvem?", edited=False)
    assert as_written(told, MENTION) is None


def test_each_change_is_asked_once_and_an_added_mention_like_the_message_itself() -> None:
    other = as_written(changed(f"{MENTION} hvad?", f"{MENTION} hvem?"), MENTION)
    named = as_written(changed("hvem?", f"{MENTION} hvem?"), MENTION)
    alone = as_written(changed("hvad?", "hvem?", kind="im"), MENTION)
    assert other is not None
    assert named is not None
    assert alone is not None
    assert edit_key(other, "k") == edit_key(alone, "k") == "k/edited/2.2"
    assert edit_key(named, "k") == "k"


def test_what_was_overheard_in_a_thread_is_overheard_anew() -> None:
    told = changed("og i 2022?", "og i 2023?")
    for side in ("message", "previous_message"):
        told[side]["thread_ts"] = "0.9"  # type: ignore[index]
    assert as_written(told, MENTION) is not None
    # Who takes our name out of it, or begins the thread with it, says it to others.
    told["previous_message"]["text"] = f"{MENTION} og i 2022?"  # type: ignore[index]
    assert as_written(told, MENTION) is None
    root = changed("hvad blev besluttet?", "hvad blev bestemt?")
    root["message"]["thread_ts"] = "1.1"  # type: ignore[index]
    assert as_written(root, MENTION) is None


async def test_a_follow_up_that_is_changed_is_answered_by_what_it_says_now(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, "http", tmp_path) as s:
        asked = await s.karen.mention(s.room, BENCHES)
        await s.answered(asked)
        on = await s.karen.say(s.room, "hvem havde sendt afbud?", thread=asked.message)
        assert "Ole Birk" in (await s.slack.answer_to(on)).shown
        assert on.message is not None
        await s.karen.edit(on.message, "hvem var formand?")
        await s.slack.until(lambda: len(s.slack.answers_to(on)) == 2)
        assert "Gerda Lolk" in s.slack.answers_to(on)[-1].shown


async def test_a_changed_question_goes_on_from_nothing_that_it_said_before(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, "http", tmp_path) as s:
        asked = await s.karen.mention(s.room, BENCHES)
        await s.answered(asked)
        assert asked.message is not None
        # On its own it names no meeting; after its first words it would be of theirs.
        await s.karen.edit(asked.message, f"{MENTION} hvem havde sendt afbud?")
        await s.slack.until(lambda: len(s.slack.answers_to(asked)) == 2)
        assert "Læst som" not in s.slack.answers_to(asked)[-1].shown
