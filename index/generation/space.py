"""A full disk, however a library happens to say so, as one error."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import NoSpace

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
# tantivy and Chroma raise a ValueError and an error of their own, with the system's words in them.
_WORDS = ("no space left", "os error 28", "file too large", "os error 27", "disk is full", "quota")


@contextmanager
def watched(folder: Path) -> Iterator[None]:
    """Turn any failure for want of space into `NoSpace`.

    Raises:
        NoSpace: The disk that `folder` lies on is full, or a limit on size is reached.
    """
    try:
        yield
    except Exception as error:
        if not is_full(error):
            raise
        raise NoSpace(
            f"There is no space left for the index in {folder} ({error}). The index that was there "
            "is untouched and still answers. A run needs about as much free space as the index "
            "takes; make room and run it again."
        ) from error


def is_full(error: BaseException) -> bool:
    """Tell whether an error means that nothing more could be written for want of space."""
    if isinstance(error, OSError):
        return error.errno in _FULL
    if hasattr(error, "sqlite_errorname"):
        # A write that the system cut short at a limit comes as an error of writing.
        return error.sqlite_errorname in {"SQLITE_FULL", "SQLITE_IOERR_WRITE"}
    return any(words in str(error).lower() for words in _WORDS)
