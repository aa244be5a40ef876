"""A model writes, in Slack: the quoted answer stands at once, and grows in its place."""

import asyncio
from itertools import pairwise
from pathlib import Path

import pytest

from bot.inbox.store import Inbox
from bot.models.model import Failure
from bot.records.store import Records
from bot.serving.opening import FOLDER
from bot.wording import phrase
from tests.slack_installation import AS_AN_ASSISTANT
from tests.slack_person import Asked
from tests.slack_running import Archive, referent_in
from tests.slack_scene import (
    BENCHES,
    BONUS,
    ONLY_SIX,
    SECRET,
    Scene,
    scene,
)
from tests.slack_state import Message
from tests.slack_workspace import SlackWorkspace
from tests.slow_pen import SlowPen

pytestmark = [pytest.mark.anyio]

SIX = "Bænke ved søen blev godkendt, dog kun seks bænke [1]."
TEN = "Sekretariatet indstiller, at der opstilles ti bænke ved søen [1]."
"""Borne by another sentence than the one it names: it adds a source."""
LIE = "Parken har 40 bænke [1]."
BY_A_MODEL = "Skrevet af en sprogmodel"


def grown(message: Message, *sentences: str) -> bool:
    """Tell whether a message is a whole answer with what a model wrote of it."""
    words = [sentence.partition(" [")[0] for sentence in sentences]
    return all(word in message.shown for word in [*words, BY_A_MODEL, ONLY_SIX])


async def one_message(s: Scene, asked: Asked) -> Message:
    """Return the answer, which is the only one."""
    await s.slack.settled()
    (message,) = s.slack.answers_to(asked)
    return message


def must_be_quoted(message: Message) -> None:
    assert ONLY_SIX in message.shown
    assert BY_A_MODEL not in message.shown
    assert message.versions == 1


async def test_the_quoted_answer_stands_at_once_and_grows_sentence_by_sentence(
    parks: Archive, tmp_path: Path
) -> None:
    pen = SlowPen(SIX, LIE, TEN)
    async with scene(parks, "http", tmp_path, writing=pen) as s:
        asked = await s.karen.mention(s.room, BENCHES)
        message = await s.slack.answer_to(asked)  # the pen has not been let yet
        must_be_quoted(message)
        metadata = message.metadata
        assert metadata
        pen.let(2)
        await s.slack.until(lambda: message.versions == 2)
        assert grown(message, SIX)
        pen.let(9)
        await s.slack.until(lambda: grown(message, SIX, TEN))
        assert "40 bænke" not in message.shown
        assert "udeladt" in message.shown
        assert message.metadata == metadata
        updates = [call.at for call in s.slack.api.called("chat.update")]
        assert all(after - at >= 0.95 for at, after in pairwise(updates))
        assert await one_message(s, asked) == message


async def test_a_source_that_came_with_the_prose_opens_while_it_is_written(
    parks: Archive, tmp_path: Path
) -> None:
    pen = SlowPen(SIX, TEN, LIE)
    async with scene(parks, "http", tmp_path, writing=pen) as s:
        message = await s.slack.answer_to(await s.karen.mention(s.room, BENCHES))
        assert "referent_passage_3" not in message.actions
        pen.let(2)
        await s.slack.until(lambda: "referent_passage_3" in message.actions)
        await s.bo.press(message, "referent_passage_3")
        await s.slack.until(lambda: s.slack.modals_of(s.bo))
        assert "ti bænke" in s.slack.modals_of(s.bo)[-1].shown
        pen.let(9)


async def test_the_inbox_owes_nothing_while_a_model_writes(parks: Archive, tmp_path: Path) -> None:
    pen = SlowPen(SIX, at_once=1)
    async with scene(parks, "http", tmp_path, writing=pen) as s:
        asked = [await s.karen.mention(s.room, f"{BENCHES} ({n})") for n in range(4)]
        for one in asked:
            must_be_quoted(await s.slack.answer_to(one))
        await s.slack.until(lambda: pen.begun)
        inbox = Inbox(tmp_path / FOLDER)
        await s.slack.until(lambda: inbox.counts().oldest is None)
        inbox.close()
        assert pen.begun == 1
        pen.let(20)
        for one in asked:
            message = await one_message(s, one)
            await s.slack.until(lambda m=message: grown(m, SIX), within=10)  # type: ignore[misc]
        assert pen.begun == 4


