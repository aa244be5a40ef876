"""The real documents of the workshop, item by item; skipped where they do not lie beside us."""

from datetime import date, time

import pytest

from index.documents import OPEN, Body, Document, DocumentKind
from ingest.reading.extraction import Extraction
from ingest.structure import understand
from tests.structure_layouts import SEEDS, decided, item, outcomes, recommended

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the five real documents are not here")


def seed(start: str) -> Document:
    path = next(SEEDS.glob(f"{start}*.txt"))
    return understand(Extraction(text=path.read_text()), source=path.name, audience=OPEN)


def test_minutes_of_ten_items() -> None:
    document = seed("001")
    assert document.kind is DocumentKind.MINUTES
    assert document.body is not None
    assert document.body.abbreviation == "KEU"
    assert (document.date, document.time) == (date(2018, 12, 6), time(17, 0))
    assert document.place == "Regionshuset Viborg, mødelokale B 4"
    assert [i.number for i in document.items] == [str(n) for n in range(1, 11)]
    assert all(len(i.case_numbers) == 1 for i in document.items)
    assert item(document, "8").case_numbers == ("1-30-72-120-18",)
    assert document.case_numbers == ()
    assert outcomes(document) == [
        "none",
        "none",
        "noted",
        "noted",
        "approved",
        "approved",
        "approved_with_change",
        "approved",
        "noted",
        "noted",
    ]


def test_a_recommendation_inside_the_summary_is_its_own_section() -> None:
    document = seed("001")
    clauses = recommended(document, "8")
    assert len(clauses) == 2
    assert clauses[0].startswith("at Kvalitets- og Efteruddannelsesudvalget tager evalueringerne")
    assert "marts 2019" in clauses[1]
    assert decided(document, "8") == [
        "Orienteringen blev taget til efterretning. Indstillingen blev godkendt."
    ]


def test_attendance_with_organisations_and_apologies() -> None:
    document = seed("001")
    by_presence = [a.presence.value for a in document.attendance]
    assert by_presence.count("apology") == 3
    assert by_presence.count("present") == 22
    assert document.chair is not None


def test_a_page_with_one_deferred_item() -> None:
    document = seed("002")
    assert document.body == Body("Praksisplanudvalget for Almen Praksis")
    assert (document.date, document.time) == (date(2020, 3, 11), time(15, 0))
    assert outcomes(document) == ["deferred"]
    assert item(document, "2").case_numbers == ("12-001557",)
    assert decided(document, "2") == ["Punktet udsat."]
    assert recommended(document, "2") == ["udvalget tager orienteringen til efterretning."]
    assert [(a.presence.value, a.item) for a in document.attendance] == [("absent", 0)] * 2
    assert document.sections[-1].body.of(document.text).endswith("KAP-S")


@pytest.mark.parametrize(
    ("start", "kind", "day", "case_numbers"),
    [
        ("000", DocumentKind.MEMO, date(2021, 7, 8), ("1-01-72-9-18",)),
        ("003", DocumentKind.STRATEGY, date(2019, 2, 26), ("1-01-72-9-18",)),
        ("004", DocumentKind.TERMS, None, ()),
    ],
)
def test_papers_without_an_agenda(
    start: str, kind: DocumentKind, day: date | None, case_numbers: tuple[str, ...]
) -> None:
    document = seed(start)
    assert (document.kind, document.date, document.case_numbers) == (kind, day, case_numbers)
    assert document.items == ()
    assert len([s for s in document.sections if s.heading]) >= 8
