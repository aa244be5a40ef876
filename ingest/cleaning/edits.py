"""Changes to an extracted text, with every place in it moved along."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from index.spans import Span
from ingest.reading.extraction import Extraction, Heading, Removed, ink


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replaces the characters from `start` to `end`; an empty replacement removes them."""

    start: int
    end: int
    replacement: str
    what: str
    """Under which name removed characters are accounted for."""


def apply(extraction: Extraction, edits: Iterable[Edit]) -> Extraction:
    """Return the extraction with the edits made; they may come in any order but not overlap.

    Raises:
        ValueError: Two of them overlap.
    """
    ordered = sorted(edits)
    if not ordered:
        return extraction
    text, moves = _rewritten(extraction.text, ordered)
    removed, added = _balance(extraction, ordered)
    rows = (moves.span(row) for row in extraction.table_rows)
    headings = (Heading(moves.span(h.span), h.level) for h in extraction.headings)
    return replace(
        extraction,
        text=text,
        pages=tuple(replace(page, span=moves.span(page.span)) for page in extraction.pages),
        headings=tuple(heading for heading in headings if len(heading.span)),
        table_rows=tuple(row for row in rows if len(row)),
        removed=removed,
        added=added,
    )


class _Moves:
    """Where each character went."""

    def __init__(self, edits: list[Edit]) -> None:
        self._edits = edits
        self._starts = [edit.start for edit in edits]
        self._shifts = [0]
        for edit in edits:
            change = len(edit.replacement) - (edit.end - edit.start)
            self._shifts.append(self._shifts[-1] + change)

    def at(self, place: int) -> int:
        """Return where the boundary at `place` lies in the new text."""
        index = bisect_right(self._starts, place)
        if index and place < self._edits[index - 1].end:
            edit = self._edits[index - 1]
            # Inside of what was replaced: as far in as the replacement allows.
            inside = min(place - edit.start, len(edit.replacement))
            return edit.start + self._shifts[index - 1] + inside
        if index and self._edits[index - 1].start == place == self._edits[index - 1].end:
            return place + self._shifts[index - 1]
        return place + self._shifts[index]

    def span(self, span: Span) -> Span:
        """Return the span in the new text."""
        return Span(self.at(span.start), self.at(span.end))


def _rewritten(text: str, edits: list[Edit]) -> tuple[str, _Moves]:
    parts = []
    at = 0
    for edit in edits:
        if edit.start < at:
            raise ValueError(f"edits overlap at {edit.start}")
        parts += [text[at : edit.start], edit.replacement]
        at = edit.end
    parts.append(text[at:])
    return "".join(parts), _Moves(edits)


def _balance(extraction: Extraction, edits: list[Edit]) -> tuple[tuple[Removed, ...], int]:
    """Account for ink that went or came."""
    removed = Counter({each.what: each.characters for each in extraction.removed})
    added = extraction.added
    for edit in edits:
        change = ink(edit.replacement) - ink(extraction.text[edit.start : edit.end])
        if change < 0:
            removed[edit.what] -= change
        added += max(change, 0)
    return tuple(Removed(what, count) for what, count in removed.items()), added
