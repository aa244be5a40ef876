"""The API for programs: the same objects as the commands print, for whoever may read them."""

import json
import logging
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from bot.cli.door import Door
from bot.records.store import Records
from bot.rendering.as_json import encoded
from tests.api_site import client_on, paper_site, site_on
from tests.paper_door import Run
from tests.served import served
from tests.slack_running import Archive, archive_of
from tests.slack_scene import BENCHES, BONUS, PAPERS, SETTINGS

HIDDEN = "lukket/2024-04-09.txt"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """Four papers, one of them for an audience of its own."""
    with archive_of(tmp_path_factory.mktemp("api"), PAPERS, SETTINGS) as archive:
        yield archive


@pytest.fixture(scope="module")
def site(archive: Archive) -> FastAPI:
    return site_on(archive.assistant, archive.views, Records(archive.home / "bot"))


@pytest.fixture
def client(site: FastAPI) -> TestClient:
    return client_on(site)


@pytest.fixture
def paper(tmp_path: Path) -> TestClient:
    return paper_site(Records(tmp_path))


COMMANDS = {
    "/api/search?q=bænke&limit=3": ("search", "bænke", "--limit", "3"),
    "/api/documents": ("documents",),
    "/api/documents?kind=minutes&body=PU&from=2024-01-01": (
        *("documents", "--kind", "minutes", "--body", "PU", "--from", "2024-01-01"),
    ),
    "/api/decisions?outcome=deferred": ("decisions", "--outcome", "deferred"),
    "/api/decisions?about=bænke+ved+søen": ("decisions", "--about", "bænke ved søen"),
    "/api/cases/24/117": ("case", "24/117"),
    "/api/cases/bænke ved søen": ("case", "bænke ved søen"),
    "/api/rates": ("rates",),
    "/api/rates?name=kørsel&on=2024-05-01": ("rates", "kørsel", "--on", "2024-05-01"),
}


@pytest.mark.parametrize("address", COMMANDS)
def test_a_list_is_byte_for_byte_what_the_command_prints(
    address: str, client: TestClient, archive: Archive, shell: Run
) -> None:
    code, printed, _ = shell(*COMMANDS[address], "--json", "--home", str(archive.home), door=Door())
    answer = client.get(address)
    assert (code, answer.status_code) == (0, 200)
    assert answer.content.decode() == printed
    assert answer.headers["content-type"] == "application/json"


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_reply_is_what_ask_prints_but_for_the_time_it_took(
    method: str, client: TestClient, archive: Archive, shell: Run
) -> None:
    _, printed, _ = shell("ask", BENCHES, "--json", "--home", str(archive.home), door=Door())
    if method == "get":
        answer = client.get("/api/ask", params={"q": BENCHES})
    else:
        answer = client.post("/api/ask", json={"question": BENCHES})
    assert answer.status_code == 200
    assert timeless(answer.text) == timeless(printed)
    assert "seks bænke" in answer.json()["decisions"][0]["decision"]


def timeless(text: str) -> str:
    """Return a reply as JSON without how long it took."""
    value = json.loads(text)
    return encoded(value | {"elapsed_ms": 0}) if value.pop("elapsed_ms") >= 0 else text


def test_changes_are_what_the_command_prints(
    client: TestClient, archive: Archive, shell: Run
) -> None:
    since = ("changes", "--since", "2024-01-01", "--json", "--home", str(archive.home))
    _, printed, _ = shell(*since, door=Door())
    assert timeless(client.get("/api/changes?since=2024-01-01").text) == timeless(printed)


def test_a_day_and_a_language_are_taken_from_the_body_or_the_address(paper: TestClient) -> None:
    told = paper.post("/api/ask", json={"question": "hej", "on": "2020-01-02", "language": "en"})
    assert (told.json()["language"], told.json()["text"]) == (
        "en",
        "Spurgt den 2020-01-02 af open. [1]",
    )
    assert told.json() == paper.get("/api/ask?q=hej&on=2020-01-02&language=en").json()


