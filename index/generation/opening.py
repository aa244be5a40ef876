"""A published generation, open for reading."""

import threading
from collections.abc import Sequence
from typing import Self

from index.catalogue.reading import Catalogue
from index.catalogue.schema import may_see
from index.errors import IndexDamaged, IndexMissing
from index.generation import manifest
from index.generation.home import GenerationFolder, IndexHome
from index.generation.locks import Reading
from index.vectors import VectorIndex
from index.words import WordIndex

_ATTEMPTS = 20  # a generation may be replaced between reading the pointer and taking the share


class OpenGeneration:
    """One generation with its stores; it stays on the disk until `close`.

    Safe to use from several threads. Stores are opened when they are first asked for.
    """

    def __init__(self, folder: GenerationFolder, share: Reading) -> None:
        """Open a generation of which a share has been taken.

        Raises:
            IndexDamaged: It is not whole, or has another layout.
        """
        self.folder = folder
        self._share = share
        self.manifest = manifest.read(folder)
        if cut := manifest.missing_or_cut(folder, self.manifest):
            raise IndexDamaged(
                f"The index is damaged: {cut[0]} is missing or incomplete. "
                "Run `referent ingest` again; `referent doctor` tells more."
            )
        self.catalogue = Catalogue(folder.catalogue)
        self._opening = threading.Lock()
        self._vectors: dict[tuple[str, ...], VectorIndex] = {}
        self._words: dict[tuple[str, ...], WordIndex] = {}

    @classmethod
    def current(cls, home: IndexHome) -> Self:
        """Open the generation that answers.

        Raises:
            IndexMissing: Nothing has been ingested yet.
            IndexDamaged: What the pointer names is not there or not whole.
        """
        for _ in range(_ATTEMPTS):
            folder = home.current()
            if folder is None:
                raise IndexMissing(
                    f"There is no index in {home.home} yet. Make one with `referent ingest FOLDER`."
                )
            try:
                share = Reading(folder.in_use)
            except FileNotFoundError:
                continue
            try:
                return cls(folder, share)
            except BaseException:
                share.close()
                raise
        raise IndexDamaged(
            f"There is no readable index: {home.pointer} names a generation that is not there. "
            "Run `referent ingest` again."
        )

    def vectors(self, audiences: frozenset[str]) -> VectorIndex:
        """Return the vectors that those audiences may see."""
        accesses = self._accesses(audiences)
        with self._opening:
            if accesses not in self._vectors:
                folders = [self.folder.vectors(access) for access in accesses]
                self._vectors[accesses] = VectorIndex.open(folders)
            return self._vectors[accesses]

    def words(self, audiences: frozenset[str]) -> WordIndex:
        """Return the words that those audiences may see."""
        accesses = self._accesses(audiences)
        with self._opening:
            if accesses not in self._words:
                folders = [self.folder.words(access) for access in accesses]
                self._words[accesses] = WordIndex.open(folders)
            return self._words[accesses]

    def close(self) -> None:
        """Let go of the stores and of the share; nothing may be asked any more."""
        for vectors in self._vectors.values():
            vectors.close()
        self.catalogue.close()
        self._share.close()

    def _accesses(self, audiences: frozenset[str]) -> tuple[str, ...]:
        held: Sequence[str] = [one.access for one in self.manifest.collections]
        return tuple(sorted(access for access in held if may_see(access, audiences)))
