"""The day as of which a rate is asked for, and years that are compared with each other."""

from datetime import date

import pytest

from bot.questions.rates.days import day_in, years_between

TODAY = date(2024, 6, 15)


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("Hvad koster lodsning pr. 1. juli 2023?", date(2023, 7, 1), date(2023, 7, 1)),
        ("Hvad koster lodsning pr. 1/7-2023?", date(2023, 7, 1), date(2023, 7, 1)),
        ("Hvad koster lodsning pr. den 1. juli 2023?", date(2023, 7, 1), date(2023, 7, 1)),
        ("Hvad koster lodsning pr. tur pr. marts 2023?", date(2023, 3, 1), date(2023, 3, 31)),
        ("What is the pilot fee as of 1 July 2023?", date(2023, 7, 1), date(2023, 7, 1)),
        ("What is the pilot fee as of July 2023?", date(2023, 7, 1), date(2023, 7, 31)),
        ("Hvad kostede lodsning for to år siden?", date(2022, 6, 15), date(2022, 6, 15)),
        ("What did a pilot cost three months ago?", date(2024, 3, 15), date(2024, 3, 15)),
        ("Hvad kostede det for 10 dage siden?", date(2024, 6, 5), date(2024, 6, 5)),
    ],
)
def test_a_day_as_of_which_is_asked_is_read(text: str, since: date, until: date) -> None:
    found = day_in(text, TODAY)
    assert found is not None
    assert (found[1].since, found[1].until) == (since, until)


@pytest.mark.parametrize(
    "text",
    [
        "Hvad koster lodsning pr. tur?",
        "Hvad koster lodsning pr. måned?",
        "What is the fee per 2 hours?",
        "Hvad er satsen pr. 140 liter?",
    ],
)
def test_what_a_rate_is_per_is_no_day(text: str) -> None:
    assert day_in(text, TODAY) is None


def test_a_leap_day_ago_is_the_last_of_its_month() -> None:
    found = day_in("for et år siden", date(2024, 2, 29))
    assert found is not None
    assert found[1].since == date(2023, 2, 28)


@pytest.mark.parametrize(
    "text",
    [
        "Er lodsning dyrere i 2025 end i 2023?",
        "Hvor meget er lodsning steget fra 2023 til 2025?",
        "How much did it rise from 2023 to 2025?",
    ],
)
def test_years_that_are_compared_are_one_time(text: str) -> None:
    found = years_between(text)
    assert found is not None
    assert (found[1].since, found[1].until) == (date(2023, 1, 1), date(2025, 12, 31))


def test_one_year_is_compared_with_nothing() -> None:
    assert years_between("Er lodsning dyrere end i 2023?") is None
