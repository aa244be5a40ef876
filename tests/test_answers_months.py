"""A figure of one month is none of another."""

from collections.abc import Iterator

import pytest

from bot.answers.sentences.timing import is_of_another_month
from bot.assistant import Assistant
from tests.asked_papers import ask, assistant_on

MARCH = """\
Referat af møde i Rideudvalget (RIU)
den 9. marts 2021 kl. 16.00
Godkendt referat

1. Ridetimer på Engskolen

Sagsfremstilling
Stalden på Engskolen havde 41 ridetimer i februar, og det er flere end ventet.

Beslutning
Taget til efterretning.
"""
SEPTEMBER = """\
Referat af møde i Rideudvalget (RIU)
den 7. september 2021 kl. 16.00
Godkendt referat

1. Tal for ridetimer

Sagsfremstilling
Engskolen havde 18 ridetimer i august.

Beslutning
Taget til efterretning.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    papers = {"3.txt": MARCH, "9.txt": SEPTEMBER}
    with assistant_on(tmp_path_factory.mktemp("months"), papers) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("text", "figure", "other"),
    [
        ("Hvor mange ridetimer havde Engskolen i august 2021?", "18 ridetimer", "41 ridetimer"),
        ("Hvor mange ridetimer havde Engskolen i februar 2021?", "41 ridetimer", "18 ridetimer"),
    ],
)
def test_a_figure_is_of_the_month_that_is_asked(
    assistant: Assistant, text: str, figure: str, other: str
) -> None:
    told = ask(assistant, text).text
    assert figure in told
    assert other not in told


def test_a_sentence_without_a_month_is_of_that_of_its_paragraph() -> None:
    assert is_of_another_month(8, "På Strandskolen var det 3.", "Der var 18 timer i februar. ")
    assert not is_of_another_month(8, "På Strandskolen var det 3.", "Der var 18 timer i august. ")


@pytest.mark.parametrize(
    ("words", "of_another"),
    [
        ("Der var 18 timer i februar.", True),
        ("Der var 18 timer i februar og 20 i august.", False),
        ("Fra 1. juli er prisen 20 kr.", False),
        ("There were 18 hours in February 2021.", True),
        ("Der var 18 timer.", False),
    ],
)
def test_what_is_told_of_a_month_is_of_no_other(words: str, of_another: bool) -> None:
    assert is_of_another_month(8, words) is of_another
