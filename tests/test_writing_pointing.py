"""A word for a figure speaks of the figure of its sentence, and is no other one's subject."""

import pytest

from bot.replies import Language
from tests.prose_papers import fault
from tests.structure_layouts import read

HUTS = """\
Referat af møde i Skovudvalget
den 5. april 2022

1. Status for hytter og ture

Resume
Udvalget får to gange om året en status. Denne gang indgår også udbyttet af prøven med nattur.

Sagsfremstilling
I alt 78 hytter deltager i ordningen. Beløbet omfatter også telte i Ravn. Til taget afsættes \
40.000 kr. i 2022.

Beslutning
Taget til efterretning.
"""
MINUTES = read(HUTS, source="skov/2022-04-05.txt")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("da", "Beløbet omfatter også udbyttet af prøven med nattur [1]."),
        ("da", "Tallet omfatter også udbyttet af prøven med nattur [1]."),
        ("en", "The figure also includes the yield of the trial of night trips [1]."),
    ],
)
def test_a_figure_that_is_not_there_is_no_subject(language: Language, sentence: str) -> None:
    assert fault(sentence, ["1"], language, MINUTES) is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "Beløbet omfatter også telte i Ravn [1].",
        "Beløbet til taget er 40.000 kr. i 2022 [1].",
        "Tallet er 78 hytter i ordningen [1].",
    ],
)
def test_one_that_is_there_may_be(sentence: str) -> None:
    assert fault(sentence, ["1"], "da", MINUTES) is None
