"""What a CSV file and a workbook are read into: sheets of cells, each with its place."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ingest.reading.extraction import Reason, Unreadable

MAX_ROWS = 20_000
MAX_COLUMNS = 100
"""A table of rates has some hundred rows; what is larger is another kind of table."""
SHOWN_ERRORS = 20
"""Errors told of one file; of more, how many there are."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: what it holds, and how that is written."""

    value: str | Decimal | date | None = None
    """`None` where it is empty; a text without white space at its ends."""
    shown: str = ""
    """As a reader sees it, on one line."""
    currency: str | None = None
    """From the cell's number format: "kr." or "%"."""
    struck: bool = False
    """Whether it is struck through."""
    problem: str | None = None
    """Why its value is not known: a formula that was never calculated, an error."""
    comment: str = ""
    """What somebody noted on it, on one line."""


EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its number as a spreadsheet shows it, from 1."""

    number: int
    cells: tuple[Cell, ...]
    hidden: bool = False
    """Whether the program that made it does not show it."""

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return all(cell.value is None and cell.problem is None for cell in self.cells)

    def at(self, column: int) -> Cell:
        """Return the cell of a column, from 0; a row may be shorter than others."""
        return self.cells[column] if column < len(self.cells) else EMPTY


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook, or a CSV file, which has one without a name."""

    name: str | None
    rows: tuple[Row, ...]
    hidden: bool = False
    """Whether it is not shown; then its rows are not read."""


@dataclass(frozen=True, slots=True, order=True)
class CellError:
    """What is wrong at one place of a table."""

    sheet: str | None
    row: int
    column: int
    """From 0."""
    header: str
    """What the column is called in the file; empty where a row as a whole is meant."""
    problem: str

    def told(self, file: str) -> str:
        """Say it with file, sheet, row and column."""
        sheet = f", sheet {self.sheet!r}" if self.sheet is not None else ""
        name = f" ({self.header})" if self.header else ""
        return f"{file}{sheet}, row {self.row}, column {letter(self.column)}{name}: {self.problem}."


class BadTable(Unreadable):
    """A table of rates with errors: none of it is taken over."""

    def __init__(self, file: str, errors: tuple[CellError, ...]) -> None:
        self.errors = tuple(error.told(file) for error in errors)
        told = " ".join(self.errors[:SHOWN_ERRORS])
        more = len(errors) - SHOWN_ERRORS
        rest = f" And {more} more." if more > 0 else ""
        super().__init__(Reason.BAD_TABLE, f"{told}{rest} Nothing of it is taken over.")


def letter(column: int) -> str:
    """Return what a spreadsheet calls a column: A for 0, AA for 26."""
    name = ""
    column += 1
    while column:
        column, place = divmod(column - 1, 26)
        name = chr(ord("A") + place) + name
    return name
