"""Tables on PDF pages, found by where their cells stand."""

import re
from dataclasses import dataclass
from itertools import pairwise

from ingest.reading.blocks import Block, Cell, Kind, Table
from ingest.reading.pdf.columns import COLUMN_SPACE, Extent, columns_of, merge, pieces_of
from ingest.reading.pdf.lines import Line, Segment

MIN_ROWS = 3
"""Lines; two lines with a gap in the same place may be chance, unless rules are drawn around."""
MAX_LINE_GAP = 3.5
"""Of the font's height: text further below is no longer the same table."""
TIGHT = 1.3
"""The lines of one cell stand closer than its rows, by this factor at least."""

ALIGNED = 3.0
"""Points by which the cells of a column may begin apart."""

_POINT = re.compile(r"([•·▪◦○●■□➢–—*-]|\(?[\da-zA-Z]{1,3}[.)]|[ivx]+[.)]|\d{1,3}(\.\d+)*\.?)")
_FIGURE = re.compile(r"[\d.,\s%–-]+(kr\.?)?")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table and the lines it was read from."""

    table: Table
    lines: tuple[Line, ...]
    columns: tuple[Extent, ...]
    """Left and right of each column, in points."""


def grids_of(lines: list[Line], rules: list[float]) -> list[Grid]:
    """Return the tables among the lines of one page, in order."""
    grids = []
    start = 0
    while start < len(lines):
        end = _reach(lines, start, rules)
        grid = _grid(lines[start:end], rules) if end - start > 1 else None
        if grid is None:
            start += 1
        else:
            grids.append(grid)
            start += len(grid.lines)
    return grids


def same_columns(first: Grid, second: Grid) -> bool:
    """Tell whether two tables have their columns at the same places."""
    if len(first.columns) != len(second.columns):
        return False
    return all(
        abs(a[0] - b[0]) < COLUMN_SPACE or abs(a[1] - b[1]) < COLUMN_SPACE
        for a, b in zip(first.columns, second.columns, strict=True)
    )


def _reach(lines: list[Line], start: int, rules: list[float]) -> int:
    """Return the end of the lines from `start` that may be one table."""
    if len(lines[start].segments) < 2 or _is_list(lines[start]):
        return start
    last = end = start
    columns = [(each.left, each.right) for each in lines[start].segments]
    while (end := end + 1) < len(lines):
        line, above = lines[end], lines[end - 1]
        gap = above.baseline - line.baseline
        if (
            line.turn != above.turn
            or not 0 < gap < MAX_LINE_GAP * max(line.size, above.size)
            or (_is_list(line) and not _in_columns(line, columns))
        ):
            break
        wider = merge([*columns, *((s.left, s.right) for s in line.segments)])
        if len(wider) < max(2, min(len(columns), len(line.segments))):
            break
        columns = wider
        if len(line.segments) > 1:
            last = end
        elif not _fits(line.segments[0], columns):
            break
    # The lines of the last cell may go on below the last full row.
    while last + 1 < min(end, len(lines)) and (
        _tight(lines, last + 1) or _in_last_row(lines, last + 1, rules)
    ):
        last += 1
    return last + 1


def _is_list(line: Line) -> bool:
    if len(line.segments) != 2 or _FIGURE.fullmatch(line.segments[1].text):
        return False
    return _POINT.fullmatch(line.segments[0].text) is not None


def _in_columns(line: Line, columns: list[Extent]) -> bool:
    """Tell whether a number and a text stand where columns of a wider table begin."""
    places = [
        next((i for i, (left, _) in enumerate(columns) if abs(segment.left - left) < ALIGNED), -1)
        for segment in line.segments
    ]
    return len(columns) > 2 and places == [0, 1] and line.segments[1].right < columns[2][0]


def _in_last_row(lines: list[Line], index: int, rules: list[float]) -> bool:
    """Tell whether no rule parts a line from the one above, and one closes the table below it."""
    line, above = lines[index], lines[index - 1]
    parted = any(line.baseline < y < above.baseline for y in rules)
    return not parted and any(0 < line.baseline - y < 2 * line.size for y in rules)


def _fits(segment: Segment, columns: list[Extent]) -> bool:
    return any(left - 2 <= segment.left and segment.right <= right + 40 for left, right in columns)


def _tight(lines: list[Line], index: int) -> bool:
    gap = lines[index - 1].baseline - lines[index].baseline
    return 0 < gap < TIGHT * lines[index].size and len(lines[index].segments) == 1


def _grid(lines: list[Line], rules: list[float]) -> Grid | None:
    columns = columns_of(lines)
    full = sum(len(line.segments) > 1 for line in lines)
    if len(columns) < 2 or full < (2 if _boxed(lines, rules) else MIN_ROWS):
        return None
    rows = _rows(lines, columns, rules)
    if len(rows) < 2:
        return None
    cells = tuple(_cells(row, columns) for row in rows)
    return Grid(Table(cells), tuple(lines), tuple(columns))


def _rows(lines: list[Line], columns: list[Extent], rules: list[float]) -> list[list[Line]]:
    """Part the lines into table rows: at the rules drawn between them, else by how they stand."""
    if _ruled(lines, rules):
        starts = [
            i == 0 or any(line.baseline < y < lines[i - 1].baseline for y in rules)
            for i, line in enumerate(lines)
        ]
    else:
        starts = _row_starts(lines, columns)
    rows: list[list[Line]] = []
    for line, starting in zip(lines, starts, strict=True):
        if starting:
            rows.append([line])
        else:
            rows[-1].append(line)
    return rows


def _boxed(lines: list[Line], rules: list[float]) -> bool:
    """Tell whether rules are drawn above, below and between the lines of a small table."""
    near = 2 * lines[0].size
    top, bottom = lines[0].baseline, lines[-1].baseline
    return (
        any(0 < y - top < near for y in rules)
        and any(0 < bottom - y < near for y in rules)
        and any(bottom < y < top for y in rules)
    )


def _ruled(lines: list[Line], rules: list[float]) -> bool:
    top, bottom = lines[0].baseline, lines[-1].baseline
    inside = {round(y) for y in rules if bottom < y < top}
    return len(inside) >= 2


def _row_starts(lines: list[Line], columns: list[Extent]) -> list[bool]:
    """Tell for each line whether it begins a row, or goes on in the cells above it."""
    gaps = [above.baseline - below.baseline for above, below in pairwise(lines)]
    between_rows = _between_rows(gaps)
    starts = [True]
    for (above, line), gap in zip(pairwise(lines), gaps, strict=True):
        if _is_full(line, columns) and _is_full(above, columns):
            starts.append(True)
        elif between_rows is not None:
            starts.append(gap > between_rows)
        else:
            starts.append(any(segment.left < columns[0][1] for segment in line.segments))
    return starts


def _between_rows(gaps: list[float]) -> float | None:
    """Return the gap that parts rows from lines within cells; `None` where all are alike."""
    # The first is that below the header, which is often wider than all others.
    ordered = sorted(gaps[1:])
    jumps = [(wide / max(narrow, 0.1), narrow, wide) for narrow, wide in pairwise(ordered)]
    ratio, narrow, wide = max(jumps, default=(1.0, 0.0, 0.0))
    rows = sum(gap >= wide for gap in ordered)
    return (narrow + wide) / 2 if ratio > TIGHT - 0.05 and rows > 1 else None


def _is_full(line: Line, columns: list[Extent]) -> bool:
    found = {piece.column for segment in line.segments for piece in pieces_of(segment, columns)}
    return len(found) == len(columns)


def _cells(row: list[Line], columns: list[Extent]) -> tuple[Cell, ...]:
    pieces = [p for line in row for segment in line.segments for p in pieces_of(segment, columns)]
    cells: list[Cell] = []
    covered = 0
    for index in range(len(columns)):
        inside = [piece for piece in pieces if piece.column == index]
        if index < covered and not inside:
            continue
        text = " ".join(piece.text for piece in inside)
        # A single piece over several columns is a cell that spans them.
        span = inside[0].columns if len(inside) == 1 else 1
        bold = bool(inside) and all(piece.bold for piece in inside)
        cells.append(Cell((Block(text, Kind.LINE),) if text else (), columns=span, header=bold))
        covered = index + span
    return tuple(cells)
