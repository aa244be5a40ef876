"""Per what time a rate is: by its own words or its name, never by how often it is adjusted."""

import pytest

from tests.rate_words import in_text


def units(text: str) -> list[tuple[str, str]]:
    return [(str(rate.amount), rate.unit.words("da")) for rate in in_text(text).rates]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Prisen for slæb reguleres årligt. I 2023 var timetaksten 511 kr.", "kr. pr. time"),
        ("Beløbet afholdes årligt af kassen. I 2023 var døgntaksten 511 kr.", "kr. pr. døgn"),
        ("Der holdes møde månedligt. Dagstaksten er 511 kr.", "kr. pr. dag"),
        ("Månedstaksten for båse udgør 511 kr.", "kr. pr. måned"),
        ("Timetaksten, der reguleres årligt, er 511 kr.", "kr. pr. time"),
        ("Timetaksten er 511 kr. og reguleres årligt.", "kr. pr. time"),
        ("Timetaksten er 511 kr. pr. bom.", "kr. pr. bom"),
        ("The hourly rate is DKK 511.", "kr. pr. time"),
    ],
)
def test_a_name_says_per_what_time_and_an_adjustment_does_not(text: str, unit: str) -> None:
    assert units(text) == [("511", unit)]


@pytest.mark.parametrize(
    "text",
    [
        "Taksten for slæb reguleres årligt. Taksten er 511 kr.",
        "Udgiften afholdes årligt af havnen. Taksten for slæb er 511 kr.",
        "Taksten for slæb reguleres årligt og udgør 511 kr.",
    ],
)
def test_how_often_something_else_is_done_is_no_unit(text: str) -> None:
    assert units(text) == [("511", "kr.")]


@pytest.mark.parametrize(
    "text", ["Kontingentet er årligt 511 kr.", "Der betales årligt et gebyr på 511 kr."]
)
def test_how_often_it_is_paid_is_its_unit(text: str) -> None:
    assert units(text) == [("511", "kr. pr. år")]
