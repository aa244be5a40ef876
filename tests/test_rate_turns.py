"""A change of a rate names a time: the amount of before it, or after; and the day it comes."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.assistant import Assistant
from bot.questions.rates.turns import Side, turn_in
from bot.replies import ReplyKind
from tests.asked_papers import ask, assistant_on

TODAY = date(2025, 10, 5)
KEPT = """\
Navn;Beløb;Enhed;Gyldig fra;Gyldig til;Engelsk navn
Bådplads;900;kr. pr. år;2022-01-01;2022-12-31;boat berth
Bådplads;940;kr. pr. år;2023-01-01;2023-12-31;boat berth
Bådplads;1.010;kr. pr. år;2024-01-01;2025-12-31;boat berth
Bådplads;980;kr. pr. år;2026-01-01;;boat berth
Kranløft;300;kr. pr. gang;2024-01-01;2024-12-31;crane lift
Kranløft;320;kr. pr. gang;2025-01-01;;crane lift
"""
MINUTES = """\
Referat af møde i Havneudvalget
den 12. marts 2024 kl. 10.00
Godkendt referat

Til stede: Gerda Lolk (formand), Svend Ask

1. Takst for slæbestedet

Sagsfremstilling
Dagstaksten for slæbestedet var i 2023 60 kr. pr. dag.

Indstilling
Havnekontoret indstiller, at dagstaksten for slæbestedet bliver 72 kr. pr. dag fra 1. april 2024.

Beslutning
Godkendt.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("turns")
    with assistant_on(folder, {"takster.csv": KEPT, "referat.txt": MINUTES}) as opened:
        yield opened


def first(assistant: Assistant, text: str, on: date = TODAY) -> tuple[str, str]:
    """Return what is said first, and the amount that leads."""
    reply = ask(assistant, text, on)
    assert reply.kind is ReplyKind.RATE, reply.text
    said, *lines = [line for line in reply.text.splitlines() if line.strip()]
    return said, lines[0].partition("**")[2].partition("**")[0]


@pytest.mark.parametrize(
    "question",
    [
        "Hvad kostede en bådplads før stigningen i 2024?",
        "Hvad var prisen for en bådplads inden forhøjelsen i 2024?",
        "Hvad kostede en bådplads, før den steg i 2024?",
        "What did a boat berth cost before the increase in 2024?",
    ],
)
def test_before_a_rise_is_the_amount_of_before_it(assistant: Assistant, question: str) -> None:
    said, amount = first(assistant, question)
    assert amount == "940"
    assert "1. januar 2024" in said or "1 January 2024" in said


def test_after_a_rise_is_the_amount_of_after_it(assistant: Assistant) -> None:
    assert first(assistant, "Hvad blev prisen for en bådplads efter stigningen i 2024?")[1] == (
        "1.010"
    )


@pytest.mark.parametrize(
    "question",
    [
        "Hvad kostede en bådplads før 2024?",
        "Hvad kostede en bådplads indtil 1. januar 2024?",
        "What did a boat berth cost before 2024?",
    ],
)
def test_before_a_year_is_the_last_amount_before_it(assistant: Assistant, question: str) -> None:
    assert first(assistant, question)[1] == "940"


def test_after_a_year_is_the_first_amount_after_it(assistant: Assistant) -> None:
    assert first(assistant, "Hvad er prisen for en bådplads efter 2025?")[1] == "980"


def test_all_years_before_one_are_more_than_the_last(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvad kostede en bådplads i årene før 2024?", TODAY)
    told = reply.text.split("Andre perioder")[0]
    assert "900" in told
    assert "940" in told


def test_without_a_time_it_is_the_last_change_that_has_come(assistant: Assistant) -> None:
    assert first(assistant, "Hvad var den tidligere pris for et kranløft?")[1] == "300"
    assert first(assistant, "Hvad var den hidtidige pris for en bådplads?")[1] == "940"
    assert first(assistant, "What was the previous crane lift fee?")[1] == "300"


def test_a_change_the_other_way_is_no_such_change(assistant: Assistant) -> None:
    said, _ = first(assistant, "Hvad kostede en bådplads før nedsættelsen i 2024?")
    assert "ingen sådan ændring" in said


def test_a_year_without_a_change_is_said_to_have_none(assistant: Assistant) -> None:
    assert (
        "ingen sådan ændring" in first(assistant, "Hvad kostede kranløft før stigningen i 2024?")[0]
    )


@pytest.mark.parametrize(
    ("question", "day", "amount"),
    [
        ("Hvornår ændres prisen for en bådplads næste gang?", "1. januar 2026", "980"),
        ("Hvornår sættes prisen for en bådplads ned?", "1. januar 2026", "980"),
        ("When does the boat berth price change next?", "1 January 2026", "980"),
        ("Hvornår steg prisen for en bådplads sidst?", "1. januar 2024", "1.010"),
        ("When was the crane lift price last raised?", "1 January 2025", "320"),
        ("Hvornår træder den nye pris for en bådplads i kraft?", "1. januar 2026", "980"),
        ("Hvornår trådte den nye pris for kranløft i kraft?", "1. januar 2025", "320"),
        ("When does the new boat berth price take effect?", "1 January 2026", "980"),
    ],
)
def test_the_day_of_a_change_is_told(
    assistant: Assistant, question: str, day: str, amount: str
) -> None:
    said, told = first(assistant, question)
    assert day in said
    assert told == amount


def test_no_change_to_come_is_said(assistant: Assistant) -> None:
    said, _ = first(assistant, "Hvornår stiger prisen for kranløft næste gang?")
    assert "ingen sådan ændring" in said


def test_candidates_of_one_paper_follow_each_other(assistant: Assistant) -> None:
    assert first(assistant, "Hvad var den tidligere dagstakst for slæbestedet?")[1].startswith("60")


def test_when_something_else_rises_is_no_rate(assistant: Assistant) -> None:
    reply = ask(assistant, "Hvornår stiger vandet i havnen?", TODAY)
    assert reply.kind is not ReplyKind.RATE


@pytest.mark.parametrize(
    ("question", "side", "rises"),
    [
        ("Hvad var taksten før ændringen?", Side.BEFORE, None),
        ("What was the fee before it went up?", Side.BEFORE, True),
        ("Hvad er taksten efter nedsættelsen?", Side.AFTER, False),
        ("Hvornår bliver det dyrere?", Side.NEXT, True),
        ("Hvornår blev taksten hævet?", Side.LAST, True),
    ],
)
def test_a_turn_is_read(question: str, side: Side, rises: bool | None) -> None:
    turn = turn_in(question)
    assert turn is not None
    assert (turn.side, turn.rises) == (side, rises)


@pytest.mark.parametrize(
    "question",
    [
        "Hvad er taksten for bortfald af affald?",
        "Er taksten højere end før?",
        "Hvad koster en bådplads efter aftale?",
    ],
)
def test_other_words_are_no_turn(question: str) -> None:
    assert turn_in(question) is None
