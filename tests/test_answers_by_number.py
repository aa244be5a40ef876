"""What a decision names by number, an amount that a question names, and the years of a plan."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on

ON = date(2032, 3, 1)
PAPERS = {
    "havn/2031-05-04.txt": """\
Referat
Møde i Havnerådet den 4. maj 2031
Til stede: Ib Krog

1. Havnens pulje 2031
Sagsfremstilling
Der er søgt om 9 mio. kr. fra puljen.
Indstilling
Det indstilles, at
1. Projekt Landstrøm tildeles 400.000 kr.
2. Projekt Redningsvest tildeles 300.000 kr.
3. Projekt Fiskekasse tildeles 200.000 kr.
Beslutning
Punkt 1 og 2 blev godkendt. Punkt 3 blev ikke godkendt.

2. Honorar til dykkere
Indstilling
at timehonoraret hæves til 915 kr.
Beslutning
Rådet kunne ikke blive enigt. Honoraret på 880 kr. gælder fortsat.

3. Høring om Kystplan 2031-2034
Sagsfremstilling
Planen nævner også takster for bådpladser.
Beslutning
Planen godkendes.
""",
    "lods/2030-06-04.txt": """\
Referat
Møde i Lodsudvalget den 4. juni 2030
Til stede: Eva Lund

1. Timehonorar til lodser
Indstilling
at timehonoraret hæves til 660 kr. fra 1. august 2030
Beslutning
Godkendt.

2. Takster for bådpladser
Indstilling
at taksten for en bådplads er 90 kr. pr. uge i 2031
Beslutning
Godkendt.
""",
}


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("numbers"), PAPERS) as assistant:
        yield assistant


def test_what_is_named_by_number_is_told(papers: Assistant) -> None:
    told = ask(papers, "Hvilke projekter fik penge af havnens pulje?", ON).text
    assert "Punkt 1 og 2 blev godkendt" in told
    assert "Landstrøm" in told
    assert "Redningsvest" in told


def test_a_question_that_names_an_amount_is_of_the_item_that_prints_it(papers: Assistant) -> None:
    told = ask(papers, "Blev timehonoraret hævet til 915 kr.?", ON)
    assert "880 kr. gælder fortsat" in told.text
    assert "660" not in told.text


def test_the_years_of_a_plan_are_not_the_year_asked_about(papers: Assistant) -> None:
    reply = ask(papers, "Which rate for boat places was approved for 2034?", ON)
    assert reply.kind is not ReplyKind.DECISION
