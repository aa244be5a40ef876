"""Tables into lines of text: one row a line, the column's header at every value."""

from dataclasses import dataclass

from index.table_lines import BETWEEN
from ingest.reading.blocks import Table
from ingest.reading.column_names import header_depth, name_of
from ingest.reading.matrix import Row as Values
from ingest.reading.matrix import is_banner, matrix_of, only_text


@dataclass(frozen=True, slots=True)
class Row:
    """A line that came out of a table; `named` when its values carry their column's name."""

    text: str
    named: bool


def rows_of(table: Table) -> list[Row]:
    """Return the lines that `table` comes out as, in order."""
    matrix = matrix_of(table)
    above = 0
    # What stands over a whole table is its title, and names no column.
    while above + 2 < len(matrix) and only_text(matrix[above]) is not None:
        above += 1
    depth = header_depth(matrix[above:])
    if not depth:
        return _plain(table)
    head, rest = matrix[above : above + depth], matrix[above + depth :]
    names = [name_of(head, column) for column in range(len(head[0]))]
    titles = [only_text(row) or "" for row in matrix[:above]]
    unused = [n for i, n in enumerate(names) if n and not any(r[i].text for r in rest)]
    # A column without a single value would vanish with its header.
    titles += [BETWEEN.join(unused)] if unused else []
    lines = [Row(line, named=False) for line in titles] + [_row(names, row) for row in rest]
    return [row for row in lines if row.text]


def _row(names: list[str], row: Values) -> Row:
    if is_banner(row):
        return Row(row[0].text, named=False)
    return Row(_named(names, row), named=True)


def _named(names: list[str], row: Values) -> str:
    parts = []
    for x, value in enumerate(row):
        if not value.text or not value.first:
            continue
        parts.append(f"{_spanned(names, row, x)}: {value.text}" if names[x] else value.text)
    return BETWEEN.join(parts)


def _spanned(names: list[str], row: Values, x: int) -> str:
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
