"""The files of an archive: all below the given folders, found or passed over with the reason."""

import hashlib
import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from index.errors import UsageError

CHUNK = 2**20
"""Bytes that are hashed at once."""
MAX_DEPTH = 200
"""Folders within folders; links may make a tree that never ends."""

Identity = tuple[int, int]
"""Device and inode: one folder, whatever path leads there."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to be read."""

    path: Path
    """Absolute; as the file system spells it."""
    source: str
    """Path below the ingested folder, with `/`, normalised (NFC): its name in the archive."""
    size: int
    """Bytes."""
    mtime_ns: int

    @property
    def root(self) -> Path:
        """The ingested folder; of a file given itself, the folder it lies in."""
        return self.path.parents[self.source.count("/")]


class PassReason(StrEnum):
    """Why something in a folder is not read; those in `HARMLESS` need no look."""

    HIDDEN = "hidden"
    LOCK_FILE = "lock file of an open document"
    TEMPORARY = "temporary file"
    TWICE = "given twice"
    HOME = "Referent's own home folder"
    NOT_A_FILE = "not a file"
    BROKEN_LINK = "broken link"
    CYCLE = "link that leads back into its own folder"
    NO_PERMISSION = "no permission"
    SAME_NAME = "another file has the same name"


HARMLESS = frozenset(
    {
        PassReason.HIDDEN,
        PassReason.LOCK_FILE,
        PassReason.TEMPORARY,
        PassReason.TWICE,
        PassReason.HOME,
    }
)


@dataclass(frozen=True, slots=True)
class Passed:
    """Something in a folder that is not read."""

    source: str
    reason: PassReason
    root: Path = field(compare=False)
    """The ingested folder in which it lies."""
    detail: str = ""

    @property
    def harmless(self) -> bool:
        """Whether nothing of the archive is missing for it."""
        return self.reason in HARMLESS


@dataclass(frozen=True, slots=True)
class Sources:
    """What was found, both in the order of `source`."""

    files: tuple[SourceFile, ...]
    passed: tuple[Passed, ...]

    def __iter__(self) -> Iterator[SourceFile]:
        return iter(self.files)


def walk(paths: Iterable[Path], home: Path | None = None) -> Sources:
    """Walk folders and files, and pass over the home folder where it lies in one of them.

    Raises:
        UsageError: A path does not exist, or is the home folder.
    """
    own = _identity(home) if home is not None and home.is_dir() else None
    files: dict[str, SourceFile] = {}
    passed: list[Passed] = []
    seen: set[Path] = set()
    for found in _walk(paths, own):
        if isinstance(found, Passed):
            passed.append(found)
        elif found.path in seen:
            passed.append(Passed(found.source, PassReason.TWICE, found.root, str(found.path)))
        elif (other := files.get(found.source)) is not None:
            both = f"{found.path} and {other.path}"
            passed.append(Passed(found.source, PassReason.SAME_NAME, found.root, both))
        else:
            seen.add(found.path)
            files[found.source] = found
    return Sources(
        tuple(sorted(files.values(), key=lambda file: file.source)),
        tuple(sorted(passed, key=lambda each: (each.source, each.reason))),
    )


def comes_by(given: Path, path: Path) -> bool:
    """Tell whether a walk of `given` comes by `path`: it lies there, and in nothing passed over."""
    return path.is_relative_to(given) and not any(
        map(_passed_by_name, path.relative_to(given).parts)
    )


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file's content, in hexadecimal.

    Raises:
        OSError: It cannot be read.
    """
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _walk(paths: Iterable[Path], own: Identity | None) -> Iterator[SourceFile | Passed]:
    for given in paths:
        # Links in the given path itself are followed, so that one folder has one name.
        path = Path(os.path.realpath(given))
        if not path.exists():
            raise UsageError(f"There is no file or folder {str(given)!r}.")
        if path.is_dir():
            identity = _identity(path)
            if identity == own:
                raise UsageError(
                    f"{str(given)!r} is the home folder, where the archive itself lives. "
                    "Give the folder of the documents, or another home."
                )
            yield from _folder(path, "", (identity,), own)
        else:
            yield _entry(path, _readable(path.name))


def _folder(
    folder: Path, above: str, ancestors: tuple[Identity, ...], own: Identity | None
) -> Iterator[SourceFile | Passed]:
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError as error:
        root, told = _root_of(folder, above), error.strerror or ""
        yield Passed(above.rstrip("/") or ".", PassReason.NO_PERMISSION, root, told)
        return
    for name in names:
        path, source = folder / name, above + _readable(name)
        if (reason := _passed_by_name(name)) is not None:
            yield Passed(source, reason, _root_of(folder, above))
        elif path.is_dir():
            yield from _subfolder(path, source, ancestors, own)
        else:
            yield _entry(path, source)


def _subfolder(
    path: Path, source: str, ancestors: tuple[Identity, ...], own: Identity | None
) -> Iterator[SourceFile | Passed]:
    root = _root_of(path, f"{source}/")
    try:
        identity = _identity(path)
    except OSError as error:
        yield Passed(source, PassReason.NO_PERMISSION, root, error.strerror or "")
        return
    if identity == own:
        yield Passed(source, PassReason.HOME, root)
        return
    if identity in ancestors or len(ancestors) > MAX_DEPTH:
        yield Passed(source, PassReason.CYCLE, root)
        return
    yield from _folder(path, f"{source}/", (*ancestors, identity), own)


def _entry(path: Path, source: str) -> SourceFile | Passed:
    root = _root_of(path.parent, source.rpartition("/")[0])
    try:
        status = path.stat()
    except FileNotFoundError:
        return Passed(source, PassReason.BROKEN_LINK, root)
    except OSError as error:
        looping = path.is_symlink() and not isinstance(error, PermissionError)
        reason = PassReason.CYCLE if looping else PassReason.NO_PERMISSION
        return Passed(source, reason, root, error.strerror or "")
    if not stat.S_ISREG(status.st_mode):
        return Passed(source, PassReason.NOT_A_FILE, root, "a pipe, a socket or a device")
    return SourceFile(path, source, status.st_size, status.st_mtime_ns)


def _root_of(folder: Path, below: str) -> Path:
    """Return the ingested folder, of a folder that lies in it at the path `below`."""
    depth = len([name for name in below.split("/") if name])
    return [folder, *folder.parents][depth]


def _passed_by_name(name: str) -> PassReason | None:
    lower = name.lower()
    if name.startswith(("~$", ".~lock.")):
        return PassReason.LOCK_FILE
    if name.startswith(".") or lower in ("thumbs.db", "desktop.ini", "__macosx"):
        return PassReason.HIDDEN
    if name.startswith("~") or lower.endswith(("~", ".tmp", ".part", ".crdownload")):
        return PassReason.TEMPORARY
    return None


def _readable(name: str) -> str:
    """Return a name that can be stored: bytes that are no UTF-8 are spelled out."""
    text = os.fsencode(name).decode("utf-8", "backslashreplace")
    return unicodedata.normalize("NFC", text)


def _identity(path: Path) -> Identity:
    status = path.stat()
    return status.st_dev, status.st_ino
