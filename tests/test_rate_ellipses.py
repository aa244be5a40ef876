"""One noun priced for several things: every amount goes by its own name."""

from datetime import date

import pytest

from index.rates.rate import Validity
from tests.rate_words import rates_in

ONE_DAY = Validity(date(2024, 5, 1), None)


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        (
            "Taksten for en trailer fastsættes til 90 kr., for en ladvogn til 60 kr. og for en "
            "sækkevogn til 15 kr.",
            [
                ("Taksten for en trailer", "90"),
                ("Taksten for en ladvogn", "60"),
                ("Taksten for en sækkevogn", "15"),
            ],
        ),
        (
            "Gebyret for en bådplads er 400 kr., for en bøje 150 kr. og for en jolleplads 90 kr.",
            [
                ("Gebyret for en bådplads", "400"),
                ("Gebyret for en bøje", "150"),
                ("Gebyret for en jolleplads", "90"),
            ],
        ),
        (
            "Taksten for kanoer er 200 kr. pr. dag, mens for kajakker 150 kr. pr. dag.",
            [("Taksten for kanoer", "200"), ("Taksten for kajakker", "150")],
        ),
        (
            "For seniorer er kontingentet 900 kr. pr. år, for juniorer 500 kr. pr. år.",
            [("kontingentet", "900"), ("kontingentet for juniorer", "500")],
        ),
        (
            "Satsen er 45 kr. pr. tur for lodser, 20 kr. pr. tur for matroser og 10 kr. pr. tur "
            "for gæster.",
            [("Satsen (lodser)", "45"), ("Satsen (matroser)", "20"), ("Satsen (gæster)", "10")],
        ),
    ],
)
def test_each_amount_goes_by_its_own_name(sentence: str, named: list[tuple[str, str]]) -> None:
    assert [(rate.name, str(rate.amount)) for rate in rates_in(sentence)] == named


def test_a_name_that_cannot_be_told_is_given_to_no_amount() -> None:
    told = rates_in(
        "Taksten for en grav er 400 kr., for søskende, tvillinger og deres børn, til 200 kr."
    )
    assert [(rate.name, str(rate.amount)) for rate in told if rate.amount != 400] == []
    assert all("søskende" not in rate.name for rate in told)


@pytest.mark.parametrize(
    "end",
    [
        "alle med virkning fra den 1. maj 2024",
        "samtlige gældende fra 1. maj 2024",
        "alle pr. 1. maj 2024",
    ],
)
def test_a_day_told_of_all_dates_every_amount(end: str) -> None:
    told = rates_in(
        f"Taksten for en trailer er 90 kr., for en ladvogn 60 kr. og for en hest 15 kr., {end}."
    )
    assert [rate.validity for rate in told] == [ONE_DAY] * 3


def test_both_are_two() -> None:
    pair = "Taksten for en trailer er 90 kr. og for en ladvogn 60 kr."
    both = "begge fra den 1. maj 2024."
    assert [rate.validity for rate in rates_in(f"{pair[:-1]}, {both}")] == [ONE_DAY] * 2
    three = f"{pair[:-5]}60 kr. og for en hest 15 kr., {both}"
    assert all(not rate.validity.dated for rate in rates_in(three))


def test_a_time_of_its_own_goes_before_that_of_all() -> None:
    first, second = rates_in(
        "Taksten for en trailer er 90 kr. fra 1. marts 2025 og for en ladvogn 60 kr., "
        "begge med virkning fra den 1. maj 2024."
    )
    assert first.validity.since == date(2025, 3, 1)
    assert second.validity == ONE_DAY
