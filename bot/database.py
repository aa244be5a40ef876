"""A small SQLite file of the bot's own: made when there is none, brought up to date, used in turn.

For what can be lost without harm. The inbox, which may lose nothing, has a file of its own kind.
"""

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.errors import ReferentError


@dataclass(frozen=True, slots=True)
class Layout:
    """What stands in a file of one kind."""

    application: int
    """Stands in the file's head, so that another program's database is not taken for ours."""
    steps: tuple[str, ...]
    """The statements that make each version out of the one before it, the first out of nothing."""
    pragmas: tuple[str, ...] = ()
    """What each connection sets besides."""

    @property
    def version(self) -> int:
        """The newest one."""
        return len(self.steps)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Change something on a connection that begins nothing by itself: all of it, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # SQLite has already rolled back after some failures.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


class Database:
    """An open file. Safe to use from several threads and processes.

    All that fails is raised as the error it was made with: the file cannot be opened, trusted or
    written. Nothing was changed then.
    """

    def __init__(self, path: Path, layout: Layout, error: Callable[[str], ReferentError]) -> None:
        """Open the file; make it, readable by this user only, if there is none."""
        self._path = path
        self._error = error
        self._mutex = threading.Lock()
        with self._told():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            try:
                self._prepare(layout)
            except BaseException:
                self._connection.close()
                raise

    @contextmanager
    def changing(self) -> Iterator[sqlite3.Connection]:
        """Change something: all of it when this ends, or nothing."""
        with self.reading() as connection, transaction(connection):
            yield connection

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Look, and let nobody else of this process look until this ends."""
        with self._mutex, self._told():
            yield self._connection

    def rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Return all that one statement finds."""
        with self.reading() as connection:
            return connection.execute(statement, values).fetchall()

    def close(self) -> None:
        """Let go of the file."""
        with self._mutex, self._told():
            self._connection.close()

    def _prepare(self, layout: Layout) -> None:
        connection = self._connection
        for pragma in ("busy_timeout = 2000", "journal_mode = WAL", "synchronous = NORMAL"):
            connection.execute(f"PRAGMA {pragma}")
        for pragma in layout.pragmas:
            connection.execute(f"PRAGMA {pragma}")
        # Inside one transaction: two processes may open it for the first time at once.
        connection.execute("BEGIN IMMEDIATE")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        if application != layout.application and (application or version):
            raise self._error(f"{self._path} is a database of another program; move it aside.")
        if version > layout.version:
            raise self._error(
                f"{self._path} has layout {version}, and this Referent knows {layout.version}; "
                "use the Referent that wrote it, or move it aside."
            )
        for step in layout.steps[version:]:
            for statement in step.split(";"):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {layout.application}")
        connection.execute(f"PRAGMA user_version = {layout.version}")
        connection.execute("COMMIT")

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Tell errors of the disk and of the file as ours, by their kind."""
        try:
            yield
        except OSError as error:
            raise self._error(f"{self._path} cannot be used: {error.strerror}.") from error
        except (sqlite3.Error, OverflowError) as error:
            raise self._error(f"{self._path} cannot be used: {error}.") from error
