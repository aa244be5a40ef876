from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.rates.amounts import Amount, parse_amount, written
from index.rates.rate import Origin, Rate, RateStatus, Validity
from index.rates.units import KRONER, PERCENT, Unit, nearly, parse_unit, unit_in_cell
from index.spans import Span

DAY = date(2024, 6, 1)


def rate(validity: Validity = Validity(), *, verified: bool = False) -> Rate:  # noqa: B008
    return Rate(
        name="brotakst",
        names=("bridge toll",),
        amount=Decimal("12.50"),
        printed="12,50 kr.",
        unit=Unit(KRONER, ("trip",)),
        agreement=None,
        agreement_year=None,
        validity=validity,
        origin=Origin.LOADED if verified else Origin.EXTRACTED,
        span=Span(0, 30),
        figure=Span(10, 19),
        verified=verified,
    )


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("1.190.000", Amount(Decimal(1190000), None)),
        ("4,06kr.", Amount(Decimal("4.06"), KRONER)),
        ("kr. 985,-", Amount(Decimal(985), KRONER)),
        ("12,5 %", Amount(Decimal("12.5"), PERCENT)),
        ("0,5 pct.", Amount(Decimal("0.5"), PERCENT)),
        ("1.125", Amount(Decimal(1125), None)),
        ("5,227", Amount(Decimal("5.227"), None)),
        ("4.06", Amount(Decimal("4.06"), None)),
        ("1,190.50 DKK", Amount(Decimal("1190.50"), KRONER)),
        ("1 190 000 kroner", Amount(Decimal(1190000), KRONER)),
        ("−5", Amount(Decimal(-5), None)),
    ],
)
def test_an_amount_is_read_as_a_danish_writer_means_it(cell: str, amount: Amount) -> None:
    assert parse_amount(cell) == amount


@pytest.mark.parametrize(
    "cell", ["", "abc", "ca. 4", "12-14", "1.2.2024", "3,30 kr. i år tre", "kr.", "5 %%", "4,06 x"]
)
def test_what_is_not_one_amount_alone_is_none(cell: str) -> None:
    assert parse_amount(cell) is None


@given(st.decimals(min_value=0, max_value=10**8, places=2))
def test_an_amount_that_was_written_reads_back_the_same(value: Decimal) -> None:
    read = parse_amount(written(value))
    assert read is not None
    assert read.value == value


@pytest.mark.parametrize(
    ("cell", "danish", "english"),
    [
        ("kr. pr. gruppe 1-sikret pr. år", None, "kr. per group 1 insured per year"),
        ("DKK per hour", "kr. pr. time", "kr. per hour"),
        ("kr./km", "kr. pr. km", "kr. per km"),
        ("kr. årligt", "kr. pr. år", "kr. per year"),
        ("kr. pr. år pr. gr.1-sikret", "kr. pr. gruppe 1-sikret pr. år", None),
        ("kr. i timen", "kr. pr. time", None),
        ("kr. pr. påbegyndt time", "kr. pr. påbegyndt time", "kr. per hour or part of it"),
        ("%", "%", "%"),
        ("procent", "%", None),
        ("kr", "kr.", None),
    ],
)
def test_a_unit_is_known_however_it_is_written(
    cell: str, danish: str | None, english: str | None
) -> None:
    unit = parse_unit(cell)
    assert unit is not None
    assert danish is None or unit.words("da") == danish
    assert english is None or unit.words("en") == english


@pytest.mark.parametrize("cell", ["", "kr. pr. banan", "timer", "€", "kr. og lidt til"])
def test_an_unknown_unit_is_none(cell: str) -> None:
    assert parse_unit(cell) is None


def test_a_unit_told_in_fewer_words_agrees_with_the_full_one() -> None:
    full = Unit(KRONER, ("group_1_insured", "year"))
    assert full.agrees_with(Unit(None, ("group_1_insured",)))
    assert not full.agrees_with(Unit(KRONER, ("hour",)))
    assert not full.agrees_with(Unit(PERCENT, ("year",)))


@pytest.mark.parametrize(
    ("validity", "verified", "status"),
    [
        (Validity(date(2024, 4, 1), date(2025, 3, 31)), False, RateStatus.IN_FORCE),
        (Validity(date(2024, 6, 1), date(2024, 6, 1)), False, RateStatus.IN_FORCE),
        (Validity(date(2023, 1, 1), date(2024, 5, 31)), True, RateStatus.EXPIRED),
        (Validity(date(2024, 6, 2)), True, RateStatus.NOT_YET),
        (Validity(date(2024, 1, 1)), True, RateStatus.IN_FORCE),
        (Validity(date(2017, 10, 1)), False, RateStatus.UNDATED),
        (Validity(), True, RateStatus.UNDATED),
    ],
)
def test_a_rate_is_in_force_only_where_something_says_so(
    validity: Validity, verified: bool, status: RateStatus
) -> None:
    assert rate(validity, verified=verified).status(DAY) is status


