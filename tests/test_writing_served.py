"""A process with a model: pages, programs and chats get what it wrote, or what the papers say."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from bot.asked import Asked
from bot.chat.answering import Answering, Archive, Due
from bot.chat.commands import Command
from bot.models.calls import Call
from bot.models.model import Failure, ModelFailed
from bot.records.store import Records
from bot.replies import Reply
from bot.teams.message import message as teams_message
from bot.writing.reading.rereading import Asking, Rereading
from bot.writing.writer import Further, Told, Writer
from index.archive import View
from tests.api_site import client_on, site_on
from tests.paper_archive import PaperArchive
from tests.prose_papers import Scripted, ferry, glossary, quoting
from tests.test_web_api_stream import events_of

pytestmark = pytest.mark.anyio
SOUND = "Rådet godkendte indstillingen, men bevillingen må højst være 650.000 kroner [1]."
UNSOUND = "Motoren kommer fra Japan [1]."


class Ferry:
    """Answers whatever is asked by quoting the first item of the ferry's minutes."""

    def reply(self, asked: Asked) -> Reply:
        assert asked.text
        return quoting(["1"])


class Written:
    """Writes with a scripted model."""

    at_once = 2

    def __init__(self, draft: str, failure: Failure | None = None) -> None:
        self._failed = ModelFailed(failure, "Nej.") if failure else None
        self._draft = draft
        self.calls = 0
        self.may = threading.Event()
        self.may.set()

    def read(self, asked: Asked, quoted: Reply, archive: Asking) -> Reply:
        return Rereading(Scripted(self._draft, self._failed), glossary()).reply(
            asked, quoted, archive
        )

    def write(self, quoted: Reply, told: Told = lambda _: None) -> Reply:
        self.calls += 1
        self.may.wait(10)
        return Writer(Scripted(self._draft, self._failed), glossary()).write(quoted, told)

    def tell(self, listener: Callable[[Call], None]) -> None:
        assert callable(listener)

    def close(self) -> None:
        """Nothing was opened."""


class Broken(Written):
    """Has a defect."""

    def write(self, quoted: Reply, told: Told = lambda _: None) -> Reply:
        raise ZeroDivisionError("kaboom")


@contextmanager
def ferry_views(audiences: frozenset[str]) -> Iterator[View]:
    """Open an archive of the ferry's minutes."""
    yield PaperArchive([ferry()])


def client(folder: Path, writing: Written | None) -> TestClient:
    return client_on(site_on(Ferry(), ferry_views, Records(folder), writing=writing))


def test_the_api_gives_what_a_model_wrote_where_one_is_set(tmp_path: Path) -> None:
    reply = client(tmp_path, Written(SOUND)).get("/api/ask?q=motoren").json()
    assert reply["text"].startswith(SOUND)
    assert reply["written"]["kept"] == 1


def test_the_api_quotes_where_that_is_asked_for_or_no_model_is_set(tmp_path: Path) -> None:
    writing = Written(SOUND)
    of_model = client(tmp_path / "a", writing).get("/api/ask?q=motoren&writer=quotes").json()
    without = client(tmp_path / "b", None).get("/api/ask?q=motoren").json()
    assert writing.calls == 0
    assert of_model | {"elapsed_ms": 0} == without | {"elapsed_ms": 0}
    assert "written" not in without


def test_where_no_model_is_set_the_papers_answer_for_it(tmp_path: Path) -> None:
    asked = {"question": "motoren", "writer": "model"}
    answer = client(tmp_path, None).post("/api/ask", json=asked)
    assert (answer.status_code, answer.json()["text"]) == (200, quoting(["1"]).text)


def test_a_stream_tells_only_sentences_that_stand(tmp_path: Path) -> None:
    text = client(tmp_path, Written(f"{UNSOUND} {SOUND}")).get("/api/ask/stream?q=motoren").text
    events = events_of(text)
    assert [name for name, _ in events][:3] == ["status", "status", "sentence"]
    assert events[1][1] == {"status": "writing"}
    assert [told["sentence"] for name, told in events if name == "sentence"] == [SOUND]
    assert "Japan" not in text
    assert events[-1][1]["written"]["faults"] == ["name"]


def test_a_page_shows_the_quotations_at_once_and_asks_for_the_prose(tmp_path: Path) -> None:
    site = client(tmp_path, Written(SOUND))
    page = site.get("/ask?q=motoren").text
    assert "må højst være" not in page
    assert 'hx-trigger="load"' in page
    written = site.get("/ask?q=motoren&written=1").text
    assert "må højst være 650.000 kroner" in written
    assert "Skrevet af en sprogmodel (skrivekarl)" in written
    assert 'hx-trigger="load"' not in written


