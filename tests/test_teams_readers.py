"""Who may read in Teams, and what buttons open and for whom."""

from pathlib import Path

import pytest

from bot.records.store import Records
from bot.serving.opening import FOLDER
from tests.slack_running import Archive
from tests.slack_scene import BENCHES, BONUS, ONLY_SIX
from tests.teams_person import words_of
from tests.teams_scene import CHANNEL, GROUP, SUM, scene
from tests.teams_workspace import OTHER_TENANT

pytestmark = [pytest.mark.anyio]


# -- who may read


async def test_closed_papers_are_shown_where_everyone_may_read_them(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, tmp_path, channel_reads=["ledelsen"]) as s:
        assert SUM in (await s.teams.answer_to(await s.bo.mentions(CHANNEL, BONUS))).text
        assert SUM not in (await s.teams.answer_to(await s.bo.mentions(GROUP, BONUS))).text
        assert SUM not in (await s.teams.answer_to(await s.bo.asks(BONUS))).text


async def test_what_somebody_may_read_alone_is_not_shown_among_others(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, tmp_path, karen_reads=["ledelsen"]) as s:
        assert SUM in (await s.teams.answer_to(await s.karen.asks(BONUS))).text
        for place in (CHANNEL, GROUP):
            asked = await s.karen.mentions(place, BONUS)
            assert SUM not in (await s.teams.answer_to(asked)).text


async def test_a_shared_channel_and_another_organisation_get_open_papers_only(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, tmp_path, channel_reads=["ledelsen"], karen_reads=["ledelsen"]) as s:
        shared = s.karen.mention(CHANNEL, BONUS)
        shared["channelData"]["channel"] = {"id": CHANNEL, "type": "shared"}
        assert SUM not in (await s.teams.answer_to(await s.teams.deliver(shared))).text
        s.karen.tenant = OTHER_TENANT
        elsewhere = await s.karen.mentions(CHANNEL, BONUS)
        assert SUM not in (await s.teams.answer_to(elsewhere)).text
        assert SUM not in (await s.teams.answer_to(await s.karen.asks(BONUS))).text
        no_tenant = s.karen.mention(CHANNEL, BONUS)
        no_tenant["channelData"] = {}
        del no_tenant["conversation"]["tenantId"]
        assert SUM not in (await s.teams.answer_to(await s.teams.deliver(no_tenant))).text


# -- pressing


async def test_a_press_shows_the_passage_and_leads_back_to_the_answer(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, tmp_path) as s:
        answer = await s.teams.answer_to(await s.karen.mentions(CHANNEL, BENCHES))
        card = await s.teams.card_below(answer)
        shown = await s.bo.presses(card, card.button("Vis stedet [1]"))
        assert shown["type"] == "application/vnd.microsoft.card.adaptive"
        told = words_of(shown["value"])
        assert "der opstilles ti bænke ved søen." in told
        assert ONLY_SIX in told
        back = next(b for b in shown["value"]["actions"] if b["verb"] == "referent.answer")
        again = await s.bo.presses(card, back)
        assert again["value"] == card.card


async def test_an_answer_to_one_person_opens_for_nobody_else(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, tmp_path, karen_reads=["ledelsen"]) as s:
        answer = await s.teams.answer_to(await s.karen.asks(BONUS))
        card = await s.teams.card_below(answer)
        button = card.button("Vis stedet [1]")
        assert SUM in words_of((await s.karen.presses(card, button))["value"])
        stolen = await s.bo.presses(card, button)
        assert stolen["value"] == "That answer is not for you."
        card.conversation = CHANNEL
        assert "ikke til dig" in (await s.karen.presses(card, button))["value"]


async def test_a_button_that_is_none_of_ours_opens_nothing(parks: Archive, tmp_path: Path) -> None:
    async with scene(parks, tmp_path) as s:
        answer = await s.teams.answer_to(await s.karen.asks(BENCHES))
        card = await s.teams.card_below(answer)
        button = card.button("Vis stedet [1]")
        for data in ({"citation": 99}, {"citation": 0}, {"citation": True}, {"citation": "x"}):
            told = await s.karen.presses(card, {**button, "data": {**button["data"], **data}})
            assert isinstance(told["value"], str)
        for broken in (
            {**button, "verb": "referent.share"},
            {**button, "data": {"v": 2, "question": "x"}},
            {**button, "data": {"v": 1, "question": "../x"}},
        ):
            assert await s.karen.presses(card, broken) == {}
        old = {**button, "data": {**button["data"], "question": "ZZZZZZZZ"}}
        assert "for gammelt" in (await s.karen.presses(card, old))["value"]


async def test_a_judgement_is_kept_with_its_reason_by_the_message_it_is_about(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, tmp_path) as s:
        first = await s.teams.answer_to(await s.karen.mentions(CHANNEL, BENCHES))
        await s.teams.answer_to(await s.karen.mentions(CHANNEL, "hvad er km-taksten?"))
        assert (await s.bo.judges(first, "dislike", "There were ten.")).status == 200
        form = '{"feedbackText": "Det passer."}'
        assert (await s.karen.judges(first, "like", form)).status == 200
        stranger = s.teams.person("Eve")
        first.conversation = f"a:{stranger.number}"
        assert (await stranger.judges(first, "dislike", "x")).status == 200
    records = Records(tmp_path / FOLDER)
    (judged,) = records.judged()
    records.close()
    assert (judged.good, judged.bad) == (1, 1)
    assert set(judged.reasons) == {"There were ten.", "Det passer."}
    assert judged.answer.question == BENCHES


async def test_a_client_that_does_not_say_what_is_judged_means_the_last_answer_to_that_person(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, tmp_path) as s:
        alone = await s.teams.answer_to(await s.karen.asks(BENCHES))
        room = await s.teams.answer_to(await s.karen.mentions(CHANNEL, BENCHES))
        await s.karen.judges(alone, "like", names_it=False)
        await s.karen.judges(room, "dislike", names_it=False)
    records = Records(tmp_path / FOLDER)
    (judged,) = records.judged()
    records.close()
    assert (judged.good, judged.bad, judged.reasons) == (1, 0, ())
