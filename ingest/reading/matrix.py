"""A table as a matrix: every row has a value in every column."""

from dataclasses import dataclass

from ingest.reading.blocks import Cell, Table

MAX_COLUMNS = 200
MAX_SPAN = 1000
"""A file may claim that a cell spans a billion rows."""

_ENDS = (".", ",", ":", ";", "–", "-")


@dataclass(frozen=True, slots=True)
class Value:
    """What stands in one place of a table."""

    lines: tuple[str, ...]
    header: bool
    """The format marks it as a header, or all of it is bold or shaded."""
    first: bool
    """False where a cell that spans several columns is continued."""

    @property
    def text(self) -> str:
        """Return the lines as one."""
        joined = ""
        for line in self.lines:
            joined += line if not joined else (" " if joined.endswith(_ENDS) else "; ") + line
        return joined


Row = list[Value]
Matrix = list[Row]

_EMPTY = Value((), False, True)


def matrix_of(table: Table) -> Matrix:
    """Spread spanning cells over the places they cover, so that every row has every column."""
    grid: list[dict[int, Value]] = [{} for _ in table.rows]
    for y, row in enumerate(table.rows):
        x = 0
        for cell in row:
            while x in grid[y]:
                x += 1
            _place(grid, cell, y, x)
            x += min(cell.columns, MAX_SPAN)
    width = min(MAX_COLUMNS, max((max(row, default=-1) + 1 for row in grid), default=0))
    return [[row.get(x, _EMPTY) for x in range(width)] for row in grid]


def _place(grid: list[dict[int, Value]], cell: Cell, y: int, x: int) -> None:
    lines = tuple(cell.lines())
    for down in range(min(cell.rows, MAX_SPAN, len(grid) - y)):
        for right in range(min(cell.columns, MAX_SPAN)):
            grid[y + down].setdefault(x + right, Value(lines, cell.header, right == 0))


def only_text(row: Row) -> str | None:
    """Return the text of a row that has only one cell with any, else `None`."""
    filled = [value for value in row if value.text and value.first]
    return filled[0].text if len(filled) == 1 else None


def is_banner(row: Row) -> bool:
    """Tell whether one cell takes the whole width: a title over rows, not a value of any column."""
    return len(row) > 1 and bool(row[0].text) and all(not value.first for value in row[1:])
