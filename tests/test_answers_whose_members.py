"""Who sits on a body: of the one that is named, and of no other that happens to have met."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on
from tests.member_papers import RESCUE, minutes

PAPERS = {
    "havn.txt": minutes("Havneudvalget", "3. marts 2022", "Lone Dahl"),
    "skole.txt": minutes("Skoleudvalget", "9. april 2022", "Sten Rye"),
    "redning.txt": RESCUE,
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("members"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "text",
    [
        "hvem er med i redningsgruppen?",
        "hvem sidder i arbejdsgruppen for redning?",
        "who sits in the rescue working group",
    ],
)
def test_a_group_is_known_by_what_its_terms_are_called(assistant: Assistant, text: str) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.PEOPLE
    assert "Tove Bang" in reply.text


@pytest.mark.parametrize(
    "text",
    ["hvem er med i spejdergruppen?", "hvem sidder i arbejdsgruppen om spejdere?"],
)
def test_nobody_is_told_of_a_group_that_no_paper_knows(assistant: Assistant, text: str) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.NOT_FOUND
    assert not any(name in reply.text for name in ("Lone Dahl", "Sten Rye", "Tove Bang"))


@pytest.mark.parametrize(
    "text",
    ["hvem sidder i udvalget?", "hvem er formand for udvalget?", "hvem var imod i udvalget?"],
)
def test_of_the_committee_where_there_are_several_it_is_asked_which(
    assistant: Assistant, text: str
) -> None:
    assert ask(assistant, text).asks_back


def test_of_a_committee_that_is_named_those_who_came_are_told(assistant: Assistant) -> None:
    assert "Lone Dahl" in ask(assistant, "hvem er formand for havneudvalget?").text
