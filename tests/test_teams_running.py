"""Teams end to end: people in the stand-in ask Referent, and are greeted."""

import asyncio
from pathlib import Path

import pytest

from tests.slack_running import Archive
from tests.slack_scene import BENCHES, ONLY_SIX, PAPERS
from tests.teams_running import APP_TOKEN
from tests.teams_scene import CHANNEL, GROUP, scene

pytestmark = [pytest.mark.anyio]


# -- asking


async def test_a_question_alone_is_answered_once_with_its_source(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, tmp_path) as s:
        answer = await s.teams.answer_to(await s.karen.asks(BENCHES))
        assert ONLY_SIX in answer.text
        assert "[1]" in answer.text
        assert "PU, 5. marts 2024" in answer.citations[1]["name"]
        assert answer.citations[1]["abstract"] in f"{ONLY_SIX} Beslutning {PAPERS}"
        assert answer.activity["channelData"]["feedbackLoop"] == {"type": "default"}
        assert answer.token == f"Bearer {APP_TOKEN}"
        await asyncio.sleep(0.2)
        assert s.teams.messages() == [answer]


async def test_no_answer_says_that_a_model_wrote_it(parks: Archive, tmp_path: Path) -> None:
    async with scene(parks, tmp_path) as s:
        answer = await s.teams.answer_to(await s.bo.asks("what did PU decide on the benches?"))
        assert "AIGeneratedContent" not in str(answer.activity)
        assert "decided" in answer.text.lower() or "approved" in answer.text.lower()


async def test_a_mention_in_a_channel_is_answered_in_its_thread(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, tmp_path) as s:
        asked = await s.karen.mentions(CHANNEL, BENCHES)
        answer = await s.teams.answer_to(asked)
        assert answer.conversation == f"{CHANNEL};messageid={asked.activity['id']}"
        assert ONLY_SIX in answer.text
        grouped = await s.teams.answer_to(
            await s.bo.mentions(GROUP, "what did PU decide on the benches?")
        )
        assert ONLY_SIX in grouped.text


async def test_a_thread_keeps_its_subject_and_another_does_not_share_it(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, tmp_path) as s:
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
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, tmp_path) as s:
        s.teams.trouble.delay = 0.2
        first = await s.karen.asks(BENCHES)
        on = await s.karen.asks("hvem havde sendt afbud?")
        assert "Ole Birk" in (await s.teams.answer_to(on, number=2)).text
        assert ONLY_SIX in (await s.teams.answer_to(first)).text


async def test_who_is_not_spoken_to_keeps_still(parks: Archive, tmp_path: Path) -> None:
    async with scene(parks, tmp_path) as s:
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
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, tmp_path) as s:
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
    parks: Archive, tmp_path: Path, typed: str, told: str
) -> None:
    async with scene(parks, tmp_path) as s:
        assert told in (await s.teams.answer_to(await s.karen.asks(typed))).text


async def test_help_tells_how_to_ask_with_examples_to_one_person(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, tmp_path) as s:
        for words in ("help", "hej", ""):
            shown = len(s.teams.messages())
            answer = await s.teams.answer_to(await s.karen.asks(words), number=shown + 1)
            assert "sats kørsel" in answer.text
            assert "Spørg for eksempel" in answer.text
        english = await s.teams.answer_to(await s.bo.mentions(GROUP, "help"))
        assert "Commands" in english.text
        assert "You could ask" not in english.text


async def test_a_pasted_paper_is_told_to_be_too_long(parks: Archive, tmp_path: Path) -> None:
    async with scene(parks, tmp_path) as s:
        answer = await s.teams.answer_to(await s.bo.asks("what did PU decide? " * 200))
        assert "at most 2000 characters are read" in answer.text


# -- being added


async def test_whoever_adds_the_app_is_greeted_once_however_often_teams_tells_of_it(
    parks: Archive, tmp_path: Path
) -> None:
    async with scene(parks, tmp_path) as s:
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
