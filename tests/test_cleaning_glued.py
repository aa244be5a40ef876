"""Cells and headings that were glued together when the tags of a page were stripped."""

from ingest.cleaning.clean import clean
from ingest.reading.extraction import Extraction
from ingest.structure import understand
from tests.structure_layouts import numbers_and_titles

PAGE = """Referat 4.5.1999

Emne:Referat af møde i havneforum
Tid:4. maj 1999
Sted:Havnehuset, Molen 2
Deltagere:Ib Krog, Maja Dam og havnefoged Eva Skov
Afbud:Bo Lund

1. Godkendelse af referat fra 2. februar 1999Ingen bemærkninger til referatet.
2. Ny fendervægForummet drøftede prisen på væggen i BådCentret.
3. EventueltDer var intet til eventuelt.
"""


def _text(words: str) -> str:
    return clean(Extraction(text=words)).text


def test_a_label_is_parted_from_its_cell() -> None:
    paper = understand(clean(Extraction(text=PAGE)), source="havn/a.txt", audience="open")
    assert "Deltagere: Ib Krog" in paper.text
    assert {(a.name, a.presence.value) for a in paper.attendance} == {
        ("Ib Krog", "present"),
        ("Maja Dam", "present"),
        ("Eva Skov", "present"),
        ("Bo Lund", "apology"),
    }


def test_a_heading_is_parted_from_its_text() -> None:
    paper = understand(clean(Extraction(text=PAGE)), source="havn/a.txt", audience="open")
    assert numbers_and_titles(paper) == [
        ("1", "Godkendelse af referat fra 2. februar 1999"),
        ("2", "Ny fendervæg"),
        ("3", "Eventuelt"),
    ]
    assert "BådCentret" in paper.text


def test_a_capital_within_the_name_of_a_thing_parts_nothing() -> None:
    text = "1. Status for BådCentret i havnen.\n2. Ny fendervæg.\n3. Eventuelt."
    assert _text(text) == text


def test_hours_and_addresses_stay_whole() -> None:
    text = "Mødet begynder Kl:12\nSe https://havn.example/Molen for mere om havnens planer."
    assert _text(text) == text
