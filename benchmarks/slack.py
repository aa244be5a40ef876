"""Slack under strain, against the stand-in of the tests: nothing lost, doubled or let in.

`python -m benchmarks.slack [PART …]` prints it; all parts take some ten minutes. The process is the
real one (`referent serve`) on the sample archive, but for the part in which every answer takes a
minute. Seeds are fixed.
"""

import asyncio
import json
import random
import sys
import threading
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import quantiles

import aiohttp

from benchmarks.report import Part, Row
from benchmarks.serving import Measure, Process, run
from bot.asked import Asked
from bot.replies import Reply
from tests.slack_delivery import Delivery, signature
from tests.slack_person import Person
from tests.slack_running import Archive, archive_of, referent_in
from tests.slack_scene import BENCHES, PAPERS, SETTINGS
from tests.slack_state import Conversation, Message
from tests.slack_workspace import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, SlackWorkspace

QUESTIONS = 500
PEOPLE = 50
"""Who ask them: nobody may ask more than twenty a minute."""
KILLS = 100
BAD_REQUESTS = 10_000
SLOW = 60.0
"""Seconds that every answer takes, where acknowledgements are measured."""
PORT = 8647


def process_in(slack: SlackWorkspace, home: Path, port: int = PORT) -> Process:
    """Return the process in a workspace, which delivers to it over HTTP."""
    slack.listen_at(f"http://127.0.0.1:{port}/slack/events")
    return Process(home, port, settings_of(slack))


def settings_of(slack: SlackWorkspace) -> dict[str, str]:
    """Return the variables of the environment that name a workspace."""
    return {
        "REFERENT_SLACK__BOT_TOKEN": BOT_TOKEN,
        "REFERENT_SLACK__APP_TOKEN": APP_TOKEN,
        "REFERENT_SLACK__SIGNING_SECRET": SIGNING_SECRET,
        "REFERENT_SLACK__API_URL": slack.api_url,
        "REFERENT_SLACK__MODE": "http",
    }


async def deliveries(folder: Path) -> Part:
    """Deliver every question four times and with its twin, in any order, with two restarts."""
    rng = random.Random(5)
    async with _workspace(folder) as (slack, process):
        people, room = _people(slack), slack.channel("parken")
        await process.start()
        asked = [_written(people[n % PEOPLE], room, n) for n in range(QUESTIONS)]
        bodies = [body for message in asked for body in slack.tellings(message) * 4]
        rng.shuffle(bodies)
        told: list[Delivery] = []
        for part in range(3):
            if part:
                await process.end(kill=part == 2)
                await process.start()
            told += await _all([slack.post.deliver("events_api", body) for body in bodies[part::3]])
        await _quiet(slack, room, asked)
        await process.end(kill=False)
        answers = Counter(len(slack.messages(room, thread=message)) - 1 for message in asked)
    return Part(
        "Deliveries",
        f"{QUESTIONS} mentions, each told of as two events and each of those four times, shuffled; "
        "a stop and a kill in between.",
        (
            Row("deliveries acknowledged", f"{sum(map(_acknowledged, told))} of {len(bodies)}"),
            Row("questions with exactly one answer", f"{answers[1]} of {QUESTIONS}", "all"),
            Row(
                "questions with none / with several", f"{answers[0]} / {_several(answers)}", "0 / 0"
            ),
        ),
    )


async def kills(folder: Path) -> Part:
    """Kill the process at seeded points, while people ask."""
    rng = random.Random(9)
    async with _workspace(folder) as (slack, process):
        people, room = _people(slack), slack.channel("parken")
        asked: list[tuple[Message, asyncio.Task[Delivery]]] = []
        number = 0
        for _ in range(KILLS):
            await process.start()
            until = time.monotonic() + rng.uniform(0.0, 0.6)
            while time.monotonic() < until:
                message = _written(people[number % PEOPLE], room, number)
                number += 1
                for body in slack.tellings(message):
                    task = asyncio.ensure_future(slack.post.deliver("events_api", body))
                    asked.append((message, task))
                await asyncio.sleep(rng.uniform(0.0, 0.08))
            await process.end(kill=True)
        await process.start()
        told = await asyncio.gather(*(task for _, task in asked))
        heard = {
            message.ts: message
            for (message, _), delivery in zip(asked, told, strict=True)
            if delivery.acknowledged
        }
        await _quiet(slack, room, list(heard.values()))
        await process.end(kill=False)
        answers = Counter(len(slack.messages(room, thread=m)) - 1 for m in heard.values())
    return Part(
        "Kills",
        f"SIGKILL {KILLS} times, 0 to 0.6 s after each start, while people ask.",
        (
            Row("questions acknowledged", str(len(heard))),
            Row("with exactly one answer", f"{answers[1]} of {len(heard)}", "all"),
            Row("lost / answered twice", f"{answers[0]} / {_several(answers)}", "0 / 0"),
        ),
    )


async def acknowledging(folder: Path) -> Part:
    """Measure acknowledgements while every answer takes a minute."""
    over = threading.Event()
    with archive_of(folder, PAPERS, SETTINGS) as archive:

        def slowly(asked: Asked) -> Reply:
            over.wait(SLOW)
            return archive.assistant.reply(asked)

        slow = Archive(archive.home, _Slow(slowly), archive.views)
        async with SlackWorkspace() as slack:
            people, room = _people(slack), slack.channel("parken")
            running = referent_in(slack, slow, "http", home=folder / "acks", drain_seconds=0)
            async with running:
                told = []
                for number in range(400):
                    message = _written(people[number % PEOPLE], room, number)
                    bodies = slack.tellings(message)
                    told += [await slack.post.deliver("events_api", body) for body in bodies]
                    await asyncio.sleep(0.01)
                over.set()
    times = sorted(one.ack_ms or 3000.0 for one in told)
    cuts = quantiles(times, n=100)
    return Part(
        "Acknowledgements",
        f"{len(times)} deliveries, one after the other, while every answer takes {SLOW:.0f} s.",
        (
            Row("p50 / p99 / longest", f"{cuts[49]:.1f} / {cuts[98]:.1f} / {times[-1]:.1f} ms"),
            Row("later than three seconds", str(sum(one >= 3000 for one in times)), "0"),
        ),
    )


