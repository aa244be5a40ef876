"""Tables in plain text: columns that two blanks or more keep apart, under a line that names them.

Only where nothing is left to guess: every line has as many parts as the first, no part reaches into
the column beside it, and the first line names years, days or amounts over columns of figures.
Anything else stays the lines that it is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.reading.blocks import Block, Cell, Table
from ingest.reading.tables import Row, rows_of

_PART = re.compile(r"\S+(?: \S+)*")
_RULE = re.compile(r"[\s|+=_-]*[-=_]{3}[\s|+=_-]*")
_FEWEST = 3
"""Columns: the words of a row and two more. Of two, either may be a sentence, unless both have a
name and there are `_FEWEST` lines with it."""
_LONGEST = 400
"""Lines of one table."""
_FIGURE = re.compile(r"(?:kr\.?\s*)?\d[\d.,]*(?:\s*(?:kr\.?|dkk|,-|%|pct\.?))?\*?", re.IGNORECASE)
_OF_AMOUNTS = re.compile(
    r"(?:år\s*\d{1,2}|year\s*\d{1,2}|(?:\d{1,2}\.|første|andet|tredje|fjerde|femte)\s*(?:aftale|overenskomst)?år"
    r"|(?:19|20)\d\d|(?:pr\.|fra)?\s*\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4}|.*\bkr\.?(?!\w).*|dkk.*"
    r"|\w*(?:takst|sats|pris|beløb|honorar|gebyr|afgift|price|rate|fee|amount|charge)\w*(?:\s.*)?)",
    re.IGNORECASE,
)
"""The name of a column of amounts."""
_AMOUNT = re.compile(r"(?:kr\.?|dkk)\s*\d|\d[\d.,]*\s*(?:kr\b|dkk|,-)", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?:kr\.?\s*)?1\.?000(?:\s*kr\.?)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FixedWidth:
    """Lines that are a table: the first, and the one behind the last."""

    start: int
    end: int
    rows: tuple[Row, ...]


def tables_in(lines: Sequence[str]) -> Iterator[FixedWidth]:
    """Yield the tables among the lines of a text, in order."""
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and end - at < _LONGEST and _may_be_row(lines[end], first=end == at):
            end += 1
        rows = _rows(lines[at:end]) if end - at > 1 else ()
        if rows:
            yield FixedWidth(at, end, rows)
        at = max(end, at + 1)


def _may_be_row(line: str, *, first: bool) -> bool:
    if not first and _RULE.fullmatch(line):
        return True
    return len(_PART.findall(line.expandtabs())) >= _FEWEST - 1 and not _RULE.fullmatch(line)


def _rows(lines: Sequence[str]) -> tuple[Row, ...]:
    """Return the rows of a table with their columns' names; none where the lines are no table."""
    split = [list(_PART.finditer(line.expandtabs())) for line in lines if not _RULE.fullmatch(line)]
    if len(split) < len(lines) - 2 or len(split) < 2 or not _stand_in_columns(split):
        return ()
    cells = [[part[0] for part in parts] for parts in split]
    if len(cells[0]) == len(cells[1]) - 1:
        cells[0].insert(0, "")  # nothing stands over the words of the rows
    if not _is_of_amounts(cells):
        return ()
    table = Table(
        tuple(
            tuple(Cell((Block(words),), header=not at) for words in row)
            for at, row in enumerate(cells)
        )
    )
    rows = tuple(rows_of(table))
    return rows if len(rows) == len(cells) - 1 and all(row.named for row in rows) else ()


def _stand_in_columns(split: Sequence[Sequence[re.Match[str]]]) -> bool:
    """Tell whether all lines have as many parts, and a gap runs down between any two columns."""
    width = len(split[1])
    head = len(split[0])
    of_two = width == head == _FEWEST - 1 and len(split) >= _FEWEST
    if not (of_two or width >= _FEWEST) or head not in {width, width - 1}:
        return False
    if any(len(parts) != width for parts in split[1:]):
        return False
    shifted = [[None] * (width - head) + list(split[0]), *split[1:]]
    ends, starts = [], []
    for column in range(width):
        parts = [part for row in shifted if (part := row[column]) is not None]
        starts.append(min(part.start() for part in parts))
        ends.append(max(part.end() for part in parts))
    return all(end < start for end, start in zip(ends, starts[1:], strict=False))


def _is_of_amounts(cells: Sequence[Sequence[str]]) -> bool:
    """Tell whether names of amounts stand over figures, and words over the words of the rows."""
    head, rows = cells[0], cells[1:]
    figures = [x for x in range(1, len(head)) if all(_FIGURE.fullmatch(row[x]) for row in rows)]
    named = [x for x in figures if _is_name(head[x], [row[x] for row in rows])]
    words = all(any(c.isalpha() for c in row[0]) for row in rows)
    return bool(named) and words and not any(_FIGURE.fullmatch(name) for name in head[:1])


def _is_name(head: str, figures: Sequence[str]) -> bool:
    """Tell whether words name a column of amounts, and are not the first amount of a bare list.

    "1.000 kr." may be either: over amounts that have a unit of their own, it is one of them.
    """
    if not _AMOUNT.match(head):
        return _OF_AMOUNTS.fullmatch(head) is not None
    return _THOUSANDS.fullmatch(head) is not None and not any(map(_AMOUNT.match, figures))
