"""Rows of the catalogue as values."""

from dataclasses import dataclass

from index.decisions import Decision
from index.documents import Item
from index.passages import Passage
from index.spans import Span

SELECT_PASSAGE = (
    "SELECT d.id, p.place, p.item, p.section, p.start, p.stop, p.header, p.text, p.audience"
    " FROM passages p JOIN documents d ON d.number = p.document"
)


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