def test_a_page_without_a_model_offers_none(tmp_path: Path) -> None:
    assert "written=1" not in client(tmp_path, None).get("/ask?q=motoren").text


@pytest.mark.parametrize("failure", [Failure.DOWN, Failure.SLOW, Failure.BUSY])
def test_a_model_that_fails_leaves_the_quotations(tmp_path: Path, failure: Failure) -> None:
    reply = client(tmp_path, Written("", failure)).get("/api/ask?q=motoren").json()
    assert reply["text"].startswith(quoting(["1"]).text)
    assert reply["written"]["failure"] == failure.value


def test_a_defect_in_writing_is_logged_and_leaves_the_quotations(tmp_path: Path) -> None:
    reply = client(tmp_path, Broken(SOUND)).get("/api/ask?q=motoren").json()
    assert reply["text"] == quoting(["1"]).text


def due(question: str, *, briefly: bool = False, command: str | None = None) -> Due:
    return Due(
        id="q1",
        surface="slack",
        command=Command(command, question),
        language="da",
        conversation="c1",
        audiences=frozenset({"open"}),
        received=datetime.now(UTC),
        origin=b"{}",
        briefly=briefly,
    )


def unheard(further: Further) -> None:
    assert further.sentence


async def test_a_chat_gets_the_quotations_at_once_and_prose_but_for_one_line_and_commands(
    tmp_path: Path,
) -> None:
    writing = Written(SOUND)
    archive = Archive(Ferry().reply, ferry_views, Records(tmp_path))
    answering = Answering(archive, writing=writing)
    answered = await answering.answer(due("hvad blev besluttet?"))
    assert answered.reply.text == quoting(["1"]).text
    assert answering.goes_on(answered)
    for brief in (due("hvad?", briefly=True), due("motor", command="case")):
        assert not answering.goes_on(await answering.answer(brief))
    assert writing.calls == 0
    assert (await answering.written_on(answered, unheard)).text.startswith(SOUND)


async def test_without_a_model_no_answer_goes_on(tmp_path: Path) -> None:
    answering = Answering(Archive(Ferry().reply, ferry_views, Records(tmp_path)))
    assert not answering.goes_on(await answering.answer(due("hvad blev besluttet?")))


async def test_an_answer_is_kept_as_it_is_shown_and_shown_again_as_it_stood(
    tmp_path: Path,
) -> None:
    records = Records(tmp_path)
    answering = Answering(Archive(Ferry().reply, ferry_views, records), writing=Written(SOUND))
    answered = await answering.answer(due("hvad blev besluttet?"))
    quoted = records.answer("q1")
    assert quoted is not None
    assert quoted.written is None
    await answering.move("q1", "c2")
    records.judge("q1", "U1", good=True)
    reply = await answering.written_on(answered, unheard)
    await answering.keep_on(answered, reply, whole=True)
    kept = records.answer("q1")
    assert kept is not None
    assert kept.written == reply.written
    assert (kept.conversation, kept.answered) == ("c2", quoted.answered)
    assert [judged.good for judged in records.judged()] == [1]
    again = await answering.again(kept, frozenset({"open"}))
    assert again is not None
    assert (again.text, len(again.citations)) == (reply.text, len(reply.citations))


async def test_what_was_forgotten_meanwhile_is_not_kept_anew(tmp_path: Path) -> None:
    records = Records(tmp_path)
    answering = Answering(Archive(Ferry().reply, ferry_views, records), writing=Written(SOUND))
    answered = await answering.answer(due("hvad blev besluttet?"))
    records.forget(datetime.now(UTC))
    await answering.keep_on(answered, answered.reply, whole=True)
    assert records.answer("q1") is None


async def test_who_waits_for_a_model_keeps_nobody_from_the_papers(tmp_path: Path) -> None:
    writing = Written(SOUND)
    writing.may.clear()
    archive = Archive(Ferry().reply, ferry_views, Records(tmp_path))
    answering = Answering(archive, writing=writing)
    answered = await answering.answer(due("hvad?"))
    waiting = [asyncio.create_task(answering.written_on(answered, unheard)) for _ in range(8)]
    await asyncio.sleep(0.05)
    assert (await answering.reply(Asked("hvad?"))).written is None
    assert not any(task.done() for task in waiting)
    writing.may.set()
    assert all(reply.written for reply in await asyncio.gather(*waiting))


def test_teams_labels_what_a_model_wrote_and_nothing_else() -> None:
    quoted = quoting(["1"])
    assert not teams_message(quoted, "q1").by_model
    assert teams_message(Written(SOUND).write(quoted), "q1").by_model
    assert not teams_message(Written(UNSOUND).write(quoted), "q1").by_model
