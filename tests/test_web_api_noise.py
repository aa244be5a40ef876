"""The API under what nobody should send: an answer each time, and never one that blames itself."""

import asyncio
import random
from collections import Counter
from pathlib import Path

import pytest

from bot.records.store import Records
from tests.api_noise import request, status_of
from tests.api_site import paper_views, site_on
from tests.paper_door import Parrot
from tests.served import served

pytestmark = pytest.mark.anyio

REQUESTS = 800
"""Ten thousand of them against the real process: `python -m benchmarks.api`."""


async def test_no_malformed_request_is_answered_with_a_failure_of_ours(tmp_path: Path) -> None:
    rng = random.Random(7)
    seen: Counter[int | None] = Counter()
    with served(site_on(Parrot(), paper_views, Records(tmp_path))) as url:
        port = int(url.rpartition(":")[2])
        for _ in range(0, REQUESTS, 20):
            sent = [request(rng) for _ in range(20)]
            seen.update(await asyncio.gather(*(status_of(one, port) for one in sent)))
        alive = await status_of(
            b"GET /api/ask?q=hej HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", port
        )
    assert alive == 200
    assert {status for status in seen if status is not None and status >= 500} == set()
    assert {200, 400, 404, 405, 415, 422} <= set(seen)
