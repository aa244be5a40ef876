"""Who may see a document, by the folder it lies in.

A folder is named as people write it: upper and lower case, `\\` and `/`, the two spellings of "å",
a `./` before or a `/` behind make no other folder of it.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path, PureWindowsPath

from index.danish.personal_numbers import masked
from index.documents import OPEN

Place = tuple[str, Path | None]
"""Path of a file below an ingested folder, and that folder; `None` where it is not known."""
Parts = tuple[str, ...]


def audience_at(audiences: Mapping[str, str], place: Place) -> str:
    """Return who may see the document at a place: the nearest listed folder above decides.

    A listed folder may lie below the ingested one, or be the ingested one or a folder above it.
    Where these differ, an audience that is not open wins.
    """
    keys = {parts_of(folder): audience for folder, audience in audiences.items()}
    nearest = [max(above, key=len) for parts in _ways(place) if (above := _above(keys, parts))]
    closing = [key for key in nearest if keys[key] != OPEN]
    return keys[max(closing, key=len)] if closing else OPEN


def unmatched(audiences: Mapping[str, str], places: Iterable[Place]) -> tuple[str, ...]:
    """Return the listed folders in which none of the places lies, as they are written."""
    left = {folder: parts_of(folder) for folder in audiences}
    for place in places:
        for parts in _ways(place):
            met = set(_above(left.values(), parts))
            left = {folder: key for folder, key in left.items() if key not in met}
    return tuple(left)


def what_is_wrong(audiences: Mapping[str, str]) -> str | None:
    """Say of a listed folder that no file can ever lie in it, or that two listings contradict."""
    known: dict[Parts, str] = {}
    for folder, audience in audiences.items():
        parts = parts_of(folder)
        if folder.startswith(("/", "\\")) or PureWindowsPath(folder).drive:
            return f"{folder!r} is absolute; name a folder below the ingested one"
        if not parts or ".." in parts:
            return f"{folder!r} names no folder below the ingested one"
        other = known.setdefault(parts, folder)
        if audiences[other] != audience:
            return f"{other!r} and {folder!r} are one folder for two audiences"
    return None


@lru_cache(maxsize=4096)
def parts_of(path: str) -> Parts:
    """Return the names in a path, each in the one spelling that is compared.

    A file's name in the archive holds no personal number, so none is compared: folders that differ
    by such a number alone are one, for the strictest audience of theirs.
    """
    path = masked(path)
    composed = unicodedata.normalize("NFC", path).casefold().replace("\\", "/")
    names = unicodedata.normalize("NFC", composed).split("/")
    return tuple(name for name in names if name not in ("", "."))


def _ways(place: Place) -> Iterator[Parts]:
    """Yield the path of a file from every folder above it, from the ingested one upwards."""
    source, root = place
    below, above = parts_of(source), parts_of(str(root)) if root else ()
    for kept in range(len(above) + 1):
        yield above[len(above) - kept :] + below


def _above(keys: Iterable[Parts], parts: Parts) -> list[Parts]:
    return [key for key in keys if parts[: len(key)] == key]
