"""What the API refuses, in one sentence each, and what it says where it fails."""

import logging
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from bot.cli.door import Door
from bot.records.store import Records
from tests.api_site import client_on, site_on


def test_a_thread_that_is_none_is_refused(paper_client: TestClient) -> None:
    for wrong, status in ((["a"] * 4, 422), (["?"], 400), (["x" * 2001], 400), ([""], 400)):
        told = paper_client.post("/api/ask", json={"question": "hej", "after": wrong})
        assert told.status_code == status
        for path in ("/api/ask", "/api/ask/stream"):
            params = {"q": "hej", "after": wrong}
            assert paper_client.get(path, params=params).status_code == status
    for wrong_type in ("a", 7, None, [7], {"a": 1}):
        told = paper_client.post("/api/ask", json={"question": "hej", "after": wrong_type})
        assert told.status_code == 422


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
    address: str, status: int, paper_client: TestClient
) -> None:
    answer = paper_client.get(address)
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
def test_a_body_that_is_no_question_is_refused(
    body: bytes, status: int, paper_client: TestClient
) -> None:
    sent = paper_client.post("/api/ask", content=body, headers={"content-type": "application/json"})
    assert sent.status_code == status
    assert set(sent.json()) == {"error", "reference", "line"}


def test_a_body_that_is_not_said_to_be_json_is_not_read(paper_client: TestClient) -> None:
    # A page of somebody else may send text/plain without asking first, but not JSON.
    sent = paper_client.post(
        "/api/ask", content=b'{"question": "hej"}', headers={"content-type": "a/b"}
    )
    assert sent.status_code == 415


@pytest.mark.parametrize("method", ["DELETE", "PUT", "PATCH", "OPTIONS", "TRACE", "HEAD"])
def test_another_method_is_told_which_ones_there_are(method: str, paper_client: TestClient) -> None:
    answer = paper_client.request(method, "/api/ask")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, POST")


def test_paths_of_other_surfaces_are_left_to_them(paper_client: TestClient) -> None:
    assert paper_client.post("/api/messages").json() == {"detail": "Not Found"}
    page = paper_client.get("/apiary")
    assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")


def test_what_nobody_foresaw_has_a_reference_and_its_words_stay_out_of_the_log(
    paper_client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = paper_client.get("/api/ask?q=explode+hemmeligheden")
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


def test_answers_are_kept_by_nobody_on_the_way(paper_client: TestClient) -> None:
    for address in ("/api/ask?q=hej", "/api/documents", "/api/ask?q=", "/api/ask/stream?q=hej"):
        assert paper_client.get(address).headers["cache-control"] == "no-store"
