"""What surely is no text of a page, however few pages there are: its number, a browser's stamp.

"Side 1 af 2" on the first page of two, "11/23/26, 12:52 PM" as a browser prints it above a page.
Both stand in the margin; other lines have to stand on several pages to be taken for chrome.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from ingest.reading.pdf.lines import Line

_NUMBER = re.compile(
    r"(?:https?://\S+\s+)?(?:(?:side|page)\s*)?(?P<page>\d{1,4})\s*(?:af|of|/)\s*(?P<pages>\d{1,4})"
    r"|(?:side|page)\s+(?P<alone>\d{1,4})|[-–]\s*(?P<dashed>\d{1,4})\s*[-–]",
    re.IGNORECASE,
)
_STAMP = re.compile(r"(?:.{1,120}\s)?\d{1,2}/\d{1,2}/\d{2,4},\s\d{1,2}:\d{2}\s[AP]M(?:\s.{1,120})?")
MARGIN = 0.13
"""Of the page's height, at the top and at the bottom."""


def page_marks(lines: Iterable[Line], pages: int) -> dict[int, str]:
    """Return which lines are numbers of their page, or stamps: `id(line)` → what it is.

    A number without the number of pages counts only where every page with text has its own.
    """
    by_page: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        if line.text and in_margin(line):
            by_page[line.page].append(line)
    numbers = {page: _numbered(page, found, pages) for page, found in by_page.items()}
    all_have = len(numbers) == pages and all(numbers.values())
    found: dict[int, str] = {}
    for page, marked in by_page.items():
        for line in marked:
            if _STAMP.fullmatch(line.text):
                found[id(line)] = "stamp of a printing browser"
            elif line in numbers[page] and (all_have or _counts_pages(line)):
                found[id(line)] = "page number"
    return found


def in_margin(line: Line) -> bool:
    """Tell whether an upright line stands where headers and footers do."""
    upright = not line.turn and line.height > 0
    return upright and not line.height * MARGIN < line.baseline < line.height * (1 - MARGIN)


def _numbered(page: int, lines: Sequence[Line], pages: int) -> list[Line]:
    """Return the lines that tell the number of their page, and none that tells another."""
    found: list[Line] = []
    for line in lines:
        match = _NUMBER.fullmatch(line.text.strip())
        if match is None:
            continue
        number = next(filter(None, (match["page"], match["alone"], match["dashed"])))
        if int(number) == page + 1 and int(match["pages"] or pages) == pages:
            found.append(line)
    return found


def _counts_pages(line: Line) -> bool:
    match = _NUMBER.fullmatch(line.text.strip())
    return match is not None and match["pages"] is not None
