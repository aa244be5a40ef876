"""Vectors that a run has made and not yet published: a run that is killed leaves them to the next.

Holds digests and vectors, no text. It is removed by every run that ends well, so that a vector
whose passage has left the archive lies nowhere.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

_AT_ONCE = 500


class VectorCache:
    """Vectors of one model by digest, each kept as soon as it is made."""

    def __init__(self, path: Path, model: str) -> None:
        self._path = path
        try:
            self._connection = self._open(model)
        except sqlite3.DatabaseError:
            # Its only worth is time saved; what a power cut has damaged is made anew.
            remove_cache(path)
            self._connection = self._open(model)

    def known(self, digests: Sequence[bytes]) -> Mapping[bytes, bytes]:
        """Return the vectors that are there."""
        found: dict[bytes, bytes] = {}
        for start in range(0, len(digests), _AT_ONCE):
            some = digests[start : start + _AT_ONCE]
            found |= dict(
                self._connection.execute(
                    f"SELECT digest, vector FROM vectors WHERE digest IN"  # noqa: S608  # marks
                    f" ({', '.join('?' * len(some))})",
                    some,
                )
            )
        return found

    def keep(self, vectors: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep vectors under their digests, at once and for good."""
        with self._connection:
            self._connection.executemany("REPLACE INTO vectors VALUES (?, ?)", vectors)

    def close(self) -> None:
        """Let go of the file and leave it to the next run."""
        self._connection.close()

    def _open(self, model: str) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            with connection:
                connection.execute("CREATE TABLE IF NOT EXISTS facts (model TEXT PRIMARY KEY)")
                connection.execute(
                    "CREATE TABLE IF NOT EXISTS vectors (digest BLOB PRIMARY KEY, vector BLOB)"
                )
                if connection.execute("SELECT model FROM facts").fetchall() != [(model,)]:
                    connection.execute("DELETE FROM vectors")
                    connection.execute("DELETE FROM facts")
                    connection.execute("INSERT INTO facts VALUES (?)", (model,))
        except BaseException:
            connection.close()
            raise
        return connection


def remove_cache(path: Path) -> None:
    """Remove a cache that nobody has open, with what SQLite keeps beside it."""
    for ending in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
