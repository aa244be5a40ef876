"""A sentence of a model's keeps its doer, and says of one only what is said of it."""

import pytest

from bot.replies import Language
from tests.prose_papers import fault
from tests.structure_layouts import read

FOREST = """\
Referat af møde i Skovudvalget
den 5. april 2022

1. Skovbørnehaven i Ravnholt

Sagsfremstilling
Skovbørnehaver har åbent fra klokken 7. En skovbørnehave tager højst 24 børn. Alle \
skovbørnehaver får nye telte. Birkerud Kommune stiller en hytte til rådighed. Foreningen Løvtag \
driver et værksted.

Beslutning
Taget til efterretning.
"""
MINUTES = read(FOREST, source="skov/2022-04-05.txt")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("da", "I Birkerud Kommune stiller en hytte til rådighed [1]."),
        ("da", "I Birkerud stiller en hytte til rådighed [1]."),
        ("da", "Hos Foreningen Løvtag driver et værksted [1]."),
        ("da", "Der stiller en hytte til rådighed [1]."),
        ("da", "Stiller en hytte til rådighed [1]."),
        ("en", "In Birkerud Kommune provides a cabin [1]."),
    ],
)
def test_what_nobody_does_any_more_falls(language: Language, sentence: str) -> None:
    assert fault(sentence, ["1"], language, MINUTES) is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "Skovbørnehaven i Ravnholt har åbent fra klokken 7 [1].",
        "Skovbørnehaven i Ravnholt tager højst 24 børn [1].",
        "Skovbørnehaven i Ravnholt får nye telte [1].",
        "Skovudvalget får nye telte [1].",
        "Udvalget har åbent fra klokken 7 [1].",
    ],
)
def test_what_holds_of_any_of_a_sort_is_told_of_no_other_one(sentence: str) -> None:
    assert fault(sentence, ["1"], "da", MINUTES) is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "Birkerud Kommune stiller en hytte til rådighed [1].",
        "I Birkerud stiller kommunen en hytte til rådighed [1].",
        "Foreningen Løvtag driver et værksted [1].",
        "Alle skovbørnehaver får nye telte [1].",
        "Skovbørnehaver har åbent fra klokken 7 [1].",
    ],
)
def test_what_keeps_its_doer_stands(sentence: str) -> None:
    assert fault(sentence, ["1"], "da", MINUTES) is None
