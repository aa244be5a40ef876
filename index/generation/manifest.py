"""What a generation says of itself: its model, its counts, and the checksum of every file."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import msgspec

from index.errors import IndexDamaged
from index.generation.home import GenerationFolder

# Chroma's own SQLite file is written to by merely opening it, so nothing can be said of its bytes.
# The graph's data files beside it do not change, and verification compares its contents.
_CHANGED_BY_READING = "chroma.sqlite3"


@dataclass(frozen=True, slots=True)
class FileSum:
    """A file below the generation, with `/`; its size in bytes and its SHA-256."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Collection:
    """The passages that take the same audiences to see."""

    access: str
    passages: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the generation holds."""

    layout: int
    """`SCHEMA_VERSION` of its catalogue."""
    model: str
    dimension: int
    documents: int
    collections: tuple[Collection, ...]
    files: tuple[FileSum, ...]

    @property
    def passages(self) -> int:
        """How many passages there are in all collections."""
        return sum(collection.passages for collection in self.collections)


def file_sums(folder: GenerationFolder) -> tuple[FileSum, ...]:
    """Return the sums of all files that stay as they are."""
    stable = [
        path
        for path in folder.files()
        if path.name != _CHANGED_BY_READING and path not in {folder.manifest, folder.in_use}
    ]
    return tuple(
        FileSum(path.relative_to(folder.path).as_posix(), path.stat().st_size, _sha256(path))
        for path in stable
    )


def write(folder: GenerationFolder, manifest: Manifest) -> None:
    """Write the manifest."""
    folder.manifest.write_bytes(msgspec.json.format(msgspec.json.encode(manifest), indent=1))


def read(folder: GenerationFolder) -> Manifest:
    """Read the manifest.

    Raises:
        IndexDamaged: It is not there, or no manifest.
    """
    try:
        return msgspec.json.decode(folder.manifest.read_bytes(), type=Manifest)
    except (OSError, msgspec.MsgspecError) as error:
        raise IndexDamaged(f"The manifest {folder.manifest} cannot be read: {error}.") from error


def missing_or_cut(folder: GenerationFolder, manifest: Manifest) -> list[str]:
    """Return the files that are not there or not of the size that the manifest says."""
    return [one.path for one in manifest.files if _size(folder.path / one.path) != one.size]


def altered(folder: GenerationFolder, manifest: Manifest) -> list[str]:
    """Return the files whose bytes are not those that were published. Reads them all."""
    cut = missing_or_cut(folder, manifest)
    return cut + [
        one.path
        for one in manifest.files
        if one.path not in cut and _sha256(folder.path / one.path) != one.sha256
    ]


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return None


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
