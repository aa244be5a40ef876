"""What a page says when it cannot be shown, and that the log holds no word of what was asked."""

import html
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.types import Receive, Scope, Send

from bot.asked import Asked
from bot.chat.answering import Answering, Archive, Busy
from bot.replies import Reply
from bot.serving.bodies import LimitedBodies
from bot.web.gate import LOOPBACK, Gate
from bot.web.headers import HEADERS, POLICY
from bot.web.site import Site
from index.archive import View
from index.documents import OPEN
from index.errors import IndexDamaged, IndexMissing
from tests.paper_archive import PaperArchive
from tests.web_archive import OpenTo


@contextmanager
def papers(_: frozenset[str]) -> Iterator[View]:
    yield PaperArchive()


def client_with(reply: Any = None, views: Any = papers) -> TestClient:
    """Return a client of a site where answering, or opening, goes as it is told to."""
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    Site(Answering(Archive(reply, views, None)), Gate(LOOPBACK)).mount(app)  # type: ignore[arg-type]
    app.add_middleware(LimitedBodies)
    return TestClient(app, base_url="http://localhost", headers={"accept-language": "da"})


def failing(error: Exception) -> Any:
    def reply(_: Asked) -> Reply:
        raise error

    return reply


def locked(error: Exception) -> Any:
    @contextmanager
    def views(_: frozenset[str]) -> Iterator[View]:
        raise error
        yield

    return views


@pytest.mark.parametrize(
    "path", ["/nix", "/documents/nix", "/rates/nix", "/static/nix", "/static/../x"]
)
def test_an_address_that_leads_nowhere_is_a_page(path: str) -> None:
    answer = client_with().get(path)
    assert answer.status_code == 404
    assert "Her er ingen side" in answer.text
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("?!", "mindst ét ord"),
        ("hvad\x02 er det", "et tegn i det, som ingen kan skrive"),
        ("bro " * 1000, "Skriv det kortere"),
    ],
)
def test_a_question_that_cannot_be_read_stays_in_its_box(question: str, told: str) -> None:
    page = client_with().get("/ask", params={"q": question}).text
    assert told in page
    (kept,) = re.findall(r'<input id="q"[^>]* value="([^"]*)"', page)
    assert kept.startswith(question[:3])
    assert page.count("<h1") == page.count('id="answer"') == 1


@pytest.mark.parametrize("path", ["/", "/decisions", "/ask?q=bro", "/archive", "/documents/x"])
def test_without_an_archive_the_page_says_how_to_make_one(path: str) -> None:
    error = IndexMissing("There is no index in /home/x yet.")
    answer = client_with(failing(error), locked(error)).get(path)
    assert answer.status_code == 503
    assert "referent ingest" in answer.text
    assert "/home/x" not in answer.text


@pytest.mark.parametrize("path", ["/", "/decisions", "/ask?q=bro", "/archive", "/documents/x"])
def test_a_damaged_index_is_told_as_one(path: str) -> None:
    error = IndexDamaged("There is no readable index: /home/x names no generation.")
    answer = client_with(failing(error), locked(error)).get(path)
    assert answer.status_code == 503
    assert "indeks er beskadiget" in answer.text
    assert "/home/x" not in answer.text


def test_an_empty_archive_has_pages_that_say_so() -> None:
    @contextmanager
    def empty(_: frozenset[str]) -> Iterator[View]:
        yield PaperArchive(())

    client = client_with(views=empty)
    for path in ("/", "/meetings", "/decisions", "/cases", "/rates", "/documents", "/archive"):
        assert client.get(path).status_code == 200, path


@pytest.mark.parametrize("path", ["/ask?q=Hemmelig+stork", "/decisions?about=Hemmelig+stork"])
@pytest.mark.parametrize(
    ("error", "status"),
    [(RuntimeError("Hemmelig stork"), 500), (IndexDamaged("Hemmelig stork"), 503)],
)
def test_a_defect_is_told_with_a_reference_and_logged_without_words(
    path: str, error: Exception, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = client_with(failing(error), locked(error)).get(path)
    assert answer.status_code == status
    reference = answer.text.split("loggen: ")[1][:6]
    assert f"reference {reference}" in caplog.text
    assert "stork" not in "".join(r.getMessage() for r in caplog.records if r.name == "referent")
    assert "Traceback" not in answer.text


def test_too_many_questions_are_asked_to_wait() -> None:
    answer = client_with(failing(Busy("Too many."))).get("/ask?q=bro")
    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) > 0


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/ask?q=%21%3F", 400),
        ("/ask?q=bro%00bro", 400),
        ("/ask?q=bro&on=1.2.2020", 400),
        ("/ask?q=bro&on=9999-01-01", 400),
        ("/ask?q=bro&lang=fr", 400),
        ("/ask?q=" + "bro+" * 1_000, 413),
        ("/decisions?page=0", 400),
        ("/decisions?about=%00", 400),
        ("/cases/%00", 400),
        ("/language?to=fr", 400),
    ],
)
def test_what_cannot_be_read_is_a_page_too(path: str, status: int) -> None:
    answer = client_with().get(path)
    assert answer.status_code == status
    assert "Det gik ikke" in answer.text


def test_a_failure_in_place_is_a_part_of_a_page() -> None:
    answer = client_with().get("/ask?q=%21", headers={"hx-request": "true"})
    assert answer.status_code == 400
    assert "<main" not in answer.text
    assert "mindst ét ord" in answer.text


