"""Tables of rates generated from rules: what was written in any form is what is read."""

import unicodedata
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from index.danish.days import format_date
from index.rates.amounts import written
from index.rates.units import KRONER, Unit
from ingest.rates.staff.sheets import BadTable
from tests.rate_table_files import csv, one

UNITS = [
    ("kr. pr. time", ("hour",)),
    ("kr/km", ("km",)),
    ("DKK per hour", ("hour",)),
    ("kr. pr. gruppe 1-sikret pr. år", ("group_1_insured", "year")),
    ("kroner pr. påbegyndt time", ("commenced_hour",)),
    ("kr. per consultation", ("consultation",)),
]
DAYS = st.dates(date(1996, 1, 1), date(2039, 12, 31))
AMOUNTS = st.decimals(min_value=0, max_value=10**7, places=2)


def day_as(day: date, form: int) -> str:
    return [
        day.isoformat(),
        format_date(day, "da"),
        format_date(day, "en"),
        f"{day.day:02}-{day.month:02}-{day.year}",
        f"{day.day}/{day.month} {day.year}",
        f"{day.day:02}.{day.month:02}.{day.year}",
    ][form]


def amount_as(value: Decimal, form: int) -> str:
    danish = f"{value:,.2f}".translate(str.maketrans(",.", ".,"))
    return [danish, f"{danish} kr.", f"{danish}kr.", f"kr. {danish}", danish.replace(".", " ")][
        form
    ]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.tuples(DAYS, AMOUNTS), min_size=1, max_size=5, unique_by=lambda r: r[0]), st.data()
)
def test_what_was_written_in_any_form_is_what_is_read(
    rows: list[tuple[date, Decimal]], data: st.DataObject
) -> None:
    unit, per = data.draw(st.sampled_from(UNITS))
    form, amounts = data.draw(st.integers(0, 5)), data.draw(st.integers(0, 4))
    read = csv(
        *(f"Toll;;{amount_as(v, amounts)};{unit};{day_as(day, form)};" for day, v in rows)
    ).rates
    assert [(r.validity.since, r.amount) for r in read] == rows
    assert {r.unit for r in read} == {Unit(KRONER, per)}
    ordered = sorted(read, key=lambda r: r.validity.since or date.min)
    for rate, following in pairwise(ordered):
        assert following.validity.since == (rate.validity.until or date.max) + timedelta(days=1)
    assert ordered[-1].validity.until is None


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_characters=';\n\r"', exclude_categories=["C"]), max_size=12))
def test_a_cell_of_anything_gives_the_amount_it_says_or_an_error(cell: str) -> None:
    try:
        rate = one(csv(f"Toll;;{cell};kr. pr. tur;2024-01-01;"))
    except BadTable:
        return
    digits = [str(unicodedata.decimal(c)) for c in rate.printed if c.isdecimal()]
    assert digits
    assert {*written(rate.amount)} - {*"., "} <= {*digits, "0"}
