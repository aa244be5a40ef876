"""Items told by a word and a number, by their sort, or by a letter before the title."""

import pytest

from index.documents import Document
from ingest.structure import understand
from tests.structure_layouts import decided, marked, numbers_and_titles, outcomes, read

HEAD = "Havneforum\nReferat af mødet den 4. maj 2023\n\nTil stede: Ib Krog, Maja Dam\n\n"


def minutes(*items: str) -> Document:
    return read(HEAD + "\n".join(items))


def test_points_of_several_sorts_are_numbered_together() -> None:
    document = minutes(
        "BESLUTNINGSPUNKT 1: Ny mole",
        "Baggrund. Molen er gammel.",
        "Det indstilles, at molen rives ned.",
        "Beslutning. Godkendt.",
        "DRØFTELSESPUNKT 2 – Bådpladser",
        "Drøftet.",
        "ORIENTERINGSPUNKT 3: Kranen",
        "Kranen er repareret.",
        "Taget til efterretning.",
    )
    assert numbers_and_titles(document) == [("1", "Ny mole"), ("2", "Bådpladser"), ("3", "Kranen")]
    assert outcomes(document) == ["approved", "discussed", "noted"]
    assert decided(document, "1") == ["Godkendt."]


def test_each_sort_of_points_may_have_its_own_numbers() -> None:
    document = minutes(
        "Orienteringspunkt 1: Kranen\nKranen er repareret.",
        "Orienteringspunkt 2: Slæbestedet\nDet er spærret.",
        "Beslutningspunkt 1: Ny mole\nBeslutning: Godkendt.",
        "Beslutningspunkt 2: Nyt skur\nBeslutning: Udsat.",
    )
    assert [title for _, title in numbers_and_titles(document)] == [
        "Orienteringspunkt 1: Kranen",
        "Orienteringspunkt 2: Slæbestedet",
        "Beslutningspunkt 1: Ny mole",
        "Beslutningspunkt 2: Nyt skur",
    ]


@pytest.mark.parametrize("label", ["Sag 3/19", "Ansøgning 21-04", "Sag nr. 4"])
def test_a_case_with_its_number_before_the_title_is_an_item(label: str) -> None:
    following = label[:-1] + str(int(label[-1]) + 1)
    document = minutes(
        f"{label}: Drivhus ved kajen",
        "Naboerne er hørt.",
        "Udvalget vedtog: Drivhuset opføres i juni.",
        f"{following}: Bænke",
        "Bænkene er slidte.",
        "Udvalget vedtog: Udsat til august.",
    )
    assert len(document.items) == 2
    assert document.items[0].title.endswith("Drivhus ved kajen")
    assert "Bænkene" not in document.items[0].span.of(document.text)
    words = [[span.of(document.text) for span in decision.words] for decision in document.decisions]
    assert words == [["Drivhuset opføres i juni."], ["Udsat til august."]]


def test_sorts_without_numbers_head_items_on_a_web_page() -> None:
    text = (
        "# Fælles møde i Havneforum\nDato: 4. maj 2023\nStatus: Godkendt referat\n\n"
        "## Orienteringspunkt: Kranen\n\nKranen er repareret.\n\n#### Konklusion\n\n"
        "Taget til efterretning.\n\n## Beslutningspunkt: Ny mole\n\n#### Konklusion\n\nUdsat.\n\n"
        "## Drøftelsespunkt: Bådpladser\n\nMaja Dam fortalte.\n\n#### Konklusion\n\nDrøftet.\n"
    )
    document = understand(marked(text), source="a/b.html", audience="open")
    assert [item.title for item in document.items] == [
        "Orienteringspunkt: Kranen",
        "Beslutningspunkt: Ny mole",
        "Drøftelsespunkt: Bådpladser",
    ]
    assert outcomes(document) == ["noted", "deferred", "discussed"]


def test_letters_in_order_are_items() -> None:
    document = minutes(
        "a) Skuret ved kajen\n   Skuret er råddent.\n   Beslutning: Skuret rives ned.\n",
        "b) Bådpladser\n   Beslutning: Udsat.\n",
        "c) Kranen\n   Beslutning: Taget til efterretning.\n",
    )
    assert numbers_and_titles(document) == [
        ("a", "Skuret ved kajen"),
        ("b", "Bådpladser"),
        ("c", "Kranen"),
    ]
    assert outcomes(document) == ["unclassified", "deferred", "noted"]


def test_numbers_below_a_letter_are_items_of_its_group() -> None:
    text = (
        "# Havneforum\n\nReferat af mødet den 4. maj 2023\n\n## A. Til orientering\n\n"
        "### A1. Kranen\n\nHavneforum tog orienteringen til efterretning.\n\n### A2. Skuret\n\n"
        "Skuret er lukket.\n\n## B. Til beslutning\n\n### B1. Ny mole\n\n"
        "Udsat. Tegningen mangler.\n\n"
        "## C. Næste møde\n\nNæste møde er den 9. juni 2023.\n"
    )
    document = understand(marked(text), source="a/b.md", audience="open")
    numbers = [number for number, _ in numbers_and_titles(document)]
    assert numbers == ["A", "A1", "A2", "B", "B1", "C"]
    assert decided(document, "B1") == ["Udsat. Tegningen mangler."]


@pytest.mark.parametrize(
    "text",
    [
        # Points of one item.
        "1. Ny mole\nIndstilling\nDet indstilles, at\n\na) Molen rives ned\nsnart\n\nb) Kajen\n"
        "males hvid\n\nc) Skuret bevares\n\nBeslutning\nUdsat.\n\n2. Andet\nBeslutning\nIntet.\n",
        # Names with initials, cases in a text.
        "1. Sager\nSag 3/19: Drivhus\nSag 4/19: Bænke\nBeslutning\nGodkendt.\n\n2. Eventuelt\n"
        "Beslutning\nIntet.\n",
    ],
)
def test_lists_within_an_item_are_none(text: str) -> None:
    assert [number for number, _ in numbers_and_titles(read(HEAD + text))] == ["1", "2"]
