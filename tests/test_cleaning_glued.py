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


def test_letters_that_were_read_in_a_code_page_of_dos() -> None:
    words = "Færgeudvalget på Ærø"
    for page in ("cp852", "cp850"):
        garbled = words.encode("utf-8").decode(page)
        assert (
            _text(f"{garbled} holdt sit møde den 4. maj.") == f"{words} holdt sit møde den 4. maj."
        )
    assert _text("Træet:\n├── molen og kajen\n") == "Træet:\n├── molen og kajen"


def test_the_first_heading_is_parted_from_the_list_of_contents() -> None:
    page = "PUNKTER\n\n1. Ny fendervæg\n2. Priser for is\n3. Eventuelt1. Ny fendervæg\n\n"
    page += "Væggen er klar.\n"
    page += "\n2. Priser for is\n\nIsen koster det samme.\n\n3. Eventuelt\n\nIntet.\n"
    assert "3. Eventuelt\n\n1. Ny fendervæg\n\nVæggen er klar." in _text(page)
