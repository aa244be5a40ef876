"""When something starts: "from 1 May" says it without the word."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.questions.wanted import asking_words
from tests.asked_papers import ask, assistant_on, quotes

PAPERS = {
    "havn.txt": """\
Havneudvalget
Referat af møde den 3. marts 2022

Deltagere: Lone Dahl (formand), Ivar Krog

1. Vagten på molen
Sagsfremstilling
Vagten på molen blev drøftet den 4. februar 2022. Vagten på molen har kostet 90.000 kr. i 2021.
Beslutning
Der ansættes en vægter på molen i aftentimerne fra den 1. juni 2022.

2. Kran
Sagsfremstilling
Kranen er slidt.
Beslutning
Udsat til mødet den 5. maj 2022.
"""
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("starts"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "text",
    [
        "hvornår starter vægteren på molen?",
        "hvornår begynder vægteren på molen",
        "when does the guard on the pier start?",
        "When will the guard on the pier begin?",
    ],
)
def test_from_a_day_on_is_when_it_starts(assistant: Assistant, text: str) -> None:
    first, *_ = quotes(ask(assistant, text))
    assert "fra den 1. juni 2022" in first


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Hvornår starter færgen?", {"starter"}),
        ("When did the ferry begin?", {"begin"}),
        ("Hvornår blev starten flyttet?", set()),
        ("When was the start moved?", set()),
    ],
)
def test_the_word_counts_as_asking_where_the_start_is_asked_for(text: str, asks: set[str]) -> None:
    assert asking_words(text) - {"hvornaar"} == asks
