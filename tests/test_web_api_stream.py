"""An answer of the API as it comes: Server-Sent Events."""

import asyncio
import json
import threading
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from fastapi.testclient import TestClient

from bot.asked import Asked
from bot.chat.answering import AT_ONCE, MOST_WAITING
from bot.citations import Citation
from bot.records.store import Records
from bot.replies import Reply, ReplyKind
from tests.api_site import client_on, paper_site, paper_views, site_on
from tests.paper_archive import BLUE, MINUTES
from tests.served import served

pytestmark = pytest.mark.anyio


class Slow:
    """Answers in two paragraphs, once it may."""

    def __init__(self) -> None:
        self.may = threading.Event()
        self.asked: list[str] = []

    def reply(self, asked: Asked) -> Reply:
        self.asked.append(asked.text)
        self.may.wait(20)
        return Reply(
            question=asked.text,
            language="da",
            kind=ReplyKind.DECISION,
            text="Broen males blå. [1]\n\nFørst\u2028grøn.\nSå blå.",
            citations=(Citation(1, MINUTES, BLUE),),
        )


def events_of(text: str) -> list[tuple[str, Any]]:
    """Read Server-Sent Events: a name and a line of JSON each."""
    events = []
    for block in text.removesuffix("\n\n").split("\n\n"):
        name, data = block.split("\n")
        events.append((name.removeprefix("event: "), json.loads(data.removeprefix("data: "))))
    return events


def test_paragraphs_come_one_by_one_and_the_whole_reply_last(tmp_path: Path) -> None:
    slow = Slow()
    slow.may.set()
    client = client_on(site_on(slow, paper_views, Records(tmp_path)))
    answer = client.get("/api/ask/stream?q=hej")
    assert answer.headers["content-type"].partition(";")[0] == "text/event-stream"
    events = events_of(answer.text)
    assert [name for name, _ in events] == ["status", "text", "text", "reply"]
    assert events[0][1] == {"status": "searching"}
    reply = events[-1][1]
    assert "\n\n".join(told["text"] for name, told in events if name == "text") == reply["text"]
    assert reply == client.get("/api/ask?q=hej").json() | {"elapsed_ms": reply["elapsed_ms"]}


def test_what_goes_wrong_while_an_answer_is_told_is_an_event(tmp_path: Path) -> None:
    client: TestClient = paper_site(Records(tmp_path))
    *_, (name, told) = events_of(client.get("/api/ask/stream?q=explode").text)
    assert name == "error"
    assert told["reference"] in told["error"]


async def test_whoever_leaves_is_not_answered_and_makes_room(tmp_path: Path) -> None:
    slow = Slow()
    app = site_on(slow, paper_views, Records(tmp_path))
    with served(app) as url:
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:

            async def ask(question: str) -> aiohttp.ClientResponse:
                return await session.get(f"{url}/api/ask/stream", params={"q": question})

            listening = [await ask(f"spørgsmål {n}") for n in range(MOST_WAITING)]
            async with session.get(f"{url}/api/ask", params={"q": "en til"}) as refused:
                assert refused.status == 503
                assert refused.headers["retry-after"]
            for response in listening:
                response.close()
            # As soon as those who left have made room, one more is taken in, and waits.
            late = asyncio.ensure_future(session.get(f"{url}/api/ask", params={"q": "nu"}))
            while (await asyncio.wait([late], timeout=0.5))[0]:
                late.result().close()
                late = asyncio.ensure_future(session.get(f"{url}/api/ask", params={"q": "nu"}))
            slow.may.set()
            async with await late as answered:
                assert answered.status == 200
    # Those who left while they waited their turn were never asked of the archive.
    assert len(slow.asked) == AT_ONCE + 1
