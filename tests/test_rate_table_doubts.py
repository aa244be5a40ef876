"""What a table of rates tells only as a whole: years at odds, two ways of writing, sums, hiding."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from index.documents import OPEN
from index.rates.rate import DoubtKind
from ingest.rates.staff.sheets import BadTable
from ingest.rates.staff.tables import understand_table
from ingest.reading.formats import Format
from ingest.understood import Understood


def csv(*rows: str, header: str = "Navn;Beløb;Enhed;Gyldig fra;Gyldig til") -> Understood:
    data = "\n".join([header, *rows]).encode()
    return understand_table(data, Format.CSV, source="t.csv", audience=OPEN)


def errors(*rows: str, header: str = "Navn;Beløb;Enhed;Gyldig fra;Gyldig til") -> tuple[str, ...]:
    with pytest.raises(BadTable) as caught:
        csv(*rows, header=header)
    return caught.value.errors


def test_a_day_of_another_year_than_its_row_is_an_error() -> None:
    header = "Navn;Beløb;Enhed;Gyldig fra;Gyldig til;År"
    (told,) = errors("Is;10;kr. pr. dag;2024-07-01;;2025", header=header)
    assert "row 2, column D (Gyldig fra): is of another year than the year 2025" in told
    assert csv("Is;10;kr. pr. dag;2024-04-01;2025-03-31;2024", header=header).rates
    assert csv("Is;10;kr. pr. dag;1. april;;2024", header=header).rates


def test_figures_that_may_be_thousands_or_decimals_are_errors() -> None:
    told = errors(
        "A;1,234;kr. pr. dag;2025-01-01;",
        "B;1.234;kr. pr. dag;2025-01-01;",
        "C;1,234.50;kr. pr. dag;2025-01-01;",
    )
    assert ["row 2" in told[0], "row 3" in told[1], len(told)] == [True, True, 2]
    assert all("column B (Beløb)" in error for error in told)


def test_a_comma_before_three_digits_alone_is_an_error() -> None:
    (told,) = errors("A;1,234;kr. pr. dag;2025-01-01;", "B;12;kr. pr. dag;2025-01-01;")
    assert "row 2" in told
    # A point groups thousands in Danish.
    assert [str(r.amount) for r in csv("A;1.234;kr. pr. dag;2025-01-01;").rates] == ["1234"]


def test_a_table_that_is_danish_throughout_has_no_such_error() -> None:
    read = csv("A;2,314;kr. pr. dag;2025-01-01;", "B;1.234;kr. pr. dag;2025-01-01;",
               "C;4,50;kr. pr. dag;2025-01-01;")  # fmt: skip
    assert [str(rate.amount) for rate in read.rates] == ["2.314", "1234", "4.50"]


def test_a_sum_is_no_rate_and_is_told() -> None:
    read = csv("A;10;kr. pr. dag;2025-01-01;", "I alt;10;kr. pr. dag;2025-01-01;")
    assert [rate.name for rate in read.rates] == ["A"]
    assert "row 3 is a sum and no rate; kept as text" in read.account.warnings


def test_a_figure_many_times_its_neighbours_is_doubtful() -> None:
    read = csv("A;12,50;kr. pr. dag;2024-01-01;", "A;125.000;kr. pr. dag;2025-01-01;")
    assert [[doubt.kind for doubt in rate.doubts] for rate in read.rates] == [
        [DoubtKind.BREAK],
        [DoubtKind.BREAK],
    ]


def test_what_a_workbook_hides_is_told() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Takster"
    for row in (
        ["Navn", "Beløb", "Enhed", "Gyldig fra"],
        ["A", 12.345, "kr. pr. dag", "2025-01-01"],
        ["B", "20.50", "kr. pr. dag", "2025-01-01"],
    ):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    other = book.create_sheet("Gemt")
    other.append(["Navn", "Beløb"])
    other.sheet_state = "hidden"
    stream = BytesIO()
    book.save(stream)
    read = understand_table(stream.getvalue(), Format.XLSX, source="t.xlsx", audience=OPEN)
    assert [rate.name for rate in read.rates] == ["A", "B"]
    assert set(read.account.warnings) == {
        "row 3 of sheet 'Takster' is hidden in the file; its rate was taken over",
        "sheet 'Gemt' is hidden and was left out",
    }