async def test_who_is_alone_with_it_sees_that_it_writes_until_it_has(
    parks: Archive, tmp_path: Path
) -> None:
    pen = SlowPen(SIX)
    async with scene(parks, "http", tmp_path, writing=pen) as s:
        asked = await s.karen.direct_message(BENCHES)
        message = await s.slack.answer_to(asked)
        assert asked.message is not None
        shown = s.slack.pane_of(asked.message)
        await s.slack.until(lambda: pen.begun)
        assert shown.status == "processing"
        must_be_quoted(message)
        pen.let(9)
        await s.slack.until(lambda: shown.status == "active")
        assert grown(message, SIX)


async def test_the_pane_of_an_assistant_tells_that_it_writes(
    parks: Archive, tmp_path: Path
) -> None:
    pen = SlowPen(SIX)
    old = SlackWorkspace(AS_AN_ASSISTANT)
    async with scene(parks, "http", tmp_path, writing=pen, slack=old) as s:
        opened = await s.karen.open_assistant()
        asked = await s.karen.direct_message(BENCHES, thread=opened.root)
        message = await s.slack.answer_to(asked)
        await s.slack.until(lambda: pen.begun)
        shown = s.slack.pane_of(opened.root)
        await s.slack.until(lambda: shown.status.startswith(("Søger", "Searching")))
        pen.let(9)
        await s.slack.until(lambda: not shown.status)
        assert grown(message, SIX)


async def test_who_stops_it_keeps_the_quoted_answer_and_may_ask_on(
    parks: Archive, tmp_path: Path
) -> None:
    pen = SlowPen(SIX)
    async with scene(parks, "http", tmp_path, writing=pen) as s:
        first = await s.karen.direct_message(BENCHES)
        message = await s.slack.answer_to(first)
        on = await s.karen.direct_message("hvem havde sendt afbud?", thread=first.message)
        below = await s.slack.answer_to(on)
        await s.slack.until(lambda: pen.begun)
        assert first.message is not None
        assert (await s.karen.stop(first.message)).acknowledged
        session = s.slack.pane_of(first.message)
        await s.slack.until(lambda: session.status == "active")
        pen.let(20)
        await asyncio.sleep(0.3)
        must_be_quoted(message)
        assert below.versions == 1
        assert session.status == "active"


async def test_a_command_is_answered_in_a_line_and_what_is_shared_of_it_is_written(
    parks: Archive, tmp_path: Path
) -> None:
    pen = SlowPen(SIX, free=True)
    async with scene(parks, "http", tmp_path, writing=pen) as s:
        private = await s.slack.answer_to(await s.karen.slash("/referent", BENCHES, s.room))
        assert pen.begun == 0
        await s.karen.press(private, "referent_share")
        await s.slack.until(lambda: s.slack.messages(s.room, seen_by=s.bo))
        (shared,) = s.slack.messages(s.room, seen_by=s.bo)
        await s.slack.until(lambda: grown(shared, SIX))
        assert BENCHES in shared.shown


async def test_what_is_asked_on_meanwhile_leans_on_the_quoted_answer(
    parks: Archive, tmp_path: Path
) -> None:
    pen = SlowPen(SIX, SIX)
    async with scene(parks, "http", tmp_path, writing=pen) as s:
        first = await s.karen.mention(s.room, BENCHES)
        message = await s.slack.answer_to(first)
        on = await s.slack.answer_to(
            await s.karen.say(s.room, "hvem havde sendt afbud?", thread=first.message)
        )
        assert "Ole Birk" in on.shown
        pen.let(20)
        await s.slack.until(lambda: grown(message, SIX))
        last = await s.slack.answer_to(
            await s.bo.say(s.room, "who was chairing?", thread=first.message)
        )
        assert "Gerda Lolk" in last.shown
        assert len(s.slack.messages(s.room, thread=first.message)) == 6


async def test_a_question_that_is_changed_meanwhile_has_two_whole_answers(
    parks: Archive, tmp_path: Path
) -> None:
    pen = SlowPen(SIX)
    async with scene(parks, "http", tmp_path, writing=pen) as s:
        asked = await s.karen.mention(s.room, BENCHES)
        message = await s.slack.answer_to(asked)
        assert asked.message is not None
        await s.karen.edit(asked.message, "<@U0BOT> hvad besluttede PU om hundeskoven?")
        await s.slack.until(lambda: len(s.slack.answers_to(asked)) == 2)
        pen.let(20)
        await s.slack.until(lambda: grown(message, SIX))
        assert "Udsat" in s.slack.answers_to(asked)[1].shown


# -- trouble


