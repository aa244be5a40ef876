"""Page headers, footers and page numbers: lines that stand at one place on most pages.

A line that stands on one or two pages only is never taken for one, but for what surely is no text
(`page_marks`).
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import takewhile

from ingest.reading.pdf.lines import Line
from ingest.reading.pdf.page_marks import MARGIN

MIN_PAGES = 3
SHARE = 0.5
"""Of the pages from the first to the last that have it; headers of one section count as well."""
SAME_PLACE = 8.0
"""Points; Word moves a footer a little when its page is short."""

_NUMBER = re.compile(r"\d+")


def repeated(lines: Iterable[Line]) -> dict[int, str]:
    """Return which lines are headers or footers: `id(line)` → what it is."""
    pages: dict[int, list[Line]] = defaultdict(list)
    groups: dict[tuple[str, bool, int], list[Line]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
        if (top := _in_margin(line)) is not None:
            # Two overlapping rasters, so that no place is split by the border of one.
            for raster in (0, 1):
                place = int((line.baseline + raster * SAME_PLACE / 2) // SAME_PLACE) * 2 + raster
                groups[_NUMBER.sub("#", line.text), top, place].append(line)
    likely = {
        id(line)
        for group in groups.values()
        if _stands_on_most_pages(group) and _numbers_follow_pages(group)
        for line in group
    }
    found: dict[int, str] = {}
    for page in pages.values():
        found |= _from_the_edges(page, likely)
    return found


def _from_the_edges(page: list[Line], likely: set[int]) -> dict[int, str]:
    """Return the likely lines of a page that nothing else stands outside of.

    Where every item begins on a page of its own, "Resume" stands at one place on most pages, but
    below a title that is another one each time.
    """
    ordered = sorted((line for line in page if not line.turn), key=lambda line: -line.baseline)
    header = list(takewhile(lambda line: id(line) in likely and _in_margin(line), ordered))
    footer = list(takewhile(lambda line: id(line) in likely, reversed(ordered[len(header) :])))
    if len(header) + len(footer) == len(ordered):
        # A page of chrome only: then some of it is not chrome. The outermost line is enough.
        header, footer = header[: len(ordered) > 1], footer[: len(ordered) > 2]
    found = {id(line): "repeated page header" for line in header}
    return found | {id(line): "repeated page footer" for line in footer}


def _in_margin(line: Line) -> bool | None:
    """Return `True` for the top margin, `False` for the bottom one, `None` in between."""
    if not line.text or line.turn or line.height <= 0:
        return None
    if line.baseline > line.height * (1 - MARGIN):
        return True
    return False if line.baseline < line.height * MARGIN else None


def _stands_on_most_pages(group: list[Line]) -> bool:
    pages = {line.page for line in group}
    reach = max(pages) - min(pages) + 1
    # Left and right pages may have headers of their own: then each stands on every second one.
    return len(pages) >= MIN_PAGES and len(pages) >= reach * SHARE


def _numbers_follow_pages(group: list[Line]) -> bool:
    """Tell whether each number in the line is the same everywhere, or counts the pages.

    A row of figures at the top of several pages has numbers as well, but they do neither.
    """
    for numbers in zip(*(_NUMBER.findall(line.text) for line in group), strict=True):
        steps = {int(number[-9:]) - line.page for number, line in zip(numbers, group, strict=True)}
        if len(set(numbers)) > 1 and len(steps) > 1:
            return False
    return True
