"""What is said in a thread beside questions: it is not answered, kept, or leant on."""

import asyncio
from pathlib import Path

import pytest

from bot.records.store import Records
from bot.replies import ReplyKind
from bot.serving.opening import FOLDER
from tests.slack_running import Archive
from tests.slack_scene import BENCHES, scene

pytestmark = [pytest.mark.anyio]


async def test_what_people_say_to_each_other_is_neither_kept_nor_leant_on(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, "http", tmp_path) as s:
        first = await s.karen.mention(s.room, BENCHES)
        await s.answered(first)
        talk = await s.bo.say(s.room, "hvem kører til Hov på fredag?", thread=first.message)
        await asyncio.sleep(0.3)
        await s.slack.settled()
        assert s.slack.answers_to(talk) == []
        on = await s.answered(await s.karen.say(s.room, "og i 2023?", thread=first.message))
        assert "Læst som" in on.shown
        assert "bænke" in on.shown
    records = Records(tmp_path / FOLDER)
    kept = {answer.question for answer in records.of_kinds(frozenset(ReplyKind))}
    records.close()
    assert kept == {BENCHES, "og i 2023?"}


async def test_a_year_in_which_there_was_nothing_is_answered_so(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, "http", tmp_path) as s:
        first = await s.karen.mention(s.room, BENCHES)
        await s.answered(first)
        none = await s.answered(await s.bo.say(s.room, "sorry, 1999", thread=first.message))
        assert "1999" in none.shown


async def test_a_pasted_paper_is_told_to_be_too_long_and_not_echoed(
    parks: Archive, tmp_path: Path
) -> None:
    pasted = "hundeskov " * 300
    async with scene(parks, "http", tmp_path) as s:
        asked = await s.answered(await s.karen.mention(s.room, pasted))
        command = await s.slack.answer_to(await s.bo.slash("/referent", pasted, s.room))
        assert "for langt" in asked.shown
        assert "too long" in command.shown
        assert "hundeskov" not in asked.shown + command.shown


async def test_thanks_by_command_are_no_question(parks: Archive, tmp_path: Path) -> None:
    async with scene(parks, "http", tmp_path) as s:
        told = await s.karen.slash("/referent", "tak", s.room)
        assert told.acknowledged
        answer = await s.slack.answer_to(told)
        assert "Læst som" not in answer.shown
        assert "/referent" in answer.shown


@pytest.mark.parametrize("said", ["hvad koster driften af dem?", "what do they cost to run?"])
async def test_who_is_alone_with_us_in_a_thread_is_asked_back_and_others_are_not(
    parks: Archive, tmp_path: Path, said: str
) -> None:
    async with scene(parks, "http", tmp_path) as s:
        first = await s.karen.mention(s.room, BENCHES)
        await s.answered(first)
        alone = await s.answered(await s.karen.say(s.room, said, thread=first.message))
        assert any(told in alone.shown for told in ("Hvad mener du?", "Læst som", "Read as"))
        await s.bo.say(s.room, "det vidste jeg ikke", thread=first.message)
        among = await s.karen.say(s.room, said, thread=first.message)
        await asyncio.sleep(0.3)
        await s.slack.settled()
        assert s.slack.answers_to(among) == [alone] or s.slack.answers_to(among) == []
