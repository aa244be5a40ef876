"""What a source says of some, or of one thing, is not told of all."""

import pytest

from bot.replies import Language
from tests.prose_papers import fault
from tests.structure_layouts import read

FERRY = """\
Referat af møde i Færgeudvalget
den 3. maj 2022

1. Drift af færgen

Sagsfremstilling
Udgifterne til brændstof steg fra 410.000 kr. til 530.000 kr. Halvdelen af pendlerne ønsker \
flere ture. Færgen tager 120 passagerer, heraf 30 med cykel. I maj sejlede 4.100 mod 3.600 i maj \
året før. Natturen sejler som forsøg i sommeren 2022.

Beslutning
Taget til efterretning.
"""
MINUTES = read(FERRY, source="faerge/2022-05-03.txt")
FALSE: list[tuple[Language, str]] = [
    ("da", "Udgifterne steg fra 410.000 kr. til 530.000 kr. [1]."),
    ("da", "Pendlerne ønsker flere ture [1]."),
    ("da", "Færgen tager 120 passagerer og 30 med cykel [1]."),
    ("da", "I maj sejlede 3.600 mod 4.100 i maj året før [1]."),
    ("da", "Natturen sejler i sommeren 2022 [1]."),
    ("en", "The expenditure rose from DKK 410,000 to DKK 530,000 [1]."),
]
TRUE = [
    "Udgifterne til brændstof steg fra 410.000 kr. til 530.000 kr. [1].",
    "Halvdelen af pendlerne ønsker flere ture [1].",
    "Færgen tager 120 passagerer, hvoraf 30 med cykel [1].",
]


@pytest.mark.parametrize(("language", "sentence"), FALSE)
def test_what_is_narrowed_there_is_not_told_at_large(language: Language, sentence: str) -> None:
    assert fault(sentence, ["1"], language, MINUTES) is not None


@pytest.mark.parametrize("sentence", TRUE)
def test_what_is_told_as_narrow_stands(sentence: str) -> None:
    assert fault(sentence, ["1"], "da", MINUTES) is None


LIBRARY = """\
Referat af møde i Biblioteksrådet
den 9. oktober 2023

1. Lånere og bogbus

Sagsfremstilling
Ved nytår havde kommunen 310 lånere på øen, som havde lånt mere end ti bøger. De skoler, der \
ligger langt fra byen, får besøg hver mandag. Rådet råder over 45.000 kr., som dækker brændstof. \
Bogbussen, der er fra 2009, kører 14 ture.

Beslutning
Taget til efterretning.
"""
LENT = read(LIBRARY, source="bibliotek/2023-10-09.txt")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("da", "Ved nytår havde kommunen 310 lånere på øen [1]."),
        ("da", "Skolerne får besøg hver mandag [1]."),
        ("da", "De skoler får besøg hver mandag [1]."),
        ("en", "At New Year the municipality had 310 borrowers on the island [1]."),
    ],
)
def test_what_a_clause_marks_out_is_not_told_without_it(language: Language, sentence: str) -> None:
    assert fault(sentence, ["1"], language, LENT) is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "Ved nytår havde kommunen 310 lånere på øen, som havde lånt mere end ti bøger [1].",
        "Ved nytår havde 310 lånere på øen lånt mere end ti bøger [1].",
        "De skoler, der ligger langt fra byen, får besøg hver mandag [1].",
        "Rådet råder over 45.000 kr. [1].",
        "Bogbussen kører 14 ture [1].",
    ],
)
def test_what_a_clause_only_adds_may_be_left_out(sentence: str) -> None:
    assert fault(sentence, ["1"], "da", LENT) is None
