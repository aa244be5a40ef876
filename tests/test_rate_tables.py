"""Tables of rates that staff keep: read as they are meant, or refused whole."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from index.danish.days import format_date
from index.documents import OPEN, DocumentKind
from index.rates.amounts import written
from index.rates.rate import Rate, Validity
from index.rates.units import KRONER, PERCENT, Unit
from ingest.rates.sheets import BadTable
from ingest.rates.tables import understand_table
from ingest.reading.extraction import Reason, Unreadable
from ingest.reading.formats import Format, format_of
from ingest.understood import Understood

HEADER = "Navn;Engelsk navn;Beløb;Enhed;Gyldig fra;Gyldig til"


def csv(*rows: str, header: str = HEADER, encoding: str = "utf-8") -> Understood:
    data = "\n".join([header, *rows]).encode(encoding)
    return understand_table(data, Format.CSV, source="takster/t.csv", audience=OPEN)


def errors(*rows: str, header: str = HEADER) -> tuple[str, ...]:
    with pytest.raises(BadTable) as caught:
        csv(*rows, header=header)
    return caught.value.errors


def workbook(*sheets: tuple[str, Sequence[Sequence[object]]]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def xlsx(*sheets: tuple[str, Sequence[Sequence[object]]]) -> Understood:
    return understand_table(workbook(*sheets), Format.XLSX, source="t.xlsx", audience=OPEN)


def one(understood: Understood) -> Rate:
    (rate,) = understood.rates
    return rate


def test_a_row_becomes_a_rate_cited_by_its_line() -> None:
    read = csv("Brotakst;Bridge toll;12,50 kr.;kr. pr. tur;1. april 2024;30.09.2024")
    rate = one(read)
    assert (rate.name, rate.names, rate.amount) == ("Brotakst", ("Bridge toll",), Decimal("12.5"))
    assert rate.unit == Unit(KRONER, ("trip",))
    assert rate.validity == Validity(date(2024, 4, 1), date(2024, 9, 30))
    assert rate.verified
    assert rate.figure.of(read.document.text) == rate.printed == "12,50 kr."
    assert rate.span.of(read.document.text).startswith("Navn: Brotakst · Engelsk navn: Bridge")
    assert read.document.kind is DocumentKind.RATES
    assert [p.text for p in read.passages] == [read.document.text.strip()]


def test_a_rate_without_an_end_ends_where_its_next_one_begins() -> None:
    read = csv(
        "Brotakst;;13 kr.;kr. pr. tur;2025-01-01;",
        "Brotakst;Bridge toll;12 kr.;kr. pr. tur;2024-01-01;",
        "Færge;;20 kr.;kr. pr. tur;2024-07-01;",
    )
    assert [(r.name, r.validity.until) for r in read.rates] == [
        ("Brotakst", None),
        ("Brotakst", date(2024, 12, 31)),
        ("Færge", None),
    ]
    assert read.rates[0].names == ("Bridge toll",)


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Name,Amount,Unit,Valid from,Valid to", "Toll,12.50 DKK,DKK per trip,2024-04-01,"),
        ("Takst\tBeløb (kr. pr. tur)\tGældende fra", "Toll\t12,5\t01-04-2024"),
        ("Ydelse;Takst;Enhed;Gælder fra", "Toll;12,50;kr. pr. tur;1. april 2024"),
        ("BETEGNELSE | SATS | PR | FRA", "Toll | 12,50 kr. | tur | 1/4-2024"),
        ("Navn;Beløb i kr.;Enhed;År;Gyldig fra", "Toll;12,50;pr. tur;2024;1. april"),
        ("Navn;Beløb;Enhed;År;Gyldig fra", "Toll;12,50;kr/tur;2024;1 April"),
    ],
)
def test_columns_are_known_by_many_names(header: str, row: str) -> None:
    rate = one(csv(row, header=header))
    assert (rate.name, rate.amount, rate.unit) == ("Toll", Decimal("12.5"), Unit(KRONER, ("trip",)))
    assert rate.validity.since == date(2024, 4, 1)


def test_a_calendar_year_is_the_whole_of_it_and_a_small_one_is_of_the_agreement() -> None:
    header = "Navn;Beløb;Enhed;Aftale;År"
    whole, second = csv("Toll;3 %;%;;2024", "Andet;3 kr.;kr.;OK24;2", header=header).rates
    assert whole.validity == Validity(date(2024, 1, 1), date(2024, 12, 31))
    assert whole.unit == Unit(PERCENT)
    assert (second.agreement, second.agreement_year) == ("OK24", 2)
    assert second.validity == Validity()


def test_titles_above_the_header_and_encodings_of_old_programs_do_no_harm() -> None:
    read = csv(
        ";;;;;",
        HEADER,
        "Færgeløn;;12,50 kr.;kr. pr. påbegyndt time;2024-04-01;",
        header="Takster på øen;;;;;",
        encoding="cp1252",
    )
    assert one(read).name == "Færgeløn"
    assert read.document.text.startswith("Takster på øen\n")


@pytest.mark.parametrize(
    ("row", "column", "problem"),
    [
        ("Toll;;ca. 12;kr. pr. tur;2024-01-01;", "C (Beløb)", "'ca. 12' is no amount"),
        ("Toll;;efter aftale;kr. pr. tur;2024-01-01;", "C (Beløb)", "is no amount"),
        ("Toll;;;kr. pr. tur;2024-01-01;", "C (Beløb)", "no amount"),
        ("Toll;;-4;kr. pr. tur;2024-01-01;", "C (Beløb)", "'-4' is below zero"),
        ("Toll;;4;kr. pr. banan;2024-01-01;", "D (Enhed)", "'kr. pr. banan' is not known"),
        ("Toll;;4 %;kr. pr. tur;2024-01-01;", "D (Enhed)", "says kr., and the amount %"),
        ("Toll;;4;;2024-01-01;", "C (Beløb)", "kroner or per cent"),
        (";;4;kr. pr. tur;2024-01-01;", "A (Navn)", "no name"),
        ("Toll;;4;kr. pr. tur;;", "E (Gyldig fra)", "nothing says from when it applies"),
        ("Toll;;4;kr. pr. tur;2024-02-30;", "E (Gyldig fra)", "'2024-02-30' is no date"),
        ("Toll;;4;kr. pr. tur;1. april;", "E (Gyldig fra)", "a day without a year"),
        ("Toll;;4;kr. pr. tur;fra foråret;", "E (Gyldig fra)", "is no date"),
        ("Toll;;4;kr. pr. tur;45383;", "E (Gyldig fra)", "is no date"),
        ("Toll;;4;kr. pr. tur;2024-02-01;2024-01-01", "F (Gyldig til)", "ends before it begins"),
    ],
)
def test_an_error_names_file_row_and_column(row: str, column: str, problem: str) -> None:
    (told,) = errors("Rigtig;;4;kr. pr. tur;2024-01-01;", row)
    assert told.startswith(f"t.csv, row 3, column {column}: ")
    assert problem in told


@pytest.mark.parametrize(
    ("second", "problem"),
    [
        ("Toll;;5;kr. pr. tur;2024-07-01;", "leaves a gap: row 2 applies until 2024-05-31"),
        ("Toll;;5;kr. pr. tur;2024-05-31;", "overlaps row 2, which applies until 2024-05-31"),
        ("TOLL;;5;kr. pr. tur;2024-01-01;", "begins on the same day as row 2"),
        ("Toll;;4;kr. pr. tur;2024-01-01;2024-05-31", "the same as row 2"),
    ],
)
def test_gaps_overlaps_and_duplicates_are_errors(second: str, problem: str) -> None:
    (told,) = errors("Toll;;4;kr. pr. tur;2024-01-01;2024-05-31", second)
    assert told.startswith("t.csv, row 3, column E (Gyldig fra): ")
    assert problem in told


def test_a_missing_or_repeated_year_of_an_agreement_is_an_error() -> None:
    header = "Navn;Beløb;Enhed;Aftale;Aftaleår"
    gap, twice = errors(
        "A;4;kr.;OK;1", "A;5;kr.;OK;3", "B;4;kr.;OK;1", "B;5;kr.;OK;1", header=header
    )
    assert "row 3, column E (Aftaleår): leaves a gap: row 2 is of year 1" in gap
    assert "row 5, column E (Aftaleår): 'B' stands in row 4 too" in twice


def test_every_error_of_a_file_is_told_at_once() -> None:
    told = errors("Toll;;x;kr. pr. banan;2024-01-01;", ";;4;kr.;i går;")
    assert [error.split(":")[0] for error in told] == [
        "t.csv, row 2, column C (Beløb)",
        "t.csv, row 2, column D (Enhed)",
        "t.csv, row 3, column A (Navn)",
        "t.csv, row 3, column E (Gyldig fra)",
    ]


def test_a_duplicate_is_told_beside_other_errors_and_a_gap_is_not() -> None:
    told = errors(
        "Bro;;x;kr. pr. tur;2024-01-01;",
        "Lods;;4;kr. pr. tur;2024-01-01;2024-12-31",
        "Lods;;5;kr. pr. tur;2024-01-01;2024-12-31",
        "Lods;;6;kr. pr. tur;2026-01-01;",
    )
    assert len(told) == 2
    assert "'x' is no amount" in told[0]
    assert "'Lods' begins on the same day as row 3" in told[1]


def test_a_year_of_a_workbook_is_shown_as_one() -> None:
    read = xlsx(("Ark", [["Navn", "Beløb", "Enhed", "År"], ["Bro", 1250, "kr. pr. tur", 2024]]))
    assert "År: 2024" in read.document.text
    assert one(read).printed == "1250"


def test_a_misspelt_column_is_an_error_and_another_one_is_kept_as_text() -> None:
    (told,) = errors("Toll;4;kr.;2024-01-01;x", header="Navn;Beløb;Enhed;Fra;Gyldig tli")
    assert told == (
        "t.csv, row 1, column E (Gyldig tli): is not known; perhaps 'gyldig til' is meant."
    )
    read = csv("Toll;4;kr.;2024-01-01;HR;§ 7", header="Navn;Beløb;Enhed;Fra;Afdeling;Hjemmel")
    assert "Afdeling: HR · Hjemmel: § 7" in read.document.text
    assert read.account.warnings == (
        "the column 'Afdeling' means nothing to a table of rates; kept as text",
    )


def test_two_columns_of_amounts_are_an_error() -> None:
    (told,) = errors("Toll;4;5;kr.;2024-01-01", header="Navn;Beløb;Værdi;Enhed;Fra")
    assert "column C (Værdi): means the same as the column 'Beløb'" in told


@pytest.mark.parametrize("text", ["a;b;c\n1;2;3\n", "Kommune;Indbyggere\nNord;100\n", "x\n"])
def test_another_table_is_no_table_of_rates(text: str) -> None:
    with pytest.raises(Unreadable, match="none of rates") as caught:
        understand_table(text.encode(), Format.CSV, source="t.csv", audience=OPEN)
    assert caught.value.reason is Reason.UNKNOWN_FORMAT


# Workbooks ---------------------------------------------------------------------------------------

COLUMNS = ("Navn", "Beløb", "Enhed", "Gyldig fra", "Gyldig til")


def test_a_workbook_is_known_by_its_content() -> None:
    assert format_of(workbook(("A", [COLUMNS])), "t.bin") is Format.XLSX


def test_cells_keep_their_types_and_sheets_their_names() -> None:
    read = xlsx(
        (
            "Kørsel",
            [COLUMNS, ("Toll", 12.5, "kr. pr. tur", date(2024, 4, 1), date(2025, 3, 31))],
        ),
        ("Procenter", [COLUMNS, ("Tillæg", "12,5 %", None, "1. april 2024", None)]),
        ("Vejledning", [("Udfyld alle kolonner",)]),
    )
    toll, extra = read.rates
    assert (toll.amount, toll.printed) == (Decimal("12.5"), "12,50")
    assert toll.validity == Validity(date(2024, 4, 1), date(2025, 3, 31))
    assert extra.unit == Unit(PERCENT)
    assert [s.heading for s in read.document.sections] == ["Kørsel", "Procenter"]
    assert read.account.warnings == ("sheet 'Vejledning' has no columns of rates and was left out",)


def test_the_format_of_a_cell_tells_per_cent_and_kroner() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Navn", "Beløb", "Gyldig fra"])
    sheet.append(["Tillæg", 0.125, date(2024, 1, 1)])
    sheet.append(["Toll", 12.5, date(2024, 1, 1)])
    sheet["B2"].number_format = "0.0%"
    sheet["B3"].number_format = '#,##0.00 "kr."'
    stream = BytesIO()
    book.save(stream)
    read = understand_table(stream.getvalue(), Format.XLSX, source="t.xlsx", audience=OPEN)
    assert [(r.amount, r.unit.currency, r.printed) for r in read.rates] == [
        (Decimal("12.5"), PERCENT, "12,50 %"),
        (Decimal("12.5"), KRONER, "12,50 kr."),
    ]


def test_a_formula_that_was_never_calculated_is_an_error() -> None:
    with pytest.raises(BadTable) as caught:
        xlsx(("Ark1", [COLUMNS, ("Toll", "=2*6", "kr. pr. tur", date(2024, 4, 1))]))
    assert caught.value.errors == (
        "t.xlsx, sheet 'Ark1', row 2, column B (Beløb): a formula whose value is not in the file: "
        "open it in Excel and save it.",
    )


def test_a_formula_that_gives_an_error_is_an_error() -> None:
    with pytest.raises(BadTable) as caught:
        xlsx(("Ark1", [COLUMNS, ("Toll", "#DIV/0!", "kr. pr. tur", date(2024, 4, 1))]))
    assert "column B (Beløb): the formula gives the error #DIV/0!" in caught.value.errors[0]


def test_a_damaged_workbook_says_so() -> None:
    data = workbook(("A", [COLUMNS]))
    with pytest.raises(Unreadable) as caught:
        understand_table(data[:-300], Format.XLSX, source="t.xlsx", audience=OPEN)
    assert caught.value.reason is Reason.DAMAGED


# Generated tables --------------------------------------------------------------------------------

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
    digits = [c for c in rate.printed if c.isdecimal()]
    assert digits
    assert {*written(rate.amount)} - {*"., "} <= {*digits, "0"}
