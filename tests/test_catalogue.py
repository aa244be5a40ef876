from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from index.archive import Filter
from index.catalogue.covers import FILLER
from index.catalogue.holdings import CatalogueHoldings
from index.catalogue.rates import seen_rates
from index.catalogue.reading import Catalogue
from index.catalogue.records import FileRecord, FileState
from index.catalogue.seen import SeenCatalogue
from index.catalogue.writing import CatalogueDraft
from index.decisions import Outcome
from index.documents import CLOSED, OPEN, Body, DocumentKind
from index.errors import IndexDamaged, NotInArchive
from tests.small_archive import JUNE, MARCH, ToyEmbedder, understood

PUBLIC = frozenset({OPEN})
INSIDERS = frozenset({OPEN, CLOSED})


def _write(path: Path, *sheets: tuple[str, str, str]) -> Path:
    draft = CatalogueDraft.create(path)
    draft.set_model("toy 1")
    for source, text, audience in sheets:
        one = understood(source, text, audience)
        draft.put_document(one.document, one.passages)
    missing = draft.not_embedded()
    vectors = ToyEmbedder().embed_passages([text for _, text in missing])
    draft.put_vectors(
        (digest, vector.tobytes()) for (digest, _), vector in zip(missing, vectors, strict=True)
    )
    draft.finish()
    return path


@contextmanager
def _seen(path: Path, audiences: frozenset[str]) -> Iterator[SeenCatalogue]:
    catalogue = Catalogue(path)
    yield SeenCatalogue(catalogue, audiences)
    catalogue.close()


@pytest.fixture
def two_meetings(tmp_path: Path) -> Path:
    return _write(tmp_path / "c.sqlite", ("maj/3.txt", MARCH, OPEN), ("6.txt", JUNE, OPEN))


def test_a_document_comes_back_as_it_was_put_with_its_body_as_the_archive_knows_it(
    two_meetings: Path,
) -> None:
    document = understood("maj/3.txt", MARCH).document
    known = Body("Kvalitets- og Efteruddannelsesudvalget", "KEU")
    with _seen(two_meetings, INSIDERS) as seen:
        assert seen.document(document.id) == replace(document, body=known)


def test_the_newest_meeting_comes_first(two_meetings: Path) -> None:
    with _seen(two_meetings, PUBLIC) as seen:
        assert [entry.date for entry in seen.documents()] == [date(2020, 6, 17), date(2020, 3, 11)]
        numbers = [(entry.document.source, entry.item.number) for entry in seen.items()]
    assert numbers == [("6.txt", "1"), ("maj/3.txt", "1"), ("maj/3.txt", "2"), ("maj/3.txt", "3")]


def test_a_closed_item_shows_its_heading_and_nothing_else(two_meetings: Path) -> None:
    whole = understood("maj/3.txt", MARCH).document
    with _seen(two_meetings, PUBLIC) as seen:
        document = seen.document(whole.id)
        items = seen.items()
    assert "Ansættelse af direktør" in document.text
    assert "Bodil" not in document.text
    assert "Bodil" not in repr(document)
    assert "99-11" not in repr(document)
    closed = next(entry for entry in items if entry.item.closed)
    assert (closed.decision, closed.decision_texts, closed.item.case_numbers) == (None, (), ())
    assert closed.item.title == "Ansættelse af direktør"


def test_the_places_of_what_is_open_are_true_in_the_text_that_is_shown(two_meetings: Path) -> None:
    whole = understood("maj/3.txt", MARCH).document
    with _seen(two_meetings, PUBLIC) as seen:
        document = seen.document(whole.id)
    assert document.text.count(FILLER) == 1
    before = {section.index: section for section in whole.sections}
    for section in document.sections:
        assert section.body.of(document.text) == before[section.index].body.of(whole.text)
    assert {s.index for s in whole.sections} - {s.index for s in document.sections} == {4, 5}
    for item, same in zip(document.items, whole.items, strict=True):
        assert item.heading.of(document.text) == same.heading.of(whole.text)


