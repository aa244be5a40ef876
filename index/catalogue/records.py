"""What the catalogue knows of files and of runs, beside what it knows of documents."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum


class FileState(StrEnum):
    """What became of a file when it was last looked at."""

    INDEXED = "indexed"
    DUPLICATE = "duplicate"
    """Byte for byte the same as another file, which is the one indexed."""
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the file system says of a file; the same stamp means the same content."""

    size: int
    modified_ns: int
    changed_ns: int
    """When its entry last changed: moves even where the modification time is put back."""


@dataclass(frozen=True, slots=True)
class Account:
    """Where the pages and characters of a file went; white space is not counted."""

    pages: int
    """0 for a format without pages."""
    kept: int
    """Characters of the file that stand in the document's text."""
    added: int
    """Characters of the document's text that are ours: list markers, repeated column names."""
    removed: tuple[tuple[str, int], ...]
    """What was left out as no part of the document, and how many characters of it."""
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One file of the archive's folders."""

    source: str
    state: FileState
    audience: str
    recipe: str
    """Fingerprint of what turned the file into passages; another one reads it again."""
    stamp: Stamp | None
    """`None` where it must be read again whatever the file system says."""
    sha256: str | None
    """Of its bytes; `None` where they could not be read."""
    document: str | None = None
    """Id of the document that answers for it. An unreadable file may have one from before."""
    duplicate_of: str | None = None
    """Source of the file that is indexed in its place."""
    reason: str | None = None
    detail: str | None = None
    """Why it could not be read, and what to do."""
    account: Account | None = None
    further: tuple[str, ...] = ()
    """Ids of the other documents of a file that holds several meetings."""
    held: bool = False
    """Whether `audience` is stricter than its folder says: the text lies in a closed one too."""


@dataclass(frozen=True, slots=True)
class RunRecord:
    """A run that published a generation."""

    started: datetime
    finished: datetime
    roots: tuple[str, ...]
    embedded: int
    """Passages that the model was asked for."""
    new: tuple[str, ...] = ()
    """Sources of files that no run before had read."""
    changed: tuple[str, ...] = ()
    """Sources of files that were read again, for they or the way of reading them had changed."""
    gone: tuple[str, ...] = ()
    """Of each file that lay in the folders and does no more, who could see all of it: its name is
    gone with it."""

    def of(self, sources: Collection[str], accesses: Collection[str]) -> "RunRecord":
        """Return the run as it is told to who may see those files, and what was open to those."""
        return replace(
            self,
            new=tuple(source for source in self.new if source in sources),
            changed=tuple(source for source in self.changed if source in sources),
            gone=tuple(access for access in self.gone if access in accesses),
        )
