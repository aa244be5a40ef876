"""A model writes, in Teams: the quoted answer stands at once, and grows in its place."""

import asyncio
import time
from pathlib import Path

import pytest

from bot.inbox.store import Inbox
from bot.models.model import Failure
from bot.serving.opening import FOLDER
from bot.wording import phrase
from tests.slack_running import Archive
from tests.slack_scene import BENCHES, ONLY_SIX
from tests.slow_pen import SlowPen
from tests.teams_person import Posted
from tests.teams_running import referent_in
from tests.teams_scene import CHANNEL, GROUP, scene
from tests.teams_workspace import TeamsWorkspace

pytestmark = [pytest.mark.anyio]

SIX = "Bænke ved søen blev godkendt, dog kun seks bænke [1]."
TEN = "Sekretariatet indstiller, at der opstilles ti bænke ved søen [1]."
LIE = "Parken har 40 bænke [1]."


def by_model(activity: object) -> bool:
    return "AIGeneratedContent" in str(activity)


def grown(message: Posted, *sentences: str) -> bool:
    """Tell whether a message is a whole answer with what a model wrote of it."""
    words = [sentence.partition(" [")[0] for sentence in sentences]
    whole = all(word in message.text for word in [*words, ONLY_SIX])
    judged = message.activity.get("channelData", {}).get("feedbackLoop")
    return whole and by_model(message.activity) and bool(judged)


def must_be_quoted(message: Posted) -> None:
    assert ONLY_SIX in message.text
    assert not by_model(message.activity)
    assert message.versions == []


@pytest.mark.parametrize("place", [None, GROUP, CHANNEL])
async def test_the_quoted_answer_stands_at_once_and_grows_with_its_sources_and_card(
    parks: Archive, tmp_path: Path, place: str | None
) -> None:
    pen = SlowPen(SIX, LIE, TEN)
    async with scene(parks, tmp_path, writing=pen) as s:
        asked = await (s.karen.asks(BENCHES) if place is None else s.karen.mentions(place, BENCHES))
        message = await s.teams.answer_to(asked)
        # The pen has not been let yet: whoever waited for it would wait for ever.
        must_be_quoted(message)
        pen.let(2)
        await s.teams.until(lambda: message.versions)
        assert grown(message, SIX)
        pen.let(9)
        await s.teams.until(lambda: grown(message, SIX, TEN))
        assert "40 bænke" not in message.text
        assert set(message.citations) == {1, 2, 3}
        card = await s.teams.card_below(message)
        await s.teams.until(lambda: "Vis stedet [3]" in str(card.card))
        button = card.button("Vis stedet [3]")
        assert "ti bænke" in str(await s.karen.presses(card, button))
        assert (await s.karen.judges(message, "like")).status == 200
        assert s.teams.posted == [message, card]
        # Nothing is streamed; a slow machine may show a sign that it works, which holds nothing.
        assert not any(one.get("entities") for one in s.teams.attempts if one["type"] == "typing")


async def test_the_inbox_owes_nothing_while_a_model_writes(parks: Archive, tmp_path: Path) -> None:
    pen = SlowPen(SIX, at_once=1)
    async with scene(parks, tmp_path, writing=pen) as s:
        first = await s.teams.answer_to(await s.karen.asks(BENCHES))
        on = await s.karen.asks("hvem havde sendt afbud?")
        assert "Ole Birk" in (await s.teams.answer_to(on, number=2)).text
        inbox = Inbox(tmp_path / FOLDER)
        await s.teams.until(lambda: inbox.counts().oldest is None)
        inbox.close()
        must_be_quoted(first)
        pen.let(9)
        await s.teams.until(lambda: grown(first, SIX))
        assert len(s.teams.messages()) == 2


async def test_teams_that_asks_for_patience_gets_the_rest_later(
    parks: Archive, tmp_path: Path
) -> None:
    pen = SlowPen(SIX, TEN)
    async with scene(parks, tmp_path, writing=pen) as s:
        message = await s.teams.answer_to(await s.karen.asks(BENCHES))
        s.teams.trouble.changes_refused = [(429, {"Retry-After": "2"})]
        began = time.monotonic()
        pen.let(9)
        await s.teams.until(lambda: grown(message, SIX, TEN), within=10)
        assert time.monotonic() - began >= 2
        assert s.teams.messages() == [message]


@pytest.mark.parametrize("status", [403, 404, 405])
async def test_a_refused_change_costs_nothing(parks: Archive, tmp_path: Path, status: int) -> None:
    pen = SlowPen(SIX, TEN)
    async with scene(parks, tmp_path, writing=pen) as s:
        message = await s.teams.answer_to(await s.karen.asks(BENCHES))
        s.teams.trouble.changes_refused = [(status, {})]
        pen.let(9)
        await s.teams.until(lambda: not s.teams.trouble.changes_refused)
        await asyncio.sleep(1.2)
        must_be_quoted(message)
        assert s.teams.messages() == [message]


async def test_what_is_not_taken_as_it_is_drawn_grows_in_plain_words(
    parks: Archive, tmp_path: Path
) -> None:
    pen = SlowPen(SIX)
    async with scene(parks, tmp_path, writing=pen) as s:
        s.teams.trouble.refuses_citations = True
        message = await s.teams.answer_to(await s.karen.asks(BENCHES))
        pen.let(9)
        await s.teams.until(lambda: message.versions)
        assert "dog kun seks bænke [1]" in message.text
        assert "Skrevet af en sprogmodel" in message.text
        assert ONLY_SIX in message.text


async def test_a_model_that_fails_leaves_the_answer_with_the_reason(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, tmp_path, writing=SlowPen(failure=Failure.SLOW, free=True)) as s:
        message = await s.teams.answer_to(await s.karen.asks(BENCHES))
        await s.teams.until(lambda: message.versions)
        assert ONLY_SIX in message.text
        assert phrase("model_slow", "da") in message.text
        assert not by_model(message.activity)


async def test_a_stop_lets_it_come_to_its_end_or_leaves_one_whole_answer(
    parks: Archive, tmp_path: Path
) -> None:
    pen = SlowPen(SIX, TEN, LIE)
    async with TeamsWorkspace() as teams:
        karen = teams.person("Karen")
        async with referent_in(teams, parks, tmp_path, writing=pen):
            message = await teams.answer_to(await karen.asks(BENCHES))
            pen.let(9)
        assert grown(message, SIX, TEN)
        left = SlowPen(SIX, TEN, LIE)
        async with referent_in(teams, parks, tmp_path, writing=left, drain_seconds=0):
            second = await teams.answer_to(await karen.asks(BENCHES), number=2)
            left.let(1)
            await teams.until(lambda: grown(second, SIX))
        async with referent_in(teams, parks, tmp_path, writing=pen):
            await asyncio.sleep(1)
            assert teams.messages() == [message, second]
            assert grown(second, SIX)


async def test_a_card_that_is_not_taken_leaves_the_answer(parks: Archive, tmp_path: Path) -> None:
    pen = SlowPen(SIX)
    async with scene(parks, tmp_path, writing=pen) as s:
        s.teams.trouble.delay = 0.3
        asked = await s.karen.asks(BENCHES)
        message = await s.teams.answer_to(asked)
        s.teams.trouble.refusals = [(403, {})]
        await s.teams.until(lambda: not s.teams.trouble.refusals)
        pen.let(9)
        await s.teams.until(lambda: grown(message, SIX))
        assert s.teams.posted == [message]
