"""Tables on PDF pages, found by where their cells stand."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from ingest.reading.blocks import Block, Cell, Kind, Table
from ingest.reading.pdf.lines import WORD_GAP, Line, Segment

MIN_ROWS = 3
"""Lines; two lines with a gap in the same place may be chance."""
MAX_LINE_GAP = 3.5
"""Of the font's height: text further below is no longer the same table."""
COLUMN_SPACE = 4.0
"""Points that are free between two columns all the way down."""
TIGHT = 1.3
"""The lines of one cell stand closer than its rows, by this factor at least."""

_POINT = re.compile(r"([•·▪◦○●■□➢–—*-]|\(?[\da-zA-Z]{1,3}[.)]|[ivx]+[.)]|\d+(\.\d+)*\.?)")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table and the lines it was read from."""

    table: Table
    lines: tuple[Line, ...]
    columns: tuple[tuple[float, float], ...]
    """Left and right of each column, in points."""


def grids_of(lines: list[Line], rules: list[float]) -> list[Grid]:
    """Return the tables among the lines of one page, in order."""
    grids = []
    start = 0
    while start < len(lines):
        end = _reach(lines, start)
        grid = _grid(lines[start:end], rules) if end - start >= MIN_ROWS else None
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


def _reach(lines: list[Line], start: int) -> int:
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
            or _is_list(line)
        ):
            break
        wider = _columns([*columns, *((s.left, s.right) for s in line.segments)])
        if len(wider) < max(2, min(len(columns), len(line.segments))):
            break
        columns = wider
        if len(line.segments) > 1:
            last = end
        elif not _fits(line.segments[0], columns):
            break
    # The lines of the last cell may go on below the last full row.
    while last + 1 < min(end, len(lines)) and _tight(lines, last + 1):
        last += 1
    return last + 1


def _is_list(line: Line) -> bool:
    return len(line.segments) == 2 and _POINT.fullmatch(line.segments[0].text) is not None


def _fits(segment: Segment, columns: list[tuple[float, float]]) -> bool:
    return any(left - 2 <= segment.left and segment.right <= right + 40 for left, right in columns)


def _columns(extents: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Merge what overlaps; what is left apart are the columns."""
    merged: list[tuple[float, float]] = []
    for left, right in sorted(extents):
        if merged and left < merged[-1][1] + COLUMN_SPACE:
            merged[-1] = (merged[-1][0], max(right, merged[-1][1]))
        else:
            merged.append((left, right))
    return merged


def _tight(lines: list[Line], index: int) -> bool:
    gap = lines[index - 1].baseline - lines[index].baseline
    return 0 < gap < TIGHT * lines[index].size and len(lines[index].segments) == 1


def _grid(lines: list[Line], rules: list[float]) -> Grid | None:
    columns = _likely_columns(lines)
    full = sum(len(line.segments) > 1 for line in lines)
    if len(columns) < 2 or full < MIN_ROWS:
        return None
    rows = _rows(lines, columns, rules)
    if len(rows) < 2:
        return None
    cells = tuple(_cells(row, columns) for row in rows)
    return Grid(Table(cells), tuple(lines), tuple(columns))


def _likely_columns(lines: list[Line]) -> list[tuple[float, float]]:
    """Return the columns of those lines that have as many segments as most have.

    The names in a header stand closer than the values below, and banners span columns.
    """
    counts = Counter(len(line.segments) for line in lines if len(line.segments) > 1)
    most = max(counts, key=lambda count: (counts[count], count), default=0)
    typical = [line for line in lines if len(line.segments) == most]
    columns = _columns([(s.left, s.right) for line in typical for s in line.segments])
    if len(columns) == most:
        return columns
    return _columns([(s.left, s.right) for line in lines for s in line.segments])


def _rows(
    lines: list[Line], columns: list[tuple[float, float]], rules: list[float]
) -> list[list[Line]]:
    """Part the lines into table rows: at the rules drawn between them, else by how they stand."""
    if _ruled(lines, rules):
        starts = [
            i == 0 or any(line.baseline < y < lines[i - 1].baseline for y in rules)
            for i, line in enumerate(lines)
        ]
    else:
        starts = [i == 0 or _starts_row(lines, i, columns[0]) for i in range(len(lines))]
    rows: list[list[Line]] = []
    for line, starting in zip(lines, starts, strict=True):
        if starting:
            rows.append([line])
        else:
            rows[-1].append(line)
    return rows


def _ruled(lines: list[Line], rules: list[float]) -> bool:
    top, bottom = lines[0].baseline, lines[-1].baseline
    inside = {round(y) for y in rules if bottom < y < top}
    return len(inside) >= 2


def _starts_row(lines: list[Line], index: int, first: tuple[float, float]) -> bool:
    """Tell whether a line begins a new row or goes on in the cells above it."""
    line = lines[index]
    if not any(segment.left < first[1] for segment in line.segments):
        return False
    gaps = [a.baseline - b.baseline for a, b in pairwise(lines)]
    return not (len(line.segments) == 1 and gaps[index - 1] * TIGHT < max(gaps))


def _cells(row: list[Line], columns: list[tuple[float, float]]) -> tuple[Cell, ...]:
    pieces = [
        piece for line in row for segment in line.segments for piece in _pieces(segment, columns)
    ]
    cells: list[Cell] = []
    covered = 0
    for index in range(len(columns)):
        inside = [piece for piece in pieces if piece.column == index]
        # A single piece over several columns is a cell that spans them.
        span = inside[0].columns if len(inside) == 1 and len(row) == 1 else 1
        if index < covered and not inside:
            continue
        text = " ".join(piece.text for piece in inside)
        bold = bool(inside) and all(piece.bold for piece in inside)
        cells.append(Cell((Block(text, Kind.LINE),) if text else (), columns=span, header=bold))
        covered = index + span
    return tuple(cells)


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    column: int
    columns: int
    bold: bool


def _pieces(segment: Segment, columns: list[tuple[float, float]]) -> list[_Piece]:
    """Part a segment where it reaches over several columns and its runs tell how."""
    first, last = _column_at(segment.left, columns), _column_at(segment.right, columns)
    if first == last or len(segment.runs) < 2:
        return [_Piece(segment.text, first, max(1, last - first + 1), segment.bold)]
    texts: dict[int, str] = {}
    right = segment.left
    for run in segment.runs:
        column = _column_at((run.left + run.right) / 2, columns)
        # What stands in two columns was parted by a gap, though a narrow one.
        space = " " if run.left - right > WORD_GAP * run.size else ""
        texts[column] = f"{texts.get(column, '')}{space}{run.text}"
        right = run.right
    return [
        _Piece(" ".join(text.split()), column, 1, segment.bold) for column, text in texts.items()
    ]


def _column_at(x: float, columns: list[tuple[float, float]]) -> int:
    """Return the column that `x` stands in, or else the nearest one."""
    distances = [max(left - x, x - right, 0.0) for left, right in columns]
    return distances.index(min(distances))
