"""Minutes written as a table: an item a row, its parts in columns.

"Punkt: 3. Studietur · Drøftelse: Prisen blev nævnt. · Beslutning: Afvist" is an item with a title,
a discussion and a decision, each a span of the row.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.documents import SectionKind
from ingest.structure.items.entries import Heading
from ingest.structure.layout.lines import Line
from ingest.structure.layout.vocabulary import part_heading

_CELL = re.compile(r"(?:^|\s·\s)(?P<column>[^·:]{1,40}):\s+(?P<value>[^·]*?)(?=\s·\s|$)")
_NUMBER_COLUMN = re.compile(r"(?:nr|nummer|pkt|punkt|sag|#)\.?(?:\s*nr\.?)?", re.IGNORECASE)
_TITLE_COLUMN = re.compile(
    r"(?:dagsordens?)?-?(?:punkt|pkt\.?|emne|sag|overskrift|titel)(?:er)?(?:\s*(?:/|&|\bog\b)\s*\w+)?|dagsorden",
    re.IGNORECASE,
)
_DECISION_COLUMN = re.compile(
    r"beslut|konklu|vedtag|afgørelse|aftal|hvad\s+(?:gør|gjorde|blev)\s+vi\b", re.IGNORECASE
)
_NUMBERED = re.compile(
    r"(?:(?:punkt|pkt\.?|ad)\s*)?(?P<number>\d{1,3}(?:\.\d{1,2})*[a-z]?|\d{2,4}[-/]\d{1,3}(?=$))"
    r"[.):]?(?:\s+|$)",
    re.IGNORECASE,
)
_REMARKS = re.compile(r"bemærkning|anmærkning|kommentar|note", re.IGNORECASE)
_AGAINST = re.compile(
    r"\b(?:stemte|stemmer|undlod|forbehold|imod|mindretal\w*|uenig\w*|ønskede|protokol\w*)\b",
    re.IGNORECASE,
)
_FEWEST = 2
_LONG_TITLE = 120
"""Characters. A longer cell holds more than a title: what was said is in it too."""
_TITLE_END = re.compile(r";\s+|(?:(?<=[a-zæøå)][.?!])|(?<=\d{4}\.))\s+(?=[A-ZÆØÅ])")
"""Where a title ends in such a cell: with its line, else with a sentence."""
_AND = re.compile(r"\s*(?:/|&|\bog\b)\s*", re.IGNORECASE)
"""What parts the two things that a column holds: "Emne og indstilling"."""


@dataclass(frozen=True, slots=True)
class TabledCell:
    """A column of a row; places count in the row's line."""

    column: str
    value: str
    start: int
    """Where it begins, with the mark that parts it from the cell before."""
    body: int
    """Where its value begins."""


def tabled_items(lines: Sequence[Line]) -> list[Heading]:
    """Return a heading for every row that is an item, or nothing where no table holds minutes."""
    decided = has_decisions(lines)
    rows: list[tuple[str, Heading]] = []
    columns: set[str] = set()
    above: tuple[str, ...] = ()
    for line in lines:
        cells = tabled_cells(line)
        place = _title_place(cells)
        if place is None:
            continue
        parts = (_kind(cell.column, decided=decided) for cell in cells)
        if any(parts) or _behind_title(cells[place]) is not None:
            columns.add(cells[place].column)
        number, title = _number_and_title(cells, place)
        before, above = above, tuple(cell.value for cell in cells[:place])
        if rows and (rows[-1][1].number, rows[-1][1].title) == (number, title) and before == above:
            continue  # one cell over several rows: they are one item
        end = line.span.start + cells[place].body + _title_length(cells[place])
        rows.append((cells[place].column, Heading(line.index, line.index, number, title, end)))
    # A row with nothing but a title, as "Eventuelt" often is, is an item of its table too.
    found = [heading for column, heading in rows if column in columns]
    kinds = {kind for x in lines for _, kind in parts_of(x, decided=decided)}
    return found if SectionKind.DECISION in kinds and len(found) >= _FEWEST else []