@pytest.mark.parametrize("more", [0, 1, 4_000])
def test_nothing_that_is_told_hangs_on_how_long_a_closed_text_is(tmp_path: Path, more: int) -> None:
    end = "Beslutning: Bodil Kragh ansættes fra maj\n"
    longer = MARCH.replace(end, end + "Bodil havde et ord mere.\n" * more)
    assert len(longer) == len(MARCH) + 25 * more
    told = []
    for number, text in enumerate((MARCH, longer)):
        path = _write(tmp_path / f"{number}.sqlite", ("maj/3.txt", text, OPEN))
        with _seen(path, PUBLIC) as seen:
            holdings = CatalogueHoldings(seen)
            passages = holdings.passages(holdings.allowed(Filter(since=date(2020, 1, 1))) or ())
            lists = (seen.documents(), seen.items(), seen.attendance(), seen.abbreviations)
            places = sorted((p.span, p.text) for p in passages.values())
            (entry,) = seen.documents()
            told.append((lists, places, replace(seen.document(entry.id)), seen_rates(seen)))
            assert all(span.of(told[-1][2].text) == words for span, words in places)
            assert entry.characters == len(told[-1][2].text)
    known, kept = told
    assert [s.body for s in known[2].sections] == [s.body for s in kept[2].sections]
    assert replace(known[2], sections=()) == replace(kept[2], sections=())
    assert (known[0], known[1], known[3]) == (kept[0], kept[1], kept[3])


def test_insiders_see_the_closed_item_whole(two_meetings: Path) -> None:
    with _seen(two_meetings, INSIDERS) as seen:
        closed = next(entry for entry in seen.items() if entry.item.closed)
    assert closed.decision_texts == ("Beslutning: Bodil Kragh ansættes fra maj",)


def test_an_outcome_is_not_told_of_a_closed_item(two_meetings: Path) -> None:
    wanted = Filter(outcomes=frozenset({Outcome.UNCLASSIFIED}))
    with _seen(two_meetings, PUBLIC) as seen:
        assert seen.items(wanted) == ()
    with _seen(two_meetings, INSIDERS) as seen:
        assert [entry.item.number for entry in seen.items(wanted)] == ["2"]


def test_a_case_of_a_closed_item_finds_nothing_for_the_public(two_meetings: Path) -> None:
    wanted = Filter(case_numbers=frozenset({"99-11"}))
    with _seen(two_meetings, PUBLIC) as seen:
        assert (seen.items(wanted), seen.documents(wanted)) == ((), ())
        assert CatalogueHoldings(seen).allowed(wanted) == ()
    with _seen(two_meetings, INSIDERS) as seen:
        assert [entry.item.number for entry in seen.items(wanted)] == ["2"]


def test_a_file_whose_paper_is_closed_by_its_own_marks_is_in_no_list_of_files(
    tmp_path: Path,
) -> None:
    path = tmp_path / "c.sqlite"
    draft = CatalogueDraft.create(path)
    draft.set_model("toy 1")
    for source, text in (("3.txt", MARCH), ("6.txt", JUNE)):
        one = understood(source, text)
        document = replace(one.document, audience=CLOSED if source == "3.txt" else OPEN)
        draft.put_document(document, ())
        for name, of in ((source, None), (f"kopi/{source}", source)):
            state = FileState.DUPLICATE if of else FileState.INDEXED
            id_ = None if of else document.id
            draft.put_file(
                FileRecord(name, state, OPEN, "1", None, "0", document=id_, duplicate_of=of)
            )
    draft.put_file(FileRecord("itu.pdf", FileState.UNREADABLE, OPEN, "1", None, "1"))
    draft.finish()
    with _seen(path, PUBLIC) as seen:
        assert [one.source for one in seen.files] == ["6.txt", "itu.pdf", "kopi/6.txt"]
    with _seen(path, INSIDERS) as seen:
        assert len(seen.files) == 5


def test_a_document_of_other_audiences_is_nowhere(tmp_path: Path) -> None:
    path = _write(tmp_path / "c.sqlite", ("p.txt", MARCH, "personale"), ("6.txt", JUNE, OPEN))
    hidden = understood("p.txt", MARCH).document.id
    for audiences in (PUBLIC, INSIDERS):  # belonging to the closed items opens no document
        with _seen(path, audiences) as seen:
            assert [entry.source for entry in seen.documents()] == ["6.txt"]
            assert [entry.body.name for entry in seen.bodies] == [
                "Kvalitets- og Efteruddannelsesudvalget"
            ]
            assert seen.attendance() == ()
            with pytest.raises(NotInArchive):
                seen.document(hidden)
            holdings = CatalogueHoldings(seen)
            assert holdings.passages([f"{hidden}-00000", f"{hidden}-00004"]) == {}
            assert holdings.entries([hidden]) == {}
            assert holdings.items([(hidden, 0)]) == {}
            assert holdings.section_kinds([(hidden, 0)]) == {}
            assert holdings.passages_at([(hidden, 0, None)]) == {(hidden, 0, None): []}
    with _seen(path, frozenset({"personale"})) as seen:
        assert [entry.source for entry in seen.documents()] == ["p.txt"]
        assert "Bodil" not in seen.document(hidden).text


