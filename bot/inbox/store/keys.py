"""What questions are known again by: digests of the keys that a surface gives them."""

import hashlib
import sqlite3
from collections.abc import Collection, Iterable

from bot.inbox.questions import State


def digest_of(surface: str, key: str) -> bytes:
    """Return a key as it is kept: nobody can read from it where somebody wrote."""
    return hashlib.blake2b(f"{surface}\0{key}".encode(), digest_size=16).digest()


def known_among(connection: sqlite3.Connection, digests: Collection[bytes]) -> dict[bytes, int]:
    """Return which of some keys are known, each with the number of its question."""
    marks = ", ".join("?" * len(digests))
    return dict(
        connection.execute(
            f"SELECT digest, question FROM keys WHERE digest IN ({marks})",  # noqa: S608  # marks
            tuple(digests),
        ).fetchall()
    )


def add_keys(connection: sqlite3.Connection, digests: Iterable[bytes], question: int) -> None:
    """Let a question be known by further keys."""
    connection.executemany(
        "INSERT INTO keys VALUES (?, ?)", [(digest, question) for digest in digests]
    )


def state_of(connection: sqlite3.Connection, digest: bytes) -> State | None:
    """Return how far the question of a key has come; `None` where none is known by it."""
    row = connection.execute(
        "SELECT state FROM keys JOIN questions ON question = number WHERE digest = ?", (digest,)
    ).fetchone()
    return State(row[0]) if row else None
