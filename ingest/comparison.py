"""The folder against what the catalogue knows of it: what must be read, and what need not be.

A file is the same as before without being opened when size, modification time and change time are
(the last moves with every write, even where the modification time is put back). Otherwise its
bytes are hashed, and only other bytes are read again.

Who may see a text is decided by every place where its bytes lie. A link is known by where it really
lies too, and a copy in an open folder of what also lies in a closed one is held for those who may
see the closed one: copying a file, or putting a link to it, opens nothing.
"""

import hashlib
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from index.catalogue.records import FileRecord, FileState, Stamp
from index.documents import OPEN
from ingest.reading.extraction import Reason
from ingest.sources import Lies, Passed, PassReason, SourceFile, Sources, sha256

AudienceOf = Callable[[str, Path], str]
"""Says who may see a file, from its path below an ingested folder, and that folder."""

# A write within one tick of the file system's clock leaves the times as they are, so times as
# fresh as that are not trusted. Whole seconds are those of FAT and of some network drives.
_TICK_NS = 50_000_000
_COARSE_TICK_NS = 2_000_000_000
_SECOND_NS = 1_000_000_000

_EMPTY = hashlib.sha256(b"").hexdigest()

_MAY_PASS = {
    Reason.NO_PERMISSION.value,
    Reason.TIMED_OUT.value,
    Reason.CRASHED.value,
    Reason.CHANGED.value,
    *(reason.value for reason in PassReason),
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
    held: bool = False
    """Whether `audience` is another than its own folder says: the text lies in a closed one too."""
    opened: bool = False
    """Whether its text was closed until now, and is open."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A file known before that now lies where one cannot look: whether it is there is not known."""

    record: FileRecord
    by: Passed
    """What keeps one from looking: a folder without permission, a broken link."""
    audience: str
    """Who may see what lies there, as the settings are now."""
    held: bool = False
    """Whether `audience` is that of a closed folder in which the text lies too."""

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
    audience_of: AudienceOf,
    recipe: str,
    elsewhere: Iterable[FileRecord] = (),
) -> Comparison:
    """Compare a folder with what is known of it.

    Args:
        found: What lies in it now.
        known: What is recorded of the files that it held, by source.
        audience_of: Says who may see a file.
        recipe: Fingerprint of how files are read.
        elsewhere: What is recorded of files of the archive that this run does not look at.
    """
    there = {file.source for file in found.files}
    missed = [record for source, record in known.items() if source not in there]
    lost = [x for record in missed if (x := _lost(record, found.passed, audience_of))]
    looked = [_look(file, known.get(file.source), audience_of) for file in found.files]
    closed = _closed(looked, lost, elsewhere)
    closed_before = {r.sha256 for r in known.values() if r.audience != OPEN} - {None, _EMPTY}
    lost = [_judged_unseen(one, closed) for one in lost]
    seen = [_judged(one, closed, closed_before) for one in looked]
    originals = _originals(seen)
    unchanged, duplicates, changed = [], [], []
    for one in seen:
        original = originals.get((one.sha256, one.audience), one.file.source)
        if original != one.file.source:
            duplicates.append((one, original))
        elif is_unchanged(one, recipe):
            unchanged.append(one)
        else:
            changed.append(one)
    out_of_reach = {one.record.source for one in lost}
    return Comparison(
        unchanged=tuple(unchanged),
        duplicates=tuple(duplicates),
        changed=tuple(changed),
        out_of_reach=tuple(lost),
        gone=tuple(record for record in missed if record.source not in out_of_reach),
    )


def _look(file: SourceFile, record: FileRecord | None, audience_of: AudienceOf) -> Seen:
    own = audience_of(file.source, file.root)
    audience = _strictest(own, file.linked, audience_of)
    return replace(look(file, record, audience), held=audience != own)


def _strictest(own: str, linked: Lies | None, audience_of: AudienceOf) -> str:
    """Return who may see what lies in one place or, by a link, in two.

    Where both are closed, that in which it really lies decides: a link shows nobody more.
    """
    really = audience_of(*linked) if linked else OPEN
    return own if really == OPEN else really


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
        and (record.sha256, record.recipe) == (seen.sha256, recipe)
        and (record.audience, record.held) == (seen.audience, seen.held)
    )


