"""An `Extraction` in the making: text grows line by line, and every character is accounted for."""

from collections import Counter
from collections.abc import Iterable

from index.spans import Page, Span
from ingest.reading.blocks import Block, Kind, Table
from ingest.reading.extraction import Extraction, Heading, Removed, ink
from ingest.reading.tables import rows_of
from ingest.reading.titles import proper_title


class Draft:
    """Collects what a reader finds, in document order."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._headings: list[Heading] = []
        self._rows: list[Span] = []
        self._page_starts: list[tuple[int, int]] = []
        self._scans: set[int] = set()
        self._removed: Counter[str] = Counter()
        self._added = 0
        self._close = False
        self.warnings: list[str] = []

    def start_page(self, number: int, *, is_scan: bool = False) -> None:
        """Begin the page with that number (from 1); `is_scan` where OCR read it."""
        self._page_starts.append((number, self._length))
        if is_scan:
            self._scans.add(number)

    def remove(self, what: str, characters: int) -> None:
        """Account for ink that is left out."""
        if characters:
            self._removed[what] += characters

    def added(self, characters: int) -> None:
        """Account for ink in the text that no text of the file stands for."""
        self._added += characters

    def line(self, text: str, *, apart: bool, ours: int = 0) -> Span:
        """Add lines of text; `apart` puts a blank line before them, `ours` is ink that we added."""
        self._added += ours
        return self.put("\n\n" if apart else "\n", text)

    def put(self, separator: str, text: str) -> Span:
        """Add text after white space of the caller's choice."""
        if self._length:
            self._append(separator)
        start = self._length
        self._append(text)
        return Span(start, self._length)

    def take_back(self, what: str) -> None:
        """Drop the last character of the text and account for it."""
        last = self._parts.pop()
        self._parts.append(last[:-1])
        self._length -= 1
        self.remove(what, ink(last[-1:]))

    def heading(self, span: Span, level: int) -> None:
        """Mark a heading in the text; levels run from 1 to 6."""
        self._headings.append(Heading(span, min(max(level, 1), 6)))

    def table(self, table: Table, source_ink: int | None = None) -> None:
        """Add a table, a row a line; `source_ink` where it is less than the table's own."""
        rows = rows_of(table)
        for index, row in enumerate(rows):
            span = self.line(row.text, apart=index == 0)
            if row.named:
                self._rows.append(span)
        self._close = False
        source = table.source_ink() if source_ink is None else source_ink
        balance = sum(ink(row.text) for row in rows) - source
        self._added += max(balance, 0)
        # Headers that are printed over several rows may come out shorter than they went in.
        self.remove("table header", max(-balance, 0))

    def add(self, blocks: Iterable[Block | Table]) -> None:
        """Add blocks in order."""
        for block in blocks:
            if isinstance(block, Table):
                self.table(block)
            else:
                self._block(block)

    def finish(self, title: str | None = None) -> Extraction:
        """Return what was collected."""
        ends = [start for _, start in self._page_starts[1:]] + [self._length]
        pages = (
            tuple(
                Page(number, Span(start, end), number in self._scans)
                for (number, start), end in zip(self._page_starts, ends, strict=True)
            )
            if self._page_starts
            else ()
        )
        return Extraction(
            text="".join(self._parts),
            pages=pages,
            headings=tuple(self._headings),
            table_rows=tuple(self._rows),
            title=proper_title(title),
            removed=tuple(Removed(what, n) for what, n in self._removed.items()),
            added=self._added,
            warnings=tuple(self.warnings),
        )

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _block(self, block: Block) -> None:
        text = tidy(block.text)
        if not text:
            return
        if block.kind is Kind.HEADING:
            text = " ".join(text.split())
        if block.marker:
            text = f"{block.marker} {text}"
        # The points of a list stand together; a list stands apart from what is around it.
        close = block.kind in (Kind.POINT, Kind.LINE)
        span = self.line(text, apart=not (close and self._close), ours=ink(block.marker))
        self._close = close
        if block.kind is Kind.HEADING:
            self.heading(span, block.level)


def tidy(text: str) -> str:
    """Fold white space within lines, drop it around them, and drop empty lines."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
