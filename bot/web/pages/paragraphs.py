"""A document's text as a page shows it: items with headings, paragraphs, and the passage cited.

Every character of the text is shown as it was extracted, in its order; only what a closed item
holds is one sentence. What is marked is a place in the text, not words that are looked for.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby, pairwise

from index.catalogue.covers import MASK
from index.decisions import Decision, Outcome
from index.documents import Document, Item, Section
from index.spans import Span

_POINT = re.compile(r"\s*(?:[-–•·▪*]|\d{1,2}[.)]|[a-z]\))\s+")
_CELL = re.compile(r"(?:^|(?<= · ))[^\s·:][^·:]{0,40}:(?= )")
"""The name of a column, before the cell of a table's row: "Navn: Ane · Bemærkning: Formand"."""


_BETWEEN = " · "
"""What stands between two cells."""


class LineKind(StrEnum):
    """How a line is shown."""

    TEXT = "text"
    POINT = "point"
    ROW = "row"
    """Of a table."""
    TITLE = "title"
    """An item's heading."""
    HEADING = "heading"
    """Of a section."""
    CLOSED = "closed"
    """Stands for text behind closed doors."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one look."""

    text: str
    cited: bool = False
    first: bool = False
    """Whether the cited passage begins here: what a link leads to."""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table's row."""

    column: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text."""

    kind: LineKind
    pieces: tuple[Piece, ...]
    begins: bool
    """Whether a blank line, or nothing, stands before it."""
    page: int | None
    """The page that begins with it."""
    cells: tuple[Cell, ...] = ()
    """Of a row, beside its pieces."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that follow each other and have the same first column."""

    rows: tuple[Line, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns of all rows, in their order."""
        return tuple(dict.fromkeys(cell.column for row in self.rows for cell in row.cells))


@dataclass(slots=True)
class Part:
    """An item, or what stands between items."""

    item: Item | None
    outcome: Outcome | None
    lines: list[Line] = field(default_factory=list)
    goes_on: bool = False
    """Whether it began on the page before."""
    decided: str = ""
    """The words of its decision."""

    @property
    def anchor(self) -> str | None:
        """What a link to the item leads to."""
        return anchor(self.item) if self.item and not self.goes_on else None

    @property
    def blocks(self) -> Iterator[Line | Table]:
        """Its lines, those that are rows of one table together."""
        for column, lines in groupby(
            self.lines, lambda line: line.cells[:1] and line.cells[0].column
        ):
            together = tuple(lines)
            if column and len(together) > 1:
                yield Table(together)
            else:
                yield from together


def anchor(item: Item) -> str:
    """Return the name of an item's place in the page of its document."""
    return f"item-{item.index + 1}"


def parts_of(document: Document, cited: Span | None = None) -> list[Part]:
    """Return the text of a document in order, with the passage that is cited marked."""
    parts: list[Part] = []
    looks = _Looks(document, cited)
    begins = True
    for line in _lines(document.text):
        looks.come_to(line)
        words = line.of(document.text)
        if not words.strip():
            begins = True
            continue
        item = looks.item(line)
        if not parts or parts[-1].item is not item:
            decision = document.decision_of(item.index) if item else None
            outcome = outcome_shown(item, decision) if item else None
            decided = [span.of(document.text) for span in (decision.words if decision else ())]
            parts.append(Part(item, outcome, decided=" ".join(decided)))
        drawn = looks.line(line, item, begins=begins)
        begins = False
        said = [one.kind for one in parts[-1].lines[-1:]]
        # How long a closed text is, nobody needs to know.
        if drawn.kind is not LineKind.CLOSED or said != [LineKind.CLOSED]:
            parts[-1].lines.append(drawn)
    return parts


def outcome_shown(item: Item, decision: Decision | None) -> Outcome | None:
    """Return what may be said to have become of an item; nothing of one behind closed doors."""
    if decision is None or (item.closed and decision.outcome is Outcome.NONE):
        return None
    return decision.outcome


def _lines(text: str) -> Iterator[Span]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield Span(start, end)
        start = end + 1


def _is_heading(words: str, section: Section) -> bool:
    """Tell whether a line above a section's body is its heading, and not what stands beside it."""
    assert section.heading is not None
    folded = " ".join(words.split())
    return section.heading in folded or folded in section.heading


class _Looks:
    """Says how each line of a document looks; asked for them in their order."""

    def __init__(self, document: Document, cited: Span | None) -> None:
        self._document = document
        self._cited = cited
        self._marked = False
        self._pages = [(page.span.start, page.number) for page in document.pages]
        self._page: int | None = None
        self._items = sorted(document.items, key=lambda item: item.span.start)
        self._item_starts = [item.span.start for item in self._items]
        self._sections = sorted(document.sections, key=lambda section: section.span.start)
        self._section_starts = [section.span.start for section in self._sections]

    def item(self, line: Span) -> Item | None:
        """Return the item that a line stands in."""
        place = bisect_right(self._item_starts, line.start) - 1
        item = self._items[place] if place >= 0 else None
        return item if item is not None and line.start < item.span.end else None

    def _section(self, line: Span) -> Section | None:
        """Return the first section that a line touches."""
        place = max(0, bisect_right(self._section_starts, line.start) - 1)
        near = self._sections[place : place + 3]
        return next((section for section in near if section.span.overlaps(line)), None)

    def come_to(self, line: Span) -> None:
        """Notice the page that begins here: told with the next line that holds words."""
        while self._pages and self._pages[0][0] <= line.end:
            self._page = self._pages.pop(0)[1]

    def line(self, line: Span, item: Item | None, *, begins: bool) -> Line:
        """Return a line that is not blank."""
        words = line.of(self._document.text)
        page, self._page = self._page, None
        if MASK in words:
            return Line(LineKind.CLOSED, (), begins=True, page=page)
        section = self._section(line)
        kind = _kind(words, line, item, section)
        if kind is LineKind.ROW:
            cells = tuple(self._cells(line))
            return Line(kind, self._pieces(line, []), begins, page, cells)
        return Line(kind, self._pieces(line, _strong(line, kind, section)), begins, page)

    def _cells(self, line: Span) -> Iterator[Cell]:
        names = list(_CELL.finditer(line.of(self._document.text)))
        ends = [name.start() - len(_BETWEEN) for name in names[1:]] + [len(line)]
        for name, end in zip(names, ends, strict=True):
            span = Span(name.end(), max(name.end(), end)).moved(line.start)
            yield Cell(name[0].rstrip(":"), self._pieces(span, []))

    def _pieces(self, line: Span, strong: list[Span]) -> tuple[Piece, ...]:
        """Return the pieces of a stretch, cut where a look begins or ends."""
        cited, text = self._cited, self._document.text
        looks = [*strong, *([cited] if cited is not None else [])]
        inside = {at for s in looks for at in (s.start, s.end) if line.start < at < line.end}
        cuts = sorted({line.start, line.end, *inside})
        pieces = []
        for start, end in pairwise(cuts):
            piece = Span(start, end)
            marked = cited is not None and cited.contains(piece) and bool(piece.of(text).strip())
            first = marked and not self._marked
            self._marked = self._marked or first
            bold = any(span.contains(piece) for span in strong)
            pieces.append(Piece(piece.of(text), marked, first, bold))
        return tuple(pieces)


def _kind(words: str, line: Span, item: Item | None, section: Section | None) -> LineKind:
    if item is not None and item.heading.overlaps(line):
        return LineKind.TITLE
    if section is not None and section.heading and section.body.start >= line.end:
        return LineKind.HEADING if _is_heading(words, section) else LineKind.TEXT
    if len(_CELL.findall(words)) > 1:
        return LineKind.ROW
    return LineKind.POINT if _POINT.match(words) else LineKind.TEXT


def _strong(line: Span, kind: LineKind, section: Section | None) -> list[Span]:
    """Return what is bold in a line: a heading that its text follows on the same line."""
    if kind in {LineKind.TITLE, LineKind.HEADING} or section is None or not section.heading:
        return []
    if section.span.start >= line.start and section.span.start < section.body.start < line.end:
        return [Span(section.span.start, section.body.start)]
    return []