def test_every_audience_that_something_is_for_is_known(tmp_path: Path, two_meetings: Path) -> None:
    path = _write(tmp_path / "p.sqlite", ("p.txt", MARCH, "personale"))
    known = {}
    for name in (path, two_meetings):
        catalogue = Catalogue(name)
        known[name] = catalogue.audiences()
        catalogue.close()
    assert known == {path: {CLOSED, "personale"}, two_meetings: {CLOSED, OPEN}}


def test_filters_restrict_by_body_period_kind_and_document(two_meetings: Path) -> None:
    with _seen(two_meetings, PUBLIC) as seen:
        (body,) = seen.bodies
        by = {
            "body": Filter(bodies=frozenset({body.key})),
            "nobody": Filter(bodies=frozenset({"su"})),
            "since": Filter(since=date(2020, 6, 1)),
            "until": Filter(until=date(2020, 3, 11)),
            "kind": Filter(kinds=frozenset({DocumentKind.AGENDA})),
            "case": Filter(case_numbers=frozenset({"12-34"})),
        }
        found = {name: [e.source for e in seen.documents(wanted)] for name, wanted in by.items()}
    assert found == {
        "body": ["6.txt", "maj/3.txt"],
        "nobody": [],
        "since": ["6.txt"],
        "until": ["maj/3.txt"],
        "kind": [],
        "case": ["maj/3.txt"],
    }


def test_a_filter_lets_through_the_passages_of_the_case_only(two_meetings: Path) -> None:
    with _seen(two_meetings, PUBLIC) as seen:
        holdings = CatalogueHoldings(seen)
        ids = holdings.allowed(Filter(case_numbers=frozenset({"12-34"})))
        assert ids is not None
        assert [p.text for p in holdings.passages(ids).values()] == [
            "Sag 12-34",
            "Indstilling: at ordningen fortsætter i to år",
            "Beslutning: Indstillingen blev godkendt",
        ]
        assert holdings.allowed(Filter()) is None


def test_both_names_of_a_body_are_one_entry_with_its_meetings(two_meetings: Path) -> None:
    with _seen(two_meetings, PUBLIC) as seen:
        (entry,) = seen.bodies
        keys = {entry.body_key for entry in seen.documents()}
    assert entry.body == Body("Kvalitets- og Efteruddannelsesudvalget", "KEU")
    assert entry.meetings == (date(2020, 3, 11), date(2020, 6, 17))
    assert keys == {entry.key} == {"keu"}


def test_what_is_taken_out_is_in_no_byte_of_the_file(two_meetings: Path) -> None:
    one = understood("maj/3.txt", MARCH)
    vector = ToyEmbedder().embed_passages([one.passages[0].embedded_text])[0].tobytes()
    assert vector in two_meetings.read_bytes()
    draft = CatalogueDraft.open(two_meetings)
    assert draft.remove_document(one.document.id)
    draft.finish()
    left = two_meetings.read_bytes()
    assert b"ordningen" not in left
    assert one.document.id.encode() not in left
    assert b"maj/3.txt" not in left
    assert vector not in left
    assert b"Punktet udsat" in left


def test_a_document_that_moves_keeps_its_vectors(two_meetings: Path) -> None:
    before, after = understood("6.txt", JUNE), understood("arkiv/6.txt", JUNE)
    draft = CatalogueDraft.open(two_meetings)
    draft.remove_document(before.document.id)
    draft.put_document(after.document, after.passages)
    assert draft.not_embedded() == []
    draft.close()


def test_vectors_of_another_model_are_dropped(two_meetings: Path) -> None:
    draft = CatalogueDraft.open(two_meetings)
    draft.set_model("toy 2")
    assert len(draft.not_embedded()) == len(understood("x", MARCH).passages) + 2
    draft.close()


def test_a_catalogue_of_another_layout_is_refused_with_what_to_do(tmp_path: Path) -> None:
    import sqlite3

    path = _write(tmp_path / "c.sqlite", ("6.txt", JUNE, OPEN))
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(IndexDamaged, match=r"layout 99.*referent ingest"):
        Catalogue(path)


def test_a_file_that_is_no_catalogue_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    path.write_bytes(b"certainly no database, and long enough to look at" * 100)
    with pytest.raises(IndexDamaged, match="cannot be opened"):
        Catalogue(path)
