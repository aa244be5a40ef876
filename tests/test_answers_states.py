"""A sentence answers whether something is so only where it says so; a thing is not its parts."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on, quotes

PAPERS = {
    "sport/2016-05-02.txt": """\
Referat af møde i Idrætsudvalget den 2. maj 2016 kl. 9.00

Til stede: Gry Holt (formand)

1. Lys på stadion i Nørby

Sagsfremstilling
Klubben ønsker lys på stadion om vinteren.

Indstilling
Forvaltningen indstiller, at lyset sættes op.

Beslutning
Godkendt.

2. Røgfri arbejdstid

Indstilling
Forvaltningen indstiller, at arbejdstiden er røgfri i hallerne.

Beslutning
Tiltrådt. Besøg i borgernes hjem er undtaget.

3. Strategi for hallerne

Indstilling
Forvaltningen indstiller, at strategien godkendes.

Beslutning
Godkendt. Halstrategien gælder i fire år.

4. Springgraven i Sdr. Hal

Sagsfremstilling
Springgraven er lukket om sommeren.

Beslutning
Taget til efterretning.
""",
}


@pytest.fixture(scope="module")
def sports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("states"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question", ["Er stadion i Nørby lukket?", "Is the stadium in Nørby closed?"]
)
def test_a_sentence_that_does_not_say_so_answers_nothing(sports: Assistant, question: str) -> None:
    assert not ask(sports, question).kind.asserts


def test_a_sentence_that_says_so_answers(sports: Assistant) -> None:
    reply = ask(sports, "Er springgraven i Sdr. Hal lukket?")
    assert "Springgraven er lukket om sommeren." in quotes(reply)


def test_parts_of_a_compound_that_stand_apart_are_not_the_thing(sports: Assistant) -> None:
    assert not ask(sports, "Hvad besluttede Idrætsudvalget om hjemmearbejde?").kind.asserts


@pytest.mark.parametrize(
    "question",
    [
        "Hvad besluttede Idrætsudvalget om idrætsstrategien?",
        "Hvad besluttede Idrætsudvalget om halstrategien?",
    ],
)
def test_the_last_part_of_a_compound_may_be_all_that_a_paper_says(
    sports: Assistant, question: str
) -> None:
    reply = ask(sports, question)
    assert reply.kind is ReplyKind.DECISION
    assert "Strategi for hallerne" in reply.text
