"""Locks of the operating system: one run writes at a time, and what is being read stays.

They are `flock`s on open files, so a process that dies in any way lets go of them; a lock file that
lies there says nothing by itself. No child process inherits them (Python opens files so).
"""

import errno
import fcntl
import json
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TextIO

from index.errors import IndexBusy, NotWritable

NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
"""Numbers of the errors of whoever may not write."""

_A_GLANCE = 0.2
"""Seconds. Whoever asks for the holder takes the lock for an instant; a run waits that out."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds the lock on the index."""

    pid: int
    host: str
    started: str
    """ISO date and time, with zone."""

    def __str__(self) -> str:
        return f"process {self.pid} on {self.host}, since {self.started}"


@contextmanager
def writing(lock: Path, now: datetime) -> Iterator[None]:
    """Hold the one right to write.

    Raises:
        IndexBusy: Another run holds it; the message says who.
        NotWritable: This user may not write there.
    """
    with _opened(lock) as file:
        if not _try(file.fileno(), fcntl.LOCK_EX, patience=_A_GLANCE):
            who = holder(lock)
            raise IndexBusy(
                f"Another run is writing the index: {who or 'unknown'}. "
                "Wait for it, or end that process; nothing is lost by either."
            )
        me = {"pid": os.getpid(), "host": socket.gethostname(), "started": now.isoformat()}
        _rewrite(file.fileno(), json.dumps(me))
        try:
            yield
        finally:
            _rewrite(file.fileno(), "")


def _opened(lock: Path) -> TextIO:
    try:
        return lock.open("a+", encoding="utf-8")
    except OSError as error:
        if error.errno not in NOT_ALLOWED:
            raise
        raise NotWritable(
            f"{lock.parent} cannot be written to: {error.strerror}. Run this as a user who may, or "
            "name another home. The index that is there still answers."
        ) from error


def holder(lock: Path) -> Holder | None:
    """Return who holds the lock now; `None` where nobody does."""
    try:
        with lock.open("r", encoding="utf-8") as file:
            if _try(file.fileno(), fcntl.LOCK_SH):
                return None
            return Holder(**json.loads(file.read()))
    except FileNotFoundError:
        return None
    except (ValueError, TypeError):
        return Holder(0, "unknown host", "just now")  # it holds the lock and has yet to sign


class Reading:
    """A share in a generation: it is not removed before `close`, or the end of the process."""

    def __init__(self, in_use: Path) -> None:
        """Take the share.

        Raises:
            FileNotFoundError: The generation has just been removed; look at the pointer again.
        """
        self._file = in_use.open("rb")
        fcntl.flock(self._file.fileno(), fcntl.LOCK_SH)
        if not _is_still(in_use, self._file.fileno()):
            self._file.close()
            raise FileNotFoundError(in_use)

    def close(self) -> None:
        """Give the share back."""
        self._file.close()


@contextmanager
def nobody_reading(in_use: Path) -> Iterator[bool]:
    """Tell whether nobody reads a generation, and keep everybody out meanwhile if so."""
    try:
        with in_use.open("rb") as file:
            yield _try(file.fileno(), fcntl.LOCK_EX) and _is_still(in_use, file.fileno())
    except FileNotFoundError:
        yield False


def _try(descriptor: int, kind: int, patience: float = 0) -> bool:
    until = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                return False
            time.sleep(0.02)
        else:
            return True


def _rewrite(descriptor: int, text: str) -> None:
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, text.encode(), 0)


def _is_still(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
