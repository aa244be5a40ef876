"""Where the sections of a document begin."""

from dataclasses import dataclass

from index.documents import SectionKind
from ingest.structure.layout.lines import Line


@dataclass(frozen=True, slots=True)
class Cut:
    """The start of a section; it reaches to the next cut."""

    start: int
    kind: SectionKind
    heading: str | None
    body: int
    """Where the text after the heading begins."""
    path: tuple[str, ...] = ()
    item: int | None = None


def resume(line: Line, kind: SectionKind, heading: str | None, path: tuple[str, ...]) -> Cut:
    """Return the cut at which a part goes on behind what stood within it."""
    return Cut(line.span.start, kind, heading, line.span.start, path)


def resumed(cuts: list[Cut]) -> list[Cut]:
    """Drop the first of two cuts at one place: a part that was to resume where another begins."""
    return [
        cut
        for place, cut in enumerate(cuts)
        if place + 1 == len(cuts) or cuts[place + 1].start > cut.start
    ]
