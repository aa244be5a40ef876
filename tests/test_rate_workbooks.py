"""Workbooks of rates: cells keep their types, and what is no value is an error."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import Workbook

from index.documents import OPEN
from index.rates.rate import Validity
from index.rates.units import KRONER, PERCENT, Unit
from ingest.rates.staff.sheets import BadTable
from ingest.rates.staff.tables import understand_table
from ingest.reading.extraction import Reason, Unreadable
from ingest.reading.formats import Format, format_of
from tests.rate_table_files import workbook, xlsx

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
