"""Teams under strain, against the stand-in of the tests: nothing lost, silently doubled or let in.

`python -m benchmarks.teams [PART …]` prints it; all parts take some minutes. The process is a real
one that is stopped and killed; only its own token is not asked of Microsoft. Seeds are
fixed.
"""

import asyncio
import random
import sys
import threading
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import quantiles
from typing import Any

import aiohttp
import uvicorn

from benchmarks.report import Part, Row
from benchmarks.serving import Measure, Process, run
from bot.asked import Asked
from bot.cli.door import Door
from bot.replies import Reply
from bot.serving.logs import set_up
from bot.serving.opening import opened
from bot.serving.server import create
from bot.wording import phrase
from index.settings import Settings
from tests.slack_running import Archive, archive_of
from tests.slack_scene import BENCHES, PAPERS, SETTINGS
from tests.teams_malformed import malformed
from tests.teams_person import APP_ID, TENANT, Delivered, Person
from tests.teams_running import app_token, referent_in
from tests.teams_workspace import TeamsWorkspace

QUESTIONS = 500
PEOPLE = 50
"""Who ask them: nobody may ask more than twenty a minute."""
KILLS = 50
BAD_REQUESTS = 10_000
SLOW = 60.0
"""Seconds that every answer takes, where acknowledgements are measured."""
PORT = 8648
SERVE = ("-m", "benchmarks.teams", "serve")
"""The process, but for its own token, which is not asked of Microsoft."""
CHANNEL = "19:parken@thread.tacv2"
TWICE = phrase("teams_perhaps_twice", "da")
"""What the second of two answers has to say."""
SORRY = phrase("teams_error", "da", reference="").split(".")[0]


def settings_of(teams: TeamsWorkspace) -> dict[str, str]:
    """Return the variables of the environment that name a workspace."""
    return {
        "REFERENT_TEAMS__APP_ID": APP_ID,
        "REFERENT_TEAMS__APP_SECRET": "not-asked-for",
        "REFERENT_TEAMS__TENANT_ID": TENANT,
        "REFERENT_TEAMS__OPENID_URL": teams.openid_url,
    }


def serve() -> None:
    """Be the process."""
    settings = Settings.load()
    with Door().serving(None) as (assistant, views):
        serving = opened(settings, assistant.reply, views, teams_token=app_token)
        set_up()
        uvicorn.run(create(serving), host="127.0.0.1", port=settings.serve.port, log_config=None)


async def deliveries(folder: Path) -> Part:
    """Deliver every question four times, in any order, with a stop and a kill in between."""
    rng = random.Random(5)
    async with _workspace(folder) as (teams, process):
        people = _people(teams)
        await process.start()
        asked = [_written(people[n % PEOPLE], n) for n in range(QUESTIONS)]
        bodies = asked * 4
        rng.shuffle(bodies)
        told: list[Delivered | None] = []
        for part in range(3):
            if part:
                await process.end(kill=part == 2)
                await process.start()
            for start in range(0, len(bodies[part::3]), 100):
                some = bodies[part::3][start : start + 100]
                told += await asyncio.gather(*(_deliver(teams, body) for body in some))
        await _quiet(teams, asked)
        await process.end(kill=False)
    heard = sum(one is not None and one.status == 200 for one in told)
    return Part(
        "Deliveries",
        f"{QUESTIONS} mentions, each delivered four times, shuffled; a stop and a kill in between.",
        (Row("deliveries acknowledged", f"{heard} of {len(bodies)}"), *_rows(teams, asked)),
    )


async def kills(folder: Path) -> Part:
    """Kill the process at seeded points, while people ask."""
    rng = random.Random(9)
    async with _workspace(folder) as (teams, process):
        people = _people(teams)
        asked: list[tuple[dict[str, Any], asyncio.Task[Delivered | None]]] = []
        for _ in range(KILLS):
            await process.start()
            until = time.monotonic() + rng.uniform(0.0, 0.6)
            while time.monotonic() < until:
                made = _written(people[len(asked) % PEOPLE], len(asked))
                asked.append((made, asyncio.ensure_future(_deliver(teams, made))))
                await asyncio.sleep(rng.uniform(0.0, 0.08))
            await process.end(kill=True)
        await process.start()
        told = await asyncio.gather(*(task for _, task in asked))
        heard = [
            made
            for (made, _), one in zip(asked, told, strict=True)
            if one is not None and one.status == 200
        ]
        await _quiet(teams, heard)
        await process.end(kill=False)
    return Part(
        "Kills",
        f"SIGKILL {KILLS} times, 0 to 0.6 s after each start, while people ask.",
        (Row("questions acknowledged", str(len(heard))), *_rows(teams, heard)),
    )


