"""The file that a document was made from: where it lies now, and whether it is still the same.

Only a file below the folders of the last run is ever given out, only with the bytes that were
ingested, and only to those who may see all that it holds.
"""

import hashlib
import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from io import BufferedReader
from pathlib import Path

from index.archive import View
from index.catalogue.records import FileRecord, FileState
from index.danish.personal_numbers import is_masked
from index.documents import CLOSED, Document
from index.errors import NotInArchive


class Withheld(StrEnum):
    """Why a reader does not get an original."""

    CLOSED = "closed"
    """It holds more than they may see."""
    GONE = "gone"
    """It is no longer where it was."""
    CHANGED = "changed"
    """Another file lies there now."""
    PERSONAL = "personal"
    """It holds personal numbers, which are masked in all that is shown."""


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it was ingested."""

    source: str
    size: int
    """Bytes."""
    sha256: str
    places: tuple[Path, ...]
    """Where it may lie: more than one where several folders were ingested."""


def original_of(document: Document, view: View, more: Sequence[Path] = ()) -> Original | Withheld:
    """Return the file of a document; its bytes are not read.

    Args:
        document: As the view shows it.
        view: Of the reader.
        more: Folders that every run reads beside those that it is given.
    """
    record = next((file for file in view.files() if file.source == document.source), None)
    if record is None or record.sha256 is None or record.stamp is None:
        return Withheld.GONE
    if not _may_see_all(record, view):
        return Withheld.CLOSED
    if _holds_personal_numbers(record, view):
        return Withheld.PERSONAL
    if record.state is FileState.UNREADABLE:
        return Withheld.CHANGED  # what answers is the text of the file that lay there before
    run = view.last_run()
    roots = [*(map(Path, run.roots) if run else ()), *more]
    places = tuple(_places(record.source, roots))
    if not places:
        return Withheld.GONE
    same_size = tuple(place for place in places if _size(place) == record.stamp.size)
    if not same_size:
        return Withheld.CHANGED
    return Original(record.source, record.stamp.size, record.sha256, same_size)


def opened(original: Original) -> BufferedReader | Withheld:
    """Open the file with the bytes that were ingested; whoever gets it closes it."""
    found: Withheld = Withheld.GONE
    for place in original.places:
        with suppress(OSError):
            file = place.open("rb")
            try:
                if _is_file(file) and _digest(file) == original.sha256:
                    file.seek(0)
                    return file
            except OSError:
                file.close()
                raise
            file.close()
            found = Withheld.CHANGED
    return found


def _may_see_all(record: FileRecord, view: View) -> bool:
    """Tell whether a reader may see every document of a file, with every item of each."""
    ids = [record.document, *record.further] if record.document else []
    try:
        documents = [view.document(id_) for id_ in ids]
    except NotInArchive:
        return False
    closed = any(item.closed for document in documents for item in document.items)
    return bool(documents) and (CLOSED in view.audiences or not closed)


def _holds_personal_numbers(record: FileRecord, view: View) -> bool:
    """Tell whether anything was masked in any document of a file, or in its name."""
    ids = [record.document, *record.further] if record.document else []
    documents = [view.document(id_) for id_ in ids]
    said = [record.source, *(part for one in documents for part in (one.title, one.text))]
    return any(map(is_masked, said))


def _places(source: str, roots: Iterable[Path]) -> Iterator[Path]:
    """Yield the files of that name below the folders, under the one name each really has."""
    within = [Path(os.path.realpath(root)) for root in roots]
    for root in within:
        if root.is_dir():
            found = _below(root, source.split("/"))
        else:
            found = root if _plain(root.name) == source else None
        if found is None:
            continue
        real = Path(os.path.realpath(found))
        # A link that was followed leads to another ingested folder; any other leads out.
        if real.is_file() and any(real == one or real.is_relative_to(one) for one in within):
            yield real


def _below(folder: Path, parts: Sequence[str]) -> Path | None:
    """Return what lies there, however the file system spells the letters with accents."""
    for part in parts:
        if part in {"", ".", ".."}:
            return None
        exact = folder / part
        if exact.exists():
            folder = exact
            continue
        try:
            names = [path.name for path in folder.iterdir()]
        except OSError:
            return None
        spelt = next((name for name in names if _plain(name) == part), None)
        if spelt is None:
            return None
        folder = folder / spelt
    return folder


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None


def _is_file(file: BufferedReader) -> bool:
    return stat.S_ISREG(os.fstat(file.fileno()).st_mode)


def _digest(file: BufferedReader) -> str:
    return hashlib.file_digest(file, "sha256").hexdigest()
