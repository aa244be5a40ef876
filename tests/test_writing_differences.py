"""By how much something differs is no amount of its own."""

import pytest

from bot.replies import Language
from tests.prose_papers import fault
from tests.structure_layouts import read

PIER = """\
Referat af møde i Havneudvalget
den 5. april 2022

1. Drift af molen

Sagsfremstilling
Driften koster 2.310.000 kr. årligt, hvilket er 140.000 kr. lavere end i dag. Der kom 18.300 \
gæster, 450 flere end i 2020. Sager om sten forelægges for byrådet.

Beslutning
Taget til efterretning.
"""
MINUTES = read(PIER, source="havn/2022-04-05.txt")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("da", "Driften koster 140.000 kr. årligt [1]."),
        ("da", "Der kom 450 gæster [1]."),
        ("en", "The operation costs DKK 140,000 a year [1]."),
        ("da", "Forelægges for byrådet [1]."),
    ],
)
def test_a_difference_is_no_amount(language: Language, sentence: str) -> None:
    assert fault(sentence, ["1"], language, MINUTES) is not None


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("da", "Driften koster 2.310.000 kr. årligt [1]."),
        ("da", "Der kom 18.300 gæster, 450 flere end i 2020 [1]."),
        ("da", "Der kom 18.300 gæster [1]."),
        ("da", "Sager om sten forelægges for byrådet [1]."),
    ],
)
def test_told_as_a_difference_it_stands(language: Language, sentence: str) -> None:
    assert fault(sentence, ["1"], language, MINUTES) is None
