"""Tables of rates that staff keep: read as they are meant, or refused whole."""

from datetime import date
from decimal import Decimal

import pytest

from index.documents import OPEN, DocumentKind
from index.rates.rate import Validity
from index.rates.units import KRONER, PERCENT, Unit
from ingest.rates.staff.tables import understand_table
from ingest.reading.extraction import Reason, Unreadable
from ingest.reading.formats import Format
from tests.rate_table_files import HEADER, csv, errors, one, xlsx


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


def test_a_unit_is_taken_as_it_stands_behind_the_currency() -> None:
    read = csv("Basisgebyr;;812;kr. pr. sommerhus pr. år;2024-01-01;")
    assert one(read).unit == Unit(KRONER, ("sommerhus", "year"))
    assert one(read).unit.words("da") == "kr. pr. sommerhus pr. år"


def test_a_heading_may_say_the_unit_in_words_of_its_own() -> None:
    read = csv("Basisgebyr;812;2024", header="Navn;Beløb (kr. pr. kolonihave pr. år);År")
    assert one(read).unit == Unit(KRONER, ("kolonihave", "year"))


def test_a_refused_unit_is_told_with_what_would_be_taken() -> None:
    (told,) = errors("Basisgebyr;;812;EUR pr. sommerhus;2024-01-01;")
    assert "'EUR pr. sommerhus' is not known" in told
    assert "any words behind pr." in told


@pytest.mark.parametrize(
    ("row", "column", "problem"),
    [
        ("Toll;;ca. 12;kr. pr. tur;2024-01-01;", "C (Beløb)", "'ca. 12' is no amount"),
        ("Toll;;efter aftale;kr. pr. tur;2024-01-01;", "C (Beløb)", "is no amount"),
        ("Toll;;;kr. pr. tur;2024-01-01;", "C (Beløb)", "no amount"),
        ("Toll;;-4;kr. pr. tur;2024-01-01;", "C (Beløb)", "'-4' is below zero"),
        ("Toll;;4;kr. pr. tiem;2024-01-01;", "D (Enhed)", "'kr. pr. tiem' is not known"),
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
    told = errors("Toll;;x;kr. pr. tiem;2024-01-01;", ";;4;kr.;i går;")
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
