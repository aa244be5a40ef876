"""The folder against what the catalogue knows of it: what must be read, and what need not be.

A file is the same as before without being opened when size, modification time and change time are
(the last moves with every write, even where the modification time is put back). Otherwise its
bytes are hashed, and only other bytes are read again.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.catalogue.records import FileRecord, FileState, Stamp
from index.documents import OPEN
from ingest.reading.extraction import Reason
from ingest.sources import Passed, SourceFile, Sources, sha256

# A write within one tick of the file system's clock leaves the times as they are, so times as
# fresh as that are not trusted. Whole seconds are those of FAT and of some network drives.
_TICK_NS = 50_000_000
_COARSE_TICK_NS = 2_000_000_000
_SECOND_NS = 1_000_000_000

_MAY_PASS = {
    Reason.NO_PERMISSION.value,
    Reason.TIMED_OUT.value,
    Reason.CRASHED.value,
    Reason.CHANGED.value,
}
"""Reasons that lie in the circumstances: such a file is tried again by every run."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A file of the folder as it is now."""

    file: SourceFile
    audience: str
    stamp: Stamp | None
    """`None` where it cannot be looked at."""
    sha256: str | None
    """`None` where it cannot be opened."""
    record: FileRecord | None
    """What was recorded before."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A file known before that now lies where one cannot look: whether it is there is not known."""

    record: FileRecord
    by: Passed
    """What keeps one from looking: a folder without permission, a broken link."""
    audience: str
    """Who may see what lies there, as the settings are now."""

    @property
    def keeps_text(self) -> bool:
        """Whether its old text may stay: never before more eyes than the settings say."""
        return self.audience in (OPEN, self.record.audience)

    @property
    def is_known(self) -> bool:
        """Whether all of it is recorded just so."""
        return self.record.reason == self.by.reason and self.keeps_text


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a run has to do, file by file; every file found is in one of the first three."""

    unchanged: tuple[Seen, ...]
    duplicates: tuple[tuple[Seen, str], ...]
    """With the source of the file that is indexed in their place."""
    changed: tuple[Seen, ...]
    """To be read: new, changed, or to be read in another way."""
    out_of_reach: tuple[Lost, ...]
    gone: tuple[FileRecord, ...]

    @property
    def nothing_to_do(self) -> bool:
        """Whether all of it is recorded just so."""
        return (
            not self.changed
            and not self.gone
            and all(one.record and one.record.stamp in (one.stamp, None) for one in self.unchanged)
            and all(_is_known_copy(one, original) for one, original in self.duplicates)
            and all(lost.is_known for lost in self.out_of_reach)
        )


def compare(
    found: Sources,
    known: Mapping[str, FileRecord],
    *,
    audience_of: Callable[[str, Path], str],
    recipe: str,
) -> Comparison:
    """Compare a folder with what is known of it."""
    seen = [
        look(file, known.get(file.source), audience_of(file.source, file.root))
        for file in found.files
    ]
    there = {one.file.source for one in seen}
    originals: dict[tuple[str, str], str] = {}
    unchanged, duplicates, changed = [], [], []
    for one in seen:
        original = _original(one, originals)
        if original is not None:
            duplicates.append((one, original))
        elif is_unchanged(one, recipe):
            unchanged.append(one)
        else:
            changed.append(one)
    missed = [record for source, record in known.items() if source not in there]
    lost = [x for record in missed if (x := _lost(record, found.passed, audience_of))]
    out_of_reach = {one.record.source for one in lost}
    return Comparison(
        unchanged=tuple(unchanged),
        duplicates=tuple(duplicates),
        changed=tuple(changed),
        out_of_reach=tuple(lost),
        gone=tuple(record for record in missed if record.source not in out_of_reach),
    )


def look(file: SourceFile, record: FileRecord | None, audience: str) -> Seen:
    """Look at a file; it is opened only where its times do not vouch for it."""
    try:
        stamp = stamp_of(file)
        if record is not None and record.sha256 is not None and record.stamp == stamp:
            return Seen(file, audience, stamp, record.sha256, record)
        digest = sha256(file.path)
    except OSError:
        return Seen(file, audience, None, None, record)
    return Seen(file, audience, stamp, digest, record)


def stamp_of(file: SourceFile) -> Stamp:
    """Return what the file system says of a file now."""
    status = file.path.stat()
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns)


def settled(stamp: Stamp, now_ns: int) -> Stamp | None:
    """Return the stamp if a later write could not leave it as it is."""
    latest = max(stamp.modified_ns, stamp.changed_ns)
    tick = _TICK_NS if latest % _SECOND_NS else _COARSE_TICK_NS
    return stamp if now_ns - latest > tick else None


def is_unchanged(seen: Seen, recipe: str) -> bool:
    """Tell whether what is recorded of a file still holds."""
    record = seen.record
    return (
        record is not None
        and seen.sha256 is not None
        and record.state is not FileState.DUPLICATE
        and record.reason not in _MAY_PASS
        and (record.sha256, record.audience, record.recipe) == (seen.sha256, seen.audience, recipe)
    )


def _original(seen: Seen, originals: dict[tuple[str, str], str]) -> str | None:
    """Return the earlier file with the same bytes for the same audience; else note this one."""
    # Empty files are not copies of each other, and a copy for others is for others.
    if seen.sha256 is None or (seen.stamp is not None and seen.stamp.size == 0):
        return None
    first = originals.setdefault((seen.sha256, seen.audience), seen.file.source)
    return None if first == seen.file.source else first


def _is_known_copy(seen: Seen, original: str) -> bool:
    record = seen.record
    return (
        record is not None
        and record.state is FileState.DUPLICATE
        and (record.duplicate_of, record.audience) == (original, seen.audience)
        and record.stamp in (seen.stamp, None)
    )


def _lost(
    record: FileRecord, passed: Sequence[Passed], audience_of: Callable[[str, Path], str]
) -> Lost | None:
    """Return what keeps one from looking whether a file is still there, if anything does."""
    blocking = [
        one
        for one in passed
        if not one.harmless
        and (one.source in (".", record.source) or record.source.startswith(f"{one.source}/"))
    ]
    if not blocking:
        return None
    # Of several ingested folders in which it may have lain, one that is not open decides.
    audiences = [audience_of(record.source, one.root) for one in blocking]
    return Lost(record, blocking[0], next((a for a in audiences if a != OPEN), OPEN))
