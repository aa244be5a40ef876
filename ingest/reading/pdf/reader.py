"""A PDF into an `Extraction`."""

from collections.abc import Callable
from dataclasses import dataclass

from index.spans import Span
from ingest.reading.blocks import Table
from ingest.reading.draft import Draft
from ingest.reading.extraction import Extraction, Reason, Unreadable, ink
from ingest.reading.ocr import Ocr
from ingest.reading.pdf.content import PageContent
from ingest.reading.pdf.file import PdfFile
from ingest.reading.pdf.flow import Break, Flow
from ingest.reading.pdf.grids import Grid, grids_of, same_columns
from ingest.reading.pdf.headings import Sizes
from ingest.reading.pdf.lines import Line, lines_of, without_overprint
from ingest.reading.pdf.page_marks import page_marks
from ingest.reading.pdf.repeated import repeated


@dataclass(slots=True)
class _Page:
    lines: list[Line]
    rules: list[float]
    scan: str | None = None
    """What OCR read, on a page without text."""


def read_pdf(data: bytes, make_ocr: Callable[[], Ocr | None] = lambda: None) -> Extraction:
    """Read a PDF; pages without text are read by OCR, if `make_ocr` gives one when it is needed.

    Raises:
        Unreadable: It is damaged, encrypted, too large, or no page has text.
    """
    file = PdfFile(data)
    draft = Draft()
    contents = [file.page(index) for index in range(file.page_count)]
    pages = [_page(index, content, draft) for index, content in enumerate(contents)]
    for content in contents:
        draft.warnings += dict.fromkeys(content.warnings)
    scans = [i for i, page in enumerate(pages) if not page.lines and contents[i].images]
    ocr = make_ocr() if scans else None
    _read_scans(pages, scans, data, ocr, draft)
    _drop_repeated(pages, draft)
    _Writing(draft, pages).write()
    extraction = draft.finish(file.title)
    if not extraction.text:
        raise _no_text(contents, ocr)
    return extraction


def _page(index: int, content: PageContent, draft: Draft) -> _Page:
    runs = without_overprint(content.runs)
    printed = sum(ink(run.text) for run in content.runs)
    draft.remove("text printed twice", printed - sum(ink(run.text) for run in runs))
    return _Page(lines_of(runs, index, content.height), content.rules)


def _read_scans(
    pages: list[_Page], scans: list[int], data: bytes, ocr: Ocr | None, draft: Draft
) -> None:
    blank = [i for i, page in enumerate(pages) if not page.lines and i not in scans]
    if ocr is not None:
        for index, text in ocr.read_pages(data, scans):
            pages[index].scan = text
    _warn(draft, "read by OCR, so letters may be wrong", [i for i in scans if pages[i].scan])
    why = Ocr.MISSING if ocr is None else "OCR found no text on it or ran out of time"
    _warn(draft, f"no text but an image. {why}", [i for i in scans if not pages[i].scan])
    _warn(draft, "empty", blank)


def _warn(draft: Draft, what: str, pages: list[int]) -> None:
    if pages:
        numbers = ", ".join(str(index + 1) for index in pages[:20])
        more = f" and {len(pages) - 20} more" if len(pages) > 20 else ""
        draft.warnings.append(f"page {numbers}{more}: {what}")


def _drop_repeated(pages: list[_Page], draft: Draft) -> None:
    lines = [line for page in pages for line in page.lines]
    found = page_marks(lines, len(pages))
    found |= repeated(line for line in lines if id(line) not in found)
    for page in pages:
        for line in page.lines:
            if id(line) in found:
                draft.remove(found[id(line)], ink(line.text))
        page.lines = [line for line in page.lines if id(line) not in found]


class _Writing:
    """Writes pages into a draft, joining what the paper parted."""

    def __init__(self, draft: Draft, pages: list[_Page]) -> None:
        self._draft = draft
        self._pages = pages
        lines = [line for page in pages for line in page.lines]
        self._flow = Flow(lines)
        self._sizes = Sizes(lines)
        self._before: Line | None = None
        self._grid: Grid | None = None
        self._heading: tuple[Span, int] | None = None

    def write(self) -> None:
        for number, page in enumerate(self._pages, 1):
            self._draft.start_page(number, is_scan=bool(page.scan))
            if page.scan:
                self._close()
                self._draft.line(page.scan, apart=True)
            for part in _parts(page):
                if isinstance(part, Grid):
                    self._table(part)
                else:
                    self._line(part)
        self._close()

    def _line(self, line: Line) -> None:
        before, self._before = self._before, line
        between = Break.PARAGRAPH
        if before is not None:
            between = self._flow.between(before, line)
            if between is Break.NONE and self._flow.drops_hyphen(before, line):
                self._draft.take_back("hyphen at a line end")
        span = self._draft.put(between.value, line.text)
        level = self._sizes.heading_level(line)
        joined = between in (Break.NONE, Break.SPACE)
        if self._heading is not None and joined and level == self._heading[1]:
            self._heading = (Span(self._heading[0].start, span.end), level)
            return
        self._end_heading()
        self._heading = None if level is None or joined else (span, level)
        self._grid = None

    def _table(self, grid: Grid) -> None:
        self._close()
        table = grid.table
        if self._grid is not None and same_columns(self._grid, grid):
            # A table that goes on upon the next page has its header on the first one.
            table = Table((self._grid.table.rows[0], *table.rows))
        self._draft.table(table, sum(ink(line.text) for line in grid.lines))
        self._grid = Grid(table, grid.lines, grid.columns)

    def _end_heading(self) -> None:
        if self._heading is not None:
            self._draft.heading(*self._heading)
        self._heading = None

    def _close(self) -> None:
        self._end_heading()
        self._before = None


def _parts(page: _Page) -> list[Line | Grid]:
    """Return the tables and the lines outside of them, in order."""
    parts: list[Line | Grid] = []
    grids = {id(grid.lines[0]): grid for grid in grids_of(page.lines, page.rules)}
    skip = 0
    for line in page.lines:
        if skip:
            skip -= 1
        elif (grid := grids.get(id(line))) is not None:
            parts.append(grid)
            skip = len(grid.lines) - 1
        else:
            parts.append(line)
    return parts


def _no_text(contents: list[PageContent], ocr: Ocr | None) -> Unreadable:
    count = f"{len(contents)} pages" if len(contents) != 1 else "one page"
    if not any(content.images for content in contents):
        return Unreadable(Reason.NO_TEXT, f"{count} without text or image")
    if ocr is not None:
        return Unreadable(Reason.NO_TEXT, f"a scan of {count} on which OCR found no text")
    return Unreadable(Reason.NO_TEXT, f"a scan of {count}. {Ocr.MISSING}")
