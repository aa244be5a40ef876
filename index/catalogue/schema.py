"""The catalogue's tables, and how its file is opened.

Columns hold what is looked up or listed by; the values themselves lie beside them, encoded whole,
so that a table does not repeat every field of a dataclass. What is for reading by eye or by another
program (texts, passages) lies in plain columns.

`access` names the audiences one must *all* belong to: that of the document, and `closed` where the
row tells of a closed item. Sorted and joined by "+".
"""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from index.errors import IndexDamaged

SCHEMA_VERSION = 4
"""Raised by every change below. An index of another version is built anew from the files."""

_TABLES = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE bodies (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL, abbreviation TEXT NOT NULL,
    UNIQUE (name, abbreviation)
);

CREATE TABLE documents (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source TEXT NOT NULL,
    access TEXT NOT NULL, kind TEXT NOT NULL, date TEXT, body INTEGER REFERENCES bodies,
    entry BLOB NOT NULL
);
CREATE INDEX documents_by_source ON documents (source);
CREATE INDEX documents_by_date ON documents (date);
CREATE INDEX documents_by_body ON documents (body);
-- in the order of lists, so that one of the newest items stops after them
CREATE INDEX documents_newest ON documents (date IS NULL, date DESC, source);

CREATE TABLE texts (
    document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
    text TEXT NOT NULL, structure BLOB NOT NULL
);

CREATE TABLE items (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, place INTEGER NOT NULL,
    access TEXT NOT NULL, outcome TEXT NOT NULL, entry BLOB NOT NULL,
    shown BLOB, -- what of a closed item those may see who may not see the item
    PRIMARY KEY (document, place)
) WITHOUT ROWID;
-- all that counting asks of an item: the row itself holds its words
CREATE INDEX items_counted ON items (document, outcome, access, place);
CREATE INDEX items_closed ON items (document) WHERE shown IS NOT NULL;

CREATE TABLE sections (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, place INTEGER NOT NULL,
    access TEXT NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (document, place)
) WITHOUT ROWID;

CREATE TABLE case_numbers (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    item INTEGER, -- NULL: of the document itself
    access TEXT NOT NULL, number TEXT NOT NULL
);
CREATE INDEX case_numbers_by_number ON case_numbers (number);
CREATE INDEX case_numbers_by_document ON case_numbers (document);

CREATE TABLE attendance (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, place INTEGER NOT NULL,
    access TEXT NOT NULL, entry BLOB NOT NULL, PRIMARY KEY (document, place)
) WITHOUT ROWID;

CREATE TABLE abbreviations (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, place INTEGER NOT NULL,
    access TEXT NOT NULL, entry BLOB NOT NULL, PRIMARY KEY (document, place)
) WITHOUT ROWID;

CREATE TABLE rates (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, place INTEGER NOT NULL,
    access TEXT NOT NULL, entry BLOB NOT NULL, PRIMARY KEY (document, place)
) WITHOUT ROWID;

CREATE TABLE agreements ( -- when they run
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, place INTEGER NOT NULL,
    access TEXT NOT NULL, entry BLOB NOT NULL, PRIMARY KEY (document, place)
) WITHOUT ROWID;

CREATE TABLE embeddings (
    number INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, -- of what was embedded
    vector BLOB NOT NULL -- little-endian float32
);

CREATE TABLE passages (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    place INTEGER NOT NULL, item INTEGER, section INTEGER NOT NULL,
    start INTEGER NOT NULL, stop INTEGER NOT NULL,
    access TEXT NOT NULL, audience TEXT NOT NULL,
    digest BLOB NOT NULL, header TEXT NOT NULL, text TEXT NOT NULL
);
CREATE INDEX passages_by_document ON passages (document, item);
CREATE INDEX passages_by_access ON passages (access, id);
CREATE INDEX passages_by_digest ON passages (digest);

CREATE TABLE files (
    source TEXT PRIMARY KEY, state TEXT NOT NULL, record BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE runs (number INTEGER PRIMARY KEY, record BLOB NOT NULL);
"""


def access(*audiences: str) -> str:
    """Name the audiences that one must all belong to."""
    return "+".join(sorted(set(audiences)))


def opened_to(row_access: str) -> frozenset[str]:
    """Return the audiences that an access names."""
    return frozenset(row_access.split("+"))


def may_see(row_access: str, audiences: Iterable[str]) -> bool:
    """Tell whether those audiences together open a row with that access."""
    return opened_to(row_access) <= set(audiences)


def create(path: Path) -> sqlite3.Connection:
    """Make an empty catalogue for writing."""
    connection = connect_to_write(path)
    connection.executescript(_TABLES)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    return connection


def connect_to_write(path: Path) -> sqlite3.Connection:
    """Open a draft's catalogue; nobody else may have it open.

    A draft that is not finished is thrown away, so nothing is synchronised before its end. What is
    deleted is overwritten with zeroes, within its page too.
    """
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    for pragma in (
        "journal_mode = MEMORY",
        "synchronous = OFF",
        "secure_delete = ON",
        "foreign_keys = ON",
        "temp_store = MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Open a published catalogue, of which no byte changes any more.

    Raises:
        IndexDamaged: It is not there, is not a catalogue, or has another version.
    """
    try:
        connection = sqlite3.connect(read_only(path), uri=True, check_same_thread=False)
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.Error as error:
        raise IndexDamaged(f"The catalogue {path} cannot be opened: {error}.") from error
    if version != SCHEMA_VERSION:
        connection.close()
        raise IndexDamaged(
            f"The index has layout {version}; this Referent reads layout {SCHEMA_VERSION}. "
            "Run `referent ingest` again to build it anew."
        )
    return connection


def read_only(path: Path) -> str:
    """Name a catalogue that nobody writes to any more: SQLite then takes no locks."""
    return f"{path.absolute().as_uri()}?mode=ro&immutable=1"
