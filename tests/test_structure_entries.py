"""Case numbers that stand in the text of an item."""

import pytest

from tests.structure_layouts import item, read

HEAD = "Referat fra møde i Havnenævnet den 3. juni 2024\n\n"
TAIL = "\n\nBeslutning\n\nGodkendt.\n\n2. Kajen\n\nBeslutning\n\nUdsat.\n"


def numbers(text: str) -> tuple[str, ...]:
    return item(read(f"{HEAD}1. Molen\n\n{text}{TAIL}"), "1").case_numbers


@pytest.mark.parametrize(
    "text",
    [
        "Resumé\n\nSagsnr. 24/1530. Siden 2022 er molen blevet ældre.",
        "Resumé\n\nSagsnr. 24/1530\n\nSiden 2022 er molen blevet ældre.",
        "Resumé: Sagsnr. 24/1530. Siden 2022 er molen blevet ældre.",
        "Baggrund\n\n(Sagsnr.: 24/1530) Siden 2022 er molen blevet ældre.",
        "Indstilling\n\nDet indstilles, at den males.\n\nSagsfremstilling\n\nJ.nr. 24/1530. Slidt.",
    ],
)
def test_a_number_that_opens_a_part_is_the_item_s(text: str) -> None:
    assert numbers(text) == ("24/1530",)


@pytest.mark.parametrize(
    "text",
    [
        "Resumé\n\nSagsnr. 24/1530 blev udsat i maj.",
        "Resumé\n\nMolen er slidt. Se sagsnr. 24/1530. Den er fra maj.",
        "Bilag\n\nSagsnr. 24/1530 - kort over molen",
    ],
)
def test_a_number_that_a_text_speaks_of_is_not(text: str) -> None:
    assert numbers(text) == ()


def test_a_number_beside_the_heading_goes_before_one_in_the_text() -> None:
    text = "Sagsnr. 24/17\n\nResumé\n\nSagsnr. 24/1530. Siden 2022 er molen blevet ældre."
    assert numbers(text) == ("24/17",)
