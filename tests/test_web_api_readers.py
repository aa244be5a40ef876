"""The API for whoever may read: what is for others is in no answer, no list and no count."""

from fastapi.testclient import TestClient

from tests.slack_running import Archive
from tests.slack_scene import BONUS

HIDDEN = "lukket/2024-04-09.txt"


def test_a_thread_tells_nothing_of_what_its_reader_may_not_read(api_client: TestClient) -> None:
    told = api_client.get("/api/ask", params={"q": "hvor meget var det?", "after": BONUS})
    assert told.status_code == 200
    assert "12.000" not in told.text
    assert HIDDEN not in told.text


def test_an_audience_is_never_taken_from_a_request(paper_client: TestClient) -> None:
    asked = {"question": "hej", "audience": "ledelsen"}
    assert paper_client.post("/api/ask", json=asked).status_code == 422
    assert paper_client.get("/api/ask?q=hej&audience=ledelsen").status_code == 422
    assert paper_client.get("/api/documents?audience=ledelsen").status_code == 422


def test_what_is_for_others_is_in_no_list_no_count_and_no_answer(api_client: TestClient) -> None:
    listed = api_client.get("/api/documents")
    assert listed.headers["x-total-count"] == str(len(listed.json())) == "3"
    everything = [
        listed,
        api_client.get("/api/meetings"),
        api_client.get("/api/bodies"),
        api_client.get("/api/decisions"),
        api_client.get("/api/changes?since=2020-01-01"),
        api_client.get("/api/search?q=tillæg til parkchefen&limit=1000"),
        api_client.get("/api/ask?q=hvad fik parkchefen i tillæg?"),
        api_client.get("/api/documents?body=Lønudvalget"),
    ]
    for answer in everything:
        told = answer.text.replace("Lønudvalget'", "").replace("parkchefen i tillæg", "")
        assert "Løn" not in told
        assert "12.000" not in told


def test_a_document_for_others_is_not_found_as_one_that_does_not_exist(
    api_client: TestClient, parks: Archive
) -> None:
    with parks.views(frozenset({"open", "ledelsen"})) as view:
        (hidden,) = [d.id for d in view.documents() if d.source == HIDDEN]
    there, nowhere = (
        api_client.get(f"/api/documents/{hidden}"),
        api_client.get("/api/documents/0000"),
    )
    assert there.status_code == nowhere.status_code == 404
    assert there.content == nowhere.content
    assert dict(there.headers) == dict(nowhere.headers)