@given(st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.integers(0, 4000), st.integers(-5000, 5000))
def test_the_status_follows_the_days(start: date, length: int, offset: int) -> None:
    validity = Validity(start, start + timedelta(days=length))
    status = rate(validity).status(start + timedelta(days=offset))
    expected = (
        RateStatus.NOT_YET
        if offset < 0
        else RateStatus.EXPIRED
        if offset > length
        else RateStatus.IN_FORCE
    )
    assert status is expected


def test_a_validity_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="ends before"):
        Validity(date(2024, 2, 1), date(2024, 1, 1))


@pytest.mark.parametrize(
    ("pair", "overlap"),
    [
        ((Validity(None, date(2023, 12, 31)), Validity(date(2024, 1, 1))), False),
        ((Validity(date(2024, 1, 1)), Validity(date(2025, 1, 1))), True),
        ((Validity(), Validity(date(2025, 1, 1), date(2025, 1, 1))), True),
    ],
)
def test_an_open_end_overlaps_all_that_follows(pair: Sequence[Validity], overlap: bool) -> None:
    assert pair[0].overlaps(pair[1]) is overlap
    assert pair[1].overlaps(pair[0]) is overlap


@pytest.mark.parametrize(
    ("printed", "danish", "english"),
    [
        ("kr. pr. samtale", "kr. pr. samtale", "kr. per conversation"),
        ("kr. pr. opkald", "kr. pr. opkald", "kr. per call"),
        ("kr. pr. døgn", "kr. pr. døgn", "kr. per 24 hours"),
        ("kr. pr. portion", "kr. pr. portion", "kr. per portion"),
        ("kr. pr. kuvert", "kr. pr. kuvert", "kr. per cover"),
        ("kr. pr. kørt km", "kr. pr. kørt km", "kr. per km driven"),
    ],
)
def test_a_unit_is_shown_by_the_noun_that_is_printed(
    printed: str, danish: str, english: str
) -> None:
    unit = parse_unit(printed)
    assert unit is not None
    assert (unit.words("da"), unit.words("en")) == (danish, english)


def test_nouns_of_one_kind_agree() -> None:
    day, night_and_day = parse_unit("kr. pr. dag"), parse_unit("kr. pr. døgn")
    assert day is not None
    assert night_and_day is not None
    assert day.agrees_with(night_and_day)
    assert day.words("da") != night_and_day.words("da")


@pytest.mark.parametrize(
    ("cell", "per"),
    [
        ("kr. pr. sommerhus pr. år", ("sommerhus", "year")),
        ("kr. pr. år pr. sommerhus", ("sommerhus", "year")),
        ("kr./kolonihave/måned", ("kolonihave", "month")),
        ("kr. pr. fjernvarmestik årligt", ("fjernvarmestik", "year")),
        ("kr. pr. tømning", ("tømning",)),
        ("kr. pr. 1.000 liter", ("1.000 liter",)),
        ("kr. pr. MWh", ("mwh",)),
        ("DKK per holiday home per year", ("holiday home", "year")),
        ("pr. lygte", ("lygte",)),
    ],
)
def test_a_cell_may_say_any_words_behind_per(cell: str, per: tuple[str, ...]) -> None:
    unit = unit_in_cell(cell)
    assert unit is not None
    assert unit.per == per


@pytest.mark.parametrize(
    "cell",
    [
        *("EUR pr. lygte", "1.000 kr. pr. lygte", "kr. pr. 1. januar 2024", "kr. pr. 1/1-2024"),
        *("kr. pr. 2024", "kr. ekskl. moms pr. lygte", "lygte", "kr. pr. kr.", "kr. pr. xx"),
    ],
)
def test_another_currency_a_scale_or_a_day_is_no_unit(cell: str) -> None:
    assert unit_in_cell(cell) is None


def test_a_slip_of_the_pen_is_found_in_any_part_of_a_unit() -> None:
    assert unit_in_cell("kr. pr. tiem pr. sommerhus") is None
    assert nearly("kr. pr. tiem pr. sommerhus") == "time"
    assert nearly("kr. pr. sommerhus pr. time") is None
