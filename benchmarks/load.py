"""One process under load from all sides: browsers and programs over HTTP, and people in chats.

`python -m benchmarks.load [RATE [SECONDS]]` prints it. The process is the real one (`referent
serve`) on the sample archive; questions are those of `examples/questions.jsonl`, in a seeded order.
They come at fixed times whether the ones before are answered or not, so a process that is too slow
shows in the times and is not spared by its own slowness.
"""

import asyncio
import json
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles

import aiohttp

from benchmarks.report import Part, Row
from benchmarks.serving import Process
from benchmarks.slack import settings_of as slack_settings
from benchmarks.teams import CHANNEL, SERVE
from benchmarks.teams import settings_of as teams_settings
from tests.slack_workspace import SlackWorkspace
from tests.teams_workspace import TeamsWorkspace

RATE, SECONDS = 50.0, 60.0
"""Questions a second, and for how long."""
SHARES = {"page": 0.5, "api": 0.3, "slack": 0.1, "teams": 0.1}
PORT = 8649
PEOPLE = 40
"""In each chat, where nobody may ask more than twenty a minute."""
QUESTIONS = Path(__file__).parents[1] / "examples" / "questions.jsonl"
ARCHIVE = Path(__file__).parents[1] / "examples" / "archive"


@dataclass
class Seen:
    """What became of the questions of one kind."""

    seconds: list[float] = field(default_factory=list)
    ends: Counter[str] = field(default_factory=Counter)


async def load(folder: Path, rate: float, seconds: float) -> Part:
    """Ask as often as that for so long, and look at times, errors and memory."""
    texts = [json.loads(line)["question"] for line in QUESTIONS.read_text("utf-8").splitlines()]
    rng = random.Random(5)
    async with SlackWorkspace() as slack, TeamsWorkspace() as teams:
        people = [slack.person(f"P{n}") for n in range(PEOPLE)]
        room = slack.channel("parken")
        home = folder / "home"
        await _ingested(home)
        # One address asks for everybody here.
        settings = {"REFERENT_SERVE__QUESTIONS_A_MINUTE": "100000"}
        settings |= slack_settings(slack) | teams_settings(teams)
        process = Process(home, PORT, settings, SERVE)
        await process.start()
        slack.listen_at(f"{process.url}/slack/events")
        teams.endpoint = f"{process.url}/api/messages"
        members = [teams.person(f"T{n}") for n in range(PEOPLE)]
        seen = {kind: Seen() for kind in SHARES}
        try:
            async with aiohttp.ClientSession(f"http://127.0.0.1:{PORT}") as session:

                async def ask(kind: str, text: str) -> None:
                    begun = time.perf_counter()
                    try:
                        if kind == "slack":
                            asked = await people[rng.randrange(PEOPLE)].mention(room, text)
                            await slack.answer_to(asked, within=60)
                            end = "200"
                        elif kind == "teams":
                            made = members[rng.randrange(PEOPLE)].mention(CHANNEL, text)
                            told = await teams.deliver(made)
                            await teams.answer_to(told, within=60)
                            end = str(told.status)
                        else:
                            path = "/ask" if kind == "page" else "/api/ask"
                            async with session.get(path, params={"q": text}) as response:
                                await response.read()
                                end = str(response.status)
                    except (aiohttp.ClientError, AssertionError, TimeoutError) as error:
                        end = type(error).__name__
                    seen[kind].ends[end] += 1
                    seen[kind].seconds.append(time.perf_counter() - begun)

                for text in texts:  # what the first of each would have to load
                    await ask("api", text)
                seen["api"] = Seen()
                before = process.memory_mb()
                begun = time.perf_counter()
                tasks = []
                for number in range(int(rate * seconds)):
                    await asyncio.sleep(max(0.0, begun + number / rate - time.perf_counter()))
                    (kind,) = rng.choices(list(SHARES), list(SHARES.values()))
                    tasks.append(asyncio.create_task(ask(kind, rng.choice(texts))))
                await asyncio.gather(*tasks)
                took = time.perf_counter() - begun
                after = process.memory_mb()
        finally:
            await process.end()
    return _part(seen, rate, took, before, after)


def _part(seen: dict[str, Seen], rate: float, took: float, before: float, after: float) -> Part:
    rows = []
    for kind, one in seen.items():
        cuts = quantiles(one.seconds, n=100)
        ends = ", ".join(f"{end}: {count}" for end, count in sorted(one.ends.items()))
        times = f"{cuts[49] * 1000:.0f} / {cuts[94] * 1000:.0f} / {cuts[98] * 1000:.0f} ms"
        rows.append(Row(f"{kind}: p50 / p95 / p99 ({ends})", times))
    asked = sum(one.ends.total() for one in seen.values())
    rows.append(Row("questions", f"{asked} in {took:.0f} s"))
    rows.append(Row("memory of the process before / after", f"{before:.0f} / {after:.0f} MB"))
    title = f"Load: {rate:.0f} questions a second"
    return Part(
        title, "Pages 50 %, API 30 %, Slack 10 %, Teams 10 %; one process, warm.", tuple(rows)
    )


async def _ingested(home: Path) -> None:
    made = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", "from referent import main; raise SystemExit(main())"),
        *("ingest", str(ARCHIVE), "--home", str(home), "--json"),
        stdout=asyncio.subprocess.DEVNULL,
    )
    if await made.wait() not in (0, 3):
        raise RuntimeError("the sample archive was not ingested")


def main(given: list[str]) -> None:
    """Run it and print the table."""
    rate, seconds = (float(one) for one in (*given, *map(str, (RATE, SECONDS)[len(given) :])))
    with tempfile.TemporaryDirectory() as folder:
        print(asyncio.run(load(Path(folder), rate, seconds)).markdown())


if __name__ == "__main__":
    main(sys.argv[1:])
