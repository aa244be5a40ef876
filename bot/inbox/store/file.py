"""The file of an inbox: one connection, used by one thread of one process at a time.

All that writes holds a lock of ours, and so do checkpoints, which SQLite makes while it commits.
SQLite's own locks would let two connections do so at once, and versions before 3.51.3 can then lose
what was committed (the "WAL-reset bug"); ours also queues more fairly.
"""

import fcntl
import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.database import transaction
from bot.inbox.errors import InboxBusy
from bot.inbox.store import schema
from bot.inbox.store.failures import damaged, told
from bot.inbox.store.owners import Owner, Owners

NAME = "inbox.sqlite"
PATIENCE = 5.0
"""Seconds. Nobody holds an inbox for longer than a synchronised write, but one who is suspended."""
_PAUSE = 0.0003
"""Seconds between two tries: a longer one finds the file held by somebody else again."""


class InboxFile:
    """An open inbox file, and our name among those who have it open.

    Raises:
        ReferentError: It cannot be opened or made; one of those in `bot.inbox.errors`.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self.owners = Owners(folder / "inbox-owners")
        self._mutex = threading.Lock()
        with told(self.path):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._lock = os.open(folder / "inbox.lock", os.O_CREAT | os.O_RDWR, 0o600)
        try:
            with told(self.path), self._alone():
                self._connection = schema.opened(self.path)
                self._opened = self.path.stat()
                self.owner = self._entered()
        except BaseException:
            os.close(self._lock)
            raise

    def _entered(self) -> Owner:
        try:
            owner = self.owners.enter()
            self.owners.sweep()
        except BaseException:
            self._connection.close()
            raise
        return owner

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Change something: all of it and for good when this ends, or nothing.

        Raises:
            ReferentError: Nothing was changed.
        """
        with self._mutex, told(self.path), self._alone():
            self._must_be_in_place()
            with transaction(self._connection):
                yield self._connection

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Look at what was committed; every look sees one state."""
        with self._mutex, told(self.path):
            self._must_be_in_place()
            yield self._connection

    def empty_log(self) -> None:
        """Let nothing of what was deleted stand in the write-ahead log.

        Raises:
            InboxBusy: Another program is reading the file and does not end; try again later.
        """
        with self._mutex, told(self.path), self._alone():
            row = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if row[0]:
            raise InboxBusy(
                f"Another program is reading the inbox {self.path}; what was forgotten still "
                "stands in the file beside it, until that program ends."
            )

    def close(self) -> None:
        """Let go of the file and of everything that was taken up."""
        with self._mutex, told(self.path), self._alone():
            self._connection.close()
            self.owner.leave()
        os.close(self._lock)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep all others out, in this process and in others."""
        until = time.monotonic() + PATIENCE
        while True:
            try:
                fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= until:
                    raise InboxBusy(
                        f"The inbox {self.path} has been held by another process for "
                        f"{PATIENCE:.0f} seconds; is one suspended?"
                    ) from None
            time.sleep(_PAUSE)
        try:
            yield
        finally:
            fcntl.flock(self._lock, fcntl.LOCK_UN)

    def _must_be_in_place(self) -> None:
        """Refuse to write into a file that nobody will find again."""
        try:
            same = os.path.samestat(self.path.stat(), self._opened)
        except FileNotFoundError:
            same = False
        if not same:
            raise damaged(self.path, "it was removed or replaced while it was in use")
