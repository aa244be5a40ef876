"""The meetings that a person came to or missed are told from the minutes of each."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on


def minutes(body: str, day: str, head: str) -> str:
    items = "1. Budget\n\nBeslutning\nGodkendt.\n"
    return f"Referat af møde i {body}\nden {day} kl. 13.00\n\n{head}\n\n{items}"


PAPERS = {
    "jan.txt": minutes(
        "Parkudvalget, Nordby Kommune",
        "12. januar 2022",
        "Til stede: Ib Krog (formand), Maja Dam\nAfbud: Bo Friis",
    ),
    "mar.txt": minutes(
        "Parkudvalget, Nordby Kommune",
        "9. marts 2022",
        "Til stede: Ib Krog (formand), Maja Dam, Bo Friis",
    ),
    "maj.txt": minutes(
        "Parkudvalget, Nordby Kommune",
        "11. maj 2022",
        "Til stede: Ib Krog (formand), Bo Friis (fra kl. 14.00)\nFraværende: Maja Dam",
    ),
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("person"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("text", "days", "others"),
    [
        ("Hvilke møder har Bo Friis meldt afbud til?", ["12. januar", "11. maj"], ["9. marts"]),
        ("Hvilke møder var Maja Dam ikke med til?", ["11. maj"], ["12. januar", "9. marts"]),
        ("Which meetings did Bo Friis miss?", ["12 January", "11 May"], ["9 March"]),
        ("Hvilke møder deltog Bo Friis i?", ["9. marts", "11. maj"], ["12. januar"]),
        ("Which meetings did Maja Dam attend?", ["12 January", "9 March"], ["11 May"]),
    ],
)
def test_the_meetings_of_a_person_are_those_of_the_minutes(
    assistant: Assistant, text: str, days: list[str], others: list[str]
) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.LIST
    assert [day for day in [*days, *others] if day in reply.text] == days


def test_somebody_who_missed_none_is_told_so(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvilke møder har Ib Krog været fraværende fra?")
    assert reply.kind is ReplyKind.NOT_FOUND
    assert "helt eller delvist: 0" in reply.text


def test_the_chair_of_the_committee_of_another_place_is_not_told(assistant: Assistant) -> None:
    own = ask(assistant, "Hvem er formand for Parkudvalget i Nordby Kommune?")
    assert "Ib Krog" in own.text
    other = ask(assistant, "Hvem er formand for Parkudvalget i Sydby?")
    assert "Ib Krog" not in other.text
    assert not other.kind.asserts
