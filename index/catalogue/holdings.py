"""The catalogue as search reads it: passages by id, and which of them a filter lets through."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import TypeVar

from index.archive import DocumentEntry, Filter
from index.catalogue.filters import Conditions
from index.catalogue.rows import SELECT_BY_DOCUMENT, SELECT_PASSAGE, passage_of
from index.catalogue.seen import SeenCatalogue
from index.documents import Item, SectionKind
from index.passages import Passage, Place

_T = TypeVar("_T")

_AT_ONCE = 500  # SQLite takes some thousand parameters in one statement
_FILTERS_KEPT = 32  # per generation and audience

_PASSAGES = f"{SELECT_PASSAGE} WHERE"
_BY_DOCUMENT = f"{SELECT_BY_DOCUMENT} WHERE"
_OF_ITEM = "(+d.id = ? AND p.item = ?)"
_IN_SECTION = "(+d.id = ? AND p.item IS NULL AND p.section = ?)"


class CatalogueHoldings:
    """What search needs of a catalogue, for one set of audiences. Safe in several threads."""

    def __init__(self, seen: SeenCatalogue) -> None:
        self._seen = seen
        # Not a method: it and what it is kept in would hold on to each other.
        self._kept = lru_cache(maxsize=_FILTERS_KEPT)(partial(_let_through, seen))

    def allowed(self, filter: Filter) -> Sequence[str] | None:  # noqa: A002
        """Return ids of passages and of whole documents that a filter lets through, ascending.

        `None` where it restricts nothing.
        """
        restricted = (
            filter.bodies
            or filter.since
            or filter.until
            or filter.kinds
            or filter.case_numbers
            or filter.documents
        )
        return self._kept(filter) if restricted else None

    def passages(self, ids: Collection[str]) -> Mapping[str, Passage]:
        """Return passages by id; ids that may not be seen are left out."""
        found: dict[str, Passage] = {}
        for some in _portions(list(ids)):
            conditions = self._seen.seen("p")
            conditions.one_of("p.id", some)
            found |= {p.id: p for p in self._read(_PASSAGES, conditions)}
        return found

    def passages_at(self, places: Collection[Place]) -> Mapping[Place, Sequence[Passage]]:
        """Return all passages of some items and sections, in order; nothing of an unseen one."""
        found: dict[Place, list[Passage]] = {place: [] for place in places}
        for some in _portions(list(found)):
            conditions = self._seen.seen("p")
            # Said twice, and with a +: SQLite then looks each document up once.
            conditions.one_of("d.id", {document for document, _, _ in some})
            either = [_IN_SECTION if item is None else _OF_ITEM for _, item, _ in some]
            values = [value for place in some for value in place if value is not None]
            conditions.add(f"({' OR '.join(either)})", *values)
            for passage in self._read(_BY_DOCUMENT, conditions, "ORDER BY p.place"):
                found[passage.place].append(passage)
        return found

    def entries(self, documents: Collection[str]) -> Mapping[str, DocumentEntry]:
        """Return documents without their text, by id."""
        found: dict[str, DocumentEntry] = {}
        for some in _portions(list(documents)):
            conditions = self._seen.seen("d")
            conditions.one_of("d.id", some)
            rows = self._seen.rows(
                "SELECT d.id, d.entry, d.body FROM documents d WHERE", conditions
            )
            found |= {id_: self._seen.document_entry(entry, body) for id_, entry, body in rows}
        return found

    def items(self, places: Collection[tuple[str, int]]) -> Mapping[tuple[str, int], Item]:
        """Return agenda items by document and index."""
        found: dict[tuple[str, int], Item] = {}
        for some in _portions(list(places)):
            rows = self._seen.rows(
                "SELECT d.id, i.place, i.access, i.entry, i.shown FROM items i"
                " JOIN documents d ON d.number = i.document WHERE",
                self._at(some, "i"),
            )
            for id_, place, access, whole, shown in rows:
                found[id_, place] = self._seen.item_row(id_, access, whole, shown).item
        return found

    def section_kinds(
        self, places: Collection[tuple[str, int]]
    ) -> Mapping[tuple[str, int], SectionKind]:
        """Return what sections are for, by document and index."""
        found: dict[tuple[str, int], SectionKind] = {}
        for some in _portions(list(places)):
            conditions = self._at(some, "s")
            conditions.one_of("s.access", self._seen.accesses)
            rows = self._seen.rows(
                "SELECT d.id, s.place, s.kind FROM sections s"
                " JOIN documents d ON d.number = s.document WHERE",
                conditions,
            )
            found |= {(id_, place): SectionKind(kind) for id_, place, kind in rows}
        return found

    def _read(self, select: str, conditions: Conditions, order: str = "") -> Iterator[Passage]:
        for passage in map(passage_of, self._seen.rows(select, conditions, order)):
            yield self._seen.placed(passage.document, passage)

    def _at(self, places: Sequence[tuple[str, int]], table: str) -> Conditions:
        conditions = self._seen.seen("d")
        # Said twice: SQLite uses no index for a pair of columns, and would read every row.
        conditions.one_of("d.id", sorted({id_ for id_, _ in places}))
        values = [value for place in places for value in place]
        pairs = ", ".join(["(?, ?)"] * len(places))
        conditions.add(f"(d.id, {table}.place) IN (VALUES {pairs})", *values)
        return conditions


def _let_through(seen: SeenCatalogue, wanted: Filter) -> Sequence[str]:
    if not wanted.case_numbers:
        conditions = seen.matching(wanted, item=None)
        rows = seen.rows("SELECT d.id FROM documents d WHERE", conditions)
        return tuple(sorted(id_ for (id_,) in rows))
    conditions = seen.matching(wanted, item="p.item")
    conditions.one_of("p.access", seen.accesses)
    # CROSS JOIN: the few documents first. Left to itself, or asked for an order, SQLite goes
    # through every passage and looks its document up.
    rows = seen.rows(
        "SELECT p.id FROM documents d CROSS JOIN passages p ON p.document = d.number WHERE",
        conditions,
    )
    return tuple(sorted(id_ for (id_,) in rows))


def _portions(values: list[_T]) -> Iterator[list[_T]]:
    return (values[start : start + _AT_ONCE] for start in range(0, len(values), _AT_ONCE))
