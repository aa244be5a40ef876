"""A meeting that is named by its place among those held: the last, in a year, the first."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.assistant import Assistant
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on


def minutes(day: str, away: str, matter: str) -> str:
    return (
        f"Havneudvalget\nReferat af møde den {day}\n\nTil stede: Lone Dahl (formand)\n"
        f"Afbud: {away}\n\n1. {matter}\nBeslutning\nGodkendt.\n"
    )


MEETINGS = {
    date(2020, 2, 4): ("Ivar Krog", "Kran"),
    date(2021, 3, 2): ("Jens Riis", "Bænke"),
    date(2021, 9, 7): ("Ida Holm", "Stige"),
    date(2022, 5, 3): ("Bo Skov", "Toiletter"),
}
MONTHS = {2: "februar", 3: "marts", 5: "maj", 9: "september"}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    papers = {
        f"{day}.txt": minutes(f"{day.day}. {MONTHS[day.month]} {day.year}", away, matter)
        for day, (away, matter) in MEETINGS.items()
    }
    with assistant_on(tmp_path_factory.mktemp("places"), papers) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("text", "away"),
    [
        ("hvem havde meldt afbud til Havneudvalgets sidste møde i 2021?", "Ida Holm"),
        ("who was absent at the last meeting of Havneudvalget in 2021?", "Ida Holm"),
        ("who was absent at the last meeting of Havneudvalget before 2021?", "Ivar Krog"),
        ("hvem var fraværende på Havneudvalgets seneste møde?", "Bo Skov"),
        ("hvem var fraværende på Havneudvalgets næstsidste møde?", "Ida Holm"),
        ("who was absent at the second last meeting of Havneudvalget?", "Ida Holm"),
        ("hvem var fraværende på Havneudvalgets første møde?", "Ivar Krog"),
        ("who was absent at the first meeting of Havneudvalget in 2021?", "Jens Riis"),
    ],
)
def test_who_was_away_is_told_of_that_meeting(assistant: Assistant, text: str, away: str) -> None:
    reply = ask(assistant, text)
    others = {name for name, _ in MEETINGS.values()} - {away}
    assert away in reply.text
    assert not any(other in reply.text for other in others)


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("hvad besluttede Havneudvalget på sit seneste møde i 2021?", "Stige"),
        ("hvad besluttede Havneudvalget på sit første møde?", "Kran"),
        ("what did Havneudvalget decide at its second last meeting?", "Stige"),
    ],
)
def test_what_was_decided_is_told_of_that_meeting(
    assistant: Assistant, text: str, matter: str
) -> None:
    reply = ask(assistant, text)
    others = {title for _, title in MEETINGS.values()} - {matter}
    assert matter in reply.text
    assert not any(other in reply.text for other in others)


def test_a_year_without_a_meeting_has_no_last_one(assistant: Assistant) -> None:
    reply = ask(assistant, "hvad besluttede Havneudvalget på sit sidste møde i 2019?")
    assert reply.kind is ReplyKind.NOT_IN_ARCHIVE
