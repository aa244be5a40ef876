from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from index.catalogue.rates import seen_agreements, seen_rates
from index.catalogue.reading import Catalogue
from index.catalogue.seen import SeenCatalogue
from index.catalogue.writing import CatalogueDraft
from index.documents import CLOSED, OPEN, Document
from index.rates.rate import Agreement, Rate, Validity
from index.spans import Span
from tests.small_archive import JUNE, MARCH, understood
from tests.test_rate_values import rate


def at(document: Document, words: str) -> Rate:
    start = document.text.index(words)
    span = Span(start, start + len(words))
    return replace(rate(), name=words, span=span, figure=span)


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    draft = CatalogueDraft.create(tmp_path / "c.sqlite")
    draft.set_model("toy 1")
    march = understood("3.txt", MARCH).document
    staff = understood("i.txt", JUNE, "personale").document
    runs = Agreement("OK20", Validity(date(2020, 1, 1)), Span(0, 5))
    draft.put_document(march, (), [at(march, "to år"), at(march, "fra maj")], [runs])
    draft.put_document(staff, (), [at(staff, "Klynger")])
    draft.finish()
    return tmp_path / "c.sqlite"


@pytest.mark.parametrize(
    ("audiences", "names"),
    [
        ({OPEN}, ["to år"]),
        ({OPEN, CLOSED}, ["to år", "fra maj"]),
        ({OPEN, "personale"}, ["Klynger", "to år"]),
    ],
)
def test_a_rate_is_seen_by_those_who_may_see_its_words(
    catalogue: Path, audiences: set[str], names: list[str]
) -> None:
    opened = Catalogue(catalogue)
    seen = SeenCatalogue(opened, frozenset(audiences))
    assert [entry.rate.name for entry in seen_rates(seen)] == names
    assert [entry.agreement.name for entry in seen_agreements(seen)] == ["OK20"]
    opened.close()


def test_rates_leave_with_their_document(catalogue: Path) -> None:
    draft = CatalogueDraft.open(catalogue)
    draft.remove_document(understood("3.txt", MARCH).document.id)
    draft.finish()
    opened = Catalogue(catalogue)
    seen = SeenCatalogue(opened, frozenset({OPEN, CLOSED}))
    assert seen_rates(seen) == ()
    assert seen_agreements(seen) == ()
    opened.close()
