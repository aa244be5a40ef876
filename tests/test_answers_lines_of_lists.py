"""A row of a table is the figure of one thing: asked for another, it answers nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.answers.finding.searches import for_fact
from bot.answers.finding.unsaid import is_another_things
from bot.asked import Asked
from bot.assistant import Assistant
from bot.cli.door import Door
from bot.questions.question import understand
from bot.replies import ReplyKind
from bot.wording import phrase
from index.archive import View
from index.danish.glossary import Glossary
from index.documents import OPEN
from tests.asked_papers import TODAY, ask, assistant_on, quotes

AGREEMENT = """\
Region Havkyst

Lokalaftale om supplerende ydelser i dykning 2022-2024

Indgået den 9. december 2021 mellem Region Havkyst og Dykkernes Forening.

§ 1. Formål
Aftalen gør det lettere for havnene at få hjælp af en dykker, når et skib ligger ved kajen.

§ 2. Ydelser og honorarer

| Ydelse | Benævnelse | 2022 | 2023 | 2024 |
|---|---|---|---|---|
| 7701 | Eftersyn af molehoved | 640,00 kr. | 660,50 kr. | 675,00 kr. |
| 7702 | Rensning af skrog | 850,00 kr. | 875,00 kr. | 890,25 kr. |
| 7704 | Tillæg for nattevagt | 120,00 kr. | 125,00 kr. | 128,75 kr. |

§ 3. Kørsel
Der ydes kørselsgodtgørelse med 3,94 kr. pr. km.
"""
NOTE = """\
Region Havkyst

NOTAT

Dato: 17. januar 2022

Gennemgang af den nye lokalaftale i dykning

Rensning af skrog (7702) honoreres med 850,00 kr. i 2022. Tillægget for nattevagt er uændret.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("lines")


@pytest.fixture(scope="module")
def assistant(folder: Path) -> Iterator[Assistant]:
    with assistant_on(folder, {"aftale.md": AGREEMENT, "notat.txt": NOTE}) as assistant:
        yield assistant


@pytest.fixture(scope="module")
def view(folder: Path, assistant: Assistant) -> Iterator[View]:
    with Door().view(folder / "home", frozenset({OPEN})) as view:
        yield view


TITLE = "Lokalaftale om supplerende ydelser i dykning 2022-2024"
NIGHTS = "Ydelse: 7704 · Benævnelse: Tillæg for nattevagt · 2022: 120,00 kr. · 2023: 125,00 kr."


@pytest.mark.parametrize(
    ("text", "is_anothers"),
    [
        ("Hvad er honoraret for isdykning i lokalaftalen 2022-2024?", True),
        ("Hvad er honoraret for en nattevagt med is i 2022?", False),
        ("Hvad er honoraret i lokalaftalen om dykning?", False),
        ("Hvem har tillæg for isdykning i lokalaftalen 2022-2024?", False),
    ],
)
def test_a_row_without_a_word_of_the_question_is_of_another_thing(
    view: View, text: str, is_anothers: bool
) -> None:
    question = understand(Asked(text), view, Glossary.load(), TODAY)
    found = view.search(for_fact(question))
    assert is_another_things(question, found, NIGHTS, f"{TITLE} {NIGHTS}") is is_anothers


@pytest.mark.parametrize(
    "text",
    [
        "Hvad er honoraret for isdykning i lokalaftalen 2022-2024?",
        "Hvad koster en bjergning efter lokalaftalen om dykning?",
    ],
)
def test_no_row_answers_for_a_thing_that_no_row_names(assistant: Assistant, text: str) -> None:
    reply = ask(assistant, text)
    assert reply.kind is ReplyKind.NOT_FOUND
    assert "kr." not in reply.text


def test_the_row_that_names_it_answers(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad koster rensning af et skrog i 2023?")
    assert "875" in reply.text
    assert any("Rensning af skrog" in quote for quote in quotes(reply))


def test_rows_of_one_table_are_no_sources_that_differ(assistant: Assistant) -> None:
    for text in ("Hvad koster rensning i 2023?", "Hvad betales der for eftersyn og rensning?"):
        assert phrase("sources_differ", "da") not in ask(assistant, text).warnings