def has_decisions(lines: Sequence[Line]) -> bool:
    """Tell whether a column is for decisions alone: one "Referat" beside it is the discussion."""
    return any(_DECISION_COLUMN.search(cell.column) for x in lines for cell in tabled_cells(x))


def tabled_cells(line: Line) -> tuple[TabledCell, ...]:
    """Return the cells of a row that names its columns."""
    if not line.table:
        return ()
    return tuple(
        TabledCell(m["column"].strip(), m["value"], m.start(), m.start("value"))
        for m in _CELL.finditer(line.text)
    )


def _kind(column: str, *, decided: bool) -> SectionKind | None:
    if _DECISION_COLUMN.search(column):
        return SectionKind.DECISION
    part = part_heading(column)
    if part is None:
        found = re.match(r"drøftelse|referat|bemærkning|debat|kommentar", column, re.IGNORECASE)
        return SectionKind.TEXT if found else None
    return SectionKind.TEXT if part.kind is SectionKind.DECISION and decided else part.kind


def _title_place(cells: Sequence[TabledCell]) -> int | None:
    """Return which cell holds the title: the first of a fitting column that has words."""
    for place, cell in enumerate(cells):
        words = _NUMBERED.sub("", cell.value, count=1)
        if _TITLE_COLUMN.fullmatch(cell.column) and any(c.isalpha() for c in words):
            return place
    return None


def _title_length(cell: TabledCell) -> int:
    """Return how much of a cell is title: all of it, or its first line where there are more."""
    value = cell.value
    numbered = _NUMBERED.match(value)
    end = _TITLE_END.search(value, numbered.end() if numbered else 0)
    is_long = len(value) > _LONG_TITLE or _asks_too(cell.column)
    is_more = end is not None and (end.group().startswith(";") or is_long)
    return end.start() if end is not None and is_more else len(value)


def _asks_too(column: str) -> bool:
    """Tell whether a column holds what is recommended behind the title: "Emne og indstilling"."""
    part = part_heading(_second_name(column)) if _second_name(column) else None
    return part is not None and part.kind is SectionKind.RECOMMENDATION


def _second_name(column: str) -> str:
    _, *others = _AND.split(column)
    return others[-1].strip() if others else ""


def _number_and_title(cells: Sequence[TabledCell], place: int) -> tuple[str | None, str]:
    value = cells[place].value[: _title_length(cells[place])].rstrip(".")
    numbered = _NUMBERED.match(value)
    if numbered:
        return numbered["number"].lower(), value[numbered.end() :].strip(" –-:")
    for cell in cells[:place]:
        alone = _NUMBERED.fullmatch(cell.value)
        if alone and _NUMBER_COLUMN.fullmatch(cell.column):
            return alone["number"].lower(), value
    return None, value


def parts_of(line: Line, *, decided: bool) -> Iterator[tuple[TabledCell, SectionKind]]:
    """Yield the cells of a row behind its title, each with the part of an item that it is.

    Args:
        line: A row.
        decided: Whether a column of the table is for decisions alone.
    """
    cells = tabled_cells(line)
    title = _title_place(cells)
    if title is not None and (rest := _behind_title(cells[title])) is not None:
        # "Sag/Referat": below its title the cell is what the second name says.
        yield rest, _kind(_second_name(rest.column), decided=decided) or SectionKind.TEXT
    for place, cell in enumerate(cells):
        if title is None or place > title:
            yield cell, _kind_of_cell(cell, decided=decided)


def _kind_of_cell(cell: TabledCell, *, decided: bool) -> SectionKind:
    """Return what a cell is for.

    Who was against stands in a column of remarks, and goes with the decision all the same.
    """
    if _REMARKS.match(cell.column) and _AGAINST.search(cell.value):
        return SectionKind.DECISION
    return _kind(cell.column, decided=decided) or SectionKind.TEXT


def _behind_title(cell: TabledCell) -> TabledCell | None:
    length = _title_length(cell)
    rest = cell.value[length:].lstrip("; ")
    if not rest:
        return None
    return TabledCell(
        cell.column, rest, cell.body + length, cell.body + len(cell.value) - len(rest)
    )
