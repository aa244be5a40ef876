"""Tables into lines of text: one row a line, the column's header at every value.

A header is only attached where the table really has one: marked by the format, bold over rows that
are not, or text above figures. Anything else comes out as plain lines, because a header invented
("Sted: Dato · Regionshuset: 12. maj") would be quoted as if it were printed.
"""

import re
from dataclasses import dataclass

from ingest.reading.blocks import Cell, Table

BETWEEN = " · "
LAYOUT_CELL_LINES = 6
"""A cell with more lines holds prose: the table lays out a page and is no data."""
LAYOUT_CELL_CHARACTERS = 600
MAX_COLUMNS = 200
MAX_SPAN = 1000
"""A file may claim that a cell spans a billion rows."""

_FIGURE = re.compile(
    r"(kr\.?|dkk|€|ca\.)?\s*[-–+]?\d[\d.,\s]*\s*(kr\.?|dkk|%|pct\.?|mio\.?( kr\.?)?|t\.?kr\.?|,-)*",
    re.I,
)
_ENDS = (".", ",", ":", ";", "–", "-")


@dataclass(frozen=True, slots=True)
class Row:
    """A line that came out of a table; `named` when its values carry their column's name."""

    text: str
    named: bool


@dataclass(frozen=True, slots=True)
class _Value:
    lines: tuple[str, ...]
    header: bool
    first: bool
    """False where a cell that spans several columns is continued."""

    @property
    def text(self) -> str:
        joined = ""
        for line in self.lines:
            joined += line if not joined else (" " if joined.endswith(_ENDS) else "; ") + line
        return joined


_EMPTY = _Value((), False, True)


def rows_of(table: Table) -> list[Row]:
    """Return the lines that `table` comes out as, in order."""
    matrix = _matrix(table)
    depth = 0 if _is_layout(matrix) else _header_depth(matrix)
    if not depth:
        return _plain(table)
    names = [_name(matrix[:depth], column) for column in range(len(matrix[0]))]
    lines = [_named(names, row) for row in matrix[depth:]]
    unused = [n for i, n in enumerate(names) if n and not any(r[i].text for r in matrix[depth:])]
    # A column without a single value would vanish with its header.
    head = [Row(BETWEEN.join(unused), False)] if unused else []
    return head + [Row(line, True) for line in lines if line]


def _matrix(table: Table) -> list[list[_Value]]:
    """Spread spanning cells over the places they cover, so that every row has every column."""
    grid: list[dict[int, _Value]] = [{} for _ in table.rows]
    for y, row in enumerate(table.rows):
        x = 0
        for cell in row:
            while x in grid[y]:
                x += 1
            _place(grid, cell, y, x)
            x += min(cell.columns, MAX_SPAN)
    width = min(MAX_COLUMNS, max((max(row, default=-1) + 1 for row in grid), default=0))
    return [[row.get(x, _EMPTY) for x in range(width)] for row in grid]


def _place(grid: list[dict[int, _Value]], cell: Cell, y: int, x: int) -> None:
    lines = tuple(cell.lines())
    for down in range(min(cell.rows, MAX_SPAN, len(grid) - y)):
        for right in range(min(cell.columns, MAX_SPAN)):
            grid[y + down].setdefault(x + right, _Value(lines, cell.header, right == 0))


def _is_layout(matrix: list[list[_Value]]) -> bool:
    if len(matrix) < 2 or len(matrix[0]) < 2 or len(matrix[0]) >= MAX_COLUMNS:
        return True
    return any(
        len(value.lines) > LAYOUT_CELL_LINES or sum(map(len, value.lines)) > LAYOUT_CELL_CHARACTERS
        for row in matrix
        for value in row
    )


def _header_depth(matrix: list[list[_Value]]) -> int:
    """Return how many rows at the top are headers: 0 where nothing says that any is."""
    depth = 0
    while depth < len(matrix) and all(v.header for v in matrix[depth] if v.text):
        depth += 1
    if 0 < depth < len(matrix) and _names_columns(matrix[:depth]):
        return depth
    return 1 if _text_above_figures(matrix) else 0


def _names_columns(head: list[list[_Value]]) -> bool:
    named = [any(row[x].text for row in head) for x in range(len(head[0]))]
    # The corner above the row names is often empty; a banner over the whole table names nothing.
    banner = all(len({v.text for v in row}) == 1 for row in head)
    return not banner and sum(named) >= max(2, len(named) - 1)


def _text_above_figures(matrix: list[list[_Value]]) -> bool:
    head, rest = matrix[0], matrix[1:]
    if any(
        not v.text or any(c.isdigit() for c in v.text) or v.text.endswith(":") for v in head[1:]
    ):
        return False
    if any(c.isdigit() for c in head[0].text) or head[0].text.endswith(":"):
        return False
    return len(rest) >= 2 and any(_mostly_figures(rest, x) for x in range(1, len(head)))


def _mostly_figures(rows: list[list[_Value]], column: int) -> bool:
    values = [row[column].text for row in rows]
    figures = sum(bool(_FIGURE.fullmatch(value)) for value in values)
    return figures >= 2 and figures * 4 >= len(values) * 3


def _name(head: list[list[_Value]], column: int) -> str:
    names = dict.fromkeys(row[column].text for row in head if row[column].text)
    return " ".join(names).rstrip(": ")


def _named(names: list[str], row: list[_Value]) -> str:
    parts = []
    for x, value in enumerate(row):
        if not value.text or not value.first:
            continue
        parts.append(f"{_spanned(names, row, x)}: {value.text}" if names[x] else value.text)
    return BETWEEN.join(parts)


def _spanned(names: list[str], row: list[_Value], x: int) -> str:
    """Return the names of all columns that the value at `x` spans."""
    covered = [names[x]]
    while (x := x + 1) < len(row) and not row[x].first:
        covered.append(names[x])
    return ", ".join(dict.fromkeys(name for name in covered if name))


def _plain(table: Table) -> list[Row]:
    lines: list[str] = []
    for row in table.rows:
        cells = [cell.lines() for cell in row]
        filled = [cell for cell in cells if cell]
        if all(len(cell) == 1 for cell in filled):
            lines.append(_side_by_side([cell[0] for cell in filled]))
        else:
            lines += [line for cell in filled for line in cell]
    return [Row(line, False) for line in lines if line]


def _side_by_side(cells: list[str]) -> str:
    joined = ""
    for cell in cells:
        joined += cell if not joined else (" " if joined.endswith(":") else BETWEEN) + cell
    return joined
