"""Teams when things go wrong, or come twice: nothing is lost, doubled or silent."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from bot.inbox.turn import Patience
from bot.records.store import Records
from bot.serving.opening import FOLDER
from tests.slack_running import Archive
from tests.slack_scene import BENCHES, ONLY_SIX
from tests.teams_running import referent_in
from tests.teams_scene import scene
from tests.teams_workspace import TeamsWorkspace

pytestmark = [pytest.mark.anyio]

PROMPT = Patience(first=timedelta(milliseconds=50))


async def test_the_same_activity_is_answered_once_however_often_it_comes(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, tmp_path) as s:
        made = s.karen.message(BENCHES)
        told = await asyncio.gather(*(s.teams.deliver(made) for _ in range(5)))
        assert {one.status for one in told} == {200}
        await s.teams.answer_to(told[0])
        assert (await s.teams.deliver(made)).status == 200
        await asyncio.sleep(0.3)
        assert len(s.teams.messages()) == 1


async def test_two_conversations_may_have_a_message_of_the_same_name(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, tmp_path) as s:
        one, other = s.karen.message(BENCHES), s.bo.message("what did PU decide on benches?")
        other["id"] = one["id"]
        await s.teams.answer_to(await s.teams.deliver(one))
        await s.teams.answer_to(await s.teams.deliver(other))


async def test_it_is_acknowledged_at_once_however_long_posting_takes(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, tmp_path) as s:
        await s.teams.answer_to(await s.karen.asks(BENCHES))
        s.teams.trouble.delay = 2.0
        asked = await s.bo.asks("what did PU decide on benches?")
        assert asked.seconds < s.teams.trouble.delay
        await s.teams.answer_to(asked)


async def test_a_message_that_is_not_taken_is_posted_as_plain_words(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, tmp_path) as s:
        s.teams.trouble.refuses_citations = True
        answer = await s.teams.answer_to(await s.karen.asks(BENCHES))
        assert answer.activity["textFormat"] == "plain"
        assert ONLY_SIX in answer.text
        assert "Kilder\n[1] PU, 5. marts 2024" in answer.text
        assert "park/2024-03-05.txt" in answer.text
        assert answer.citations == {}


async def test_patience_is_kept_where_teams_asks_for_it(parks: Archive, tmp_path: Path) -> None:
    async with scene(parks, tmp_path, patience=PROMPT) as s:
        s.teams.trouble.refusals = [(429, {"Retry-After": "1"}), (503, {})]
        asked = await s.karen.asks(BENCHES)
        began = asyncio.get_running_loop().time()
        answer = await s.teams.answer_to(asked)
        assert asyncio.get_running_loop().time() - began >= 0.9
        assert "to gange" not in answer.text
        await s.teams.card_below(answer)
        assert len(s.teams.attempts) == 4


async def test_a_card_waits_as_long_as_teams_asks_and_its_answer_stands_once(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, tmp_path) as s:
        s.teams.trouble.delay = 0.3
        answer = await s.teams.answer_to(await s.karen.asks(BENCHES))
        s.teams.trouble.refusals = [(429, {"Retry-After": "1"})]
        began = asyncio.get_running_loop().time()
        await s.teams.card_below(answer)
        assert asyncio.get_running_loop().time() - began >= 0.9
        assert s.teams.messages() == [answer]


async def test_a_stop_between_an_answer_and_its_card_posts_nothing_twice(
    parks: Archive, tmp_path: Path
) -> None:
    async with TeamsWorkspace() as teams:
        karen = teams.person("Karen")
        teams.trouble.delay = 0.3
        async with referent_in(teams, parks, tmp_path, drain_seconds=0):
            answer = await teams.answer_to(await karen.asks(BENCHES))
            teams.trouble.delay = 30.0
            await asyncio.sleep(0.4)
        teams.trouble.delay = 0.0
        async with referent_in(teams, parks, tmp_path):
            await asyncio.sleep(1)
            assert teams.messages() == [answer]
            assert (await karen.judges(answer, "like")).status == 200
    records = Records(tmp_path / FOLDER)
    (judged,) = records.judged()
    records.close()
    assert judged.good == 1


async def test_an_answer_that_may_stand_there_already_says_so(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, tmp_path, patience=PROMPT) as s:
        s.teams.trouble.lost_replies = 1
        asked = await s.karen.asks(BENCHES)
        again = await s.teams.answer_to(asked, number=2, within=15)
        assert "Måske står svaret her to gange." in again.text
        assert ONLY_SIX in again.text
        assert len(s.teams.messages()) == 2


async def test_whoever_gets_no_answer_is_told_with_a_reference(
    parks: Archive, tmp_path: Path
) -> None:
    patience = Patience(attempts=2, first=timedelta(milliseconds=10))
    async with scene(parks, tmp_path, patience=patience) as s:
        s.teams.trouble.refusals = [(403, {})] * 2
        answer = await s.teams.answer_to(await s.bo.asks(BENCHES), within=30)
        assert "give this reference to whoever runs Referent" in answer.text
        await asyncio.sleep(0.2)
        assert len(s.teams.messages()) == 1


async def test_whoever_asks_too_much_is_told_once(parks: Archive, tmp_path: Path) -> None:
    async with scene(parks, tmp_path) as s:
        for number in range(25):
            assert (await s.bo.asks(f"what did PU decide on benches? {number}")).status == 200
        await s.teams.until(lambda: len(s.teams.messages()) == 21, within=20)
        await asyncio.sleep(0.2)
        assert len(s.teams.messages()) == 21
        assert sum("Wait a minute" in p.text for p in s.teams.posted) == 1


async def test_what_was_acknowledged_is_answered_after_a_stop(
    parks: Archive, tmp_path: Path
) -> None:
    async with TeamsWorkspace() as teams:
        karen = teams.person("Karen")
        teams.trouble.refusals = [(429, {"Retry-After": "1"})]
        async with referent_in(teams, parks, tmp_path, drain_seconds=0):
            asked = await karen.asks(BENCHES)
            await teams.until(lambda: teams.attempts)
        assert teams.posted == []
        async with referent_in(teams, parks, tmp_path):
            assert ONLY_SIX in (await teams.answer_to(asked)).text
            assert (await teams.deliver(asked.activity)).status == 200
            await asyncio.sleep(0.2)
            assert len(teams.messages()) == 1
