"""What DOCX, HTML and Markdown are read into before it becomes text: blocks in document order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ingest.reading.extraction import ink

BULLET = "•"


class Kind(Enum):
    """How a block stands in the text."""

    PARAGRAPH = "paragraph"
    """Text with a blank line around it."""
    LINE = "line"
    """Text on a line of its own, close to its neighbours."""
    HEADING = "heading"
    POINT = "point"
    """A point of a list."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading or a list point; `text` may hold line breaks."""

    text: str
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    """Of a heading: 1–6. Of a list point: its depth, from 0."""
    marker: str = ""
    """What stands before the text though the file does not spell it: "•", "3.", "Note 1:"."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell and what is in it."""

    content: tuple[Block | Table, ...]
    columns: int = 1
    rows: int = 1
    header: bool = False
    """The format marks it as a header, or all of it is bold."""

    def lines(self) -> list[str]:
        """Return the lines of text in the cell, those of nested tables included."""
        found: list[str] = []
        for part in self.content:
            if isinstance(part, Block):
                found += _lines(f"{part.marker} {part.text}")
            else:
                found += [line for row in part.rows for cell in row for line in cell.lines()]
        return found

    def source_ink(self) -> int:
        """Count the characters of the file's own text in the cell."""
        return sum(
            ink(part.text) if isinstance(part, Block) else part.source_ink()
            for part in self.content
        )


@dataclass(frozen=True, slots=True)
class Table:
    """A table: rows of cells; a cell that spans rows or columns stands once."""

    rows: tuple[tuple[Cell, ...], ...]

    def source_ink(self) -> int:
        """Count the characters of the file's own text in the table."""
        return sum(cell.source_ink() for row in self.rows for cell in row)


def _lines(text: str) -> list[str]:
    folded = (" ".join(line.split()) for line in text.split("\n"))
    return [line for line in folded if line]
