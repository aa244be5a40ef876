"""The inbox's tables, how its file is made, and when a file is refused."""

import os
import sqlite3
from pathlib import Path

from bot.inbox.errors import InboxTooNew
from bot.inbox.store.failures import damaged

SCHEMA_VERSION = 1
"""Raised by every change below, which then has to bring older inboxes along."""

_APPLICATION = 0x52464958
"""Stands in the file's head, so that another program's database is not taken for an inbox."""

_TABLES = """
CREATE TABLE questions (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, surface TEXT NOT NULL,
    payload BLOB,               -- NULL: forgotten
    received INTEGER NOT NULL,  -- microseconds since 1970, as all times here
    state TEXT NOT NULL, attempts INTEGER NOT NULL, not_before INTEGER NOT NULL,
    owner TEXT,                 -- NULL: nobody is at it
    reference TEXT, place BLOB, ended INTEGER
);
-- All that is asked about open questions in general, so that no row with its payload is read.
CREATE INDEX questions_open
    ON questions (not_before, number, surface, state, owner, received, ended) WHERE ended IS NULL;
CREATE INDEX questions_owned ON questions (owner) WHERE owner IS NOT NULL;
CREATE INDEX questions_ended ON questions (ended) WHERE ended IS NOT NULL;
CREATE INDEX questions_abandoned ON questions (state) WHERE state = 'abandoned';

CREATE TABLE keys (
    digest BLOB PRIMARY KEY, question INTEGER NOT NULL REFERENCES questions
) WITHOUT ROWID;
CREATE INDEX keys_by_question ON keys (question);
"""

_BESIDE = ("-wal", "-journal")
"""What SQLite keeps beside a file until it is part of it."""


def opened(path: Path) -> sqlite3.Connection:
    """Open an inbox, making it where there is none. Only while it is held alone.

    Raises:
        InboxDamaged: What lies there is no inbox, is broken, or is a part of one.
        InboxTooNew: A newer Referent wrote it.
        sqlite3.Error, OSError: It cannot be opened or made.
    """
    if not path.exists():
        _make(path)
    if path.stat().st_size == 0:
        # Ours come into being whole, by a rename: something has emptied this one.
        raise damaged(path, "the file is empty")
    if path.stat().st_mode & 0o077:
        path.chmod(0o600)
    connection = _connected(path)
    try:
        _check(connection, path)
        connection.execute("PRAGMA journal_mode = WAL")
    except BaseException:
        connection.close()
        raise
    return connection


def _make(path: Path) -> None:
    for ending in _BESIDE:
        left = path.with_name(path.name + ending)
        if left.exists() and left.stat().st_size:
            raise damaged(path, f"the file is gone while {left.name} is still there")
    new = path.with_name(path.name + ".new")
    new.unlink(missing_ok=True)
    os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    connection = _connected(new)
    try:
        connection.executescript(
            f"BEGIN;{_TABLES}PRAGMA application_id = {_APPLICATION};"
            f"PRAGMA user_version = {SCHEMA_VERSION};COMMIT;"
        )
    finally:
        connection.close()
    new.rename(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _connected(path: Path) -> sqlite3.Connection:
    # In autocommit; one lock above lets one thread at a time use it.
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    for pragma in (
        "synchronous = FULL",
        "secure_delete = ON",
        "foreign_keys = ON",
        "temp_store = MEMORY",
        # Only other programs can hold it then: ours wait for one another before they open it.
        "busy_timeout = 2000",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _check(connection: sqlite3.Connection, path: Path) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != _APPLICATION:
        raise damaged(path, "it is a database of another program")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > SCHEMA_VERSION:
        raise InboxTooNew(
            f"The inbox {path} has layout {version}, written by a newer Referent; this one knows "
            f"layout {SCHEMA_VERSION}. Start the newer one again, or move the file aside."
        )
    (state,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if state != "ok":
        raise damaged(path, "its contents are broken")
