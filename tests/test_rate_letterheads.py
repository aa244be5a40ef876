"""A rate of the place that its paper's letterhead names is told, of another place it is not."""

from collections.abc import Iterator

import pytest

from bot.answers.finding.letterheads import letterhead
from bot.assistant import Assistant
from bot.replies import ReplyKind
from index.documents import OPEN
from ingest.reading.extraction import Extraction
from ingest.structure import understand
from tests.asked_papers import ask, assistant_on, quotes

TENNIS = """\
Grønager Tennisklub

Priser

Gæstebane: 120 kr. pr. time
Leje af ketsjer: 35 kr. pr. dag
"""
HALL = """\
Solbjerg Forsamlingshus

Priser

Leje af salen: 2.400 kr. pr. døgn
"""
PAPERS = {"tennis.txt": TENNIS, "hus.txt": HALL}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("letterheads"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hvad koster en gæstebane i Grønager?", "120 kr. pr. time"),
        ("Hvad koster leje af ketsjer i Grønager Tennisklub?", "35 kr. pr. dag"),
        ("What does leje af ketsjer cost in Grønager?", "35 kr. pr. dag"),
        ("Hvad koster leje af salen i Solbjerg?", "2.400 kr. pr. døgn"),
    ],
)
def test_a_rate_is_told_of_the_place_that_its_letterhead_names(
    assistant: Assistant, text: str, told: str
) -> None:
    reply = ask(assistant, text)
    assert told in reply.text
    assert any(told in quote for quote in quotes(reply))


@pytest.mark.parametrize(
    "text",
    [
        "Hvad koster en gæstebane i Solbjerg?",
        "Hvad koster leje af ketsjer i Ravnkilde?",
        "What does leje af salen cost in Ravnkilde?",
    ],
)
def test_a_rate_of_another_place_is_not_told_of_it(assistant: Assistant, text: str) -> None:
    assert ask(assistant, text).kind is ReplyKind.NOT_FOUND


def test_what_one_place_lets_out_is_not_told_of_another_that_lets_out_other_things(
    assistant: Assistant,
) -> None:
    reply = ask(assistant, "Hvad koster leje af salen i Grønager?")
    assert reply.kind is not ReplyKind.RATE
    assert "2.400 kr." not in reply.text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Grønager Tennisklub\n\nPriser\n\nBane: 120 kr.\n", "Grønager Tennisklub\nPriser"),
        (
            "# Grønager Tennisklub\nBaneudvalget\nMøde den 3. maj\n",
            "Grønager Tennisklub\nBaneudvalget",
        ),
        ("Dato: 3. maj 2019\nGrønager Tennisklub\n", ""),
        ("Klubben fik i aftes besøg af " + "mange glade gæster " * 9 + "\nGrønager\n", ""),
        ("A\nB\nC\nD\nE\nF\n", "A\nB\nC\nD\nE"),
    ],
)
def test_a_letterhead_is_the_lines_above_all_else(text: str, told: str) -> None:
    assert letterhead(understand(Extraction(text), source="a.txt", audience=OPEN)) == told
