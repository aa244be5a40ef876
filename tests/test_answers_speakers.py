"""What somebody said is told from words that name them; else nothing answers."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from tests.asked_papers import ask, assistant_on, quotes

MINUTES = """\
Referat af møde i Patientrådet
den 5. november 2019 kl. 10.00

Til stede: Grethe Ask (forkvinde), Bent Skov
Afbud: Majbritt Toft
Fraværende: Ib Krog ved punkt 2 (inhabil)

1. Parkering for pårørende

Sagsfremstilling
Pårørende betaler 12 kr. i timen for parkering ved hospitalet.

Beslutning
Rådet var enigt om at bede om gratis parkering i de første tre timer. Bent Skov var ikke enig og
mente, at pengene bør bruges på personale.

2. Ny kiosk

Beslutning
Godkendt.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("raad"), {"referat.txt": MINUTES}) as opened:
        yield opened


@pytest.mark.parametrize(
    "question",
    ["Hvad mente Bent Skov om parkering?", "What did Bent Skov think of the parking?"],
)
def test_a_persons_words_are_told_from_what_names_them(assistant: Assistant, question: str) -> None:
    assert quotes(ask(assistant, question))[0].startswith("Bent Skov var ikke enig")


@pytest.mark.parametrize(
    "question",
    ["Hvad sagde Majbritt Toft om parkering?", "What did Majbritt Toft say about the parking?"],
)
def test_who_is_not_named_there_has_said_nothing(assistant: Assistant, question: str) -> None:
    assert not ask(assistant, question).kind.asserts


def test_who_was_not_of_one_mind_was_against_it(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvem var uenig i gratis parkering for pårørende?")
    assert any("Bent Skov var ikke enig" in words for words in quotes(reply))


def test_who_was_away_for_bias_missed_the_item(assistant: Assistant) -> None:
    text = ask(assistant, "Hvem var fraværende ved punktet om kiosken?").text
    assert "Ib Krog: punkt 2" in text
