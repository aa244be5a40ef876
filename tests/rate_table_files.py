"""Tables of rates as files, for tests: rows of a CSV, sheets of a workbook, and their errors."""

from collections.abc import Sequence
from io import BytesIO

import pytest
from openpyxl import Workbook

from index.documents import OPEN
from index.rates.rate import Rate
from ingest.rates.staff.sheets import BadTable
from ingest.rates.staff.tables import understand_table
from ingest.reading.formats import Format
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
