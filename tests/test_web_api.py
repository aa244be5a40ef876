"""The API for programs: the same objects as the commands print."""

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from bot.cli.door import Door
from bot.rendering.as_json import encoded
from tests.paper_door import Run
from tests.slack_running import Archive
from tests.slack_scene import BENCHES

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
    address: str, api_client: TestClient, parks: Archive, shell: Run
) -> None:
    code, printed, _ = shell(*COMMANDS[address], "--json", "--home", str(parks.home), door=Door())
    answer = api_client.get(address)
    assert (code, answer.status_code) == (0, 200)
    assert answer.content.decode() == printed
    assert answer.headers["content-type"] == "application/json"


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_reply_is_what_ask_prints_but_for_the_time_it_took(
    method: str, api_client: TestClient, parks: Archive, shell: Run
) -> None:
    _, printed, _ = shell("ask", BENCHES, "--json", "--home", str(parks.home), door=Door())
    if method == "get":
        answer = api_client.get("/api/ask", params={"q": BENCHES})
    else:
        answer = api_client.post("/api/ask", json={"question": BENCHES})
    assert answer.status_code == 200
    assert timeless(answer.text) == timeless(printed)
    assert "seks bænke" in answer.json()["decisions"][0]["decision"]


def timeless(text: str) -> str:
    """Return a reply as JSON without how long it took."""
    value = json.loads(text)
    return encoded(value | {"elapsed_ms": 0}) if value.pop("elapsed_ms") >= 0 else text


def test_changes_are_what_the_command_prints(
    api_client: TestClient, parks: Archive, shell: Run
) -> None:
    since = ("changes", "--since", "2024-01-01", "--json", "--home", str(parks.home))
    _, printed, _ = shell(*since, door=Door())
    assert timeless(api_client.get("/api/changes?since=2024-01-01").text) == timeless(printed)


def test_a_day_and_a_language_are_taken_from_the_body_or_the_address(
    paper_client: TestClient,
) -> None:
    told = paper_client.post(
        "/api/ask", json={"question": "hej", "on": "2020-01-02", "language": "en"}
    )
    assert (told.json()["language"], told.json()["text"]) == (
        "en",
        "Spurgt den 2020-01-02 af open. [1]",
    )
    assert told.json() == paper_client.get("/api/ask?q=hej&on=2020-01-02&language=en").json()


@pytest.mark.parametrize("method", ["get", "post", "stream"])
def test_a_question_leans_on_those_before_it_and_the_reply_says_as_what_it_was_read(
    method: str, api_client: TestClient
) -> None:
    def asked(words: str, *before: str) -> dict[str, Any]:
        if method == "post":
            told = api_client.post("/api/ask", json={"question": words, "after": list(before)})
        else:
            path = "/api/ask/stream" if method == "stream" else "/api/ask"
            told = api_client.get(path, params={"q": words, "after": before})
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


def test_a_document_comes_whole_with_the_places_of_its_items(api_client: TestClient) -> None:
    (listed,) = api_client.get("/api/documents?body=PU&to=2023-12-31").json()
    shown = api_client.get(f"/api/documents/{listed['id']}").json()
    item = shown["items"][0]
    assert item["title"] == "Bænke på torvet"
    assert "to bænke" in shown["text"][item["start"] : item["end"]]
    assert len(shown["text"]) == listed["characters"]


def test_a_list_comes_in_parts_and_says_how_long_it_is(api_client: TestClient) -> None:
    whole = api_client.get("/api/decisions").json()
    parts = [api_client.get(f"/api/decisions?limit=2&offset={n}") for n in (0, 2)]
    assert [one for part in parts for one in part.json()] == whole
    assert {part.headers["x-total-count"] for part in parts} == {str(len(whole))}
    assert api_client.get("/api/decisions?offset=999").json() == []


def test_bodies_and_meetings_are_listed(api_client: TestClient) -> None:
    (body,) = api_client.get("/api/bodies").json()
    assert (body["abbreviation"], body["meetings"]) == ("PU", ["2023-02-07", "2024-03-05"])
    meetings = api_client.get("/api/meetings?body=PU").json()
    assert [meeting["date"] for meeting in meetings] == ["2024-03-05", "2023-02-07"]
    assert [d["kind"] for d in meetings[0]["documents"]] == ["minutes"]