async def acknowledging(folder: Path) -> Part:
    """Measure acknowledgements while every answer takes a minute."""
    over = threading.Event()
    with archive_of(folder, PAPERS, SETTINGS) as archive:

        def slowly(asked: Asked) -> Reply:
            over.wait(SLOW)
            return archive.assistant.reply(asked)

        slow = Archive(archive.home, _Slow(slowly), archive.views)
        async with TeamsWorkspace() as teams:
            people = _people(teams)
            async with referent_in(teams, slow, folder / "acks", drain_seconds=0):
                told = []
                for number in range(800):
                    told.append(await teams.deliver(_written(people[number % PEOPLE], number)))
                    await asyncio.sleep(0.01)
                over.set()
    times = sorted(1000 * one.seconds for one in told)
    cuts = quantiles(times, n=100)
    return Part(
        "Acknowledgements",
        f"{len(times)} deliveries, one after the other, while every answer takes {SLOW:.0f} s.",
        (
            Row("p50 / p99 / longest", f"{cuts[49]:.1f} / {cuts[98]:.1f} / {times[-1]:.1f} ms"),
            Row("not acknowledged", str(sum(one.status != 200 for one in told)), "0"),
        ),
    )


class _Slow:
    def __init__(self, reply: Callable[[Asked], Reply]) -> None:
        self.reply = reply


async def bad_requests(folder: Path) -> Part:
    """Send what Microsoft never signed, and signed what is no activity that asks something."""
    async with _workspace(folder) as (teams, process):
        karen = teams.person("Karen")
        await process.start()
        seen: Counter[int] = Counter()
        bad = list(malformed(karen.message(BENCHES), teams.token, BAD_REQUESTS, seed=3))
        for start in range(0, BAD_REQUESTS, 50):
            told = await asyncio.gather(
                *(teams.send(body, headers=_signed(token)) for body, token in bad[start:][:50])
            )
            seen.update(one.status for one in told)
        posted = len(teams.posted)
        await teams.answer_to(await karen.asks(BENCHES), within=20)
        await process.end(kill=False)
    return Part(
        "Bad requests",
        f"{BAD_REQUESTS} requests: half with wrong tokens, half signed and malformed.",
        (
            Row("answered with 5xx", str(sum(n for s, n in seen.items() if s >= 500)), "0"),
            Row("statuses", ", ".join(f"{status}: {n}" for status, n in sorted(seen.items()))),
            Row("answers to them", str(posted), "0"),
        ),
    )


def _signed(token: str | None) -> dict[str, str]:
    return {} if token is None else {"Authorization": f"Bearer {token}"}


def _rows(teams: TeamsWorkspace, asked: Iterable[dict[str, Any]]) -> tuple[Row, ...]:
    """Return how often questions were answered; each has a thread of its own."""
    threads = [teams.messages(made["conversation"]["id"]) for made in asked]
    told = sum(len(thread) > 1 and TWICE in thread[-1].text for thread in threads)
    several = sum(len(thread) > 1 for thread in threads)
    # Whoever is killed more often than anything is tried apologises, and is killed at that too.
    sorry = sum(len(t) > 1 and t[-1].text.startswith(SORRY) for t in threads)
    return (
        Row("with exactly one answer", f"{sum(len(t) == 1 for t in threads)} of {len(threads)}"),
        Row("lost", str(sum(not thread for thread in threads)), "0"),
        Row("answered twice, which the second says", str(told)),
        Row("answered twice in silence", str(several - told - sorry), "0"),
        Row("apologised to once more", str(sorry)),
    )


async def _deliver(teams: TeamsWorkspace, made: dict[str, Any]) -> Delivered | None:
    """Deliver an activity; `None` where nobody hears."""
    try:
        return await teams.deliver(made)
    except aiohttp.ClientError:
        return None


@asynccontextmanager
async def _workspace(folder: Path) -> AsyncIterator[tuple[TeamsWorkspace, Process]]:
    """Open a workspace, and an archive that a process will answer from."""
    with archive_of(folder, PAPERS, SETTINGS) as archive:
        home = archive.home
    async with TeamsWorkspace() as teams:
        teams.endpoint = f"http://127.0.0.1:{PORT}/api/messages"
        yield teams, Process(home, PORT, settings_of(teams), SERVE)


def _people(teams: TeamsWorkspace) -> list[Person]:
    return [teams.person(f"Person {number}") for number in range(PEOPLE)]


def _written(person: Person, number: int) -> dict[str, Any]:
    return person.mention(CHANNEL, f"{BENCHES} ({number})")


async def _quiet(teams: TeamsWorkspace, asked: list[dict[str, Any]]) -> None:
    """Wait until all are answered, or nothing has come for half a minute; then for seconds."""
    last, since = -1, time.monotonic()
    threads = {made["conversation"]["id"] for made in asked}
    while time.monotonic() - since < 30:
        count = len(threads & {one.conversation for one in teams.posted})
        if count == len(threads):
            break
        if count != last:
            last, since = count, time.monotonic()
        await asyncio.sleep(0.5)
    await asyncio.sleep(8)


PARTS: dict[str, Measure] = {
    "deliveries": deliveries,
    "kills": kills,
    "acknowledging": acknowledging,
    "bad_requests": bad_requests,
}


if __name__ == "__main__":
    serve() if sys.argv[1:] == ["serve"] else run(PARTS, sys.argv[1:])
