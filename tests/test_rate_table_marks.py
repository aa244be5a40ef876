"""What a table says beside its amounts: a scale or a proposal is refused, a remark is kept."""

from io import BytesIO

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font

from index.documents import OPEN
from ingest.rates.staff.tables import understand_table
from ingest.reading.formats import Format
from tests.rate_table_files import csv, errors, one

HEADER = "Navn;Beløb;Enhed;Gyldig fra;Note"


@pytest.mark.parametrize(
    "heading",
    ["Beløb (1.000 kr.)", "Beløb (øre)", "Beløb (t.kr.)", "Beløb (EUR)", "Beløb (mio. kr.)"],
)
def test_amounts_in_another_scale_are_refused_at_their_heading(heading: str) -> None:
    (first, *_) = errors(
        "A;12;kr. pr. klinik;2024-01-01", header=f"Navn;{heading};Enhed;Gyldig fra"
    )
    assert "row 1, column B" in first
    assert "not counted in kroner" in first


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Beløb angivet i hele tusinde kroner;;;;", "write the amounts in kroner"),
        ("Takster (forslag, ikke vedtaget);;;;", "says that it is a proposal"),
    ],
)
def test_a_title_that_qualifies_all_amounts_refuses_the_table(title: str, told: str) -> None:
    (error,) = errors(HEADER, "A;12;kr. pr. klinik;2024-01-01;", header=title)
    assert "row 1, column A" in error
    assert told in error


def test_a_row_that_says_it_was_rejected_is_refused() -> None:
    (error,) = errors(
        "A;12;kr. pr. dag;2024-01-01;Forkastet",
        header="Navn;Beløb;Enhed;Gyldig fra;Status",
    )
    assert "row 2, column E (Status)" in error


@pytest.mark.parametrize(
    ("name", "remark"),
    [
        ("Bådleje", "FORSLAG - ikke vedtaget"),
        ("Bådleje", "ikke endeligt vedtaget"),
        ("Bådleje", "foreslået af havnefogeden"),
        ("Bådleje", "not yet finally approved"),
        ("Bådleje (forslag)", ""),
        ("Bådleje", "med forbehold for rådets godkendelse"),
    ],
)
def test_a_row_that_says_it_was_not_decided_is_a_proposal(name: str, remark: str) -> None:
    read = csv(
        "Bådleje;10;kr. pr. dag;2024-01-01;",
        f"{name};12;kr. pr. dag;2025-01-01;{remark}",
        header=HEADER,
    )
    told = [(str(r.amount), r.verified, r.proposed, r.validity.until) for r in read.rates]
    # What is only proposed does not end what applies.
    assert told == [("10", True, False, None), ("12", False, True, None)]
    assert any("row 3 is only proposed" in warning for warning in read.account.warnings)


def test_a_remark_on_an_amount_is_kept_with_it() -> None:
    assert one(csv("A;12;kr. pr. dag;2024-01-01;ekskl. moms", header=HEADER)).note == "ekskl. moms"
    headed = "Navn;Beløb (ekskl. moms, kr. pr. dag);Gyldig fra"
    rate = one(csv("A;12;2024-01-01", header=headed))
    assert (rate.note, rate.unit.words("da")) == ("ekskl. moms", "kr. pr. dag")


def test_two_units_of_one_row_are_an_error() -> None:
    (error,) = errors(
        "A;12;kr. pr. km;2024-01-01", header="Navn;Beløb (kr. pr. time);Enhed;Gyldig fra"
    )
    assert "column C (Enhed)" in error
    assert "kr. pr. km" in error
    assert "kr. pr. time" in error


def test_a_comma_in_an_english_table_is_not_guessed() -> None:
    (error,) = errors('A,"12,500",DKK per hour,2024-01-01', header="Name,Amount,Unit,Valid from")
    assert "may be thousands or decimals" in error


def test_a_row_struck_through_is_no_rate_and_is_told() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Navn", "Beløb", "Enhed", "Gyldig fra"])
    sheet.append(["A", 300, "kr. pr. time", "2024-01-01"])
    sheet.append(["B", 400, "kr. pr. time", "2024-01-01"])
    sheet["B3"].font = Font(strike=True)
    stream = BytesIO()
    book.save(stream)
    read = understand_table(stream.getvalue(), Format.XLSX, source="t.xlsx", audience=OPEN)
    assert [rate.name for rate in read.rates] == ["A"]
    assert any("row 3" in told and "struck through" in told for told in read.account.warnings)


def test_a_comment_on_a_cell_is_a_remark_and_may_make_a_proposal() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["Navn", "Beløb", "Enhed", "Gyldig fra"],
        ["A", 300, "kr. pr. time", "2024-01-01"],
        ["B", 400, "kr. pr. time", "2024-01-01"],
        ["C", 500, "kr. pr. time", "2024-01-01"],
    ):
        sheet.append(row)
    sheet["B2"].comment = Comment("ekskl. feriepenge", "KB")
    sheet["B3"].comment = Comment("ikke endeligt vedtaget", "KB")
    stream = BytesIO()
    book.save(stream)
    read = understand_table(stream.getvalue(), Format.XLSX, source="t.xlsx", audience=OPEN)
    told = [(r.name, r.note, r.proposed) for r in read.rates]
    assert sorted(told) == [
        ("A", "ekskl. feriepenge", False),
        ("B", "ikke endeligt vedtaget", True),
        ("C", None, False),
    ]


@pytest.mark.parametrize("unit", ["kr. pr. gang", "kr. pr. stk", "kr. pr. ydelse", "kr. pr. lygte"])
def test_a_noun_that_no_list_has_is_a_unit_of_its_own(unit: str) -> None:
    rate = one(csv(f"A;12;{unit};2024-01-01;", header=HEADER))
    assert rate.unit.words("da") == unit
