"""Teams end to end: people in the stand-in ask Referent, and see what they may."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from bot.inbox.turn import Patience
from bot.records.store import Records
from bot.serving.opening import FOLDER
from tests.slack_running import Archive, Referent, archive_of
from tests.slack_scene import BENCHES, ONLY_SIX, PAPERS, SETTINGS
from tests.teams_running import APP_TOKEN, referent_in
from tests.teams_workspace import (
    OTHER_TENANT,
    Person,
    TeamsWorkspace,
    words_of,
)

pytestmark = [pytest.mark.anyio]

CHANNEL = "19:parken@thread.tacv2"
GROUP = "19:gruppen@thread.v2"
RAISE = "hvad besluttede Lønudvalget om tillæg til parkchefen?"
"""Answered by a closed paper only."""
SUM = "12.000 kr."
PROMPT = Patience(first=timedelta(milliseconds=50))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with archive_of(tmp_path_factory.mktemp("teams"), PAPERS, SETTINGS) as made:
        yield made


@dataclass
class Scene:
    """Karen, Danish, and Bo, English, in an organisation in which Referent runs."""

    teams: TeamsWorkspace
    karen: Person
    bo: Person
    referent: Referent


@asynccontextmanager
async def scene(archive: Archive, home: Path, **more: object) -> AsyncIterator[Scene]:
    patience = more.pop("patience", None)
    assert patience is None or isinstance(patience, Patience)
    async with TeamsWorkspace() as teams:
        karen, bo = teams.person("Karen"), teams.person("Bo", locale="en-GB")
        people = {karen.id.upper(): more.pop("karen_reads", [])}
        channels = {CHANNEL: more.pop("channel_reads", [])}
        running = referent_in(
            teams, archive, home, patience=patience, people=people, channels=channels
        )
        async with running as referent:
            yield Scene(teams, karen, bo, referent)


# -- asking


async def test_a_question_alone_is_answered_once_with_its_source(
    archive: Archive, tmp_path: Path
) -> None:
    async with scene(archive, tmp_path) as s:
        answer = await s.teams.answer_to(await s.karen.asks(BENCHES))
        assert ONLY_SIX in answer.text
        assert "[1]" in answer.text
        assert "PU, 5. marts 2024" in answer.citations[1]["name"]
        assert answer.citations[1]["abstract"] in f"{ONLY_SIX} Beslutning {PAPERS}"
        assert answer.activity["channelData"]["feedbackLoop"] == {"type": "default"}
        assert answer.token == f"Bearer {APP_TOKEN}"
        await asyncio.sleep(0.2)
        assert s.teams.posted == [answer]


async def test_no_answer_says_that_a_model_wrote_it(archive: Archive, tmp_path: Path) -> None:
    async with scene(archive, tmp_path) as s:
        answer = await s.teams.answer_to(await s.bo.asks("what did PU decide on the benches?"))
        assert "AIGeneratedContent" not in str(answer.activity)
        assert "decided" in answer.text.lower() or "approved" in answer.text.lower()


async def test_a_mention_in_a_channel_is_answered_in_its_thread(
    archive: Archive, tmp_path: Path
) -> None:
    async with scene(archive, tmp_path) as s:
        asked = await s.karen.mentions(CHANNEL, BENCHES)
        answer = await s.teams.answer_to(asked)
        assert answer.conversation == f"{CHANNEL};messageid={asked.activity['id']}"
        assert ONLY_SIX in answer.text
        grouped = await s.teams.answer_to(
            await s.bo.mentions(GROUP, "what did PU decide on the benches?")
        )
        assert ONLY_SIX in grouped.text


async def test_a_thread_keeps_its_subject_and_another_does_not_share_it(
    archive: Archive, tmp_path: Path
) -> None:
    async with scene(archive, tmp_path) as s:
        first = await s.karen.mentions(CHANNEL, BENCHES)
        await s.teams.answer_to(first)
        thread = first.activity["id"]
        on = await s.bo.mentions(CHANNEL, "who was absent?", thread=thread)
        answer = await s.teams.answer_to(on, number=2)
        assert "Ole Birk" in answer.text
        assert "Read as" in answer.text
        alone = await s.bo.mentions(CHANNEL, "who was absent?")
        assert "Read as" not in (await s.teams.answer_to(alone)).text


async def test_what_is_asked_on_before_the_answer_is_answered_after_it(
    archive: Archive, tmp_path: Path
) -> None:
    async with scene(archive, tmp_path) as s:
        s.teams.trouble.delay = 0.2
        first = await s.karen.asks(BENCHES)
        on = await s.karen.asks("hvem havde sendt afbud?")
        assert "Ole Birk" in (await s.teams.answer_to(on, number=2)).text
        assert ONLY_SIX in (await s.teams.answer_to(first)).text


async def test_who_is_not_spoken_to_keeps_still(archive: Archive, tmp_path: Path) -> None:
    async with scene(archive, tmp_path) as s:
        not_asked = s.karen.mention(CHANNEL, BENCHES)
        not_asked["entities"], not_asked["text"] = [], BENCHES
        a_bot = s.karen.mention(CHANNEL, BENCHES)
        a_bot["from"] = {"id": "28:another-bot", "name": "Another"}
        ourselves = s.karen.message(BENCHES)
        ourselves["from"] = ourselves["recipient"]
        edited = s.karen.message(BENCHES, type="messageUpdate")
        elsewhere = s.karen.message(BENCHES, channelId="webchat")
        for activity in (not_asked, a_bot, ourselves, edited, elsewhere):
            assert (await s.teams.deliver(activity)).status == 200
        for words in ("tak!", "ok", "👍", "mange tak"):
            assert (await s.karen.asks(words)).status == 200
        await asyncio.sleep(0.3)
        assert s.teams.posted == []


async def test_names_that_are_mentioned_in_a_question_are_read_as_names(
    archive: Archive, tmp_path: Path
) -> None:
    async with scene(archive, tmp_path) as s:
        made = s.karen.message("deltog <at>Gerda Lolk</at> i mødet i PU den 5. marts 2024?")
        named = {"id": "29:gerda", "name": "Gerda Lolk"}
        made["entities"].append(
            {"type": "mention", "mentioned": named, "text": "<at>Gerda Lolk</at>"}
        )
        answer = await s.teams.answer_to(await s.teams.deliver(made))
        assert "Gerda Lolk" in answer.text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("rate kørsel", "4,10"),
        ("Sats kørsel i egen bil", "4,10"),
        ("takster for kørsel", "4,10"),
        ("decisions PU", ONLY_SIX),
        ("case 24/117", ONLY_SIX),
        ("intro PU", "Parkudvalget"),
    ],
)
async def test_commands_of_the_menu_are_understood(
    archive: Archive, tmp_path: Path, typed: str, told: str
) -> None:
    async with scene(archive, tmp_path) as s:
        assert told in (await s.teams.answer_to(await s.karen.asks(typed))).text


async def test_help_tells_how_to_ask_with_examples_to_one_person(
    archive: Archive, tmp_path: Path
) -> None:
    async with scene(archive, tmp_path) as s:
        for words in ("help", "hej", ""):
            shown = len(s.teams.posted)
            answer = await s.teams.answer_to(await s.karen.asks(words), number=shown + 1)
            assert "rate kørsel" in answer.text
            assert "Spørg for eksempel" in answer.text
        english = await s.teams.answer_to(await s.bo.mentions(GROUP, "help"))
        assert "Commands" in english.text
        assert "You could ask" not in english.text


async def test_a_pasted_paper_is_told_to_be_too_long(archive: Archive, tmp_path: Path) -> None:
    async with scene(archive, tmp_path) as s:
        answer = await s.teams.answer_to(await s.bo.asks("what did PU decide? " * 200))
        assert "at most 2000 characters are read" in answer.text


# -- being added


async def test_whoever_adds_the_app_is_greeted_once_however_often_teams_tells_of_it(
    archive: Archive, tmp_path: Path
) -> None:
    async with scene(archive, tmp_path) as s:
        for _ in range(3):
            assert {told.status for told in await s.karen.adds_the_app()} == {200}
        await s.bo.adds_the_app(CHANNEL)
        await s.teams.until(lambda: len(s.teams.posted) >= 2)
        await asyncio.sleep(0.2)
        karen, channel = s.teams.posted
        assert (karen.conversation, channel.conversation) == (f"a:{s.karen.number}", CHANNEL)
        assert "mødearkivet" in karen.text
        assert "meeting archive" in channel.text
        assert karen.activity["suggestedActions"]["to"] == [s.karen.account]
        assert 1 <= len(karen.prompts) <= 3
        assert channel.prompts == []
        pressed = await s.karen.asks(karen.prompts[0])
        assert "[1]" in (await s.teams.answer_to(pressed, number=2)).text


# -- who may read


async def test_closed_papers_are_shown_where_everyone_may_read_them(
    archive: Archive, tmp_path: Path
) -> None:
    async with scene(archive, tmp_path, channel_reads=["ledelsen"]) as s:
        assert SUM in (await s.teams.answer_to(await s.bo.mentions(CHANNEL, RAISE))).text
        assert SUM not in (await s.teams.answer_to(await s.bo.mentions(GROUP, RAISE))).text
        assert SUM not in (await s.teams.answer_to(await s.bo.asks(RAISE))).text


async def test_what_somebody_may_read_alone_is_not_shown_among_others(
    archive: Archive, tmp_path: Path
) -> None:
    async with scene(archive, tmp_path, karen_reads=["ledelsen"]) as s:
        assert SUM in (await s.teams.answer_to(await s.karen.asks(RAISE))).text
        for place in (CHANNEL, GROUP):
            asked = await s.karen.mentions(place, RAISE)
            assert SUM not in (await s.teams.answer_to(asked)).text


async def test_a_shared_channel_and_another_organisation_get_open_papers_only(
    archive: Archive, tmp_path: Path
) -> None:
    async with scene(archive, tmp_path, channel_reads=["ledelsen"], karen_reads=["ledelsen"]) as s:
        shared = s.karen.mention(CHANNEL, RAISE)
        shared["channelData"]["channel"] = {"id": CHANNEL, "type": "shared"}
        assert SUM not in (await s.teams.answer_to(await s.teams.deliver(shared))).text
        s.karen.tenant = OTHER_TENANT
        elsewhere = await s.karen.mentions(CHANNEL, RAISE)
        assert SUM not in (await s.teams.answer_to(elsewhere)).text
        assert SUM not in (await s.teams.answer_to(await s.karen.asks(RAISE))).text
        no_tenant = s.karen.mention(CHANNEL, RAISE)
        no_tenant["channelData"] = {}
        del no_tenant["conversation"]["tenantId"]
        assert SUM not in (await s.teams.answer_to(await s.teams.deliver(no_tenant))).text


# -- pressing


async def test_a_press_shows_the_passage_and_leads_back_to_the_answer(
    archive: Archive, tmp_path: Path
) -> None:
    async with scene(archive, tmp_path) as s:
        answer = await s.teams.answer_to(await s.karen.mentions(CHANNEL, BENCHES))
        shown = await s.bo.presses(answer, answer.button("Vis stedet [1]"))
        assert shown["type"] == "application/vnd.microsoft.card.adaptive"
        told = words_of(shown["value"])
        assert "der opstilles ti bænke ved søen." in told
        assert ONLY_SIX in told
        back = next(b for b in shown["value"]["actions"] if b["verb"] == "referent.answer")
        again = await s.bo.presses(answer, back)
        assert again["value"] == answer.card


async def test_an_answer_to_one_person_opens_for_nobody_else(
    archive: Archive, tmp_path: Path
) -> None:
    async with scene(archive, tmp_path, karen_reads=["ledelsen"]) as s:
        answer = await s.teams.answer_to(await s.karen.asks(RAISE))
        button = answer.button("Vis stedet [1]")
        assert SUM in words_of((await s.karen.presses(answer, button))["value"])
        stolen = await s.bo.presses(answer, button)
        assert stolen["value"] == "That answer is not for you."
        answer.conversation = CHANNEL
        assert "ikke til dig" in (await s.karen.presses(answer, button))["value"]


async def test_a_button_that_is_none_of_ours_opens_nothing(
    archive: Archive, tmp_path: Path
) -> None:
    async with scene(archive, tmp_path) as s:
        answer = await s.teams.answer_to(await s.karen.asks(BENCHES))
        button = answer.button("Vis stedet [1]")
        for data in ({"citation": 99}, {"citation": 0}, {"citation": True}, {"citation": "x"}):
            told = await s.karen.presses(answer, {**button, "data": {**button["data"], **data}})
            assert isinstance(told["value"], str)
        for broken in (
            {**button, "verb": "referent.share"},
            {**button, "data": {"v": 2, "question": "x"}},
            {**button, "data": {"v": 1, "question": "../x"}},
        ):
            assert await s.karen.presses(answer, broken) == {}
        old = {**button, "data": {**button["data"], "question": "ZZZZZZZZ"}}
        assert "for gammelt" in (await s.karen.presses(answer, old))["value"]


async def test_a_judgement_is_kept_with_its_reason_by_the_message_it_is_about(
    archive: Archive, tmp_path: Path
) -> None:
    async with scene(archive, tmp_path) as s:
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
    archive: Archive, tmp_path: Path
) -> None:
    async with scene(archive, tmp_path) as s:
        alone = await s.teams.answer_to(await s.karen.asks(BENCHES))
        room = await s.teams.answer_to(await s.karen.mentions(CHANNEL, BENCHES))
        await s.karen.judges(alone, "like", names_it=False)
        await s.karen.judges(room, "dislike", names_it=False)
    records = Records(tmp_path / FOLDER)
    (judged,) = records.judged()
    records.close()
    assert (judged.good, judged.bad, judged.reasons) == (1, 0, ())


# -- what goes wrong


async def test_the_same_activity_is_answered_once_however_often_it_comes(
    archive: Archive, tmp_path: Path
) -> None:
    async with scene(archive, tmp_path) as s:
        made = s.karen.message(BENCHES)
        told = await asyncio.gather(*(s.teams.deliver(made) for _ in range(5)))
        assert {one.status for one in told} == {200}
        await s.teams.answer_to(told[0])
        assert (await s.teams.deliver(made)).status == 200
        await asyncio.sleep(0.3)
        assert len(s.teams.posted) == 1


async def test_two_conversations_may_have_a_message_of_the_same_name(
    archive: Archive, tmp_path: Path
) -> None:
    async with scene(archive, tmp_path) as s:
        one, other = s.karen.message(BENCHES), s.bo.message("what did PU decide on benches?")
        other["id"] = one["id"]
        await s.teams.answer_to(await s.teams.deliver(one))
        await s.teams.answer_to(await s.teams.deliver(other))


async def test_it_is_acknowledged_at_once_however_long_posting_takes(
    archive: Archive, tmp_path: Path
) -> None:
    async with scene(archive, tmp_path) as s:
        await s.teams.answer_to(await s.karen.asks(BENCHES))
        s.teams.trouble.delay = 2.0
        asked = await s.bo.asks("what did PU decide on benches?")
        assert asked.seconds < 0.5
        await s.teams.answer_to(asked)


async def test_a_message_that_is_not_taken_is_posted_as_plain_words(
    archive: Archive, tmp_path: Path
) -> None:
    async with scene(archive, tmp_path) as s:
        s.teams.trouble.refuses_citations = True
        answer = await s.teams.answer_to(await s.karen.asks(BENCHES))
        assert answer.activity["textFormat"] == "plain"
        assert ONLY_SIX in answer.text
        assert "Kilder\n[1] PU, 5. marts 2024" in answer.text
        assert "park/2024-03-05.txt" in answer.text
        assert answer.citations == {}


async def test_patience_is_kept_where_teams_asks_for_it(archive: Archive, tmp_path: Path) -> None:
    async with scene(archive, tmp_path, patience=PROMPT) as s:
        s.teams.trouble.refusals = [(429, {"Retry-After": "1"}), (503, {})]
        asked = await s.karen.asks(BENCHES)
        began = asyncio.get_running_loop().time()
        answer = await s.teams.answer_to(asked)
        assert asyncio.get_running_loop().time() - began >= 0.9
        assert "to gange" not in answer.text
        assert len(s.teams.attempts) == 3


async def test_an_answer_that_may_stand_there_already_says_so(
    archive: Archive, tmp_path: Path
) -> None:
    async with scene(archive, tmp_path, patience=PROMPT) as s:
        s.teams.trouble.lost_replies = 1
        asked = await s.karen.asks(BENCHES)
        again = await s.teams.answer_to(asked, number=2, within=15)
        assert "Måske står svaret her to gange." in again.text
        assert ONLY_SIX in again.text
        assert len(s.teams.posted) == 2


async def test_whoever_gets_no_answer_is_told_with_a_reference(
    archive: Archive, tmp_path: Path
) -> None:
    patience = Patience(attempts=2, first=timedelta(milliseconds=10))
    async with scene(archive, tmp_path, patience=patience) as s:
        s.teams.trouble.refusals = [(403, {})] * 2
        answer = await s.teams.answer_to(await s.bo.asks(BENCHES), within=30)
        assert "give this reference to whoever runs Referent" in answer.text
        await asyncio.sleep(0.2)
        assert len(s.teams.posted) == 1


async def test_whoever_asks_too_much_is_told_once(archive: Archive, tmp_path: Path) -> None:
    async with scene(archive, tmp_path) as s:
        for number in range(25):
            assert (await s.bo.asks(f"what did PU decide on benches? {number}")).status == 200
        await s.teams.until(lambda: len(s.teams.posted) == 21, within=20)
        await asyncio.sleep(0.2)
        assert len(s.teams.posted) == 21
        assert sum("Wait a minute" in p.text for p in s.teams.posted) == 1


async def test_what_was_acknowledged_is_answered_after_a_stop(
    archive: Archive, tmp_path: Path
) -> None:
    async with TeamsWorkspace() as teams:
        karen = teams.person("Karen")
        teams.trouble.refusals = [(429, {"Retry-After": "1"})]
        async with referent_in(teams, archive, tmp_path, drain_seconds=0):
            asked = await karen.asks(BENCHES)
            await teams.until(lambda: teams.attempts)
        assert teams.posted == []
        async with referent_in(teams, archive, tmp_path):
            assert ONLY_SIX in (await teams.answer_to(asked)).text
            assert (await teams.deliver(asked.activity)).status == 200
            await asyncio.sleep(0.2)
            assert len(teams.posted) == 1
