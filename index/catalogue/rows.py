"""Rows of the catalogue as values."""

from dataclasses import dataclass

from index.decisions import Decision
from index.documents import Item
from index.passages import Passage
from index.spans import Span

_SELECT = "SELECT d.id, p.place, p.item, p.section, p.start, p.stop, p.header, p.text, p.audience"
SELECT_PASSAGE = f"{_SELECT} FROM passages p JOIN documents d ON d.number = p.document"
SELECT_BY_DOCUMENT = f"{_SELECT} FROM documents d CROSS JOIN passages p ON p.document = d.number"
"""The same where documents are named: CROSS has them looked up first, and not every passage."""


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An agenda item as the catalogue keeps it: what `ItemEntry` tells, but for its document."""

    item: Item
    decision: Decision | None
    recommendation_texts: tuple[str, ...]
    decision_texts: tuple[str, ...]


def passage_of(row: tuple[str, int, int | None, int, int, int, str, str, str]) -> Passage:
    """Make a passage of a row of `SELECT_PASSAGE`."""
    document, place, item, section, start, stop, header, text, audience = row
    return Passage(document, place, item, section, Span(start, stop), header, text, audience)