class _Slow:
    def __init__(self, reply: Callable[[Asked], Reply]) -> None:
        self.reply = reply


async def bad_requests(folder: Path) -> Part:
    """Send what Slack never signed, or not now, or what is no JSON."""
    rng = random.Random(3)
    async with _workspace(folder) as (slack, process):
        karen, room = slack.person("Karen"), slack.channel("parken")
        await process.start()
        url = f"http://127.0.0.1:{PORT}/slack/events"
        good = slack.tellings(_written(karen, room, 0))[0]
        seen: Counter[int] = Counter()
        async with aiohttp.ClientSession() as session:

            async def send(body: bytes, headers: dict[str, str]) -> None:
                async with session.post(url, data=body, headers=headers) as response:
                    seen[response.status] += 1

            for start in range(0, BAD_REQUESTS, 50):
                await asyncio.gather(*(send(*_bad(rng, good)) for _ in range(start, start + 50)))
            asked = await karen.mention(room, BENCHES)
            await slack.answer_to(asked, 20)
        await process.end(kill=False)
        unasked = len(slack.messages(room, thread=asked.message)) - 2
    accepted = seen[200]
    return Part(
        "Bad requests",
        f"{BAD_REQUESTS} requests: forged, old or no signatures; signed bytes that are no JSON.",
        (
            Row("accepted", str(accepted), "0"),
            Row("answered with 5xx", str(sum(n for s, n in seen.items() if s >= 500)), "0"),
            Row("statuses", ", ".join(f"{status}: {n}" for status, n in sorted(seen.items()))),
            Row("answers to the others", str(unasked), "0"),
        ),
    )


def _bad(rng: random.Random, good: object) -> tuple[bytes, dict[str, str]]:
    whole = json.dumps(good).encode()
    now = int(time.time())
    body = rng.choice(
        [whole, whole[: rng.randrange(len(whole))], rng.randbytes(rng.randrange(600))]
    )
    headers = {
        "Content-Type": rng.choice(["application/json", "application/x-www-form-urlencoded"])
    }
    match rng.randrange(6):
        case 0:
            told = str(now), signature("another-secret", body, now)
        case 1:
            old = now - rng.randrange(301, 10**6)
            told = str(old), signature(SIGNING_SECRET, body, old)
        case 2:
            told = "nu", signature(SIGNING_SECRET, body, now)
        case 3:
            told = str(now), "v0=" + rng.randbytes(32).hex()
        case 4:
            return body, headers
        case _:
            # Signed as it should be, and nothing that can be read.
            body = b"\xff" + rng.randbytes(40) if rng.random() < 0.5 else b"{" + body[:50]
            told = str(now), signature(SIGNING_SECRET, body, now)
    return body, headers | {"X-Slack-Request-Timestamp": told[0], "X-Slack-Signature": told[1]}


@asynccontextmanager
async def _workspace(folder: Path) -> AsyncIterator[tuple[SlackWorkspace, Process]]:
    """Open a workspace, and an archive that a process will answer from."""
    with archive_of(folder, PAPERS, SETTINGS) as archive:
        home = archive.home
    # A second of Slack's waiting takes a fiftieth: what comes while nobody hears comes again.
    async with SlackWorkspace(pace=0.05) as slack:
        slack.listen_at(f"http://127.0.0.1:{PORT}/slack/events")
        yield slack, process_in(slack, home)


def _people(slack: SlackWorkspace) -> list[Person]:
    return [slack.person(f"Person {number}") for number in range(PEOPLE)]


def _written(person: Person, room: Conversation, number: int) -> Message:
    if person.user.id not in room.members:
        room.members.add(person.user.id)
    return person.write(room, f"<@U0BOT> {BENCHES} ({number})")


async def _all(calls: list[Awaitable[Delivery]]) -> list[Delivery]:
    """Deliver a hundred at a time."""
    told: list[Delivery] = []
    for start in range(0, len(calls), 100):
        told += await asyncio.gather(*calls[start : start + 100])
    return told


async def _quiet(slack: SlackWorkspace, room: Conversation, asked: list[Message]) -> None:
    """Wait until all are answered, or nothing has come for half a minute; then for twins."""
    last, since = -1, time.monotonic()
    while time.monotonic() - since < 30:
        count = sum(len(slack.messages(room, thread=message)) > 1 for message in asked)
        if count == len(asked):
            break
        if count != last:
            last, since = count, time.monotonic()
        await asyncio.sleep(0.5)
    await asyncio.sleep(8)


def _acknowledged(delivery: Delivery) -> bool:
    return delivery.acknowledged


def _several(answers: Counter[int]) -> int:
    return sum(count for number, count in answers.items() if number > 1)


PARTS: dict[str, Measure] = {
    "deliveries": deliveries,
    "kills": kills,
    "acknowledging": acknowledging,
    "bad_requests": bad_requests,
}


if __name__ == "__main__":
    run(PARTS, sys.argv[1:])