@pytest.mark.parametrize("method", ["get", "post", "stream"])
def test_a_question_leans_on_those_before_it_and_the_reply_says_as_what_it_was_read(
    method: str, client: TestClient
) -> None:
    def asked(words: str, *before: str) -> dict[str, Any]:
        if method == "post":
            told = client.post("/api/ask", json={"question": words, "after": list(before)})
        else:
            path = "/api/ask/stream" if method == "stream" else "/api/ask"
            told = client.get(path, params={"q": words, "after": before})
        assert told.status_code == 200
        text = told.text.rpartition("data: ")[2] if method == "stream" else told.text
        reply = json.loads(text)
        assert isinstance(reply, dict)
        return reply

    first = asked(BENCHES)
    assert "understood_as" not in first
    then = asked("hvem havde sendt afbud?", BENCHES)
    assert "Ole Birk" in then["text"]
    assert "5. marts 2024" in then["understood_as"]
    assert asked(then["understood_as"])["text"] == then["text"]
    alone = asked("hvem havde sendt afbud?")
    assert "understood_as" not in alone


def test_a_thread_that_is_none_is_refused(paper: TestClient) -> None:
    for wrong, status in ((["a"] * 4, 422), (["?"], 400), (["x" * 2001], 400), ([""], 400)):
        told = paper.post("/api/ask", json={"question": "hej", "after": wrong})
        assert told.status_code == status
        for path in ("/api/ask", "/api/ask/stream"):
            params = {"q": "hej", "after": wrong}
            assert paper.get(path, params=params).status_code == status
    for wrong_type in ("a", 7, None, [7], {"a": 1}):
        told = paper.post("/api/ask", json={"question": "hej", "after": wrong_type})
        assert told.status_code == 422


def test_a_thread_tells_nothing_of_what_its_reader_may_not_read(client: TestClient) -> None:
    told = client.get("/api/ask", params={"q": "hvor meget var det?", "after": BONUS})
    assert told.status_code == 200
    assert "12.000" not in told.text
    assert HIDDEN not in told.text


def test_an_audience_is_never_taken_from_a_request(paper: TestClient) -> None:
    asked = {"question": "hej", "audience": "ledelsen"}
    assert paper.post("/api/ask", json=asked).status_code == 422
    assert paper.get("/api/ask?q=hej&audience=ledelsen").status_code == 422
    assert paper.get("/api/documents?audience=ledelsen").status_code == 422


def test_what_is_for_others_is_in_no_list_no_count_and_no_answer(client: TestClient) -> None:
    listed = client.get("/api/documents")
    assert listed.headers["x-total-count"] == str(len(listed.json())) == "3"
    everything = [
        listed,
        client.get("/api/meetings"),
        client.get("/api/bodies"),
        client.get("/api/decisions"),
        client.get("/api/changes?since=2020-01-01"),
        client.get("/api/search?q=tillæg til parkchefen&limit=1000"),
        client.get("/api/ask?q=hvad fik parkchefen i tillæg?"),
        client.get("/api/documents?body=Lønudvalget"),
    ]
    for answer in everything:
        told = answer.text.replace("Lønudvalget'", "").replace("parkchefen i tillæg", "")
        assert "Løn" not in told
        assert "12.000" not in told


def test_a_document_for_others_is_not_found_as_one_that_does_not_exist(
    client: TestClient, archive: Archive
) -> None:
    with archive.views(frozenset({"open", "ledelsen"})) as view:
        (hidden,) = [d.id for d in view.documents() if d.source == HIDDEN]
    there, nowhere = client.get(f"/api/documents/{hidden}"), client.get("/api/documents/0000")
    assert there.status_code == nowhere.status_code == 404
    assert there.content == nowhere.content
    assert dict(there.headers) == dict(nowhere.headers)


