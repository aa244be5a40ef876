"""Who is to do a thing, who sits on a group, how large a share, and rows named in lower case."""

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from tests.asked_papers import ask, assistant_on

MINUTES = """\
# Referat af møde i Lystbåderådet

den 8. juni 2022 kl. 16.00

Til stede: Palle Rør (formand), Inga Tang

## 1. Udpegning til arbejdsgruppen for ny bådrampe

Beslutning: Inga Tang blev udpeget.

## 2. Bøjer

Palle Rør oplyste, at 12 procent af bøjerne er drevet bort.

Beslutning: Drøftet.

## 3. Fordeling af kajmidler

| Forening | Formål | Indstillet |
|---|---|---|
| Søndre Roklub | Ny stige | 0 |
| Nordre Sejlklub | Kran med bom | 9.000 |

Forvaltningen indstiller, at midlerne fordeles som vist.

Beslutning: Godkendt.

## Opgaver

| Opgave | Ansvarlig | Frist |
|---|---|---|
| Indhente pris på kølfugemasse | Bo Friis | 01-09-2022 |
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("appointed"), {"1.md": MINUTES}) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Hvem sidder i arbejdsgruppen for den nye bådrampe?", "Inga Tang blev udpeget"),
        ("Hvor mange bøjer er drevet bort?", "12 procent af bøjerne"),
        ("Hvem indhenter pris på kølfugemasse?", "Bo Friis"),
        ("fik nordre sejlklub penge til kran", "Kran med bom"),
    ],
)
def test_what_is_told_in_other_words_is_found(
    assistant: Assistant, question: str, answer: str
) -> None:
    assert answer in ask(assistant, question).text


def test_those_appointed_to_one_group_sit_on_no_other(assistant: Assistant) -> None:
    text = ask(assistant, "Hvem sidder i arbejdsgruppen for den nye slæbevogn?").text
    assert "blev udpeget" not in text


def test_who_is_to_do_a_thing_has_not_said_anything(assistant: Assistant) -> None:
    text = ask(assistant, "Hvad sagde Bo Friis på mødet i juni 2022?").text
    assert "kølfugemasse" not in text
    assert "12 procent" in ask(assistant, "Hvad sagde Palle Rør om bøjerne?").text
