"""The rates of the real documents."""

from datetime import date
from decimal import Decimal

import pytest

from index.rates.rate import Validity
from index.rates.units import KRONER, PERCENT, Unit
from ingest.rates.candidates import Said
from tests.rate_words import in_file
from tests.structure_layouts import SEEDS


def seed(number: str) -> Said:
    found = sorted(SEEDS.glob(f"{number}_*.txt")) if SEEDS.is_dir() else []
    if not found:
        pytest.skip("the real documents do not lie beside the checkout")
    return in_file(found[0])[1]


def test_the_rates_of_the_memo_come_out_with_unit_year_and_doubt() -> None:
    rates = seed("000").rates
    per = ("group_1_insured", "year")
    new = [(str(r.amount), r.agreement_year) for r in rates if r.agreement == "LOK22"]
    assert new == [
        *(("1.48", None), ("4.73", 1), ("5.28", 2), ("5.227", 3)),
        *(("1.10", 1), ("2.20", 2), ("3.30", 3)),
    ]
    assert {r.unit for r in rates if r.agreement == "LOK22"} == {Unit(KRONER, per)}
    old = [str(r.amount) for r in rates if r.agreement == "2018-overenskomsten"]
    assert old == ["1.40", "2.03", "0.92", "4.20"]
    assert [r.printed for r in rates if r.doubts] == ["5,227 kr. i år tre"]


def test_mileage_and_hourly_fee_of_the_terms_of_reference_come_out() -> None:
    fee, mileage = seed("004").rates
    assert (fee.amount, fee.unit) == (Decimal("918.52"), Unit(KRONER, ("hour",)))
    assert (mileage.amount, mileage.unit) == (Decimal("4.06"), Unit(KRONER, ("km:kørt km",)))
    assert mileage.validity == Validity(date(2017, 10, 1))
    assert PERCENT not in {fee.unit.currency, mileage.unit.currency}


def test_grants_and_budgets_of_minutes_are_no_rates() -> None:
    assert seed("001").rates == ()
    assert [str(r.amount) for r in seed("002").rates] == ["4.26"]