def test_a_document_comes_whole_with_the_places_of_its_items(client: TestClient) -> None:
    (listed,) = client.get("/api/documents?body=PU&to=2023-12-31").json()
    shown = client.get(f"/api/documents/{listed['id']}").json()
    item = shown["items"][0]
    assert item["title"] == "Bænke på torvet"
    assert "to bænke" in shown["text"][item["start"] : item["end"]]
    assert len(shown["text"]) == listed["characters"]


def test_a_list_comes_in_parts_and_says_how_long_it_is(client: TestClient) -> None:
    whole = client.get("/api/decisions").json()
    parts = [client.get(f"/api/decisions?limit=2&offset={n}") for n in (0, 2)]
    assert [one for part in parts for one in part.json()] == whole
    assert {part.headers["x-total-count"] for part in parts} == {str(len(whole))}
    assert client.get("/api/decisions?offset=999").json() == []


def test_bodies_and_meetings_are_listed(client: TestClient) -> None:
    (body,) = client.get("/api/bodies").json()
    assert (body["abbreviation"], body["meetings"]) == ("PU", ["2023-02-07", "2024-03-05"])
    meetings = client.get("/api/meetings?body=PU").json()
    assert [meeting["date"] for meeting in meetings] == ["2024-03-05", "2023-02-07"]
    assert [d["kind"] for d in meetings[0]["documents"]] == ["minutes"]


REFUSED = {
    "/api/ask": 422,
    "/api/ask?q=": 400,
    "/api/ask?q=%3F%3F": 400,
    "/api/ask?q=hej%00": 400,
    f"/api/ask?q={'x' * 2001}": 400,
    "/api/ask?q=hej&on=2020": 422,
    "/api/ask?q=hej&on=0020-01-01": 400,
    "/api/ask?q=hej&language=sv": 422,
    "/api/ask?q=hej&qq=2": 422,
    "/api/ask?q=hej&q=hej": 422,
    "/api/rates?on=2020-01-01&on=2021-01-01": 422,
    "/api/ask/stream?q=": 400,
    "/api/search?q=bro&limit=0": 422,
    "/api/search?q=bro&limit=1001": 422,
    "/api/search?q=bro&limit=1e1": 422,
    "/api/documents?kind=novel": 422,
    "/api/documents?form=2020-01-01": 422,
    "/api/documents?from=2021-01-01&to=2020-01-01": 404,
    "/api/documents?body=nobody": 404,
    "/api/documents/nothing": 404,
    "/api/decisions?outcome=maybe": 422,
    "/api/decisions?about=%21": 400,
    "/api/cases/": 400,
    "/api/cases/nothing of the sort": 404,
    "/api/cases/a%0Ab": 404,
    "/api/rates?name=nothing": 404,
    "/api/rates?history=maybe": 422,
    "/api/changes": 422,
    "/api/changes?since=yesterday": 422,
    "/api/nothing": 404,
    "/api/": 404,
    "/api": 404,
}


@pytest.mark.parametrize(("address", "status"), REFUSED.items())
def test_a_request_that_cannot_be_met_is_told_in_one_sentence(
    address: str, status: int, paper: TestClient
) -> None:
    answer = paper.get(address)
    assert answer.status_code == status
    assert set(answer.json()) == {"error", "reference", "line"}
    assert answer.json()["error"].endswith(".")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 422),
        (b"{", 422),
        (b"\xff\xfe", 422),
        (b"[" * 100_000, 422),
        (b'{"question": ' + b"[" * 100_000, 422),
        (b'{"question": 7}', 422),
        (b'{"question": null}', 422),
        (b'{"question": "\\ud800"}', 422),
        (b'{"question": "hej", "on": "2020-13-01"}', 422),
        (b'{"question": "hej", "on": 20200101}', 422),
        (b'{"question": "hej", "more": 1}', 422),
        (b'{"question": "..."}', 400),
        (b'{"question": "' + b"x" * 2_000_000 + b'"}', 413),
    ],
)
def test_a_body_that_is_no_question_is_refused(body: bytes, status: int, paper: TestClient) -> None:
    sent = paper.post("/api/ask", content=body, headers={"content-type": "application/json"})
    assert sent.status_code == status
    assert set(sent.json()) == {"error", "reference", "line"}


