"""A thread of which some may no longer know what it was about: what leans on that is asked back."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.slack_running import Archive, archive_of
from tests.slack_scene import BENCHES, BONUS, ONLY_SIX, PAPERS, SECRET, SETTINGS, scene

pytestmark = [pytest.mark.anyio]

ASKS_BACK = ("Hvad mener du?", "What do you mean?")
CLOSED_PAPER = """\
Referat af møde i Parkudvalget (PU)
den 4. juni 2024 kl. 14.00
Godkendt referat

Til stede: Gerda Lolk (formand), Svend Ask

1. Svanehus

Indstilling
Sekretariatet indstiller, at der bygges et svanehus.

Beslutning
Godkendt. Imod stemte Svend Ask.

2. Lukket punkt: Salg af isboden

Isboden sælges til Ole Birk. Gerda Lolk stemte imod.
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    papers = {**PAPERS, "park/2024-06-04.txt": CLOSED_PAPER}
    with archive_of(tmp_path_factory.mktemp("slack"), papers, SETTINGS) as made:
        yield made


@pytest.mark.parametrize("said", ["hvem deltog?", "who was there?", "hvad blev besluttet?"])
async def test_below_an_answer_that_some_may_not_read_a_fragment_is_asked_back(
    archive: Archive, tmp_path: Path, said: str
) -> None:
    async with scene(archive, "http", tmp_path, room_reads=["ledelsen"]) as s:
        first = await s.karen.mention(s.room, BONUS)
        assert SECRET in (await s.answered(first)).shown
        await s.slack.share(s.room)
        for again in range(2):  # what is asked back leaves nothing to lean on either
            told = await s.answered(await s.bo.say(s.room, said, thread=first.message))
            assert any(words in told.shown for words in ASKS_BACK), again
            assert not any(word in told.shown for word in ("Læst som", "Read as", "Løn", "Berg"))


async def test_what_leans_and_may_be_said_to_others_is_left_unanswered(
    archive: Archive, tmp_path: Path
) -> None:
    async with scene(archive, "http", tmp_path, room_reads=["ledelsen"]) as s:
        first = await s.karen.mention(s.room, BONUS)
        await s.answered(first)
        await s.slack.share(s.room)
        silent = await s.bo.say(s.room, "og hvorfor?", thread=first.message)
        await asyncio.sleep(0.3)
        await s.slack.settled()
        assert s.slack.answers_to(silent) == []
        named = await s.answered(await s.bo.mention(s.room, "og hvorfor?", thread=first.message))
        assert "Hvad mener du?" in named.shown


async def test_a_question_of_its_own_goes_on_there_and_is_leant_on(
    archive: Archive, tmp_path: Path
) -> None:
    async with scene(archive, "http", tmp_path, room_reads=["ledelsen"]) as s:
        first = await s.karen.mention(s.room, BONUS)
        await s.answered(first)
        await s.slack.share(s.room)
        own = await s.answered(await s.bo.mention(s.room, BENCHES, thread=first.message))
        assert ONLY_SIX in own.shown
        on = await s.answered(await s.bo.say(s.room, "hvem deltog?", thread=first.message))
        assert "Gerda Lolk" in on.shown


@pytest.mark.parametrize(
    ("first", "on", "told"),
    [
        ("hvad blev besluttet om salg af isboden?", "hvem stemte imod?", "lukket"),
        ("what was decided on the sale of isboden?", "who voted against?", "closed"),
    ],
)
async def test_below_a_closed_item_nobody_is_told_the_votes_on_another(
    archive: Archive, tmp_path: Path, first: str, on: str, told: str
) -> None:
    async with scene(archive, "http", tmp_path) as s:
        asked = await s.bo.mention(s.room, first)
        assert told in (await s.answered(asked)).shown.lower()
        answer = await s.answered(await s.karen.say(s.room, on, thread=asked.message))
        assert told in answer.shown.lower()
        assert "Svend Ask" not in answer.shown
        assert "Svanehus" not in answer.shown
