"""A name that only closed text knows is as unknown as a made-up one: no other matter is told."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from tests.asked_papers import ask, assistant_on

PAPERS = {
    "havn/2022-03-02.txt": """\
Referat af møde i Havneudvalget (HAU)
den 2. marts 2022 kl. 9.00
Godkendt referat

Til stede: Ib Krog (formand), Maja Dam, Per Juhl

1. Overblik over pladser ved Kærvig Bådelaug

Sagsfremstilling
Kærvig Bådelaug har 40 pladser. Rederiet Solvang har 12.

Beslutning
Taget til efterretning. Per Juhl stemte imod.

2. Lukket punkt: Personsag

Rederiet Tangmose får ikke flere pladser. Viggo Stærk advares.
""",
}
QUESTIONS = [
    "Hvad blev besluttet om {}?",
    "What was decided on {}?",
    "Hvad besluttede HAU om {}?",
    "Hvornår blev {} behandlet?",
    "What happened with {}?",
    "Hvem stemte imod {}?",
    "Who voted against {}?",
    "Hvordan er sagen om {} forløbet?",
]


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("names"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize(
    "name", ["Rederiet Tangmose", "Viggo Stærk", "Tangmose", "Solvang Stærk", "Rederiet Ravnhede"]
)
def test_nothing_is_found_of_it(harbour: Assistant, question: str, name: str) -> None:
    assert not ask(harbour, question.format(name)).kind.asserts


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_name_that_stands_in_open_text_is_found(harbour: Assistant, question: str) -> None:
    assert ask(harbour, question.format("Kærvig Bådelaug")).kind.asserts
