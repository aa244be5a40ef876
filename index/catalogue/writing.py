"""The catalogue of a draft: documents, passages, vectors and files put in and taken out."""

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Self

import msgspec

from index.archive import DocumentEntry
from index.catalogue import rates as rate_tables
from index.catalogue import schema
from index.catalogue.masking import heading_cases, is_closed
from index.catalogue.records import FileRecord, RunRecord
from index.catalogue.rows import ItemRow
from index.decisions import Outcome
from index.documents import CLOSED, Document, Item
from index.passages import Passage
from index.rates.rate import Agreement, Rate
from index.spans import Span

_encode = msgspec.msgpack.Encoder().encode


def digest_of(passage: Passage) -> bytes:
    """Return what a passage's vector is kept under: 32 bytes that stand for what is embedded."""
    return hashlib.sha256(passage.embedded_text.encode()).digest()


class CatalogueDraft:
    """A catalogue being written. Only ever open in one process."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection
        self._connection.execute("BEGIN")
        self._taken_out = False

    @classmethod
    def create(cls, path: Path) -> Self:
        """Make an empty one."""
        return cls(path, schema.create(path))

    @classmethod
    def open(cls, path: Path) -> Self:
        """Go on from the copy of a published one."""
        return cls(path, schema.connect_to_write(path))

    def set_model(self, name: str) -> None:
        """Record the embedding model; vectors of another are dropped."""
        if self._fact("model") != name:
            self._connection.execute("DELETE FROM embeddings")
            self._set_fact("model", name)

    def set_analysis(self, name: str) -> None:
        """Record what the terms of the word index are made by."""
        if self._fact("analysis") != name:
            self._set_fact("analysis", name)

    def _fact(self, name: str) -> str | None:
        row = self._connection.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else None

    def _set_fact(self, name: str, value: str) -> None:
        self._connection.execute("REPLACE INTO facts VALUES (?, ?)", (name, value))

    def put_document(
        self,
        document: Document,
        passages: Sequence[Passage],
        rates: Sequence[Rate] = (),
        agreements: Sequence[Agreement] = (),
    ) -> None:
        """Add a document with what came from it, in the place of an earlier one with its id."""
        self.remove_document(document.id)
        number = self._add_document(document)
        self._connection.execute(
            "INSERT INTO texts VALUES (?, ?, ?)",
            (number, document.text, _encode(replace(document, text=""))),
        )
        self._add_items(number, document)
        self._add_sections(number, document)
        self._add_mentions(number, document)
        self._add_passages(number, document, passages)
        rate_tables.put(self._connection, number, document, rates, agreements)

    def remove_document(self, id_: str) -> bool:
        """Take out a document with everything that came from it; tell whether it was there."""
        return self._connection.execute("DELETE FROM documents WHERE id = ?", (id_,)).rowcount > 0

    def put_file(self, record: FileRecord) -> None:
        """Record a file, in the place of what was recorded of it."""
        self._connection.execute(
            "REPLACE INTO files VALUES (?, ?, ?)",
            (record.source, record.state.value, _encode(record)),
        )

    def remove_file(self, source: str) -> None:
        """Forget a file."""
        self._taken_out = True
        self._connection.execute("DELETE FROM files WHERE source = ?", (source,))

    def put_run(self, record: RunRecord) -> None:
        """Record the run that makes this generation."""
        # Those before name files that may be gone.
        self._connection.execute("DELETE FROM runs")
        self._connection.execute("INSERT INTO runs (record) VALUES (?)", (_encode(record),))

    def not_embedded(self) -> list[tuple[bytes, str]]:
        """Return what has no vector yet: digest and text to embed, each once."""
        rows = self._connection.execute(
            "SELECT digest, min(header), text FROM passages"
            " WHERE digest NOT IN (SELECT digest FROM embeddings) GROUP BY digest"
        )
        return [(digest, f"{header}\n{text}") for digest, header, text in rows]

    def put_vectors(self, vectors: Iterable[tuple[bytes, bytes]]) -> None:
        """Add vectors under their digests."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO embeddings (digest, vector) VALUES (?, ?)", vectors
        )

    def documents(self) -> int:
        """Return how many documents there are."""
        (count,) = self._connection.execute("SELECT count(*) FROM documents").fetchone()
        return int(count)

    def finish(self) -> None:
        """Commit and close, without vectors and bodies that nothing refers to.

        Where anything was taken out, the file is written anew, so that nothing of it is left.
        """
        self._connection.execute(
            "DELETE FROM embeddings WHERE digest NOT IN (SELECT digest FROM passages)"
        )
        self._connection.execute(
            "DELETE FROM bodies WHERE number NOT IN"
            " (SELECT body FROM documents WHERE body IS NOT NULL)"
        )
        self._connection.execute("COMMIT")
        if self._taken_out:
            compacted = self._path.with_suffix(".compact")
            self._connection.execute("VACUUM INTO ?", (str(compacted),))
            self._connection.close()
            compacted.replace(self._path)
        else:
            self._connection.close()

    def close(self) -> None:
        """Let go of the file of a draft that is given up."""
        self._connection.close()

    def _add_document(self, document: Document) -> int:
        entry = DocumentEntry(
            id=document.id,
            source=document.source,
            title=document.title,
            kind=document.kind,
            status=document.status,
            body=document.body,
            body_key=None,  # depends on the whole archive: filled in when read
            date=document.date,
            case_numbers=document.case_numbers,
            pages=len(document.pages),
            characters=len(document.text),
            audience=document.audience,
        )
        cursor = self._connection.execute(
            "INSERT INTO documents (id, source, access, kind, date, body, entry)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                document.id,
                document.source,
                schema.access(document.audience),
                document.kind.value,
                document.date.isoformat() if document.date else None,
                self._body(document),
                _encode(entry),
            ),
        )
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def _body(self, document: Document) -> int | None:
        if document.body is None:
            return None
        named = (document.body.name, document.body.abbreviation or "")
        self._connection.execute(
            "INSERT OR IGNORE INTO bodies (name, abbreviation) VALUES (?, ?)", named
        )
        (number,) = self._connection.execute(
            "SELECT number FROM bodies WHERE (name, abbreviation) = (?, ?)", named
        ).fetchone()
        return int(number)

    def _add_items(self, number: int, document: Document) -> None:
        for item in document.items:
            decision = document.decision_of(item.index)
            row = ItemRow(
                item,
                decision,
                _words(document, decision.recommendation if decision else ()),
                _words(document, decision.words if decision else ()),
            )
            cases = heading_cases(document, item)
            shown = ItemRow(replace(item, case_numbers=cases), None, (), ())
            self._connection.execute(
                "INSERT INTO items VALUES (?, ?, ?, ?, ?, ?)",
                (
                    number,
                    item.index,
                    _access(document, closed=item.closed),
                    (decision.outcome if decision else Outcome.NONE).value,
                    _encode(row),
                    _encode(shown) if item.closed else None,
                ),
            )
            self._add_cases(number, document, item, cases)

    def _add_cases(
        self, number: int, document: Document, item: Item, public: tuple[str, ...]
    ) -> None:
        self._connection.executemany(
            "INSERT INTO case_numbers VALUES (?, ?, ?, ?)",
            [
                (number, item.index, _access(document, closed=item.closed and c not in public), c)
                for c in item.case_numbers
            ],
        )

    def _add_sections(self, number: int, document: Document) -> None:
        closed = {item.index for item in document.items if item.closed}
        self._connection.executemany(
            "INSERT INTO sections VALUES (?, ?, ?, ?)",
            [
                (number, s.index, _access(document, closed=s.item in closed), s.kind.value)
                for s in document.sections
            ],
        )

    def _add_mentions(self, number: int, document: Document) -> None:
        """Add what stands somewhere in the text: case numbers, attendance, abbreviations."""
        self._connection.executemany(
            "INSERT INTO case_numbers VALUES (?, NULL, ?, ?)",
            [(number, _access(document, closed=False), c) for c in document.case_numbers],
        )
        closed = {item.index for item in document.items if item.closed}
        attendance = [
            (number, place, _access(document, closed=hidden), _encode(one))
            for place, one in enumerate(document.attendance)
            for hidden in [one.item in closed or is_closed(document, one.span)]
        ]
        self._connection.executemany("INSERT INTO attendance VALUES (?, ?, ?, ?)", attendance)
        abbreviations = [
            (number, place, _access(document, closed=is_closed(document, one.span)), _encode(one))
            for place, one in enumerate(document.abbreviations)
        ]
        self._connection.executemany("INSERT INTO abbreviations VALUES (?, ?, ?, ?)", abbreviations)

    def _add_passages(self, number: int, document: Document, passages: Sequence[Passage]) -> None:
        self._connection.executemany(
            "INSERT INTO passages (id, document, place, item, section, start, stop, access,"
            " audience, digest, header, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    p.id,
                    number,
                    p.index,
                    p.item,
                    p.section,
                    p.span.start,
                    p.span.end,
                    schema.access(document.audience, p.audience),
                    p.audience,
                    digest_of(p),
                    p.header,
                    p.text,
                )
                for p in passages
            ),
        )


def _access(document: Document, *, closed: bool) -> str:
    return schema.access(document.audience, *([CLOSED] if closed else []))


def _words(document: Document, spans: Iterable[Span]) -> tuple[str, ...]:
    return tuple(span.of(document.text) for span in spans)
