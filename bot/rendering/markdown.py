"""A reply's Markdown as lines of runs, which is what surfaces draw it from.

Knows what a reply uses: bold headings, paragraphs, quotations, points, `**bold**`, `[1]` markers
and backslashes. A number before a point is kept as words: whoever counts such a list anew makes
"12. marts" the first.
"""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from enum import Enum, auto

from bot.rendering.visible import visible


class LineKind(Enum):
    """What a line is in its text."""

    HEADING = auto()
    TEXT = auto()
    QUOTE = auto()
    POINT = auto()


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look, in which nothing is markup any more."""

    text: str
    bold: bool = False
    marker: int | None = None
    """The citation, where the words are its marker."""


@dataclass(frozen=True, slots=True)
class Line:
    """A heading, a paragraph, a quotation or a point."""

    kind: LineKind
    runs: tuple[Run, ...]
    indent: int = 0
    """Of a point: how deep it stands."""
    begins: bool = False
    """Whether a blank line stands before it."""

    @property
    def text(self) -> str:
        """Its words, markers included."""
        return "".join(run.text for run in self.runs)

    @property
    def markers(self) -> tuple[int, ...]:
        """The citations that it marks, in their order."""
        return tuple(run.marker for run in self.runs if run.marker is not None)


DEEPEST = 4
"""Levels of points that are told apart; a phone has no room for more."""

_BULLET = re.compile(r"(?P<indent>\s*)[-*·] +")
_HEADING = re.compile(r"#{1,6} +")
_BOLD_LINE = re.compile(r"\*\*(?P<words>(?:\\.|[^*\\\n])+)\*\*")
_INLINE = re.compile(r"\\(?P<escaped>.)|(?P<bold>\*\*)|\[(?P<marker>\d+)\]", re.DOTALL)


def lines_of(markdown: str, numbers: Set[int]) -> list[Line]:
    """Return the lines of a reply's text, in which `numbers` are the citations there are."""
    lines: list[Line] = []
    for block in re.split(r"\n{2,}", markdown.strip()):
        lines += _of_block(block, numbers)
    return lines


def _of_block(block: str, numbers: Set[int]) -> Iterator[Line]:
    written = block.split("\n")
    if all(line.startswith(">") for line in written):
        written = ["> " + " ".join(line.removeprefix(">").strip() for line in written)]
    begins = True
    for line in written:
        kind, indent, words = _read(line)
        runs = tuple(_runs(words, numbers, bold=kind is LineKind.HEADING))
        if any(run.text.strip() for run in runs):
            yield Line(kind, runs, indent, begins)
            begins = False


def _read(line: str) -> tuple[LineKind, int, str]:
    """Return what a line is, how deep it stands, and its words."""
    if bold := _BOLD_LINE.fullmatch(line.strip()):
        return LineKind.HEADING, 0, bold["words"]
    if heading := _HEADING.match(line):
        return LineKind.HEADING, 0, line[heading.end() :]
    if bullet := _BULLET.match(line):
        return LineKind.POINT, min(len(bullet["indent"]) // 2, DEEPEST), line[bullet.end() :]
    if line.startswith(">"):
        return LineKind.QUOTE, 0, line.removeprefix(">").strip()
    return LineKind.TEXT, 0, line


def _runs(words: str, numbers: Set[int], *, bold: bool) -> Iterator[Run]:
    """Yield the runs of a line; words that follow each other in one look are one run."""
    always, said = bold, ""
    at = 0
    for found in _INLINE.finditer(words):
        said += words[at : found.start()]
        at = found.end()
        number = int(found["marker"]) if found["marker"] else None
        if found["escaped"]:
            said += found["escaped"]
        elif number is not None and number not in numbers:
            said += found[0]
        else:
            yield from _run(said, bold=bold)
            said = ""
            if number is not None:
                yield Run(f"[{number}]", always, number)
            else:
                bold = always or not bold
    yield from _run(said + words[at:], bold=bold)


def _run(words: str, *, bold: bool) -> Iterator[Run]:
    shown = visible(words).replace("\n", " ")
    if shown:
        yield Run(shown, bold)
