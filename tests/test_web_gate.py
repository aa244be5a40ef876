"""The gate of the web page: by which names it is asked, and how much it takes in."""

import asyncio

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.types import Message, Scope

from bot.serving.bodies import LimitedBodies
from bot.web.gate import LOOPBACK, Gate
from bot.web.readers import WhoReads
from index.documents import OPEN


def _client() -> TestClient:
    app = FastAPI()

    @app.get("/who")
    async def who(reader: WhoReads) -> list[str]:
        return sorted(reader.audiences)

    @app.get("/healthz")
    async def health() -> str:
        return "ok"

    @app.post("/slack/events")
    async def slack(told: dict[str, str]) -> dict[str, str]:
        return told

    app.add_middleware(Gate(hosts=frozenset({*LOOPBACK, "referent.example"})).around)
    app.add_middleware(LimitedBodies, largest=100)
    return TestClient(app)


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8642", "localhost", "LOCALHOST:1", "[::1]:8642", "referent.example"]
)
def test_by_our_own_names_open_papers_are_read(host: str) -> None:
    answer = _client().get("/who", headers={"host": host})
    assert (answer.status_code, answer.json()) == (200, [OPEN])


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "localhost.:x"])
def test_by_a_name_that_somebody_led_here_nothing_is_read(host: str) -> None:
    assert _client().get("/who", headers={"host": host}).status_code == 421


def test_what_is_signed_or_tells_nothing_is_asked_by_any_name() -> None:
    client = _client()
    assert client.get("/healthz", headers={"host": "10.1.2.3"}).status_code == 200
    taken = client.post("/slack/events", json={"a": "b"}, headers={"host": "tunnel.example"})
    assert taken.json() == {"a": "b"}


@pytest.mark.parametrize("in_parts", [False, True])
def test_a_body_that_is_too_large_is_refused_told_or_not(in_parts: bool) -> None:
    body = b'{"a": "' + b"x" * 200 + b'"}'
    sent = iter([body[:80], body[80:]]) if in_parts else body
    answer = _client().post("/slack/events", content=sent)
    assert answer.status_code == 413


def test_a_body_that_comes_in_parts_is_handed_on_whole() -> None:
    answer = _client().post(
        "/slack/events",
        content=iter([b'{"a"', b': "b"}']),
        headers={"content-type": "application/json"},
    )
    assert answer.json() == {"a": "b"}


@pytest.mark.anyio
async def test_a_body_that_never_ends_is_waited_for_no_longer_than_it_takes() -> None:
    sent: list[Message] = []
    parts = iter([{"type": "http.request", "body": b"{", "more_body": True}])

    async def receive() -> Message:
        for part in parts:
            return part
        await asyncio.sleep(60)
        raise AssertionError("nobody waits as long")

    async def send(message: Message) -> None:
        sent.append(message)

    scope: Scope = {"type": "http", "path": "/api/ask", "headers": []}
    await LimitedBodies(FastAPI(), patience=0.05)(scope, receive, send)
    assert sent[0]["status"] == 408
    assert b"did not come in time" in sent[1]["body"]
