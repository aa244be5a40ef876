"""How many sit on a body is told by its own papers, and by no number of another thing."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from bot.wording import phrase
from tests.asked_papers import ask, assistant_on, quotes
from tests.member_papers import RESCUE, minutes

PAPERS = {
    "havn.txt": minutes("Havneudvalget", "3. marts 2022", "Lone Dahl"),
    "skole.txt": minutes(
        "Skoleudvalget",
        "9. april 2022",
        "Sten Rye",
        "Elevrådet har ti medlemmer. Skoleudvalget består af syv medlemmer. "
        "Udvalget kan beslutte, når fire medlemmer er der. ",
    ),
    "klub.txt": minutes(
        "Bestyrelsen for Sejlklubben Havn",
        "2. maj 2022",
        "Ulla Krag",
        "Sejlklubben havde 312 medlemmer ved årets slutning. ",
    ),
    "redning.txt": RESCUE,
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("members"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "text",
    [
        "hvor mange medlemmer har skoleudvalget?",
        "hvor mange sidder der i Skoleudvalget",
        "how many members does the school committee have?",
    ],
)
def test_a_number_that_its_papers_give_is_told(assistant: Assistant, text: str) -> None:
    assert quotes(ask(assistant, text)) == ["Skoleudvalget består af syv medlemmer."]


@pytest.mark.parametrize(
    "text",
    ["hvor mange er der i redningsgruppen?", "how many people are in the rescue group?"],
)
def test_a_list_of_members_goes_before_how_many_must_come(assistant: Assistant, text: str) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.PEOPLE
    assert "Aksel Friis" in reply.text
    assert "tre medlemmer" not in reply.text


def test_who_came_is_told_as_that_and_not_counted(assistant: Assistant) -> None:
    reply = ask(assistant, "hvor mange medlemmer har havneudvalget")
    assert reply.text.startswith(phrase("members_uncounted", "da"))
    assert "Lone Dahl" in reply.text
    assert "Sten Rye" not in reply.text
    assert "syv" not in reply.text


@pytest.mark.parametrize(
    "text", ["hvor mange medlemmer har Sejlklubben Havn?", "hvor mange medlemmer har sejlklubben"]
)
def test_those_of_a_club_do_not_sit_on_its_board(assistant: Assistant, text: str) -> None:
    reply = ask(assistant, text)
    assert "312" in reply.text
    assert "Ulla Krag" not in reply.text