def test_a_body_that_is_not_said_to_be_json_is_not_read(paper: TestClient) -> None:
    # A page of somebody else may send text/plain without asking first, but not JSON.
    sent = paper.post("/api/ask", content=b'{"question": "hej"}', headers={"content-type": "a/b"})
    assert sent.status_code == 415


@pytest.mark.parametrize("method", ["DELETE", "PUT", "PATCH", "OPTIONS", "TRACE", "HEAD"])
def test_another_method_is_told_which_ones_there_are(method: str, paper: TestClient) -> None:
    answer = paper.request(method, "/api/ask")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, POST")


def test_paths_of_other_surfaces_are_left_to_them(paper: TestClient) -> None:
    assert paper.post("/api/messages").json() == {"detail": "Not Found"}
    page = paper.get("/apiary")
    assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")


def test_what_nobody_foresaw_has_a_reference_and_its_words_stay_out_of_the_log(
    paper: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = paper.get("/api/ask?q=explode+hemmeligheden")
    reference = answer.json()["reference"]
    assert answer.status_code == 500
    assert reference in answer.json()["error"]
    logged = " ".join(r.getMessage() for r in caplog.records if r.name.startswith("referent"))
    assert f"reference {reference}" in logged
    assert "hemmeligheden" not in logged
    assert "kaboom" not in logged


def test_an_archive_that_is_not_there_yet_is_told_as_that(tmp_path: Path) -> None:
    with Door().serving(tmp_path / "empty") as (assistant, views):
        client = client_on(site_on(assistant, views, Records(tmp_path)))
        for address in ("/api/ask?q=hej", "/api/documents"):
            answer = client.get(address)
            assert answer.status_code == 503
            assert "ingest" in answer.json()["error"]


def test_answers_are_kept_by_nobody_on_the_way(paper: TestClient) -> None:
    for address in ("/api/ask?q=hej", "/api/documents", "/api/ask?q=", "/api/ask/stream?q=hej"):
        assert paper.get(address).headers["cache-control"] == "no-store"


def test_the_description_is_valid_and_names_every_object_once(paper: TestClient) -> None:
    description = paper.get("/api/openapi.json").json()
    assert description["openapi"].startswith("3.1")
    named = set(description["components"]["schemas"])
    assert {"ReplyObject", "CitationObject", "ErrorObject", "MeetingObject"} <= named
    referred = {
        part.split('"')[0] for part in json.dumps(description).split("#/components/schemas/")[1:]
    }
    assert referred == named


README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
SHOWN = re.findall(r"^ *(curl .*127\.0\.0\.1:8642/api.*)$", README, re.M)


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
@pytest.mark.parametrize("line", SHOWN)
def test_the_requests_that_the_readme_shows_are_answered(line: str, site: FastAPI) -> None:
    with served(site) as url:
        words = shlex.split(line.replace("http://127.0.0.1:8642", url))
        told = subprocess.run(
            [*words, "--fail"], capture_output=True, text=True, check=False, timeout=30
        )
    assert told.returncode == 0, told.stderr
    assert told.stdout.startswith("event: status" if "stream" in line else ("{", "["))


def test_the_readme_shows_requests_and_names_every_path(paper: TestClient) -> None:
    assert len(SHOWN) == 7
    section = README.partition("\n## The API\n")[2].partition("\n## ")[0]
    for path, operations in paper.get("/api/openapi.json").json()["paths"].items():
        assert f"/{path.split('/')[2]}" in section
        for parameter in operations.get("get", {}).get("parameters", []):
            if parameter["in"] == "query":
                assert f"`{parameter['name']}`" in section
