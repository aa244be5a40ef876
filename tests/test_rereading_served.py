"""Pages, programs and chats have a model read what the rules ask back, and show what it read."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from bot.asked import Asked
from bot.chat.answering import Answering, Archive, Due
from bot.chat.commands import Command
from bot.models.calls import Call
from bot.models.model import Failure, ModelFailed
from bot.records.store import Records
from bot.replies import Reply, ReplyKind
from bot.writing.reading.rereading import Asking, Rereading
from bot.writing.writer import Told
from tests.api_site import client_on, site_on
from tests.prose_papers import Scripted, glossary, quoting
from tests.test_web_api_stream import events_of
from tests.test_writing_served import ferry_views, unheard

pytestmark = pytest.mark.anyio
FIRST = "Hvad besluttede Færgerådet om taksterne?"
UNCLEAR = "hvem betaler?"
IN_FULL = "Hvem betaler taksterne i Færgerådet?"


class Council:
    """Answers any question that names the council, and asks back else."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []

    def reply(self, asked: Asked) -> Reply:
        self.asked.append(asked)
        if "Færgerådet" not in asked.text:
            return Reply(asked.text, "da", ReplyKind.NOT_FOUND, "Hvad mener du?", asks_back=True)
        quoted = quoting(["1"])
        return Reply(asked.text, "da", quoted.kind, quoted.text, quoted.citations)


class Reading:
    """Reads with a scripted model, and writes nothing."""

    at_once = 2

    def __init__(self, text: str, failure: ModelFailed | None = None) -> None:
        self.model = Scripted(text, failure)

    def read(self, asked: Asked, quoted: Reply, archive: Asking) -> Reply:
        return Rereading(self.model, glossary()).reply(asked, quoted, archive)

    def write(self, quoted: Reply, told: Told = lambda _: None) -> Reply:
        assert told is not None
        return quoted

    def tell(self, listener: Callable[[Call], None]) -> None:
        assert callable(listener)

    def close(self) -> None:
        """Nothing was opened."""


class Faulty(Reading):
    """Has a defect."""

    def read(self, asked: Asked, quoted: Reply, archive: Asking) -> Reply:
        raise ZeroDivisionError("kaboom")


def client(folder: Path, reading: Reading) -> TestClient:
    return client_on(site_on(Council(), ferry_views, Records(folder), writing=reading))


def due(question: str, id_: str, minutes: int, *, briefly: bool = False) -> Due:
    return Due(
        id=id_,
        surface="slack",
        command=Command(None, question),
        language="da",
        conversation="c1",
        audiences=frozenset({"open"}),
        received=datetime.now(UTC) + timedelta(minutes=minutes),
        origin=b"{}",
        briefly=briefly,
    )


async def chat(folder: Path, reading: Reading) -> tuple[Answering, Records]:
    records = Records(folder)
    answering = Answering(Archive(Council().reply, ferry_views, records), writing=reading)
    await answering.answer(due(FIRST, "q1", 0))
    return answering, records


async def test_a_chat_answers_what_a_model_read_and_the_thread_goes_on_from_it(
    tmp_path: Path,
) -> None:
    answering, records = await chat(tmp_path, Reading(IN_FULL))
    answered = await answering.answer(due(UNCLEAR, "q2", 1))
    assert answered.reply.asks_back
    assert answering.goes_on(answered)
    reply = await answering.written_on(answered, unheard)
    assert (reply.kind, reply.understood_as) == (ReplyKind.DECISION, IN_FULL)
    await answering.keep_on(answered, reply, whole=True)
    kept = records.answer("q2")
    assert kept is not None
    assert (kept.question, kept.understood, kept.turn.question) == (UNCLEAR, IN_FULL, IN_FULL)


async def test_a_chat_asks_back_where_the_model_lies_fails_or_breaks(tmp_path: Path) -> None:
    readings = [
        Reading("Hvem betaler Gerda Lolk i Færgerådet?"),
        Reading("", ModelFailed(Failure.DOWN, "Nej.")),
        Faulty(IN_FULL),
    ]
    for at, reading in enumerate(readings):
        answering, _ = await chat(tmp_path / str(at), reading)
        answered = await answering.answer(due(UNCLEAR, "q2", 1))
        assert (await answering.written_on(answered, unheard)).asks_back


async def test_who_wants_a_line_at_once_and_who_talks_to_others_ask_no_model(
    tmp_path: Path,
) -> None:
    reading = Reading(IN_FULL)
    answering, _ = await chat(tmp_path, reading)
    assert not answering.goes_on(await answering.answer(due(UNCLEAR, "q2", 1, briefly=True)))

    async def alone() -> bool:
        return False

    assert await answering.answer_if_meant(due(UNCLEAR, "q3", 2), alone) is None
    assert not reading.model.asked


def test_a_page_asks_back_at_once_and_then_shows_what_the_model_read(tmp_path: Path) -> None:
    site = client(tmp_path, Reading(IN_FULL))
    told = {"q": UNCLEAR, "after": FIRST}
    page = site.get("/ask", params=told).text
    assert "Hvad mener du?" in page
    assert 'hx-trigger="load"' in page
    written = site.get("/ask", params=told | {"written": "1"}).text
    assert IN_FULL in written
    assert "650.000" in written


def test_a_program_without_a_thread_is_asked_back(tmp_path: Path) -> None:
    reading = Reading(IN_FULL)
    site = client(tmp_path, reading)
    assert site.get("/api/ask", params={"q": UNCLEAR}).json()["kind"] == "not_found"
    stream = events_of(site.get("/api/ask/stream", params={"q": UNCLEAR}).text)
    assert stream[-1][1]["kind"] == "not_found"
    assert not reading.model.asked
