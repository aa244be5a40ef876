"""Dates and periods, Danish and English."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.danish.days import find_dates, format_date
from index.danish.periods import find_period

TODAY = date(2026, 11, 21)
DAY = date(2018, 12, 6)


@pytest.mark.parametrize(
    "words",
    [
        "6. december 2018",
        "den 6. december 2018 kl. 17:00",
        "Torsdag den 6. december 2018",
        "6. dec. 18",
        "6 dec 2018",
        "d. 6/12-18",
        "6/12 2018",
        "06.12.2018",
        "6.12.18",
        "06-12-2018",
        "06-12-18",
        "2018-12-06",
        "2018-12-06T17:00",
        "6-dec-2018",
        "December 6, 2018",
        "6 December 2018",
        "6th of December 2018",
        "Dato 06.12.2018.",
    ],
)
def test_a_day_is_read_in_every_form(words: str) -> None:
    assert [day for _, day in find_dates(words)] == [DAY]


@pytest.mark.parametrize(
    "words",
    [
        "1-01-72-9-18",
        "Sagsnr. 12/838",
        "3.543.793,50 kr.",
        "30-02-2019",
        "tlf. 21 49 30 47",
        "kl. 15.30",
        "1.2.3 Økonomi",
        "december 2018",
        "2018",
        "i 17. etage 2019",
        "§ 5.1.22.",
    ],
)
def test_what_is_no_day_is_none(words: str) -> None:
    assert find_dates(words) == ()


def test_a_range_is_its_first_day() -> None:
    assert [d for _, d in find_dates("den 17.-20. juni 2019")] == [date(2019, 6, 17)]
    assert [d for _, d in find_dates("den 3. og 4. maj 2021")] == [date(2021, 5, 3)]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("1.4.2025–31.3.2026", ["2025-04-01", "2026-03-31"]),
        ("01.04.2025-31.03.2026", ["2025-04-01", "2026-03-31"]),
        ("1. januar 2024-30. juni 2024", ["2024-01-01", "2024-06-30"]),
        ("fra 1. januar - 30. juni 2024", ["2024-06-30"]),
        ("j.nr. 2023-12-05-17", []),
        ("sag 1.4.2025-31", []),
    ],
)
def test_two_days_that_a_dash_joins_are_two(words: str, days: list[str]) -> None:
    assert [str(day) for _, day in find_dates(words)] == days


def test_places_cut_exactly_the_words() -> None:
    text = "Vedtaget d. 1. maj 2019 og ændret 2/3-2020."
    assert [span.of(text) for span, _ in find_dates(text)] == ["1. maj 2019", "2/3-2020"]


def test_two_digits_of_a_year_lie_between_1970_and_2069() -> None:
    assert [d.year for _, d in find_dates("1.5.69, 1.5.70, 1.5.99, 1.5.00")] == [
        2069,
        1970,
        1999,
        2000,
    ]


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_what_is_written_can_be_read(day: date) -> None:
    for language in ("da", "en"):
        assert [found for _, found in find_dates(format_date(day, language))] == [day]


def test_a_date_is_written_in_the_language() -> None:
    assert format_date(DAY, "da") == "6. december 2018"
    assert format_date(DAY, "en") == "6 December 2018"


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        ("i december 2018", date(2018, 12, 1), date(2018, 12, 31)),
        ("in December 2018", date(2018, 12, 1), date(2018, 12, 31)),
        ("december", date(2025, 12, 1), date(2025, 12, 31)),
        ("november", date(2026, 11, 1), date(2026, 11, 30)),
        ("i februar 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("i maj", date(2026, 5, 1), date(2026, 5, 31)),
        ("in May", date(2026, 5, 1), date(2026, 5, 31)),
        ("efteråret 2019", date(2019, 9, 1), date(2019, 11, 30)),
        ("in the autumn of 2019", date(2019, 9, 1), date(2019, 11, 30)),
        ("for vinteren 2024", date(2024, 12, 1), date(2025, 2, 28)),
        ("vinteren 2018", date(2018, 12, 1), date(2019, 2, 28)),
        ("i 2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("i år 2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("during 2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("1. halvår 2020", date(2020, 1, 1), date(2020, 6, 30)),
        ("andet halvår af 2020", date(2020, 7, 1), date(2020, 12, 31)),
        ("the first half of 2020", date(2020, 1, 1), date(2020, 6, 30)),
        ("Q3 2021", date(2021, 7, 1), date(2021, 9, 30)),
        ("3. kvartal 2021", date(2021, 7, 1), date(2021, 9, 30)),
        ("third quarter of 2021", date(2021, 7, 1), date(2021, 9, 30)),
        ("siden juni", date(2026, 6, 1), None),
        ("since June", date(2026, 6, 1), None),
        ("siden 2019", date(2019, 1, 1), None),
        ("siden den 6. december 2018", DAY, None),
        ("fra juni 2020 og frem", date(2020, 6, 1), None),
        ("from June 2020 onwards", date(2020, 6, 1), None),
        ("fra juni 2020", date(2020, 6, 1), date(2020, 6, 30)),
        ("før 2019", None, date(2018, 12, 31)),
        ("before March 2020", None, date(2020, 2, 29)),
        ("efter 2019", date(2020, 1, 1), None),
        ("after December 6, 2018", date(2018, 12, 7), None),
        ("til og med maj 2020", None, date(2020, 5, 31)),
        ("indtil den 6. december 2018", None, DAY),
        ("sidste år", date(2025, 1, 1), date(2025, 12, 31)),
        ("last year", date(2025, 1, 1), date(2025, 12, 31)),
        ("i år", date(2026, 1, 1), date(2026, 12, 31)),
        ("this year", date(2026, 1, 1), date(2026, 12, 31)),
        ("sidste måned", date(2026, 10, 1), date(2026, 10, 31)),
        ("sidste kvartal", date(2026, 7, 1), date(2026, 9, 30)),
        ("last week", date(2026, 11, 9), date(2026, 11, 15)),
        ("de seneste tre måneder", date(2026, 8, 21), TODAY),
        ("the last 2 years", date(2024, 11, 21), TODAY),
        ("mellem marts og maj 2020", date(2020, 3, 1), date(2020, 5, 31)),
        ("between 1 March 2020 and June 2021", date(2020, 3, 1), date(2021, 6, 30)),
        ("fra januar til marts 2020", date(2020, 1, 1), date(2020, 3, 31)),
        ("fra november 2019 til marts 2020", date(2019, 11, 1), date(2020, 3, 31)),
        ("fra 2018 til 2020", date(2018, 1, 1), date(2020, 12, 31)),
        ("i 2018-2020", date(2018, 1, 1), date(2020, 12, 31)),
        ("den 6. december 2018", DAY, DAY),
        ("6. december", date(2025, 12, 6), date(2025, 12, 6)),
        ("den 1. november", date(2026, 11, 1), date(2026, 11, 1)),
        ("i dag", TODAY, TODAY),
        ("1. januar - 30. juni 2024", date(2024, 1, 1), date(2024, 6, 30)),
        ("i 2024/25", date(2024, 1, 1), date(2025, 12, 31)),
        ("in the school year 2024/2025", date(2024, 1, 1), date(2025, 12, 31)),
    ],
)
def test_a_period_is_read(words: str, since: date | None, until: date | None) -> None:
    found = find_period(f"Hvad besluttede udvalget {words}?", TODAY)
    assert found is not None
    assert found[1:] == (since, until)
    assert found[0].of(f"Hvad besluttede udvalget {words}?").strip() in words


@pytest.mark.parametrize(
    "words",
    [
        "Nordisk Kongres 2019",
        "Hvad er OK18?",
        "Hvad står der i LOK 2018?",
        "sag 16/34038",
        "sag 2016/34",
        "Årsplan 2025/26",
        "What may I do?",
        "siden sidste møde",
        "satsen er 2.018 kr.",
        "case 1-30-72-120-18",
        "hvilke sager blev udsat?",
        "hvem salter stien om vinteren?",
        "hvad er åbningstiden om sommeren?",
    ],
)
def test_no_period_is_read_where_none_is_named(words: str) -> None:
    assert find_period(words, TODAY) is None


@given(st.text(max_size=200), st.dates(min_value=date(1990, 1, 1), max_value=date(2080, 1, 1)))
def test_any_words_on_any_day_are_read_without_failing(words: str, today: date) -> None:
    found = find_period(words, today)
    if found is not None and found[1] is not None and found[2] is not None:
        assert found[1] <= found[2]


@pytest.mark.parametrize(
    ("words", "since"),
    [
        ("hvem var imod i november 23?", date(2023, 11, 1)),
        ("hvad skete der i marts '19", date(2019, 3, 1)),
        ("who voted in february 97, and why", date(1997, 2, 1)),
    ],
)
def test_a_month_may_have_a_year_of_two_digits(words: str, since: date) -> None:
    found = find_period(words, TODAY)
    assert found is not None
    assert found[1] == since
    assert found[2] is not None
    assert found[2].month == since.month


def test_a_number_behind_a_month_that_counts_is_no_year() -> None:
    found = find_period("hvorfor kom der i marts 12 klager?", TODAY)
    assert found is not None
    assert found[1] == date(2026, 3, 1)