async def test_a_slack_that_asks_for_patience_gets_the_rest_later(
    parks: Archive, tmp_path: Path
) -> None:
    pen = SlowPen(SIX, TEN)
    async with scene(parks, "http", tmp_path, writing=pen) as s:
        asked = await s.karen.mention(s.room, BENCHES)
        message = await s.slack.answer_to(asked)
        s.slack.trouble.limit("chat.update", retry_after=2)
        pen.let(1)
        await asyncio.sleep(0.3)
        pen.let(9)
        await s.slack.until(lambda: s.slack.api.called("chat.update"))
        must_be_quoted(message)
        await s.slack.until(lambda: grown(message, SIX, TEN), within=10)
        first, second, *_ = (call.at for call in s.slack.api.called("chat.update"))
        assert second - first >= 2
        assert await one_message(s, asked) == message


@pytest.mark.parametrize(
    "error", ["cant_update_message", "message_not_found", "edit_window_closed"]
)
async def test_a_refused_change_costs_nothing(parks: Archive, tmp_path: Path, error: str) -> None:
    pen = SlowPen(SIX, TEN)
    async with scene(parks, "http", tmp_path, writing=pen) as s:
        asked = await s.karen.mention(s.room, BENCHES)
        message = await s.slack.answer_to(asked)
        s.slack.trouble.refuse("chat.update", error)
        pen.let(9)
        await s.slack.until(lambda: s.slack.api.called("chat.update"))
        await asyncio.sleep(1.2)
        must_be_quoted(await one_message(s, asked))
        assert len(s.slack.api.called("chat.update")) == 1
        assert message.metadata
        kept = Records(tmp_path / FOLDER)
        (answer,) = [kept.answer(message.metadata["event_payload"]["question"])]
        kept.close()
        assert answer is not None
        assert answer.written is None


@pytest.mark.parametrize(
    ("pen", "said_of_it"),
    [
        (SlowPen(failure=Failure.DOWN, free=True), phrase("model_down", "da")),
        (SlowPen(LIE, free=True), "skrev intet, som kilderne bærer"),
    ],
)
async def test_where_nothing_of_the_model_stands_the_answer_says_why_and_is_as_it_was(
    parks: Archive, tmp_path: Path, pen: SlowPen, said_of_it: str
) -> None:
    async with scene(parks, "http", tmp_path, writing=pen) as s:
        asked = await s.karen.mention(s.room, BENCHES)
        message = await s.slack.answer_to(asked)
        await s.slack.until(lambda: message.versions == 2)
        assert ONLY_SIX in message.shown
        assert said_of_it in message.shown
        assert "40 bænke" not in message.shown
        assert await one_message(s, asked) == message


async def test_nothing_more_is_shown_in_a_channel_that_was_shared_meanwhile(
    parks: Archive, tmp_path: Path
) -> None:
    pen = SlowPen("Parkchefen får et tillæg på 12.000 kr. [1].")
    async with scene(parks, "http", tmp_path, room_reads=["ledelsen"], writing=pen) as s:
        message = await s.slack.answer_to(await s.karen.mention(s.room, BONUS))
        assert SECRET in message.shown
        s.room.shared_with = ("T0NABO",)  # and nobody tells of it
        pen.let(9)
        await s.slack.until(lambda: pen.ended)
        await asyncio.sleep(1.5)
        assert message.versions == 1
        assert s.slack.api.called("chat.update") == []


async def test_a_stop_lets_what_is_being_written_come_to_its_end(
    parks: Archive, tmp_path: Path
) -> None:
    pen = SlowPen(SIX)
    async with SlackWorkspace() as slack:
        karen, room = slack.person("Karen"), slack.channel("parken")
        async with referent_in(slack, parks, "http", home=tmp_path, writing=pen):
            asked = await karen.mention(room, BENCHES)
            message = await slack.answer_to(asked)
            pen.let(9)
        assert grown(message, SIX)


async def test_a_stop_that_may_not_wait_leaves_one_whole_answer_also_to_the_next_process(
    parks: Archive, tmp_path: Path
) -> None:
    pen = SlowPen(SIX, TEN, LIE)
    async with SlackWorkspace() as slack:
        karen, room = slack.person("Karen"), slack.channel("parken")
        running = referent_in(slack, parks, "http", home=tmp_path, writing=pen, drain_seconds=0)
        async with running:
            asked = await karen.mention(room, BENCHES)
            message = await slack.answer_to(asked)
            pen.let(1)
            await slack.until(lambda: grown(message, SIX))
        assert not pen.ended  # nobody waited for it
        async with referent_in(slack, parks, "http", home=tmp_path, writing=pen):
            await asyncio.sleep(1)
            assert slack.answers_to(asked) == [message]
            assert grown(message, SIX)
            assert "ti bænke ved søen." in message.shown
