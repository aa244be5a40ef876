"""Tables below a decision: figures and lists of who follows up are none of its words."""

from index.documents import OPEN, Document
from index.spans import Span
from ingest.reading.extraction import Extraction
from ingest.structure import understand
from tests.structure_layouts import decided

HEAD = "Havneforum\nReferat af mødet den 4. maj 2023\n\n1. Kranen\nBeslutning\n"
END = "\n2. Skuret\nBeslutning\nUdsat.\n"


def tabled(above: str, rows: list[str], below: str = "") -> Document:
    """Return minutes with a table in the decision on their first item."""
    text = f"{HEAD}{above}\n\n"
    spans = []
    for row in rows:
        spans.append(Span(len(text), len(text) + len(row)))
        text += row + "\n"
    text += below + END
    extraction = Extraction(text=text, table_rows=tuple(spans))
    return understand(extraction, source="a/b.docx", audience=OPEN)


FIGURES = ["Plads: Nordmolen · 2021: 14", "Plads: Sydmolen · 2021: 9"]


def test_figures_below_a_decision_are_none_of_it() -> None:
    document = tabled("Kranen repareres. Frist: 1. juni 2023.", FIGURES)
    assert decided(document, "1") == ["Kranen repareres. Frist: 1. juni 2023."]


def test_a_decision_goes_on_behind_figures() -> None:
    document = tabled("Kranen repareres.", FIGURES, "\nIb Krog stemte imod.\n")
    assert decided(document, "1") == ["Kranen repareres.", "Ib Krog stemte imod."]


def test_a_table_that_is_led_in_is_decided() -> None:
    document = tabled("Pladserne fordeles således:", FIGURES)
    assert decided(document, "1")[-1].startswith("Pla")
    assert "Sydmolen" in "\n".join(decided(document, "1"))


def test_a_table_of_a_vote_is_a_part_of_the_decision() -> None:
    votes = ["Stemte for: Ib Krog · Stemte imod: Maja Dam"]
    assert "Maja Dam" in "\n".join(decided(tabled("Kranen repareres.", votes), "1"))


def test_a_decision_may_be_nothing_but_a_table() -> None:
    document = tabled("", FIGURES)
    assert "Nordmolen" in "\n".join(decided(document, "1"))
