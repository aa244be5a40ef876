"""The columns of a table, found by what stands above each other, and what stands in each."""

from collections import Counter
from dataclasses import dataclass

from ingest.reading.pdf.lines import WORD_GAP, Line, Segment

COLUMN_SPACE = 4.0
"""Points that are free between two columns all the way down; a space between words is 3 wide."""

Extent = tuple[float, float]
"""Left and right, in points."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands in one cell on one line."""

    text: str
    column: int
    """Index of the first column it stands in."""
    columns: int
    """How many it reaches over."""
    bold: bool


def columns_of(lines: list[Line]) -> list[Extent]:
    """Return the columns, from left to right.

    The names in a header often stand closer than the values below, so what is one segment there is
    taken in its parts; a banner over several columns is no column.
    """
    apart = [part for line in lines if len(line.segments) > 1 for part in _parts_of(line)]
    merged = max(merge(apart), _typical(lines), key=len)
    alone = [part for line in lines if len(line.segments) == 1 for part in _parts_of(line)]
    return merge([*merged, *(each for each in alone if len(_touched(each, merged)) < 2)])


def _typical(lines: list[Line]) -> list[Extent]:
    """Return the columns of the lines that have as many segments as most have."""
    counts = Counter(len(line.segments) for line in lines if len(line.segments) > 1)
    usual, many = max(counts.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    if many * 2 < counts.total():
        return []
    typical = [line for line in lines if len(line.segments) == usual]
    return merge([(s.left, s.right) for line in typical for s in line.segments])


def merge(extents: list[Extent]) -> list[Extent]:
    """Merge what overlaps; what is left apart are the columns."""
    merged: list[Extent] = []
    for left, right in sorted(extents):
        if merged and left < merged[-1][1] + COLUMN_SPACE:
            merged[-1] = (merged[-1][0], max(right, merged[-1][1]))
        else:
            merged.append((left, right))
    return merged


def pieces_of(segment: Segment, columns: list[Extent]) -> list[Piece]:
    """Part a segment where it reaches over several columns and its runs tell how."""
    touched = _touched((segment.left, segment.right), columns)
    if len(touched) == 1 or len(segment.runs) < 2:
        return [Piece(segment.text, touched[0], len(touched), segment.bold)]
    texts: dict[int, str] = {}
    right = segment.left
    for run in segment.runs:
        column = _touched(((run.left + run.right) / 2,) * 2, columns)[0]
        space = " " if run.left - right > WORD_GAP * run.size else ""
        texts[column] = f"{texts.get(column, '')}{space}{run.text}"
        right = run.right
    return [Piece(" ".join(t.split()), column, 1, segment.bold) for column, t in texts.items()]


def _parts_of(line: Line) -> list[Extent]:
    """Return the extents of a line's segments, parted at narrow gaps as well."""
    return [
        extent
        for segment in line.segments
        for extent in merge([(run.left, run.right) for run in segment.runs])
    ]


def _touched(extent: Extent, columns: list[Extent]) -> list[int]:
    """Return the indices of the columns that something reaches into, else the nearest one's."""
    left, right = extent
    inside = [
        i for i, column in enumerate(columns) if left < column[1] - 1 and right > column[0] + 1
    ]
    if inside:
        return inside
    distances = [max(column[0] - right, left - column[1]) for column in columns]
    return [distances.index(min(distances))] if distances else []
