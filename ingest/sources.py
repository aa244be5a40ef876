"""The files of an archive: all below the given folders, found or passed over with the reason.

A link is followed where it leads to something in the given folders, and what it leads to is known
by where it really lies as well: a link never makes anything visible that its own folder closes. A
link that leads anywhere else is not followed, for nobody said that what lies there is to be read.
"""

import hashlib
import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import chain, count
from pathlib import Path, PurePosixPath

from index.danish.personal_numbers import masked
from index.errors import UsageError

CHUNK = 2**20
"""Bytes that are hashed at once."""
MAX_DEPTH = 200
"""Folders within folders; links may make a tree that never ends."""

Identity = tuple[int, int]
"""Device and inode: one folder, whatever path leads there."""
Lies = tuple[str, Path]
"""Where something lies: its path below an ingested folder, and that folder."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to be read."""

    path: Path
    """Absolute; as the file system spells it."""
    source: str
    """Path below the ingested folder, with `/`, normalised (NFC), and without personal numbers: its
    name in the archive."""
    size: int
    """Bytes."""
    mtime_ns: int
    linked: Lies | None = None
    """Where it really lies, if a link leads to it."""

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
    LEADS_OUT = "link that leads out of the folders"
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
    linked: Lies | None = field(default=None, compare=False)
    """Where it really lies, if a link leads to it."""

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
    files: dict[str, SourceFile] = {}
    passed: list[Passed] = []
    seen: set[Path] = set()
    for each in _Walk(paths, home).found():
        found = _without_personal_numbers(each, files)
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


@dataclass(frozen=True, slots=True)
class _Place:
    """Something that the walk comes by."""

    path: Path
    source: str
    """Empty for an ingested folder itself."""
    root: Path
    linked: Lies | None = None

    def below(self, name: str) -> "_Place":
        """Return what lies in it under that name."""
        readable = _readable(name)
        return _Place(
            self.path / name,
            _joined(self.source, readable),
            self.root,
            (_joined(self.linked[0], readable), self.linked[1]) if self.linked else None,
        )

    def passed(self, reason: PassReason, detail: str | None = None) -> Passed:
        """Pass over it."""
        return Passed(self.source or ".", reason, self.root, detail or "", self.linked)


class _Walk:
    """One walk, with what it is given."""

    def __init__(self, given: Iterable[Path], home: Path | None) -> None:
        # Links in the given paths themselves are followed, so that one folder has one name.
        self._given = {Path(os.path.realpath(path)): path for path in given}
        self._home = Path(os.path.realpath(home)) if home is not None else None
        self._own = _identity(home) if home is not None and home.is_dir() else None

    def found(self) -> Iterator[SourceFile | Passed]:
        for path, given in self._given.items():
            if not path.exists():
                raise UsageError(f"There is no file or folder {str(given)!r}.")
            if path.is_dir():
                identity = _identity(path)
                if identity == self._own:
                    raise UsageError(
                        f"{str(given)!r} is the home folder, where the archive itself lives. "
                        "Give the folder of the documents, or another home."
                    )
                yield from self._folder(_Place(path, "", path), (identity,))
            else:
                yield _entry(_Place(path, _readable(path.name), path.parent))

    def _folder(
        self, folder: _Place, ancestors: tuple[Identity, ...]
    ) -> Iterator[SourceFile | Passed]:
        try:
            names = sorted(path.name for path in folder.path.iterdir())
        except OSError as error:
            yield folder.passed(PassReason.NO_PERMISSION, error.strerror)
            return
        for name in names:
            place = folder.below(name)
            if (reason := _passed_by_name(name)) is not None:
                yield place.passed(reason)
                continue
            followed = self._followed(place)
            if isinstance(followed, Passed):
                yield followed
            elif os.path.isdir(followed.path):  # noqa: PTH112 - pathlib's raises without permission
                yield from self._subfolder(followed, ancestors)
            else:
                yield _entry(followed)

    def _subfolder(
        self, place: _Place, ancestors: tuple[Identity, ...]
    ) -> Iterator[SourceFile | Passed]:
        try:
            identity = _identity(place.path)
        except OSError as error:
            yield place.passed(PassReason.NO_PERMISSION, error.strerror)
            return
        if identity == self._own:
            yield place.passed(PassReason.HOME)
        elif identity in ancestors or len(ancestors) > MAX_DEPTH:
            yield place.passed(PassReason.CYCLE)
        else:
            yield from self._folder(place, (*ancestors, identity))

    def _followed(self, place: _Place) -> _Place | Passed:
        """Say of a link where it leads; pass over one that leads out of the given folders."""
        if not place.path.is_symlink():
            return place
        really = Path(os.path.realpath(place.path))
        roots = sorted(root for root in self._given if really.is_relative_to(root))
        # Of folders in folders, the innermost: every listed folder above it counts all the same.
        linked = replace(place, linked=_lies(really, roots[-1]) if roots else None)
        if self._leads_home(really, roots):
            return linked.passed(PassReason.HOME)
        if linked.linked is None:
            told = f"It leads to {really}. To have that read, name its folder as well."
            return linked.passed(PassReason.LEADS_OUT, told)
        return linked

    def _leads_home(self, really: Path, roots: Iterable[Path]) -> bool:
        """Tell whether a path lies in the home folder, and in no given folder of that."""
        home = self._home
        if home is None or not really.is_relative_to(home):
            return False
        return not any(root.is_relative_to(home) for root in roots)


def _entry(place: _Place) -> SourceFile | Passed:
    try:
        status = place.path.stat()
    except FileNotFoundError:
        return place.passed(PassReason.BROKEN_LINK)
    except OSError as error:
        looping = place.path.is_symlink() and not isinstance(error, PermissionError)
        reason = PassReason.CYCLE if looping else PassReason.NO_PERMISSION
        return place.passed(reason, error.strerror)
    if not stat.S_ISREG(status.st_mode):
        return place.passed(PassReason.NOT_A_FILE, "a pipe, a socket or a device")
    return SourceFile(place.path, place.source, status.st_size, status.st_mtime_ns, place.linked)


def _without_personal_numbers(
    found: SourceFile | Passed, files: Mapping[str, SourceFile]
) -> SourceFile | Passed:
    """Return what was found under a name that holds no number of a person.

    Files that only such a number told apart are numbered: a digest of it would tell it, for there
    are few enough to try them all.
    """
    source = masked(found.source)
    if isinstance(found, Passed):
        return replace(found, source=source, detail=masked(found.detail))
    if source == found.source:
        return found
    folder, slash, name = source.rpartition("/")
    plain = PurePosixPath(name)
    further = (f"{plain.stem} ({number}){plain.suffix}" for number in count(2))
    names = chain([name], further)
    sources = (f"{folder}{slash}{name}" for name in names)
    free = (s for s in sources if s not in files or files[s].path == found.path)
    return replace(found, source=next(free))


def _lies(path: Path, given: Path) -> Lies:
    """Return where a path lies that is or lies in what was given."""
    folder = given if given.is_dir() else given.parent
    return "/".join(map(_readable, path.relative_to(folder).parts)), folder


def _joined(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


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
