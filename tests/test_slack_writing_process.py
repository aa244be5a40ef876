"""A process that is stopped or killed while a model writes leaves one whole answer to each."""

import asyncio
import random
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.serving import Process
from benchmarks.slack import settings_of
from tests.model_endpoint import Answer, endpoint, slowly
from tests.slack_running import Archive, archive_of
from tests.slack_scene import BENCHES, ONLY_SIX, PAPERS, SETTINGS
from tests.slack_workspace import SlackWorkspace
from tests.test_slack_writing import SIX, TEN, grown

pytestmark = [pytest.mark.anyio]
SEED = 11
KILLS = 5
"""One less than there are attempts, so that each question is answered however slow the machine."""


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with archive_of(tmp_path, PAPERS, SETTINGS) as made:
        yield made


def process_in(slack: SlackWorkspace, home: Path, base_url: str) -> Process:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    slack.listen_at(f"http://127.0.0.1:{port}/slack/events")
    model = {"REFERENT_WRITER__BASE_URL": base_url, "REFERENT_WRITER__MODEL": "skrivekarl"}
    return Process(home, port, settings_of(slack) | model | {"REFERENT_SERVE__DRAIN_SECONDS": "1"})


def hesitant(*pieces: str) -> Answer:
    """Write these, and then nothing for long."""
    return slowly(*pieces, "…", between=30.0)


@pytest.mark.parametrize("kill", [True, False])
async def test_killed_or_stopped_while_a_model_is_silent_it_leaves_one_whole_answer(
    archive: Archive, kill: bool
) -> None:
    with endpoint(hesitant(f"{SIX} Og")) as model:
        async with SlackWorkspace(pace=0.05) as slack:
            karen, room = slack.person("Karen"), slack.channel("parken")
            process = process_in(slack, archive.home, model.base_url)
            await process.start()
            asked = await karen.mention(room, BENCHES)
            message = await slack.answer_to(asked, within=20)
            await slack.until(lambda: grown(message, SIX), within=10)
            began = time.monotonic()
            await process.end(kill=kill)
            assert time.monotonic() - began < 20  # the model would be silent for 30
            await process.start()
            await asyncio.sleep(2)
            assert slack.answers_to(asked) == [message]
            assert grown(message, SIX)
            await process.end()


@pytest.mark.slow
async def test_kills_at_any_moment_leave_one_whole_answer_to_each_question(
    archive: Archive,
) -> None:
    chance = random.Random(SEED)
    with endpoint(slowly(f"{SIX} ", "Og ", f"{TEN} ", f"{SIX} ", between=0.7)) as model:
        async with SlackWorkspace(pace=0.05) as slack:
            people = [slack.person(f"Person {number}") for number in range(4 * KILLS)]
            room = slack.channel("parken")
            process = process_in(slack, archive.home, model.base_url)
            told = []
            for _ in range(KILLS):
                await process.start()
                for _ in range(3):
                    told.append(slack.meanwhile(people.pop().mention(room, BENCHES)))
                    await asyncio.sleep(chance.uniform(0, 0.3))
                await asyncio.sleep(chance.uniform(0, 3.5))
                await process.end(kill=True)
            await process.start()
            asked = [one for one in await asyncio.gather(*told) if one.acknowledged]
            await slack.until(lambda: all(map(slack.answers_to, asked)), within=60)
            unharmed = await people.pop().mention(room, BENCHES)
            asked.append(unharmed)
            message = await slack.answer_to(unharmed, within=60)
            await slack.until(lambda: grown(message, SIX), within=60)

            def are_whole() -> bool:
                found = [message for one in asked for message in slack.answers_to(one)]
                return all(ONLY_SIX in one.shown and one.metadata for one in found)

            await slack.until(are_whole, within=60)
            await asyncio.sleep(2)
            await process.end()
    answers = [slack.answers_to(one) for one in asked]
    assert {len(messages) for messages in answers} == {1}
    assert all(ONLY_SIX in message.shown and message.metadata for (message,) in answers)
