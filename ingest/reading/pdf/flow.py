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
    r"[•·▪◦○●■□➢\uf0b7\uf0a7–—*-]\s"
    # A number begins a point where a capital follows: "3.900.000 kr." and "25. maj" do not.
    r"|(?:(?:punkt|pkt\.|ad|bilag|§)\s*)?\(?\d{1,3}(?:\.\d{1,2}){0,3}[.):]?\s+[\"“”»(]?[A-ZÆØÅ]"
    r"|§\s*\d|\(?(?-i:[a-zæøå])[.)]\s|(?-i:[ivx]{1,4}|[IVX]{1,4})[.)]\s",
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
        self._margins = _Margins(lines)

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
        if not _same_type(line, after):
            return False
        if line.page != after.page:
            return self._forced(line, after) and after.text[0].islower()
        gap = line.baseline - after.baseline
        if not 0 < gap < LINE_GAP * max(line.size, 1) or len(after.segments) > 1:
            return False
        return not _indented(line, after) and self._forced(line, after)

    def _forced(self, line: Line, after: Line) -> bool:
        """Tell whether the first word of the next line would not have fitted on this one."""
        margin = self._margins.of(line)
        if margin - line.left < MIN_WIDTH * line.size:
            return False
        first = after.text.split()[0]
        width = after.right - after.left
        word = width * len(first) / max(1, len(after.text))
        return margin - line.right < word + SLACK * line.size


def _same_type(line: Line, after: Line) -> bool:
    """Tell whether two lines are set alike, or a sentence goes on in another weight."""
    if abs(line.size - after.size) > SIZE_STEP:
        return False
    within = not line.bold and not after.bold and after.text[0].islower()
    return within or line.segments[-1].bold == after.segments[0].bold


def _whole_words(text: str) -> Iterator[str]:
    """Yield the words of a line but the one that its end may have cut."""
    words = _WORD.findall(text)
    yield from words if not _BROKEN_WORD.search(text) else words[:-1]


class _Margins:
    """How far to the right the lines of each column reach."""

    def __init__(self, lines: list[Line]) -> None:
        pages: dict[tuple[int, ...], list[float]] = defaultdict(list)
        whole: dict[tuple[int, ...], list[float]] = defaultdict(list)
        for line in lines:
            if len(line.segments) == 1 or _POINT.match(f"{line.segments[0].text} "):
                pages[line.page, *_column(line)].append(line.right)
                whole[_column(line)].append(line.right)
        self._pages = {key: _reached(rights, 3) for key, rights in pages.items()}
        self._whole = {key: _reached(rights, 2) or max(rights) for key, rights in whole.items()}
        self._parted = {key[:2] for key, rights in pages.items() if key[2] and len(rights) >= 5}

    def of(self, line: Line) -> float:
        """Return the right margin for a line."""
        column = _column(line)
        page = self._pages.get((line.page, *column), 0.0)
        if page and (line.page, line.turn) in self._parted:
            return page
        # On a page of short lines only, the margin is that of the other pages.
        return max(page, self._whole.get(column, 0.0))


def _reached(rights: list[float], lines: int) -> float:
    """Return the margin that so many lines reach: a lone banner over two columns is none."""
    ordered = sorted(rights, reverse=True)
    for right, last in zip(ordered, ordered[lines - 1 :], strict=False):
        if right - last < SAME_MARGIN:
            return right
    return 0.0


def _column(line: Line) -> tuple[int, int, int]:
    """Lines on one half of pages of one format (and turned alike) share a right margin."""
    return line.turn, int(line.left > 300), round(line.height / 50)


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
