"""A catalogue as one set of audiences may see it.

Everything here is asked with the accesses that those audiences open, so a row that they may not
see is in no list, no count and no text. Places are counted in the text that those audiences see.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property, lru_cache
from typing import Any, TypeVar

import msgspec

from index.archive import (
    EVERYTHING,
    AbbreviationEntry,
    AttendeeEntry,
    BodyEntry,
    DocumentEntry,
    Filter,
    ItemEntry,
)
from index.catalogue.bodies import Named, Resolved, resolve
from index.catalogue.covers import Cover, cover_of
from index.catalogue.filters import Conditions, add_cases, on_documents
from index.catalogue.masking import masked
from index.catalogue.opened import OpenedDocuments
from index.catalogue.reading import Catalogue
from index.catalogue.records import FileRecord, RunRecord
from index.catalogue.rows import ItemRow
from index.catalogue.schema import may_see
from index.catalogue.short_names import short_names
from index.documents import (
    CLOSED,
    Abbreviation,
    Attendee,
    Body,
    Document,
    DocumentKind,
    Item,
)
from index.errors import NotInArchive

_KEPT = 8_192
"""Entries that stay decoded, a kilobyte or two each: a list reads them all, and lists are asked for
again and again. They are values, the same bytes give the same one."""

_entry = msgspec.msgpack.Decoder(DocumentEntry).decode
_document = msgspec.msgpack.Decoder(Document).decode
_item = lru_cache(_KEPT)(msgspec.msgpack.Decoder(ItemRow).decode)
_shown_item = msgspec.msgpack.Decoder(ItemRow).decode
_attendee = msgspec.msgpack.Decoder(Attendee).decode
_abbreviation = msgspec.msgpack.Decoder(Abbreviation).decode

_T = TypeVar("_T")


@lru_cache(_KEPT)
def _covered_item(cover: Cover, entry: bytes) -> ItemRow:
    return cover.moved(_item(entry))


_NEWEST_FIRST = "ORDER BY d.date IS NULL, d.date DESC, d.source"


def _joined(wanted: Filter) -> str:
    """Join items with their documents: the documents first, or the few items that are closed.

    CROSS fixes that. Left to itself SQLite goes through all items of an outcome and sorts them,
    words and all, where an index has them in order.
    """
    if wanted.only_closed:
        return "FROM items i CROSS JOIN documents d ON d.number = i.document"
    return "FROM documents d CROSS JOIN items i ON i.document = d.number"


class SeenCatalogue:
    """What some audiences may see of a catalogue. Safe to use from several threads."""

    def __init__(self, catalogue: Catalogue, audiences: frozenset[str]) -> None:
        self._catalogue = catalogue
        self.audiences = audiences
        self._opened = OpenedDocuments()

    @cached_property
    def accesses(self) -> tuple[str, ...]:
        """The accesses of rows that may be seen."""
        found = self.rows(
            "SELECT access FROM documents UNION SELECT access FROM items UNION"
            " SELECT access FROM passages UNION SELECT access FROM attendance UNION"
            " SELECT access FROM abbreviations UNION SELECT access FROM sections UNION"
            " SELECT access FROM case_numbers UNION SELECT access FROM rates UNION"
            " SELECT access FROM agreements ORDER BY 1"
        )
        return tuple(access for (access,) in found if may_see(access, self.audiences))

    # Lists

    @cached_property
    def bodies(self) -> tuple[BodyEntry, ...]:
        """The committees, by name."""
        meetings: dict[int, set[date]] = {}
        papers: list[tuple[str, str]] = []
        conditions = self.seen("d")
        conditions.one_of("d.kind", [DocumentKind.MINUTES.value, DocumentKind.AGENDA.value])
        for body, day, source in self.rows(
            "SELECT d.body, d.date, d.source FROM documents d WHERE d.body IS NOT NULL"
            " AND d.date IS NOT NULL AND",
            conditions,
        ):
            meetings.setdefault(body, set()).add(date.fromisoformat(day))
            papers.append((self._known[body].key, source))
        shorts = short_names(papers, {one.key: one.names for one in self._resolved})
        return tuple(
            BodyEntry(
                one.key,
                one.body,
                (*one.names, *shorts.get(one.key, ())),
                tuple(sorted(set().union(*(meetings.get(n, set()) for n in one.numbers)))),
            )
            for one in self._resolved
        )

    @cached_property
    def abbreviations(self) -> tuple[AbbreviationEntry, ...]:
        """The short forms that documents explain, in the order of their documents."""
        rows = self.rows(
            "SELECT d.entry, d.body, a.entry FROM abbreviations a JOIN documents d"
            " ON d.number = a.document WHERE",
            self.seen("d", "a"),
            "ORDER BY d.source, a.place",
        )
        return tuple(
            AbbreviationEntry(document, self.placed(document.id, _abbreviation(one)))
            for document, one in self.with_documents(rows)
        )

    def documents(self, wanted: Filter = EVERYTHING) -> tuple[DocumentEntry, ...]:
        """Return documents by date, newest first; those without a date last."""
        conditions = self.matching(wanted, item=None)
        rows = self.rows("SELECT d.entry, d.body FROM documents d WHERE", conditions, _NEWEST_FIRST)
        return tuple(self.document_entry(entry, body) for entry, body in rows)

    def items(self, wanted: Filter = EVERYTHING, limit: int | None = None) -> tuple[ItemEntry, ...]:
        """Return agenda items, newest meeting first, in the order of the agenda within one."""
        conditions = self._on_items(wanted)
        shown = "" if limit is None else f"LIMIT {limit:d}"
        rows = self.rows(
            f"SELECT d.entry, d.body, i.access, i.entry, i.shown {_joined(wanted)} WHERE",
            conditions,
            f"{_NEWEST_FIRST}, i.place {shown}",
        )
        return tuple(
            ItemEntry(
                document,
                row.item,
                row.decision,
                row.recommendation_texts,
                row.decision_texts,
            )
            for document, row in (
                (document, self.item_row(document.id, access, whole, shown))
                for document, access, whole, shown in (
                    (self.document_entry(entry, body), *row) for entry, body, *row in rows
                )
            )
        )

    def count_items(self, wanted: Filter = EVERYTHING) -> int:
        """Return how many agenda items there are."""
        rows = self.rows(f"SELECT count(*) {_joined(wanted)} WHERE", self._on_items(wanted))
        return int(rows[0][0])

    def _on_items(self, wanted: Filter) -> Conditions:
        """Restrict `d` and `i` to a filter and to what may be seen."""
        conditions = self.matching(wanted, item="i.place")
        if wanted.outcomes:
            conditions.one_of("i.outcome", [outcome.value for outcome in wanted.outcomes])
            conditions.one_of("i.access", self.accesses)  # an outcome is not told of a closed one
        if wanted.only_closed:
            conditions.add("i.shown IS NOT NULL")
        return conditions

    def attendance(self, wanted: Filter = EVERYTHING) -> tuple[AttendeeEntry, ...]:
        """Return who attended or was absent, newest meeting first."""
        conditions = self.matching(wanted, item=None)
        conditions.one_of("a.access", self.accesses)
        rows = self.rows(
            "SELECT d.entry, d.body, a.entry FROM attendance a"
            " JOIN documents d ON d.number = a.document WHERE",
            conditions,
            f"{_NEWEST_FIRST}, a.place",
        )
        return tuple(
            AttendeeEntry(document, self.placed(document.id, _attendee(one)))
            for document, one in self.with_documents(rows)
        )

    def document(self, id_: str) -> Document:
        """Return one document whole, its closed items masked from those who may not see them.

        Raises:
            NotInArchive: No document of that id may be seen.
        """
        if (opened := self._opened.get(id_)) is not None:
            return opened
        conditions = self.seen("d")
        conditions.add("d.id = ?", id_)
        rows = self.rows(
            "SELECT t.structure, t.text, d.body FROM texts t"
            " JOIN documents d ON d.number = t.document WHERE",
            conditions,
        )
        for structure, text, body in rows:
            known = self._known.get(body)
            document = replace(_document(structure), text=text, body=known.body if known else None)
            shown = document if CLOSED in self.audiences else masked(document)
            self._opened.keep(shown)
            return shown
        raise NotInArchive(f"There is no document {id_!r} in the archive.")

    @cached_property
    def files(self) -> tuple[FileRecord, ...]:
        """The files that the archive was made from, by source; unreadable ones too."""
        records = self._catalogue.files()
        conditions = self.seen("d")
        documents = {id_ for (id_,) in self.rows("SELECT d.id FROM documents d WHERE", conditions)}

        def is_seen(one: FileRecord) -> bool:
            of = records.get(one.duplicate_of or "", one)
            known = {one.document, of.document, *of.further} - {None}
            # A paper may be closed by its own marks, and in an open folder.
            return may_see(one.audience, self.audiences) and (not known or bool(known & documents))

        return tuple(one for one in records.values() if is_seen(one))

    @cached_property
    def last_run(self) -> RunRecord | None:
        """The run that made the generation, with the files that may be seen."""
        if (run := self._catalogue.last_run()) is None:
            return None
        seen = {access for access in run.gone if may_see(access, self.audiences)}
        return run.of({record.source for record in self.files}, seen)

    # What lists and search both need

    def rows(
        self, select: str, conditions: Conditions | None = None, order: str = ""
    ) -> list[tuple[Any, ...]]:
        """Run one query; `select` ends with WHERE, or with an AND, where conditions follow."""
        sql = select if conditions is None else f"{select} {conditions.sql} {order}"
        with self._catalogue.connection() as connection:
            return connection.execute(sql, conditions.parameters if conditions else ()).fetchall()

    def seen(self, *tables: str) -> Conditions:
        """Restrict tables to rows that may be seen."""
        conditions = Conditions()
        for table in tables:
            conditions.one_of(f"{table}.access", self.accesses)
        return conditions

    def matching(self, wanted: Filter, item: str | None) -> Conditions:
        """Restrict `d` to a filter and to what may be seen; see `filters.add_cases` for `item`."""
        bodies = (
            {n for one in self._resolved if one.key in wanted.bodies for n in one.numbers}
            if wanted.bodies
            else None
        )
        conditions = on_documents(wanted, bodies)
        conditions.one_of("d.access", self.accesses)
        add_cases(conditions, wanted, self.accesses, item)
        return conditions

    def document_entry(self, entry: bytes, body: int | None) -> DocumentEntry:
        """Decode a document's entry and name its body as the whole archive knows it."""
        return self._named(entry, body)

    @cached_property
    def _named(self) -> Callable[[bytes, int | None], DocumentEntry]:
        # Of the view itself it may know nothing: the two would hold on to each other.
        bodies, covers = self._known, self._covers

        def named(entry: bytes, body: int | None) -> DocumentEntry:
            known = None if body is None else bodies.get(body)
            told = _entry(entry)
            if known is not None:
                told = replace(told, body=known.body, body_key=known.key)
            if (cover := covers.get(told.id)) is not None:
                told = replace(told, characters=cover.length(told.characters))
            return told

        return lru_cache(_KEPT)(named)

    def with_documents(
        self, rows: Iterable[tuple[bytes, int | None, bytes]]
    ) -> Iterator[tuple[DocumentEntry, bytes]]:
        """Yield what belongs to documents with them, from rows of entry, body and one thing."""
        return ((self.document_entry(entry, body), one) for entry, body, one in rows)

    def item_row(self, document: str, access: str, whole: bytes, shown: bytes | None) -> ItemRow:
        """Decode what may be seen of an item of a document."""
        row = whole if shown is None or access in self.accesses else shown
        cover = self._covers.get(document)
        return _item(row) if cover is None else _covered_item(cover, row)

    def placed(self, document: str, value: _T) -> _T:
        """Return a value with its places counted in the text of the document that may be seen."""
        cover = self._covers.get(document)
        return value if cover is None else cover.moved(value)

    @cached_property
    def _covers(self) -> dict[str, Cover]:
        """What is covered of documents with closed items, by their id; of no other document."""
        if CLOSED in self.audiences:
            return {}
        conditions = self.seen("d")
        conditions.add("i.shown IS NOT NULL")
        items: dict[str, list[Item]] = {}
        for id_, shown in self.rows(
            "SELECT d.id, i.shown FROM items i JOIN documents d ON d.number = i.document WHERE",
            conditions,
        ):
            items.setdefault(id_, []).append(_shown_item(shown).item)
        return {id_: cover_of(closed) for id_, closed in items.items()}

    @cached_property
    def _known(self) -> dict[int, Resolved]:
        """The bodies by the numbers under which documents name them."""
        return {number: one for one in self._resolved for number in one.numbers}

    @cached_property
    def _resolved(self) -> list[Resolved]:
        named = self.rows(
            "SELECT DISTINCT b.number, b.name, b.abbreviation FROM bodies b"
            " JOIN documents d ON d.body = b.number WHERE",
            self.seen("d"),
            "ORDER BY b.number",
        )
        explained = self.rows(
            "SELECT a.entry FROM abbreviations a JOIN documents d ON d.number = a.document WHERE",
            self.seen("d", "a"),
        )
        forms = [_abbreviation(entry) for (entry,) in explained]
        return resolve(
            [Named(number, Body(name, short or None)) for number, name, short in named],
            [(form.short, form.long) for form in forms],
        )
