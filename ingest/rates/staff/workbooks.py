"""Excel workbooks: values as they were last calculated, never a formula that was not.

A workbook is opened twice: for its formulas, and for the values that Excel left beside them. A
program that writes formulas without calculating them leaves none, and the cell would read as empty.
"""

import re
import warnings
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from itertools import islice, zip_longest
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from index.rates.amounts import written
from index.rates.units import KRONER, PERCENT
from ingest.rates.staff.sheets import EMPTY, MAX_COLUMNS, MAX_ROWS, Cell, Row, Sheet
from ingest.reading.extraction import Reason, Unreadable
from ingest.reading.package import check_package

_ROW_TAG = re.compile(rb"<(?:\w+:)?row\b[^>]*>")
_ROW_NUMBER = re.compile(rb"""\br=["'](\d+)""")
_HIDDEN = re.compile(rb"""\bhidden=["'](?:1|true)""")
_GROUPED = re.compile(r"[#0],[#0]")
"""In a number format: thousands are parted. A file has it the English way, whatever is shown."""
_COMMENTS = re.compile(r"comments?\d*\.xml$", re.IGNORECASE)
_THREADED = re.compile(r"^\[Threaded comment\].*?Comment:\s*", re.DOTALL)
_PRECISION = 10
"""Decimals that a float of Excel carries for sure: 0.1 + 0.2 is 0.3."""


def read_workbook(data: bytes) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook; a hidden one without its rows.

    Raises:
        Unreadable: It is damaged, has a password, or is too large.
    """
    check_package(data)
    try:
        with warnings.catch_warnings():
            # It warns of decorations that it does not keep: validation lists, colour scales.
            warnings.simplefilter("ignore")
            formulas = load_workbook(BytesIO(data), read_only=True, data_only=False)
            values = load_workbook(BytesIO(data), read_only=True, data_only=True)
            comments = _comments(data)
            return tuple(
                _annotated(
                    Sheet(str(sheet.title), tuple(_rows(sheet, values[sheet.title], data))),
                    comments,
                )
                if sheet.sheet_state == "visible"
                else Sheet(str(sheet.title), (), hidden=True)
                for sheet in formulas.worksheets
            )
    except (BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, OSError) as error:
        raise Unreadable(Reason.DAMAGED, f"the workbook cannot be opened ({error})") from error


def _comments(data: bytes) -> dict[tuple[str, int, int], str]:
    """Return what is noted on cells, by sheet, row and column (from 1, and from 0).

    While streaming, openpyxl leaves them out; so the few workbooks that have any are read whole.
    """
    with ZipFile(BytesIO(data)) as package:
        if not any(_COMMENTS.search(name) for name in package.namelist()):
            return {}
    book = load_workbook(BytesIO(data))
    return {
        (str(sheet.title), number, column - 1): _noted(cell.comment.text)
        for sheet in book.worksheets
        # Asked for its rows, it would make a cell of every place up to the last one.
        for (number, column), cell in sheet._cells.items()
        if cell.comment is not None
    }


def _noted(text: str) -> str:
    """Return the words of a comment, without those that Excel puts before a newer kind of it."""
    return " ".join(_THREADED.sub("", text).split())


def _annotated(sheet: Sheet, comments: dict[tuple[str, int, int], str]) -> Sheet:
    if not comments:
        return sheet
    rows = (
        replace(
            row,
            cells=tuple(
                replace(cell, comment=comments.get((str(sheet.name), row.number, at), ""))
                for at, cell in enumerate(row.cells)
            ),
        )
        for row in sheet.rows
    )
    return replace(sheet, rows=tuple(rows))


def _hidden_rows(data: bytes, path: str) -> frozenset[int]:
    """Return the numbers of the rows that a sheet hides; openpyxl does not tell while streaming."""
    with ZipFile(BytesIO(data)) as package:
        tags = _ROW_TAG.findall(package.read(path.lstrip("/")))
    numbers = (_ROW_NUMBER.search(tag) for tag in tags if _HIDDEN.search(tag))
    return frozenset(int(found[1]) for found in numbers if found)


def _rows(formulas: Any, values: Any, data: bytes) -> Iterator[Row]:
    hidden = _hidden_rows(data, formulas._worksheet_path)
    for sheet in (formulas, values):
        # What a file says of its size may be wrong; without it every row is read.
        sheet.reset_dimensions()
    pairs = zip_longest(formulas.iter_rows(), values.iter_rows(), fillvalue=())
    for number, (asked, known) in enumerate(islice(pairs, MAX_ROWS + 1), start=1):
        if number > MAX_ROWS or len(asked) > MAX_COLUMNS:
            raise Unreadable(
                Reason.TOO_LARGE,
                f"sheet {formulas.title!r} has more than {MAX_ROWS:,} rows or {MAX_COLUMNS} "
                "columns: no table of rates",
            )
        cells = tuple(_cell(f, v) for f, v in zip_longest(asked, known))
        yield Row(number, cells, hidden=number in hidden)


def _cell(formula: Any, cached: Any) -> Cell:
    cell = _plain_cell(formula, cached)
    font = formula.font if cell.shown else None
    return replace(cell, struck=True) if font is not None and font.strike else cell


def _plain_cell(formula: Any, cached: Any) -> Cell:
    if formula is None or formula.value is None:
        return EMPTY
    if formula.data_type == "f" and (cached is None or cached.value is None):
        return Cell(
            problem="a formula whose value is not in the file: open it in Excel and save it"
        )
    value = cached.value
    if cached.data_type == "e" or (isinstance(value, str) and value.startswith("#")):
        return Cell(shown=str(value), problem=f"the formula gives the error {value}")
    if isinstance(value, bool):
        return _text("ja" if value else "nej")
    if isinstance(value, int | float):
        return _number(Decimal(str(round(value, _PRECISION))), str(cached.number_format or ""))
    if isinstance(value, datetime | date):
        return _day(value)
    return _text(str(value))


def _number(value: Decimal, form: str) -> Cell:
    if "%" in form:
        value *= 100
    currency = PERCENT if "%" in form else KRONER if "kr" in form.lower() else None
    figure = written(value)
    if currency is None and not _GROUPED.search(form):
        figure = figure.replace(".", "")  # as Excel shows it: a year is no "2.022"
    shown = " ".join(part for part in (figure, currency) if part)
    return Cell(value.normalize(), shown, currency)


def _day(value: datetime | date) -> Cell:
    if isinstance(value, datetime):
        if value.time() != time():
            return _text(value.isoformat(" "))
        value = value.date()
    return Cell(value, f"{value.day}. {value.month}. {value.year}".replace(" ", ""))


def _text(text: str) -> Cell:
    folded = " ".join(text.split())
    return Cell(folded or None, folded)
