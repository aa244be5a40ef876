"""The figures for Prometheus: what they count, and what they do not tell."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from bot.asked import Asked
from bot.inbox.questions import Incoming
from bot.inbox.store import Inbox
from bot.models.attempts import Usage
from bot.models.calls import Call, End
from bot.models.model import Failure
from bot.records.store import Records
from bot.replies import Reply, ReplyKind
from bot.serving.metrics import Metrics
from tests.api_site import client_on, paper_views, site_on
from tests.paper_door import Parrot


class _Made:
    def __init__(self, kind: ReplyKind) -> None:
        self.kind = kind


@pytest.fixture
def inbox(tmp_path: Path) -> Iterator[Inbox]:
    with closing(Inbox(tmp_path)) as made:
        yield made


@pytest.fixture
def metrics(inbox: Inbox) -> Metrics:
    return Metrics(inbox)


def _client(metrics: Metrics, host: str = "127.0.0.1") -> TestClient:
    app = FastAPI()

    @app.get("/cases/{number}")
    async def case(number: str) -> str:
        return number

    metrics.mount(app)
    return TestClient(app, base_url="http://localhost:8642", client=(host, 50_000))


def test_answers_are_counted_by_how_they_ended_and_how_long_they_took(metrics: Metrics) -> None:
    def reply(asked: Asked) -> Reply:
        if "fejl" in asked.text:
            raise RuntimeError("no")
        kind = ReplyKind.FACT if "bro" in asked.text else ReplyKind.NOT_FOUND
        return cast(Reply, _Made(kind))

    counting = metrics.counting(reply)
    for text in ("bro?", "bro?", "kanin?"):
        counting(Asked(text))
    with pytest.raises(RuntimeError):
        counting(Asked("fejl?"))
    told = _client(metrics).get("/metrics").text
    assert 'referent_questions_total{end="answered"} 2.0' in told
    assert 'referent_questions_total{end="refused"} 1.0' in told
    assert 'referent_questions_total{end="failed"} 1.0' in told
    assert "referent_reply_seconds_count 4.0" in told


def test_a_path_is_told_as_its_route_and_never_as_somebody_typed_it(metrics: Metrics) -> None:
    client = _client(metrics)
    client.get("/cases/hemmelig-sag")
    client.get("/findes/ikke")
    told = client.get("/metrics").text
    assert 'path="/cases/{number}",status="200"' in told
    assert 'path="other",status="404"' in told
    assert "hemmelig" not in told


def test_a_page_is_told_from_the_api_whatever_its_address_asks_for(
    metrics: Metrics, tmp_path: Path
) -> None:
    app = site_on(Parrot(), paper_views, Records(tmp_path / "records"))
    metrics.mount(app)
    client = client_on(app)
    client.get("/documents?words=gangbro")
    client.get("/api/documents?limit=1")
    client.get("/api/ask?q=bro")
    client.head("/ask?q=bro")
    client.get("/api/nowhere?q=bro")
    told = TestClient(app, base_url="http://localhost", client=("127.0.0.1", 1)).get("/metrics")
    for line in (
        'method="GET",path="/documents",status="200"',
        'method="GET",path="/api/documents",status="200"',
        'method="GET",path="/api/ask",status="200"',
        'method="HEAD",path="/ask",status="200"',
    ):
        assert f"referent_http_requests_total{{{line}}} 1.0" in told.text
    assert "bro" not in told.text


def test_what_is_owed_is_counted_when_somebody_looks(metrics: Metrics, inbox: Inbox) -> None:
    client = _client(metrics)
    assert 'referent_inbox{state="waiting"} 0.0' in client.get("/metrics").text
    inbox.accept(Incoming("paper", ("k",), b"", datetime.now(UTC)))
    assert 'referent_inbox{state="waiting"} 1.0' in client.get("/metrics").text


def test_calls_of_the_model_are_counted_with_their_tokens_and_times(metrics: Metrics) -> None:
    metrics.called(Call("m", "answer", End.WRITTEN, Usage(70, 30), 3.0, 0.4))
    metrics.called(Call("m", "answer", Failure.SLOW, Usage(70, 0, estimated=True), 20.0))
    told = _client(metrics).get("/metrics").text
    assert 'referent_model_calls_total{end="written",purpose="answer"} 1.0' in told
    assert 'referent_model_calls_total{end="slow",purpose="answer"} 1.0' in told
    assert 'referent_model_tokens_total{direction="read"} 140.0' in told
    assert 'referent_model_tokens_total{direction="written"} 30.0' in told
    assert "referent_model_seconds_count 2.0" in told
    assert "referent_model_first_seconds_count 1.0" in told


def test_nobody_but_this_machine_is_told(metrics: Metrics) -> None:
    assert _client(metrics, "10.1.2.3").get("/metrics").status_code == 404
    through = {"x-forwarded-for": "10.1.2.3"}
    assert _client(metrics).get("/metrics", headers=through).status_code == 404
    foreign = {"host": "evil.example"}
    assert _client(metrics).get("/metrics", headers=foreign).status_code == 404
    assert _client(metrics, "::1").get("/metrics").status_code == 200
