"""Before anything is ingested, whoever asks is told so at once, and so is whoever starts it."""

import asyncio
from pathlib import Path

import pytest

from bot.serving.announcement import announcement
from index.settings import Settings
from tests.slack_running import ingest, no_archive_yet
from tests.slack_scene import BENCHES, ONLY_SIX, PAPERS
from tests.slack_scene import scene as in_slack
from tests.teams_scene import scene as in_teams


@pytest.mark.anyio
async def test_in_slack_whoever_asks_is_told_and_answered_once_there_is_one(tmp_path: Path) -> None:
    with no_archive_yet(tmp_path) as archive:
        async with in_slack(archive, "http", tmp_path) as s:
            asked = await s.karen.mention(s.room, BENCHES)
            told = await s.answered(asked)
            assert "ikke læst ind endnu" in told.shown
            assert "referent ingest" in told.shown
            private = await s.slack.answer_to(await s.bo.slash("/referent", BENCHES, s.room))
            assert "has not been read in yet" in private.shown
            talk = await s.bo.say(s.room, "og i 2023?", thread=asked.message)
            await asyncio.sleep(0.3)
            await s.slack.settled()
            assert s.slack.answers_to(talk) == []
            await asyncio.to_thread(ingest, PAPERS, tmp_path / "arkiv", tmp_path)
            assert ONLY_SIX in (await s.answered(await s.karen.mention(s.room, BENCHES))).shown


@pytest.mark.anyio
async def test_in_teams_as_well(tmp_path: Path) -> None:
    with no_archive_yet(tmp_path) as archive:
        async with in_teams(archive, tmp_path) as s:
            told = await s.teams.answer_to(await s.karen.asks(BENCHES))
            assert "ikke læst ind endnu" in told.text


def test_whoever_starts_it_reads_what_runs_and_that_there_is_no_archive(tmp_path: Path) -> None:
    settings = Settings.load(
        home=tmp_path, slack={"bot_token": "xoxb-1", "app_token": "xapp-1", "mode": "socket"}
    )
    heard, missing = announcement(settings)
    assert heard.startswith("Referent listens at http://127.0.0.1:")
    assert "in Slack (by Socket Mode)" in heard
    assert "Teams" not in heard
    assert "referent ingest" in missing


def test_with_an_archive_and_no_chats_one_line_says_it_all(tmp_path: Path) -> None:
    ingest(
        {"a.txt": "Referat af møde i Parkudvalget\nden 5. marts 2024\n"}, tmp_path / "a", tmp_path
    )
    (heard,) = announcement(Settings.load(home=tmp_path))
    assert "Slack" not in heard
