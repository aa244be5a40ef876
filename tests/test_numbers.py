"""Numbers of a text as values."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.danish.number_words import value_of_word
from index.danish.numbers import find_numbers, format_number, parse_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.190.000 kr.", "1190000"),
        ("3.543.793,50 kr.", "3543793.50"),
        ("kr. 3,30", "3.30"),
        ("2,5 mio. kr.", "2500000"),
        ("1,2 mia. kr.", "1200000000"),
        ("500 t.kr.", "500000"),
        ("70%", "70"),
        ("85 %", "85"),
        ("4,06kr.", "4.06"),
        ("max 250.000kr", "250000"),
        ("10 000 kr.", "10000"),
        ("1,190,000", "1190000"),
        ("1,234.56", "1234.56"),
        ("0,125", "0.125"),
        ("gruppe 1-sikret", "1"),
        ("fire", "4"),
        ("femoghalvtreds", "55"),
        ("to hundrede", "200"),
        ("fem millioner", "5000000"),
        ("halvanden", "1.5"),
    ],
)
def test_a_number_is_read_as_a_danish_writer_means_it(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        *("1-30-72-120-18", "16/34038", "17:00", "1.2.2019", "01-10-2017", "LOK22", "B4", "4b"),
        *("en", "et", "kr.", ""),
    ],
)
def test_what_is_no_amount_is_no_number(text: str) -> None:
    assert find_numbers(text) == ()


def test_both_ends_of_a_range_are_numbers() -> None:
    assert [n.value for n in find_numbers("30.000-40.000 kr. eller 2–4 gange")] == [
        Decimal(value) for value in ("30000", "40000", "2", "4")
    ]


def test_what_only_a_dane_would_read_otherwise_has_both_readings() -> None:
    (number,) = find_numbers("250,000")
    assert number.values == {Decimal(250), Decimal(250000)}


def test_a_danish_thousand_is_not_doubted() -> None:
    (number,) = find_numbers("250.000")
    assert number.values == {Decimal(250000)}


def test_an_english_question_meets_a_danish_amount() -> None:
    (asked,) = find_numbers("was it 250,000?", "en")
    (written,) = find_numbers("max 250.000kr")
    assert asked.values & written.values


def test_words_are_read_in_their_own_language_only() -> None:
    assert [n.text for n in find_numbers("to the fire, twenty-one times", "en")] == ["twenty-one"]
    assert [n.text for n in find_numbers("to og fire, ikke five")] == ["to", "fire"]


def test_the_span_holds_the_scale_but_not_the_unit() -> None:
    text = "i alt 2,5 mio. kr."
    (number,) = find_numbers(text)
    assert number.text == number.span.of(text) == "2,5 mio"


def test_two_numbers_are_not_one() -> None:
    assert parse_number("3 af 5") is None


@given(st.integers(min_value=0, max_value=10**12))
def test_what_is_written_in_danish_is_read_back(value: int) -> None:
    assert parse_number(format_number(Decimal(value))) == value


@given(st.decimals(min_value=1, max_value=10**9, places=2))
def test_decimals_written_in_either_language_are_read_back(value: Decimal) -> None:
    for language in ("da", "en"):
        (number,) = find_numbers(format_number(value, language))
        assert value in number.values


@given(st.text())
def test_numbers_lie_in_order_where_they_say(text: str) -> None:
    found = find_numbers(text)
    assert all(number.span.of(text) == number.text for number in found)
    ends = [0, *(number.span.end for number in found)]
    assert all(n.span.start >= end for n, end in zip(found, ends, strict=False))


@pytest.mark.parametrize(
    ("word", "language", "value"),
    [("enogtyve", "da", 21), ("nioghalvfems", "da", 99), ("ninety-nine", "en", 99)],
)
def test_words_of_two_parts_are_added(word: str, language: str, value: int) -> None:
    assert value_of_word(word, language) == value
