"""On what notice an agreement ends, or goes on: by its own words, not by its supplement's."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from tests.asked_papers import ask, assistant_on, quotes
from tests.test_conversation import talk

MOWING = """\
Aftale om slåning af digerne

Aftalen er indgået den 2. februar 2022.

§ 7 Løbetid
Aftalen gælder fra 1. marts 2022 til 28. februar 2025. Kommunen kan forlænge den med ét år.
Den kan af hver part opsiges med seks måneders varsel.
"""
SUPPLEMENT = """\
Tillæg til aftale om slåning af digerne

Underskrevet den 3. marts 2023

Tillægget til aftalen om slåning af digerne kan opsiges særskilt med to måneders varsel.
"""
FORMER = """\
Aftale om rensning af grøfter

Aftalen er indgået den 2. februar 2014.

§ 7 Løbetid
Aftalen gælder fra 1. marts 2014 til 28. februar 2017. Den kan opsiges med tre måneders varsel.
"""
PAPERS = {"slaaning.txt": MOWING, "tillaeg.txt": SUPPLEMENT, "groefter.txt": FORMER}
NOTICE = "Den kan af hver part opsiges med seks måneders varsel."


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("notice"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question",
    [
        "kan aftalen om slåning af digerne opsiges?",
        "hvad er opsigelsesvarslet i aftalen om slåning af digerne?",
        "med hvilket varsel kan aftalen om slåning af digerne opsiges?",
    ],
)
def test_the_notice_is_that_of_the_agreement(assistant: Assistant, question: str) -> None:
    assert quotes(ask(assistant, question)) == [NOTICE]


def test_whether_it_may_go_on_is_asked_too(assistant: Assistant) -> None:
    (quote,) = quotes(ask(assistant, "kan aftalen om slåning af digerne forlænges?"))
    assert quote == "Kommunen kan forlænge den med ét år."


def test_its_end_is_told_where_that_is_asked_as_well(assistant: Assistant) -> None:
    told = quotes(
        ask(assistant, "hvornår udløber aftalen om slåning af digerne, og kan den forlænges?")
    )
    assert "til 28. februar 2025" in told[0]
    assert "forlænge den med ét år" in told[-1]


def test_of_one_that_is_over_that_is_said_first(assistant: Assistant) -> None:
    reply = ask(assistant, "kan aftalen om rensning af grøfter opsiges?")
    assert "28. februar 2017" in reply.text.splitlines()[0]
    assert quotes(reply)[-1] == "Den kan opsiges med tre måneders varsel."


@pytest.mark.parametrize(
    ("said", "end"),
    [
        (("hvornår udløber aftalen om slåning af digerne?",), "28. februar 2025"),
        (
            (
                "hvornår udløber aftalen om rensning af grøfter?",
                "og aftalen om slåning af digerne?",
            ),
            "28. februar 2025",
        ),
        (
            (
                "hvornår udløber aftalen om slåning af digerne?",
                "hvad med aftalen om rensning af grøfter?",
            ),
            "28. februar 2017",
        ),
    ],
)
def test_another_agreement_is_asked_the_same(
    assistant: Assistant, said: tuple[str, ...], end: str
) -> None:
    assert end in quotes(talk(assistant, *said)[-1])[0]


def test_another_agreement_is_asked_whether_it_may_be_ended(assistant: Assistant) -> None:
    asked = ("hvornår udløber aftalen om rensning af grøfter?", "kan den opsiges?")
    told = talk(assistant, *asked, "og aftalen om slåning af digerne?")
    assert quotes(told[-1]) == [NOTICE]
