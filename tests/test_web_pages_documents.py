"""A document on the site: its text, the place that is cited, and the original to download."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from bot.citations import Citation
from bot.fingerprints import Fingerprint
from index.documents import CLOSED, OPEN
from index.library import Library
from index.spans import Span
from tests.page_elements import Elements, words_of
from tests.web_archive import (
    AUTUMN,
    SPRING,
    Ingested,
    client_on,
    document_id,
)

pytestmark = pytest.mark.slow


def test_a_document_shows_all_its_text_and_nothing_else(
    reader: TestClient, site_archive: Ingested
) -> None:
    page = reader.get(f"/documents/{document_id(site_archive.home, 'bbu/2021-09-06.txt')}").text
    paper = page[page.index('class="paper"') : page.index("</article>")]
    told = words_of(paper.replace('class="paper" lang="da">', ""))
    for line in filter(None, AUTUMN.splitlines()):
        assert line in told
    assert 'id="item-1"' in page
    assert "Sag 21/10034" in page
    assert "udkast til referat" in page  # the other paper of the meeting


def test_the_text_of_a_closed_item_is_one_sentence(
    reader: TestClient, site_archive: Ingested
) -> None:
    page = reader.get(f"/documents/{document_id(site_archive.home, 'bbu/2021-05-03.txt')}").text
    assert "Lukket punkt: Køb af grund" in page
    assert page.count("Behandlet for lukkede døre.") == 1
    assert "█" not in page


@pytest.mark.parametrize(
    "cited", ["", "0", "5-5", "9-3", "0-99999999", "a-b", "-1-4", "1-2-3", "1-9-8-x"]
)
def test_a_place_that_is_none_marks_nothing(
    reader: TestClient, site_archive: Ingested, cited: str
) -> None:
    id_ = document_id(site_archive.home, "bbu/2021-09-06.txt")
    answer = reader.get(f"/documents/{id_}", params={"cited": cited})
    assert answer.status_code == 200
    assert "<mark" not in answer.text


def _shown(reader: TestClient, home: Path, cited: str) -> str:
    id_ = document_id(home, "bbu/2021-09-06.txt")
    return reader.get(f"/documents/{id_}", params={"cited": cited}).text


def test_words_that_stand_where_the_address_says_are_marked_without_a_word_on_it(
    reader: TestClient, site_archive: Ingested
) -> None:
    words = "idet broen males blå"
    at = AUTUMN.index(words)
    page = _shown(reader, site_archive.home, f"{at}-{at + len(words)}-{Fingerprint.of(words)}")
    assert f'<mark id="cited">{words}</mark>' in page
    assert "siden linket blev lavet" not in page


def test_words_that_have_moved_are_marked_where_they_stand_now(
    reader: TestClient, site_archive: Ingested
) -> None:
    words = "tog orienteringen om bænkene til efterretning"
    page = _shown(reader, site_archive.home, f"3-48-{Fingerprint.of(words)}")
    assert f'<mark id="moved">{words}</mark>' in page
    assert '<a href="#moved">' in page  # the page begins with the note, not at the words
    assert "står nu her, hvor de er markeret" in page


@pytest.mark.parametrize("words", ["idet broen males gul", "Beslutning"], ids=["none", "two"])
def test_words_that_stand_nowhere_or_twice_are_not_guessed_at(
    reader: TestClient, site_archive: Ingested, words: str
) -> None:
    page = _shown(reader, site_archive.home, f"3-20-{Fingerprint.of(words)}")
    assert "<mark" not in page
    assert "så intet er markeret" in page


def test_an_address_that_remembers_no_words_says_that_it_may_lead_to_others(
    reader: TestClient, site_archive: Ingested
) -> None:
    page = _shown(reader, site_archive.home, "3-20")
    assert "<mark" in page
    assert "kan andre ord være markeret" in page


def test_the_address_of_a_closed_passage_remembers_nothing_of_its_words(
    site_archive: Ingested,
) -> None:
    id_ = document_id(site_archive.home, "bbu/2021-05-03.txt")
    with client_on(site_archive.home, frozenset({OPEN, CLOSED})) as member:
        library = Library(site_archive.home, lambda _: None)  # type: ignore[arg-type,return-value]
        with library.view(frozenset({OPEN, CLOSED})) as view:
            found = view.document(id_)
        library.close()
        at = found.text.index("Kragens")
        citation = Citation(1, found, Span(at, at + 13))
        assert citation.url == f"/documents/{id_}?closed={at}-{at + 13}#cited"
        assert "Kragens grund</mark>" in member.get(citation.url).text


def test_a_place_behind_closed_doors_marks_nothing(
    reader: TestClient, site_archive: Ingested
) -> None:
    id_ = document_id(site_archive.home, "bbu/2021-05-03.txt")
    start = SPRING.index("Kragens")
    answer = reader.get(f"/documents/{id_}?cited={start - 40}-{start + 10}")
    assert "<mark" not in answer.text


def test_hostile_text_is_shown_as_text(reader: TestClient, site_archive: Ingested) -> None:
    page = reader.get(f"/documents/{document_id(site_archive.home, 'notater/fjendtlig.txt')}").text
    assert Elements(page).acting == []
    assert "&lt;img src=x onerror=alert(1)&gt;" in page
    assert "{{ 7 * 7 }}" in page
    assert not {"\u202e", "\u202c", "\u200b", "\x07"} & set(page)


def test_a_hostile_question_is_shown_as_text(reader: TestClient) -> None:
    hostile = '"><script>alert(1)</script> \u202e{{ 7919 * 6113 }}'
    page = reader.get("/ask", params={"q": hostile}).text
    assert Elements(page).acting == []
    assert "\u202e" not in page
    assert str(7919 * 6113) not in page


def test_the_original_is_given_out_byte_for_byte(
    reader: TestClient, site_archive: Ingested
) -> None:
    id_ = document_id(site_archive.home, "bbu/2021-09-06.txt")
    assert f'href="/documents/{id_}/original"' in reader.get(f"/documents/{id_}").text
    answer = reader.get(f"/documents/{id_}/original")
    assert answer.content == (site_archive.folder / "bbu/2021-09-06.txt").read_bytes()
    assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''2021-09")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"].startswith("sandbox")


def test_an_original_with_closed_items_is_for_those_who_may_see_them(
    reader: TestClient, insider: TestClient, site_archive: Ingested
) -> None:
    id_ = document_id(site_archive.home, "bbu/2021-05-03.txt")
    assert "lukkede punkter" in reader.get(f"/documents/{id_}").text
    refused = reader.get(f"/documents/{id_}/original")
    assert refused.status_code == 403
    assert "Kragens" not in refused.text
    assert "Kragens" in insider.get(f"/documents/{id_}/original").text


def test_an_original_that_has_changed_or_is_gone_is_not_given_out(
    reader: TestClient, site_archive: Ingested
) -> None:
    id_ = document_id(site_archive.home, "notater/fjendtlig.txt")
    path = site_archive.folder / "notater/fjendtlig.txt"
    before = path.read_bytes()
    try:
        path.write_bytes(before.replace(b"14 meter", b"99 meter"))
        changed = reader.get(f"/documents/{id_}/original")
        path.write_bytes(b"other")
        page = reader.get(f"/documents/{id_}")
        path.unlink()
        gone = reader.get(f"/documents/{id_}/original")
    finally:
        path.write_bytes(before)
    assert (changed.status_code, gone.status_code) == (410, 410)
    assert "ændret" in changed.text
    assert "ændret" in page.text
    assert "ikke længere" in gone.text
    assert reader.get(f"/documents/{id_}/original").content == before


def test_a_link_put_in_the_place_of_an_original_is_not_followed(
    reader: TestClient, site_archive: Ingested, tmp_path: Path
) -> None:
    id_ = document_id(site_archive.home, "notater/fjendtlig.txt")
    path = site_archive.folder / "notater/fjendtlig.txt"
    before = path.read_bytes()
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_bytes(before)
    path.unlink()
    try:
        path.symlink_to(elsewhere)
        assert reader.get(f"/documents/{id_}/original").status_code == 410
    finally:
        path.unlink()
        path.write_bytes(before)