def _closed(
    seen: Iterable[Seen], lost: Iterable[Lost], elsewhere: Iterable[FileRecord]
) -> dict[str | None, str]:
    """Return for what audience a text is that lies in a closed folder, by the hash of its bytes.

    What cannot be looked at now counts with what was recorded of it: it may well be there still.
    """
    records = [
        *(
            (one.record.sha256, one.record.audience)
            for one in lost
            if one.audience == OPEN and not one.record.held
        ),
        *((record.sha256, record.audience) for record in elsewhere if not record.held),
    ]
    now = [
        *((_last_sha256(one), one.audience) for one in seen),
        *((one.record.sha256, one.audience) for one in lost),
    ]
    # Later ones win: what the settings say now, and of files that are there the first.
    found = {
        sha256: audience for sha256, audience in [*records, *reversed(now)] if audience != OPEN
    }
    return {sha256: found[sha256] for sha256 in found.keys() - {None, _EMPTY}}


def _last_sha256(seen: Seen) -> str | None:
    return seen.sha256 or (seen.record.sha256 if seen.record else None)


def _judged(
    seen: Seen, closed: Mapping[str | None, str], closed_before: Container[str | None]
) -> Seen:
    """Hold an open copy of a closed text for those who may see that; notice a text that opens."""
    if seen.audience != OPEN:
        return seen
    if (audience := closed.get(_last_sha256(seen))) is not None:
        return replace(seen, audience=audience, held=True)
    was_closed = seen.record is not None and seen.record.audience != OPEN
    return replace(seen, opened=was_closed or seen.sha256 in closed_before)


def _judged_unseen(lost: Lost, closed: Mapping[str | None, str]) -> Lost:
    audience = closed.get(lost.record.sha256)
    if audience is None or {lost.audience, lost.record.audience} != {OPEN}:
        return lost
    return replace(lost, audience=audience, held=True)


def _originals(seen: Sequence[Seen]) -> dict[tuple[str | None, str], str]:
    """Return which file is indexed for all that have the same bytes for the same audience.

    One that lies there itself comes before a link, and before a copy that is held.
    """
    first: dict[tuple[str | None, str], str] = {}
    for one in sorted(seen, key=lambda one: (one.held, one.file.linked is not None)):
        # Empty files are not copies of each other, and a copy for others is for others.
        if one.sha256 not in (None, _EMPTY):
            first.setdefault((one.sha256, one.audience), one.file.source)
    return first


def _is_known_copy(seen: Seen, original: str) -> bool:
    record = seen.record
    return (
        record is not None
        and record.state is FileState.DUPLICATE
        and (record.duplicate_of, record.audience, record.held)
        == (original, seen.audience, seen.held)
        and record.stamp in (seen.stamp, None)
    )


def _lost(record: FileRecord, passed: Sequence[Passed], audience_of: AudienceOf) -> Lost | None:
    """Return what keeps one from looking whether a file is still there, if anything does."""
    blocking = [
        one
        for one in passed
        # What a link brought in that leads out is not to be in the archive.
        if not (one.harmless or one.reason is PassReason.LEADS_OUT)
        and (one.source in (".", record.source) or record.source.startswith(f"{one.source}/"))
    ]
    if not blocking:
        return None
    # Of several ingested folders in which it may have lain, one that is not open decides.
    audiences = [_audience_behind(one, record.source, audience_of) for one in blocking]
    return Lost(record, blocking[0], next((a for a in audiences if a != OPEN), OPEN))


def _audience_behind(passed: Passed, source: str, audience_of: AudienceOf) -> str:
    """Return who may see a file that lies in what was passed over, or is that itself."""
    own = audience_of(source, passed.root)
    if passed.linked is None:
        return own
    behind = "" if passed.source == "." else source.removeprefix(passed.source)
    return _strictest(own, (passed.linked[0] + behind, passed.linked[1]), audience_of)
