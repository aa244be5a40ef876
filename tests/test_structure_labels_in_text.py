"""Decisions told by a label within a paragraph, and by a formula on a line of its own."""

import pytest

from tests.structure_layouts import decided, outcomes, read

HEAD = "Havneforum\nReferat af bestyrelsesmøde den 4. maj 2023\n\nTil stede: Ib Krog, Maja Dam\n\n"


@pytest.mark.parametrize(
    "said",
    [
        "Beslutning: Der købes to lamper. De sættes op. Ib Krog henter dem. Prisen er kendt.",
        "Bestyrelsens beslutning: Skuret sælges for 400 kr. Køber henter det selv.",
        "Konklusion: Lamperne slukkes kl. 23.",
        "Udvalget vedtog: Lamperne slukkes kl. 23.",
    ],
)
def test_a_label_in_a_paragraph_opens_the_decision(said: str) -> None:
    document = read(f"{HEAD}1. Lamper\nMaja Dam fortalte om kajen. {said}\n\n2. Andet\nIntet.\n")
    assert decided(document, "1") == [said]


def test_a_label_behind_another_meeting_tells_of_that() -> None:
    text = (
        "Teknisk Udvalg den 3. marts 2023. Beslutning: Lamper ønskes. Det er sent. Ib er ude."
        " Solen er nede."
    )
    document = read(f"{HEAD}1. Lamper\nMaja Dam fortalte. {text}\n\n2. Andet\nIntet.\n")
    assert decided(document, "1") == []


def test_a_formula_on_its_own_line_answers_without_an_empty_line() -> None:
    document = read(
        f"{HEAD}1. Kran\nTallene er 12 og 14.\nTaget til efterretning. Ib Krog skriver et brev.\n"
        "\n2. Skur\nMaja Dam fortalte.\n\nTil efterretning.\n"
    )
    assert outcomes(document) == ["noted", "noted"]
    assert decided(document, "1") == ["Taget til efterretning. Ib Krog skriver et brev."]
