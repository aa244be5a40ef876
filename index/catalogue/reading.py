"""A published catalogue: its file, and what it tells of itself, of files and of vectors."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue

import msgspec

from index.catalogue.records import FileRecord, RunRecord
from index.catalogue.rows import SELECT_PASSAGE, passage_of
from index.catalogue.schema import connect_to_read, opened_to, read_only
from index.errors import IndexDamaged
from index.passages import Passage

_file_record = msgspec.msgpack.Decoder(FileRecord).decode
_run_record = msgspec.msgpack.Decoder(RunRecord).decode


@dataclass(frozen=True, slots=True)
class Changes:
    """How a collection differs from what it was."""

    new: frozenset[str]
    """Ids of passages that were not there, or with another text."""
    lost: bool
    """Whether anything that was there is gone, or has another text."""


class Catalogue:
    """The catalogue of a generation. Safe to use from several threads; closed after the last use.

    Raises:
        IndexDamaged: It cannot be opened, or has another version.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        # A connection serves one thread at a time; each query borrows one.
        self._idle: SimpleQueue[sqlite3.Connection] = SimpleQueue()
        self._idle.put(connect_to_read(path))

    @contextmanager
    def connection(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection for one query."""
        try:
            connection = self._idle.get_nowait()
        except Empty:
            connection = connect_to_read(self._path)
        try:
            yield connection
        finally:
            self._idle.put(connection)

    def close(self) -> None:
        """Let go of the file."""
        while not self._idle.empty():
            self._idle.get().close()

    @property
    def model(self) -> str | None:
        """The embedding model whose vectors it holds."""
        return self._fact("model")

    @property
    def analysis(self) -> str | None:
        """What the terms of the word index are made by."""
        return self._fact("analysis")

    def _fact(self, name: str) -> str | None:
        with self.connection() as connection:
            row = connection.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else None

    def count(self, table: str) -> int:
        """Return how many documents or passages there are, whoever may see them."""
        if table not in {"documents", "passages", "embeddings"}:
            raise ValueError(f"no such table: {table}")
        with self.connection() as connection:
            row = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608
        return int(row[0])

    def files(self) -> dict[str, FileRecord]:
        """Return what is recorded of every file, by source."""
        with self.connection() as connection:
            rows = connection.execute("SELECT source, record FROM files ORDER BY source").fetchall()
        return {source: _file_record(record) for source, record in rows}

    def accesses_by_document(self) -> dict[str, str]:
        """Return who may see each document, by its id."""
        with self.connection() as connection:
            return dict(connection.execute("SELECT id, access FROM documents").fetchall())

    def last_run(self) -> RunRecord | None:
        """Return the run that made this generation."""
        with self.connection() as connection:
            row = connection.execute(
                "SELECT record FROM runs ORDER BY number DESC LIMIT 1"
            ).fetchone()
        return _run_record(row[0]) if row else None

    def accesses(self) -> dict[str, int]:
        """Return every access that passages have, with how many have it."""
        with self.connection() as connection:
            rows = connection.execute("SELECT access, count(*) FROM passages GROUP BY access")
            return dict(rows.fetchall())

    def audiences(self) -> frozenset[str]:
        """Return every audience that something is for, whoever may see it."""
        with self.connection() as connection:
            rows = connection.execute(
                "SELECT access FROM documents UNION SELECT access FROM passages"
            ).fetchall()
        return frozenset(audience for (access,) in rows for audience in opened_to(access))

    def vectors(self, access: str) -> Iterator[tuple[str, bytes]]:
        """Go through a collection's passage ids, ascending, with their vectors as stored.

        Raises:
            IndexDamaged: A passage has no vector.
        """
        with self.connection() as connection:
            rows = connection.execute(
                "SELECT p.id, e.vector FROM passages p LEFT JOIN embeddings e"
                " ON e.digest = p.digest WHERE p.access = ? ORDER BY p.id",
                (access,),
            )
            for id_, vector in rows:
                if vector is None:
                    raise IndexDamaged(f"Passage {id_} has no vector.")
                yield id_, vector

    def passages(self, access: str, ids: Collection[str] | None = None) -> Iterator[Passage]:
        """Go through a collection's passages by id, all or those named."""
        with self.connection() as connection:
            rows = connection.execute(
                f"{SELECT_PASSAGE} WHERE p.access = ? ORDER BY p.id",
                (access,),
            )
            for row in rows:
                passage = passage_of(row)
                if ids is None or passage.id in ids:
                    yield passage

    def changes_since(self, earlier: Path | None) -> dict[str, Changes]:
        """Compare the passages with those of an earlier catalogue, by access."""
        with self.connection() as connection:
            if earlier is None:
                rows = connection.execute("SELECT access, id FROM passages").fetchall()
                return _grouped(rows, [])
            connection.execute("ATTACH ? AS earlier", (read_only(earlier),))
            try:
                mine, theirs = (
                    f"SELECT access, id, digest FROM {schema}.passages"  # noqa: S608
                    for schema in ("main", "earlier")
                )
                added = connection.execute(f"{mine} EXCEPT {theirs}").fetchall()
                gone = connection.execute(f"{theirs} EXCEPT {mine}").fetchall()
            finally:
                connection.execute("DETACH earlier")
        return _grouped([row[:2] for row in added], [row[:2] for row in gone])


def _grouped(
    added: Iterable[tuple[str, str]], gone: Iterable[tuple[str, str]]
) -> dict[str, Changes]:
    new: dict[str, set[str]] = {}
    for access, id_ in added:
        new.setdefault(access, set()).add(id_)
    lost = {access for access, _ in gone}
    return {a: Changes(frozenset(new.get(a, ())), a in lost) for a in new.keys() | lost}
