"""Lines into paragraphs: breaks that only the width of the paper made are undone, no others.

A break is undone where the next word would not have fitted on the line and nothing says that a new
paragraph, point or heading begins. Words parted at a line end are joined where that is certain.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import Enum

from ingest.reading.pdf.lines import Line

SIZE_STEP = 0.6
"""Points; a greater difference in font size is a heading or a note."""
SLACK = 1.0
"""Of the font's height: how much of a gap at the line end a narrow word could still have filled."""
INDENT = 0.8
"""Of the font's height: a line that begins further in begins a paragraph."""
LINE_GAP = 1.75
"""Of the font's height: lines further apart are paragraphs (one and a half spacing is 1.7)."""
SAME_MARGIN = 12.0
"""Points; lines of ragged text end within a short word of each other."""
MIN_WIDTH = 12
"""Font heights; in a narrower column line ends say nothing."""

_POINT = re.compile(
    r"([•·▪◦○●■□➢\uf0b7\uf0a7–—*-]\s|\(?\d{1,3}[.)]\s|\(?[a-zæøå][.)]\s|[ivx]+[.)]\s|\d+(\.\d+)+\.?\s|§\s*\d|ad\s+\d)",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN_WORD = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_SUSPENDED = re.compile(r"(og|eller|samt|and|or|und|oder|och|til|/)\b", re.I)


class Break(Enum):
    """What stands between two lines in the text."""

    NONE = ""
    """A word goes on."""
    SPACE = " "
    LINE = "\n"
    PARAGRAPH = "\n\n"


class Flow:
    """Judges line ends, knowing all words of the document and how wide its columns are."""

    def __init__(self, lines: Iterable[Line]) -> None:
        lines = list(lines)
        self._words = {word.lower() for line in lines for word in _whole_words(line.text)}
        self._margins = _margins(lines)

    def between(self, line: Line, after: Line) -> Break:
        """Return what stands between two lines that follow each other."""
        if not self._runs_on(line, after):
            return Break.PARAGRAPH if _far(line, after) else Break.LINE
        parted = _BROKEN_WORD.search(line.text) and after.text[0].islower()
        # "drifts- og anlægsudgifter" keeps both its hyphen and its space.
        return Break.NONE if parted and not _SUSPENDED.match(after.text) else Break.SPACE

    def drops_hyphen(self, line: Line, after: Line) -> bool:
        """Tell whether only the end of the line set the hyphen: the joined word is a word here."""
        parts, rest = _BROKEN_WORD.search(line.text), _WORD.match(after.text)
        if parts is None or rest is None:
            return False
        return line.text.endswith("\u00ad") or (parts[1] + rest[0]).lower() in self._words

    def _runs_on(self, line: Line, after: Line) -> bool:
        if line.turn != after.turn or _POINT.match(f"{after.text} "):
            return False
        if (
            abs(line.size - after.size) > SIZE_STEP
            or line.segments[-1].bold != after.segments[0].bold
        ):
            if not self._same_sentence(line, after):
                return False
        if line.page != after.page:
            return self._forced(line, after) and after.text[0].islower()
        gap = line.baseline - after.baseline
        if not 0 < gap < LINE_GAP * max(line.size, 1) or len(after.segments) > 1:
            return False
        return not _indented(line, after) and self._forced(line, after)

    def _same_sentence(self, line: Line, after: Line) -> bool:
        """Tell whether a change of weight falls within a sentence: "… **not** |approved"."""
        same_size = abs(line.size - after.size) <= SIZE_STEP
        return same_size and not line.bold and not after.bold and after.text[0].islower()

    def _forced(self, line: Line, after: Line) -> bool:
        """Tell whether the first word of the next line would not have fitted on this one."""
        margin = self._margins.get(_column(line), 0.0)
        if margin - line.left < MIN_WIDTH * line.size:
            return False
        first = after.text.split()[0]
        width = after.right - after.left
        word = width * len(first) / max(1, len(after.text))
        return margin - line.right < word + SLACK * line.size


def _whole_words(text: str) -> Iterator[str]:
    """Yield the words of a line but the one that its end may have cut."""
    words = _WORD.findall(text)
    yield from words if not _BROKEN_WORD.search(text) else words[:-1]


def _margins(lines: list[Line]) -> dict[tuple[int, int], float]:
    """Return how far to the right the lines of each column reach."""
    ends: dict[tuple[int, int], list[float]] = defaultdict(list)
    for line in lines:
        if len(line.segments) == 1 or _POINT.match(f"{line.segments[0].text} "):
            ends[_column(line)].append(line.right)
    return {key: _reached(sorted(rights, reverse=True)) for key, rights in ends.items()}


def _reached(rights: list[float]) -> float:
    """Return the margin that at least two lines reach: a lone banner over two columns is none."""
    for right, following in zip(rights, rights[1:], strict=False):
        if right - following < SAME_MARGIN:
            return right
    return rights[0]


def _column(line: Line) -> tuple[int, int]:
    """Lines on one half of one page (and turned alike) share a right margin."""
    return line.page * 4 + line.turn, int(line.left > 300)


def _indented(line: Line, after: Line) -> bool:
    start = line.left
    if len(line.segments) > 1 and _POINT.match(f"{line.segments[0].text} "):
        # A list point: its text hangs beside its marker.
        start = line.segments[1].left
    elif _POINT.match(line.text):
        return after.left < line.left - INDENT * line.size
    return abs(after.left - start) > INDENT * line.size


def _far(line: Line, after: Line) -> bool:
    if line.page != after.page:
        return True
    gap = line.baseline - after.baseline
    return not 0 <= gap < LINE_GAP * max(line.size, after.size, 1)
