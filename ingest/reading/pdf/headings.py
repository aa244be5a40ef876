"""Headings of a PDF, told by their type: larger than the text, or bold alone on a line."""

import re
from collections import Counter
from collections.abc import Iterable

from ingest.reading.pdf.lines import Line

LARGER = 1.12
"""Times the size of the body text; smaller differences are chance."""
MAX_LENGTH = 160
MOSTLY_BOLD = 0.35
"""Share of a document's characters; where more are bold, bold is no mark of a heading."""
LARGEST_LEVELS = 4

_WORDS = re.compile(r"[^\W\d_]{2}")


class Sizes:
    """The type sizes of a document."""

    def __init__(self, lines: Iterable[Line]) -> None:
        sizes: Counter[float] = Counter()
        bold = 0
        for line in lines:
            for segment in line.segments:
                sizes[_rounded(segment.size)] += len(segment.text)
                bold += len(segment.text) * segment.bold
        self._body = sizes.most_common(1)[0][0] if sizes else 0.0
        larger = sorted((size for size in sizes if size > self._body * LARGER), reverse=True)
        self._levels = {size: min(i + 1, LARGEST_LEVELS) for i, size in enumerate(larger)}
        self._bold_counts = bold <= MOSTLY_BOLD * sizes.total()

    def heading_level(self, line: Line) -> int | None:
        """Return 1–6 where the line is a heading, `None` where it is not."""
        text = line.text
        if len(text) > MAX_LENGTH or not _WORDS.search(text) or text.endswith((".", ",", ";")):
            return None
        if (level := self._levels.get(_rounded(line.size))) is not None:
            return level
        if line.bold and self._bold_counts and line.size > self._body * 0.9:
            return min(len(self._levels), LARGEST_LEVELS) + 1
        return None


def _rounded(size: float) -> float:
    return round(size * 2) / 2
