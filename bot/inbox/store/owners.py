"""Who has taken a question up, known to be gone as soon as the process has ended.

Each open inbox holds an `flock` on a small file of its own, which the system lets go of when the
process ends in whatever way. A lease with a time would be worse: a process that was suspended for
longer than its lease wakes up and posts what another has posted meanwhile.
"""

import fcntl
import secrets
from pathlib import Path


class Owners:
    """The files by which processes tell that they live, in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def enter(self) -> "Owner":
        """Take a new name. Only while the inbox is held alone: see `sweep`."""
        self._folder.mkdir(mode=0o700, exist_ok=True)
        return Owner(self._folder / secrets.token_hex(8))

    def lives(self, name: str) -> bool:
        """Tell whether the process behind a name still runs."""
        try:
            with (self._folder / name).open("rb") as file:
                fcntl.flock(file.fileno(), fcntl.LOCK_SH | fcntl.LOCK_NB)
        except FileNotFoundError:
            return False
        except BlockingIOError:
            return True
        return False

    def sweep(self) -> None:
        """Remove the files of those who are gone. Only while the inbox is held alone.

        Otherwise a file could be removed between being made and being locked.
        """
        for path in self._folder.iterdir():
            if not self.lives(path.name):
                path.unlink(missing_ok=True)


class Owner:
    """One open inbox. Its lock is shared with processes forked from this one, so fork none."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self._path = path
        self._file = path.open("xb")
        fcntl.flock(self._file.fileno(), fcntl.LOCK_EX)

    def leave(self) -> None:
        """Let go of everything that was taken up."""
        self._path.unlink(missing_ok=True)
        self._file.close()
