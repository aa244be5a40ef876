"""Files of which each line is a JSON object."""

from pathlib import Path
from typing import Any, TypeVar

import msgspec

from index.errors import UsageError

Line = TypeVar("Line", bound=msgspec.Struct)


def read_lines(path: Path, kind: type[Line]) -> tuple[Line, ...]:
    """Return the lines of a file; those that hold nothing are passed over.

    Raises:
        UsageError: The file cannot be read, holds nothing, or a line is wrong; names the line.
    """
    read = []
    for number, line in _numbered(path):
        try:
            read.append(msgspec.json.decode(line, type=kind))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise UsageError(f"{path}, line {number}: {error}.") from error
    if not read:
        raise UsageError(f"{path} holds no questions.")
    return tuple(read)


def first_line(path: Path) -> dict[str, Any]:
    """Return the first line of a file, as far as it can be read: whoever reads it all complains.

    Raises:
        UsageError: The file cannot be read.
    """
    try:
        return msgspec.json.decode(next(iter(_numbered(path)), (0, b"{}"))[1], type=dict)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return {}


def _numbered(path: Path) -> list[tuple[int, bytes]]:
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise UsageError(f"Cannot read the questions in {path}: {error.strerror}.") from error
    return [(number, line) for number, line in enumerate(lines, start=1) if line.strip()]
