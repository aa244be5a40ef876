"""What SQLite and the system report, as errors that name the file and say what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.inbox.errors import InboxBusy, InboxDamaged, InboxFailing
from index.errors import NoSpace, NotWritable, ReferentError
from index.generation.locks import NOT_ALLOWED
from index.generation.space import is_full

_PRIMARY = 0xFF
"""SQLite's extended codes carry the plain one in their last byte."""
_MAY_NOT = {
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_AUTH,
}
_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_HELD = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn failures of the file into errors that a person can act on.

    Raises:
        ReferentError: One of those in `bot.inbox.errors`.
    """
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        known = _known(error, path)
        if known is None:
            raise
        raise known from error


def damaged(path: Path, what: str) -> InboxDamaged:
    """Return the error for a file that cannot be trusted."""
    return InboxDamaged(
        f"The inbox {path} cannot be used: {what}. It is left as it is, for questions may stand in "
        "it that nobody has answered. Move it aside together with the files whose names begin "
        "like its own, and start again with an empty one."
    )


def _known(error: sqlite3.Error | OSError, path: Path) -> ReferentError | None:
    if is_full(error):
        return NoSpace(
            f"There is no space left for the inbox {path} ({error}). Questions are refused until "
            "there is room again; those that were accepted are kept."
        )
    if isinstance(error, OSError):
        if error.errno in NOT_ALLOWED:
            return _not_writable(path, error)
        return InboxFailing(f"The inbox {path} cannot be reached: {error.strerror}.")
    code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
    if code in _MAY_NOT:
        return _not_writable(path, error)
    if code in _BROKEN:
        return damaged(path, str(error))
    if code in _HELD:
        return InboxBusy(f"The inbox {path} is held by another program ({error}).")
    if code in {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_PROTOCOL, sqlite3.SQLITE_NOLFS}:
        return InboxFailing(f"The disk of the inbox {path} fails: {error}.")
    return None


def _not_writable(path: Path, error: sqlite3.Error | OSError) -> NotWritable:
    reason = error.strerror if isinstance(error, OSError) else error
    return NotWritable(
        f"The inbox {path} cannot be written to: {reason}. Run this as a user who may, or name "
        "another folder."
    )
