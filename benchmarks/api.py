"""The API under strain: ten thousand requests that nobody should send, and what an answer costs.

`python -m benchmarks.api [PART …]` prints it, in some two minutes. The process is the real one
(`referent serve`) on a small archive. Seeds are fixed.
"""

import asyncio
import json
import random
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import quantiles

import aiohttp

from benchmarks.report import Part, Row
from benchmarks.serving import Measure, Process, run
from bot.asked import Asked
from bot.rendering.as_json import encoded, reply_object
from tests.api_noise import request, status_of
from tests.slack_running import archive_of
from tests.slack_scene import BENCHES, PAPERS, SETTINGS

REQUESTS = 10_000
AT_ONCE = 20
PORT = 8658


@asynccontextmanager
async def _process(folder: Path) -> AsyncIterator[tuple[str, Path]]:
    """Run `referent serve` on a small archive; give its address and its log."""
    with archive_of(folder, PAPERS, SETTINGS) as archive:
        home = archive.home
    process = Process(home, PORT, {"REFERENT_SERVE__QUESTIONS_A_MINUTE": "1000000"})
    await process.start()
    try:
        yield process.url, process.log
    finally:
        await process.end()


async def _status(session: aiohttp.ClientSession, url: str) -> int | None:
    try:
        async with session.get(url) as response:
            await response.read()
            return response.status
    except aiohttp.ClientError:
        return None


async def malformed(folder: Path) -> Part:
    """Send what nobody should, and ask a question in between."""
    rng = random.Random(11)
    seen: Counter[int | None] = Counter()
    slowest = 0.0
    async with _process(folder) as (url, log), aiohttp.ClientSession() as session:
        begun = time.perf_counter()
        for _ in range(0, REQUESTS, AT_ONCE):
            sent = [request(rng) for _ in range(AT_ONCE)]
            since = time.perf_counter()
            seen.update(await asyncio.gather(*(status_of(one, PORT) for one in sent)))
            slowest = max(slowest, time.perf_counter() - since)
        took = time.perf_counter() - begun
        async with session.get(f"{url}/api/ask", params={"q": BENCHES}) as answer:
            sound = "seks bænke" in await answer.text()
        logged = log.read_text("utf-8", errors="replace")
    failed = sum(count for status, count in seen.items() if status is not None and status >= 500)
    statuses = ", ".join(f"{status}: {n}" for status, n in sorted(seen.items(), key=str))
    return Part(
        "Malformed requests",
        f"{REQUESTS:,} requests to the API, {AT_ONCE} at a time: random bytes, wrong types, cut "
        "and nested JSON, a megabyte, odd encodings, paths, methods and headers.",
        (
            Row("answered with 5xx", str(failed), "0"),
            Row("statuses (None: closed without an answer)", statuses),
            Row("requests a second", f"{REQUESTS / took:.0f}"),
            Row(f"longest for {AT_ONCE}", f"{slowest * 1000:.0f} ms"),
            Row("answers rightly afterwards", str(sound), "True"),
            Row("failures in the log", str(logged.count("reference ")), "0"),
        ),
    )


async def cost(folder: Path) -> Part:
    """Measure what the API adds to an answer, and its encoding."""
    with archive_of(folder / "encoding", PAPERS, SETTINGS) as archive:
        reply = archive.assistant.reply(Asked(BENCHES))
    size = len(encoded(reply_object(reply)).encode())
    encoding = []
    for _ in range(500):
        since = time.perf_counter()
        encoded(reply_object(reply))
        encoding.append((time.perf_counter() - since) * 1000)
    around: list[float] = []
    async with _process(folder) as (url, _), aiohttp.ClientSession() as session:
        for turn in range(350):
            since = time.perf_counter()
            async with session.get(f"{url}/api/ask", params={"q": BENCHES}) as answer:
                told = json.loads(await answer.read())
            if turn >= 50:
                around.append((time.perf_counter() - since) * 1000 - told["elapsed_ms"])
    cut, over = quantiles(encoding, n=100), quantiles(around, n=100)
    return Part(
        "What the API adds to an answer",
        f"A reply of {size:,} bytes; the time around `elapsed_ms`, over HTTP on this machine.",
        (
            Row("objects and JSON, p50 / p95", f"{cut[49]:.2f} / {cut[94]:.2f} ms"),
            Row("everything around the answer, p50 / p95", f"{over[49]:.2f} / {over[94]:.2f} ms"),
        ),
    )


PARTS: dict[str, Measure] = {
    "malformed": malformed,
    "cost": cost,
}


if __name__ == "__main__":
    run(PARTS, sys.argv[1:])
