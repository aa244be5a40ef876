"""The row of a table that the next meeting corrected comes with the correction, and a warning."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.assistant import Assistant
from tests.asked_papers import ask, assistant_on, quotes

PAPERS = {
    "a.md": """\
# Referat af møde i Fugleudvalget

Dato: 3. marts 2021

## 1. Takster for kikkerter

Lejen fremgår af tabellen.

| Kikkert | Takst 2021 |
|---|---|
| Lommekikkert | 35 kr. |
| Stativkikkert | 90 kr. |

## 2. Forbrug af foder

| Foder | Forbrug 2020 (mio. kr.) |
|---|---|
| Solsikkefrø | 21,4 |
| Mejsebolde | 11,2 |
| I alt | 32,6 |
""",
    "b.md": """\
# Referat af møde i Fugleudvalget

Dato: 7. april 2021

## 1. Godkendelse af referat

Beslutning

Referatet blev godkendt med den rettelse, at taksten for en stativkikkert er 80 kr. og ikke 90 kr.
Forbruget af mejsebolde var rettelig 12,1 mio. kr.
""",
}


@pytest.fixture(scope="module")
def birds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with assistant_on(tmp_path_factory.mktemp("birds"), PAPERS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("asked", "right"),
    [
        ("Hvad er taksten for en stativkikkert?", "80 kr."),
        ("Hvad var forbruget af mejsebolde i 2020?", "12,1"),
    ],
)
def test_a_row_that_was_corrected_is_told_with_the_correction(
    birds: Assistant, asked: str, right: str
) -> None:
    reply = ask(birds, asked, on=date(2021, 9, 1))
    assert any(right in quote for quote in quotes(reply))
    assert any("rettet" in warning for warning in reply.warnings)


def test_another_row_of_the_table_is_told_alone(birds: Assistant) -> None:
    reply = ask(birds, "Hvad er taksten for en lommekikkert?", on=date(2021, 9, 1))
    assert reply.citations
    assert not any("rettet" in warning for warning in reply.warnings)


def test_before_the_next_meeting_nothing_was_corrected(birds: Assistant) -> None:
    reply = ask(birds, "Hvad er taksten for en stativkikkert?", on=date(2021, 3, 20))
    assert not any("rettet" in warning for warning in reply.warnings)
