"""Which logins are open: a cookie that somebody kept opens nothing once its login was ended.

A login stands here from its beginning to its end or the end of its time, so the file holds no more
than those who are logged in, and a restart logs nobody out or in.
"""

import secrets
from pathlib import Path

from bot.database import Database, Layout
from index.errors import ReferentError

NAME = "logins.sqlite"
_TABLES = """
CREATE TABLE logins (
    id TEXT PRIMARY KEY, until INTEGER NOT NULL,  -- seconds since 1970
    hint TEXT
) WITHOUT ROWID
"""
_LAYOUT = Layout(0x52464C47, (_TABLES,), pragmas=("secure_delete = ON",))


class LoginsDamaged(ReferentError):
    """The file of open logins cannot be opened, trusted or written; the message names it."""


class OpenLogins:
    """Open logins on disk. Safe to use from several threads and processes.

    Raises:
        LoginsDamaged: From every method.
    """

    def __init__(self, folder: Path) -> None:
        """Open the file in that folder; make it, readable by this user only, if there is none."""
        self._database = Database(folder / NAME, _LAYOUT, LoginsDamaged)

    def begin(self, now: float, until: float, hint: str | None) -> str:
        """Return the id of a new login; those whose time is over are forgotten.

        `hint`: what the provider knows it by, for the day on which it is ended.
        """
        id_ = secrets.token_urlsafe(24)
        with self._database.changing() as connection:
            connection.execute("DELETE FROM logins WHERE until <= ?", (int(now),))
            connection.execute("INSERT INTO logins VALUES (?, ?, ?)", (id_, int(until), hint))
        return id_

    def is_open(self, id_: str) -> bool:
        """Tell whether a login was begun here and not ended."""
        return bool(self._database.rows("SELECT 1 FROM logins WHERE id = ?", id_))

    def end(self, id_: str) -> str | None:
        """End a login; return its hint."""
        with self._database.changing() as connection:
            told = connection.execute("SELECT hint FROM logins WHERE id = ?", (id_,)).fetchone()
            connection.execute("DELETE FROM logins WHERE id = ?", (id_,))
        return told[0] if told else None

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()
