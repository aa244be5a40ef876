"""Fees by code, as pages show them whose tables lost their lines."""

from datetime import date

import pytest

from index.rates.rate import Rate
from index.rates.units import KRONER
from tests.rate_words import in_text

PAPER = """Aftaler for lodser i Lindby

Her finder du aftaler for lodser.

Aftale om lodsbesøg

Ydelsesnummer Betegnelse Takst kr.
(pr. 1. april 1999)
8150 Lodsbesøg 1.012,40
8151 Radiosamtale 64,05
8152 Kørselsgodtgørelse pr. kørt km 3,10
  Lodsens tid, jf. § 4, stk. 2:
8201 Indtil 4 sømil 93,20
8207 + pr. påbegyndt km ud over 21 km 7,00

Se aftalen her.

Tillægsaftale om vinterlods

8265 Lodsbesøg i is 1.204,75
"""


def _rates(text: str) -> dict[str, Rate]:
    return {rate.names[0]: rate for rate in in_text(text, "lods/aftaler.txt").rates if rate.names}


def test_each_row_below_the_names_of_the_columns_is_a_fee() -> None:
    rates = _rates(PAPER)
    assert {code: (rate.name, str(rate.amount)) for code, rate in rates.items()} == {
        "8150": ("Lodsbesøg", "1012.40"),
        "8151": ("Radiosamtale", "64.05"),
        "8152": ("Kørselsgodtgørelse", "3.10"),
        "8201": ("Indtil 4 sømil", "93.20"),
        "8207": ("pr. påbegyndt km ud over 21 km", "7.00"),
        "8265": ("Lodsbesøg i is", "1204.75"),
    }
    assert rates["8152"].unit.words("da") == "kr. pr. kørt km"
    assert {rate.unit.currency for rate in rates.values()} == {KRONER}
    assert {rate.validity.since for rate in rates.values()} == {date(1999, 4, 1)}


def test_what_is_quoted_is_the_row_itself() -> None:
    rate = _rates(PAPER)["8151"]
    assert rate.span.of(PAPER) == "8151 Radiosamtale 64,05"
    assert rate.figure.of(PAPER) == rate.printed == "64,05"


def test_the_day_may_stand_in_a_heading_above() -> None:
    paper = PAPER.replace("(pr. 1. april 1999)\n", "").replace(
        "Aftale om lodsbesøg", "Gældende i hele amtet (takster pr. 1. oktober 1998)"
    )
    assert {rate.validity.since for rate in _rates(paper).values()} == {date(1998, 10, 1)}


@pytest.mark.parametrize(
    "header",
    ["Ydelsesnummer Betegnelse Honorar Tilskud", "Betegnelse og dato", "Nummer Navn Telefon"],
)
def test_nothing_is_read_where_the_columns_do_not_tell_one_amount(header: str) -> None:
    paper = PAPER.replace("Ydelsesnummer Betegnelse Takst kr.", header)
    assert not {"8150", "8151"} & set(_rates(paper))


def test_rows_with_two_amounts_are_not_read() -> None:
    assert "8151" not in _rates(PAPER.replace("64,05", "61,00 64,05"))
