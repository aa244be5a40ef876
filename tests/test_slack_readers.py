"""Who may read an answer in Slack: what all of a channel may, or the asker alone."""

from pathlib import Path

import pytest

from tests.slack_running import Archive
from tests.slack_scene import BENCHES, BONUS, ONLY_SIX, SECRET, scene

pytestmark = [pytest.mark.anyio]


async def test_a_channel_reads_what_all_of_it_may_and_nothing_else(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, "http", tmp_path, karen_reads=["ledelsen"]) as s:
        public = await s.answered(await s.karen.mention(s.room, BONUS))
        assert SECRET not in public.shown
        private = await s.slack.answer_to(await s.karen.slash("/referent", BONUS, s.room))
        assert SECRET in private.shown
        direct = await s.answered(await s.karen.direct_message(BONUS))
        assert SECRET in direct.shown
        others = await s.answered(await s.bo.direct_message(BONUS))
        assert SECRET not in others.shown


async def test_what_the_channel_may_not_read_is_not_shared(parks: Archive, tmp_path: Path) -> None:
    async with scene(parks, "http", tmp_path, karen_reads=["ledelsen"]) as s:
        private = await s.slack.answer_to(await s.karen.slash("/referent", BONUS, s.room))
        pressed = await s.karen.press(private, "referent_share")
        told = await s.slack.answer_to(pressed)
        assert "ikke delt" in told.shown
        open_one = await s.slack.answer_to(await s.karen.slash("/referent", BENCHES, s.room))
        await s.karen.press(open_one, "referent_share")
        await s.slack.until(lambda: s.slack.messages(s.room, seen_by=s.bo))
        (shared,) = s.slack.messages(s.room, seen_by=s.bo)
        assert ONLY_SIX in shared.shown


async def test_a_press_from_another_channel_opens_nothing_of_a_closed_one(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, "http", tmp_path, room_reads=["ledelsen"]) as s:
        closed = await s.answered(await s.karen.mention(s.room, BONUS))
        value = next(
            element["value"]
            for block in closed.blocks
            if block["type"] == "actions"
            for element in block["elements"]
            if element["action_id"] == "referent_passage_1"
        )
        elsewhere = s.slack.channel("gaden")
        there = await s.answered(await s.bo.mention(elsewhere, BENCHES))
        for block in there.blocks:
            for element in block["elements"] if block["type"] == "actions" else []:
                element["value"] = value
        await s.bo.press(there, "referent_passage_1")
        await s.slack.until(lambda: s.slack.modals_of(s.bo))
        assert SECRET not in s.slack.modals_of(s.bo)[-1].shown


async def test_a_channel_of_the_audience_reads_it_until_it_is_shared(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, "http", tmp_path, room_reads=["ledelsen"]) as s:
        first = await s.answered(await s.bo.mention(s.room, BONUS))
        assert SECRET in first.shown
        await s.slack.share(s.room)
        second = await s.answered(await s.bo.mention(s.room, BONUS))
        assert SECRET not in second.shown
        # The passage of the first answer is not for the newcomers either.
        await s.bo.press(first, "referent_passage_1")
        await s.slack.until(lambda: s.slack.modals_of(s.bo))
        assert SECRET not in s.slack.modals_of(s.bo)[-1].shown


async def test_a_channel_that_cannot_be_looked_up_reads_open_papers_only(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, "http", tmp_path, room_reads=["ledelsen"]) as s:
        s.slack.trouble.fail("conversations.info", times=4)
        answer = await s.answered(await s.karen.mention(s.room, BONUS))
        assert SECRET not in answer.shown
