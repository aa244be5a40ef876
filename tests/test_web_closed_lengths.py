"""That nothing which is given out hangs on how long a closed text is."""

import re
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from index.documents import CLOSED, OPEN
from tests.web_archive import SPRING, Ingested, client_on, document_id, ingested

pytestmark = pytest.mark.slow

CLOSED_LINE = "Kragens grund koster 900.000 kr.\n"
LONGER = SPRING.replace(CLOSED_LINE, CLOSED_LINE + "Jorden under grunden er våd og tung.\n\n" * 90)
LONGER += "\n4. Eventuelt\n\nBeslutning\nBroens rækværk males til sommer.\n"
SHORT = SPRING + "\n4. Eventuelt\n\nBeslutning\nBroens rækværk males til sommer.\n"
SOURCE = "bbu/2021-05-03.txt"
PATHS = (
    *("/api/documents", "/api/documents/{id}", "/api/decisions", "/api/meetings", "/api/bodies"),
    *("/api/ask?q=Hvad+blev+besluttet+om+broens+r%C3%A6kv%C3%A6rk%3F", "/api/rates"),
    *("/api/search?q=r%C3%A6kv%C3%A6rk+sommer", "/api/changes?since=2021-01-01"),
    *("/documents/{id}", "/documents/{id}?cited=0-40", "/documents/{id}?closed=400-440"),
    *("/documents", "/decisions", "/meetings", "/archive", "/ask?q=r%C3%A6kv%C3%A6rket"),
)


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> list[Ingested]:
    return [
        ingested(tmp_path_factory.mktemp(name), text)
        for name, text in (("short", SHORT), ("long", LONGER))
    ]


@pytest.fixture(scope="module")
def clients(archives: list[Ingested]) -> Iterator[list[TestClient]]:
    with client_on(archives[0].home) as one, client_on(archives[1].home) as other:
        yield [one, other]


@pytest.mark.parametrize("path", PATHS)
def test_an_answer_is_the_same_however_long_a_closed_text_is(
    path: str, clients: list[TestClient], archives: list[Ingested]
) -> None:
    told = []
    for client, archive in zip(clients, archives, strict=True):
        answer = client.get(path.format(id=document_id(archive.home, SOURCE)))
        assert answer.status_code == 200
        text = re.sub(r'"elapsed_ms": ?[0-9.]+', "", answer.text)
        told.append(re.sub(r'<time datetime="20[^<]*</time>', "", text))
    assert told[0] == told[1]


def test_quotations_stand_where_they_are_said_to_for_every_reader(archives: list[Ingested]) -> None:
    urls = set()
    for audiences in (None, frozenset({OPEN, CLOSED})):
        with client_on(archives[1].home, audiences) as client:
            reply = client.get(
                "/api/ask", params={"q": "Hvad blev besluttet om broens rækværk?"}
            ).json()
            assert reply["citations"]
            for cited in reply["citations"]:
                text = client.get(f"/api/documents/{cited['document']['id']}").json()["text"]
                assert text[cited["start"] : cited["end"]] == cited["quote"]
                page = client.get(cited["url"])
                assert f'<mark id="cited">{cited["quote"].splitlines()[0]}' in page.text
                urls.add(cited["url"])
            assert len(urls) == len(reply["citations"])  # the same addresses for both


def test_an_address_of_closed_words_leads_only_those_to_them_who_may_see_them(
    archives: list[Ingested],
) -> None:
    home = archives[0].home
    start = SHORT.index("Kragens")
    address = f"/documents/{document_id(home, SOURCE)}?closed={start}-{start + 7}"
    with client_on(home) as client, client_on(home, frozenset({OPEN, CLOSED})) as insider:
        assert "<mark" not in client.get(address).text
        assert "Kragens</mark>" in insider.get(address).text
