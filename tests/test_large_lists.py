"""What keeps a large archive quick finds what going through everything would."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from index.archive import Filter
from index.catalogue import filters
from index.catalogue.holdings import CatalogueHoldings
from index.catalogue.reading import Catalogue
from index.catalogue.seen import SeenCatalogue
from index.catalogue.writing import CatalogueDraft
from index.danish.folding import fold
from index.danish.sentences import sentences
from index.danish.words import folded_words, index_terms
from index.decisions import Outcome
from index.documents import OPEN
from index.passages import Passage
from index.spans import Span
from index.vectors import VectorIndex
from index.vectors import write as write_vectors
from index.words import Analysis, WeightedTerm, WordIndex
from index.words import write as write_words
from tests.small_archive import JUNE, MARCH, understood

ONE, OTHER, THIRD = "0a" * 8, "0a" * 7 + "0b", "f0" * 8
ANALYSIS = Analysis("toy 1", index_terms, folded_words)


def _passages() -> list[Passage]:
    return [
        Passage(document, place, None, 0, Span(0, 9), "Havneudvalget", text, OPEN)
        for document in (ONE, OTHER, THIRD)
        for place, text in enumerate(("Molen skal males.", "Der er frost i molen.", "Intet nyt."))
    ]


@pytest.fixture
def words(tmp_path: Path) -> WordIndex:
    write_words(tmp_path / "words", _passages(), ANALYSIS)
    return WordIndex.open([tmp_path / "words"])


@pytest.mark.parametrize("in_the_query", [0, 5_000])
@pytest.mark.parametrize(
    ("allowed", "found"),
    [
        ([OTHER], {f"{OTHER}-00000", f"{OTHER}-00001"}),
        ([ONE, f"{THIRD}-00001"], {f"{ONE}-00000", f"{ONE}-00001", f"{THIRD}-00001"}),
        (["ff" * 8], set()),
    ],
)
def test_words_are_looked_for_in_whole_documents_and_in_single_passages(
    words: WordIndex,
    monkeypatch: pytest.MonkeyPatch,
    allowed: Sequence[str],
    found: set[str],
    in_the_query: int,
) -> None:
    monkeypatch.setattr("index.words._IDS_IN_QUERY", in_the_query)
    everywhere = dict(words.search([WeightedTerm("mol")], 10))
    hits = dict(words.search([WeightedTerm("mol")], 10, allowed))
    assert set(hits) == found
    assert hits == {id_: everywhere[id_] for id_ in found}


def test_vectors_are_compared_in_whole_documents_and_in_single_passages(tmp_path: Path) -> None:
    ids = [passage.id for passage in _passages()]
    rows = np.random.default_rng(3).normal(size=(len(ids), 4)).astype(np.float32)
    write_vectors(
        tmp_path / "v", [(i, r.tobytes()) for i, r in zip(ids, rows, strict=True)], len(ids), 4
    )
    index = VectorIndex.open([tmp_path / "v"])
    found = index.nearest(rows[0], 9, [THIRD, f"{ONE}-00002", "ff" * 8])
    assert {id_ for id_, _ in found} == {f"{ONE}-00002", *(f"{THIRD}-0000{n}" for n in range(3))}
    assert all(cosine == pytest.approx(rows[ids.index(id_)] @ rows[0]) for id_, cosine in found)
    index.close()


@pytest.fixture
def seen(tmp_path: Path) -> SeenCatalogue:
    draft = CatalogueDraft.create(tmp_path / "c.sqlite")
    draft.set_model("toy 1")
    for source, text in (("b.txt", MARCH), ("a.txt", JUNE), ("c.txt", MARCH)):
        one = understood(source, text)
        draft.put_document(one.document, one.passages)
    draft.finish()
    return SeenCatalogue(Catalogue(tmp_path / "c.sqlite"), frozenset({OPEN}))


def test_a_filter_of_the_search_names_the_documents_it_lets_through(seen: SeenCatalogue) -> None:
    allowed = CatalogueHoldings(seen).allowed(Filter(until=date(2020, 4, 1)))
    ids = [understood(f"{name}.txt", MARCH).document.id for name in "bc"]
    assert allowed == tuple(sorted(ids))


def test_the_newest_items_of_many_documents_are_those_of_the_whole_list(
    seen: SeenCatalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = frozenset(entry.id for entry in seen.documents())
    approved = Filter(documents=every, outcomes=frozenset({Outcome.APPROVED}))
    whole = seen.items(approved)
    assert whole
    monkeypatch.setattr(filters, "_LOOKED_UP", 0)
    for limit in range(1, len(whole) + 1):
        assert seen.items(approved, limit) == whole[:limit]
    assert seen.count_items(approved) == len(whole)
    assert seen.count_items(replace(approved, documents=frozenset({"none"}))) == 0


def test_closed_items_are_listed_newest_first_of_a_body_too(seen: SeenCatalogue) -> None:
    closed = [entry for entry in seen.items() if entry.item.closed]
    (body,) = seen.bodies
    assert closed
    assert list(seen.items(Filter(only_closed=True))) == closed
    assert list(seen.items(Filter(only_closed=True, bodies=frozenset({body.key})))) == closed


def test_sentences_are_the_same_where_only_some_paragraphs_are_cut() -> None:
    text = "Havnen blev uddybet i 2019. Den er dyb.\n\nMolen står.\n\nI 2019 kom der is, jf. bilag."
    assert sentences(text, among=lambda paragraph: "2019" in paragraph) == tuple(
        span for span in sentences(text) if "Molen" not in span.of(text)
    )


def test_folding_takes_marks_off_whatever_else_stands_there() -> None:
    assert fold("Ǿ – Ærø · café • A\u030angstro\u0308m") == "oe - aeroe · cafe • aangstroem"
