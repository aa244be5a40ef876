"""Where everything lies below `REFERENT_HOME`; no other module puts paths together.

::

    index/
      current                 name of the generation that answers: replaced by one rename
      lock                    held by the run that is writing, with who it is
      embedded.sqlite         vectors that a run which did not finish had already made
      generations/
        000007-3f9c2a1b/
          catalogue.sqlite    the truth
          vectors/<access>/   a collection each
          words/<access>/
          manifest.json       model, counts, checksums
          in-use              locked by everyone who reads this generation
        .draft-…              a run in progress, or the remains of one that was killed
        .removed-…            on its way out
    models/                   what a model hub delivered
    tables/rates/             tables of rates that were loaded: read by every run
    reviews.json              what people decided about rates read from documents
"""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from index.errors import IndexDamaged, NotWritable
from index.generation.locks import NOT_ALLOWED

_NAME = re.compile(r"\d{6,}-[0-9a-f]{8}")
_PLAIN = re.compile(r"[a-z0-9_+-]{1,60}")
_DRAFT, _REMOVED = ".draft-", ".removed-"


@dataclass(frozen=True, slots=True)
class GenerationFolder:
    """The places inside one generation or draft."""

    path: Path

    @property
    def name(self) -> str:
        """What the pointer calls it."""
        return self.path.name

    @property
    def catalogue(self) -> Path:
        """The SQLite file."""
        return self.path / "catalogue.sqlite"

    @property
    def manifest(self) -> Path:
        """The JSON file."""
        return self.path / "manifest.json"

    @property
    def in_use(self) -> Path:
        """The file that readers lock."""
        return self.path / "in-use"

    def vectors(self, access: str) -> Path:
        """The folder of a vector collection."""
        return self.path / "vectors" / _folder_name(access)

    def words(self, access: str) -> Path:
        """The folder of a word collection."""
        return self.path / "words" / _folder_name(access)

    def files(self) -> list[Path]:
        """Return every file that is in it, sorted."""
        return sorted(path for path in self.path.rglob("*") if path.is_file())


@dataclass(frozen=True, slots=True)
class IndexHome:
    """The places of the index below `home`."""

    home: Path

    @property
    def path(self) -> Path:
        """The folder of the index."""
        return self.home / "index"

    @property
    def pointer(self) -> Path:
        """The file with the name of the generation that answers."""
        return self.path / "current"

    @property
    def lock(self) -> Path:
        """The file that the writing run holds."""
        return self.path / "lock"

    @property
    def embedded(self) -> Path:
        """Vectors made by a run that has not published yet."""
        return self.path / "embedded.sqlite"

    @property
    def models(self) -> Path:
        """What a model hub delivered."""
        return self.home / "models"

    @property
    def tables(self) -> Path:
        """The folder that every run reads beside those it is given."""
        return self.home / "tables"

    @property
    def rate_tables(self) -> Path:
        """Tables of rates that were loaded."""
        return self.tables / "rates"

    @property
    def reviews(self) -> Path:
        """What people decided about rates that were read from documents."""
        return self.home / "reviews.json"

    def make(self) -> None:
        """Make the folders.

        Raises:
            NotWritable: This user may not.
        """
        try:
            (self.path / "generations").mkdir(parents=True, exist_ok=True)
        except OSError as error:
            if error.errno not in NOT_ALLOWED:
                raise
            raise NotWritable(
                f"{error.filename} cannot be made: {error.strerror}. Give this user the right to "
                "write there, or name another home."
            ) from error

    def current(self) -> GenerationFolder | None:
        """Return the generation that answers; `None` before the first.

        Raises:
            IndexDamaged: What should name it names none.
        """
        try:
            name = self.pointer.read_bytes().strip().decode("ascii", "replace")
        except FileNotFoundError:
            return None
        except IsADirectoryError:
            name = ""
        if _NAME.fullmatch(name) is None:
            raise IndexDamaged(
                f"There is no readable index: {self.pointer} names no generation. "
                "Run `referent ingest` again."
            )
        return self.generation(name)

    def known(self) -> GenerationFolder | None:
        """Return the generation that answers; `None` also where nothing tells which one does.

        For a run, which makes a new one.
        """
        try:
            return self.current()
        except IndexDamaged:
            return None

    def generation(self, name: str) -> GenerationFolder:
        """Return the generation of that name, whether it is there or not."""
        return GenerationFolder(self.path / "generations" / name)

    def draft(self, name: str) -> GenerationFolder:
        """Return where the generation of that name is made."""
        return GenerationFolder(self.path / "generations" / f"{_DRAFT}{name}")

    def removed(self, name: str) -> GenerationFolder:
        """Return what a generation is called while it is being removed."""
        return GenerationFolder(self.path / "generations" / f"{_REMOVED}{name}")

    def generations(self) -> list[GenerationFolder]:
        """Return all published generations that are still there, oldest first."""
        return [GenerationFolder(path) for path in self._folders() if _NAME.fullmatch(path.name)]

    def remains(self) -> list[Path]:
        """Return what runs that were cut short have left behind."""
        return [path for path in self._folders() if path.name.startswith((_DRAFT, _REMOVED))]

    def _folders(self) -> list[Path]:
        folder = self.path / "generations"
        return sorted(folder.iterdir()) if folder.is_dir() else []


def _folder_name(access: str) -> str:
    """Audiences are named by the user: what is no plain name gets a fingerprint for one."""
    if _PLAIN.fullmatch(access):
        return access
    return "x" + hashlib.sha256(access.encode()).hexdigest()[:24]
