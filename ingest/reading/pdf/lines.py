"""Runs of text into lines, in reading order.

The order of the content stream is the order in which a document was written, and is kept: it reads
columns one after the other. Only where text is set beside text that came a little earlier (the
cells of a table row, a number before its heading) do the two become one line.
"""

from dataclasses import dataclass, field

from ingest.reading.pdf.content import Run

SAME_LINE = 0.45
"""Of the font's height: runs whose baselines differ by less stand on one line."""
WORD_GAP = 0.15
"""Of the font's height: a wider gap between two runs is a space (a space is 0.25 of it)."""
CELL_GAP = 1.2
"""Of the font's height: a wider gap parts cells; words of a justified line stand closer."""
LOOK_BACK = 10
"""Lines that a cell of a table row may have besides its neighbour."""
OVERPRINT_REACH = 50
"""Pieces of text; the second print follows the first soon."""
SHORT_CELL = 25
"""Characters; text that is shorter on the average is the column of a table, not of a page."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a line with no wide gap in it."""

    text: str
    left: float
    right: float
    size: float
    bold: bool
    runs: tuple[Run, ...] = ()
    """What it was put together from, left to right."""


@dataclass(slots=True)
class Line:
    """A line of a page: its segments from left to right."""

    page: int
    """Index of the page, from 0."""
    baseline: float
    segments: list[Segment] = field(default_factory=list)
    height: float = 0.0
    """Of the page, in points."""
    turn: int = 0
    """Quarter turns against the page, as in `Run`."""

    @property
    def text(self) -> str:
        """The text of all segments."""
        return " ".join(segment.text for segment in self.segments)

    @property
    def left(self) -> float:
        """Where its first segment begins."""
        return min(segment.left for segment in self.segments)

    @property
    def right(self) -> float:
        """Where its last segment ends."""
        return max(segment.right for segment in self.segments)

    @property
    def size(self) -> float:
        """The font size that most of its characters have."""
        return max(self.segments, key=lambda segment: len(segment.text)).size

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(segment.bold for segment in self.segments)


def without_overprint(runs: list[Run]) -> list[Run]:
    """Drop text that is printed over itself, which some programs do to make it look bold."""
    kept: list[Run] = []
    for run in runs:
        if not any(_over(run, other) for other in kept[-OVERPRINT_REACH:]):
            kept.append(run)
    return kept


def _over(run: Run, other: Run) -> bool:
    near = abs(run.left - other.left) < 1.5 and abs(run.baseline - other.baseline) < 1.5
    return near and run.text == other.text and run.size == other.size


def lines_of(runs: list[Run], page: int, height: float) -> list[Line]:
    """Return the lines of a page in reading order."""
    groups: list[list[Run]] = []
    for run in runs:
        if groups and _continues(groups[-1], run):
            groups[-1].append(run)
        elif (beside := _beside(groups, run)) is not None:
            groups[beside].append(run)
        else:
            groups.insert(_place(groups, run), [run])
    return [_line(group, page, height) for group in groups]


def _continues(group: list[Run], run: Run) -> bool:
    last = group[-1]
    if run.turn != last.turn:
        return False
    same = abs(run.baseline - group[0].baseline) < SAME_LINE * max(run.size, group[0].size, 1)
    return same and run.left > last.left - 0.5 and run.left - last.right < 200


def _beside(groups: list[list[Run]], run: Run) -> int | None:
    """Return the index of an earlier line that this run stands beside, as cells of a row do."""
    characters = 0
    for back, group in enumerate(reversed(groups)):
        first = group[0]
        level = abs(first.baseline - run.baseline) < 0.3 * max(1, min(first.size, run.size))
        apart = all(run.left >= each.right - 1 or run.right <= each.left + 1 for each in group)
        if level and apart and first.turn == run.turn:
            return len(groups) - 1 - back
        characters += sum(len(each.text) for each in group)
        if back >= LOOK_BACK and characters > SHORT_CELL * (back + 1):
            return None
    return None


def _place(groups: list[list[Run]], run: Run) -> int:
    """Return where a new line goes: at the end, but above cells that reach further down."""
    place = len(groups)
    while place and groups[place - 1][0].turn == run.turn:
        above = groups[place - 1][0].baseline < run.baseline - 0.3 * run.size
        if not above:
            return place
        place -= 1
        if len(groups) - place > LOOK_BACK:
            return len(groups)
    # All of the page so far lies lower: a header that is drawn last, or another column.
    return (
        place
        if len(groups) - place <= LOOK_BACK and _overlap_none(groups[place:], run)
        else len(groups)
    )


def _overlap_none(groups: list[list[Run]], run: Run) -> bool:
    return all(
        run.left >= each.right or run.right <= each.left for group in groups for each in group
    )


def _line(group: list[Run], page: int, height: float) -> Line:
    line = Line(page, group[0].baseline, [], height, group[0].turn)
    pending: list[Run] = []
    text = ""
    for run in sorted(group, key=lambda each: each.left):
        if pending:
            gap = run.left - max(each.right for each in pending)
            if gap > CELL_GAP * max(run.size, pending[-1].size, 1):
                line.segments.append(_segment(text, pending))
                pending, text = [], ""
            elif gap > WORD_GAP * run.size:
                text += " "
        pending.append(run)
        text += run.text
    line.segments.append(_segment(text, pending))
    return line


def _segment(text: str, runs: list[Run]) -> Segment:
    main = max(runs, key=lambda run: len(run.text))
    return Segment(
        " ".join(text.split()),
        min(run.left for run in runs),
        max(run.right for run in runs),
        main.size,
        all(run.bold for run in runs if run.text.strip()),
        tuple(runs),
    )