def test_a_foreign_name_of_the_host_gets_the_headers_too() -> None:
    answer = client_with().get("/", headers={"host": "evil.example"})
    assert answer.status_code == 421
    assert answer.headers["content-security-policy"] == "; ".join(POLICY)


def test_a_link_out_of_the_archive_has_no_original(tmp_path: Path) -> None:
    assert client_with().get("/documents/aaaa000000000001/original").status_code == 410


def test_who_is_logged_in_sees_their_name_and_can_leave() -> None:
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    gate = OpenTo(frozenset({OPEN}), name="Åse <b>Holm</b>")
    Site(Answering(Archive(failing(Busy("")), papers, None)), gate).mount(app)  # type: ignore[arg-type]
    page = TestClient(app, base_url="http://localhost").get("/").text
    assert "Åse &lt;b&gt;Holm&lt;/b&gt;" in page
    assert '<form class="logout" method="post" action="/logout">' in page
    assert "logout" not in client_with().get("/").text


def test_paths_that_are_added_later_are_no_missing_pages() -> None:
    client = client_with()
    assert isinstance(client.app, FastAPI)
    client.app.add_api_route("/figures", lambda: "a figure")
    assert client.get("/figures").json() == "a figure"
    assert client.get("/api/nix").headers["content-type"] == "application/json"


def test_who_asks_too_much_is_told_so_on_a_page() -> None:
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    gate = Gate(LOOPBACK, questions_a_minute=1)
    Site(Answering(Archive(failing(Busy("")), papers, None)), gate).mount(app)  # type: ignore[arg-type]
    client = TestClient(app, base_url="http://localhost", headers={"accept-language": "da"})
    client.get("/ask?q=bro")
    answer = client.get("/ask?q=bro")
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "60")
    assert "Vent lidt" in answer.text
    in_place = client.get("/ask?q=bro", headers={"hx-request": "true"})
    assert "<main" not in in_place.text
    assert client.get("/api/ask?q=bro").headers["content-type"] == "application/json"


def test_a_question_in_place_after_the_login_has_ended_leads_to_the_login() -> None:
    class NobodyIsIn:
        def reader(self, _: object) -> None:
            return None

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        raise AssertionError("nobody comes in")

    gate = Gate(LOOPBACK, login=NobodyIsIn())
    client = TestClient(gate.around(app), base_url="http://localhost", follow_redirects=False)
    asked = client.get("/ask?q=bro", headers={"hx-request": "true"})
    assert (asked.status_code, asked.headers["hx-redirect"]) == (204, "/login?next=/ask%3Fq%3Dbro")
    assert client.get("/ask?q=bro").status_code == 303


@pytest.mark.parametrize(
    "address",
    [
        *("/decisions?body=nix", "/decisions?outcome=nix", "/decisions?from=nix"),
        *("/meetings?body=nix", "/documents?kind=nix", "/documents?to=0001-01-01"),
        *("/rates?status=nix", "/rates?on=nix", "/changes?since=9999-12-31", "/changes?body=nix"),
    ],
)
def test_a_list_that_cannot_be_narrowed_so_is_not_shown_whole(address: str) -> None:
    answer = client_with().get(address)
    assert answer.status_code == 400
    assert "Vælg igen" in answer.text or "Choose again" in answer.text


@pytest.mark.parametrize(
    ("said", "told"),
    [("hej", "Hej. Skriv et spørgsmål"), ("tusind tak!", "Selv tak."), ("thanks", "Selv tak.")],
)
def test_whoever_greets_or_thanks_is_shown_what_may_be_asked(said: str, told: str) -> None:
    page = client_with().get("/ask", params={"q": said}, headers={"accept-language": "da"}).text
    assert told in page
    assert "Prøv for eksempel" in page
    assert "Tilbage til svaret" not in page


def test_whoever_thanks_below_an_answer_finds_back_to_it() -> None:
    asked = "after=Bro%3F&after=Hvem%3F&asked=2021-05-01&q=tak"
    page = client_with().get(f"/ask?{asked}", headers={"accept-language": "da"}).text
    (back,) = re.findall(r'<a href="([^"]*)">Tilbage til svaret', page)
    parts = urlsplit(html.unescape(back))
    assert parse_qsl(parts.query) == [("asked", "2021-05-01"), ("q", "Hvem?"), ("after", "Bro?")]


BROWSER = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8", "accept-language": "da"}


@pytest.mark.parametrize(
    ("method", "path", "status", "said"),
    [
        ("POST", "/decisions", 405, "Det kan man ikke gøre med denne side"),
        ("DELETE", "/ask", 405, "Det kan man ikke gøre med denne side"),
        ("PUT", "/nowhere", 404, "Her er ingen side"),
    ],
)
def test_a_wrong_method_and_a_missing_page_are_told_in_a_page_to_people_and_in_json_to_programs(
    method: str, path: str, status: int, said: str
) -> None:
    client = client_with()
    page = client.request(method, path, headers=BROWSER)
    assert page.status_code == status
    assert said in page.text
    program = client.request(method, path, headers={"accept": "application/json"})
    assert (program.status_code, program.headers["content-type"]) == (status, "application/json")
    for told in (page, program):
        assert told.headers.get("allow") == ("GET" if status == 405 else None)
