"""A generation in the making: a folder that nobody reads until it is published."""

import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from index import vectors, words
from index.catalogue.reading import Catalogue, Changes
from index.catalogue.schema import SCHEMA_VERSION
from index.catalogue.writing import CatalogueDraft
from index.errors import IndexDamaged
from index.generation import manifest
from index.generation.home import GenerationFolder, IndexHome
from index.words import Analysis


class Draft:
    """A copy of the generation that answers, to be changed and then built.

    Its maker holds the lock for writing. What is left of it after a crash, the next run removes.
    """

    def __init__(self, folder: GenerationFolder, base: GenerationFolder | None, model: str) -> None:
        self.folder = folder
        self.base = base
        self.model = model
        self.catalogue = (
            CatalogueDraft.create(folder.catalogue)
            if base is None
            else CatalogueDraft.open(folder.catalogue)
        )
        self.catalogue.set_model(model)

    @classmethod
    def begin(cls, home: IndexHome, base: GenerationFolder | None, model: str) -> Self:
        """Start from a copy of `base`, without its vectors if another model made them."""
        number = 1 + max((int(g.name.split("-")[0]) for g in home.generations()), default=0)
        folder = home.draft(f"{number:06d}-{secrets.token_hex(4)}")
        folder.path.mkdir(parents=True)
        try:
            folder.in_use.touch()
            if base is not None:
                shutil.copyfile(base.catalogue, folder.catalogue)
            return cls(folder, base, model)
        except BaseException:
            shutil.rmtree(folder.path, ignore_errors=True)
            raise

    def build(self, dimension: int, analysis: Analysis) -> Mapping[str, Changes]:
        """Finish the catalogue, make both indexes and the manifest; return what changed.

        A collection that lost a passage is made anew from the catalogue, so that nothing of it is
        left in a file; one that only grew is copied and added to.
        """
        self.catalogue.set_analysis(analysis.name)
        self.catalogue.finish()
        catalogue = Catalogue(self.folder.catalogue)
        base = None if self.base is None else Catalogue(self.base.catalogue)
        try:
            changes = catalogue.changes_since(None if self.base is None else self.base.catalogue)
            same_model = base is not None and base.model == self.model
            same_analysis = base is not None and base.analysis == analysis.name
            for access, count in catalogue.accesses().items():
                change = changes.get(access, Changes(frozenset(), lost=False))
                self._build_vectors(catalogue, access, count, dimension, change, same_model)
                self._build_words(catalogue, access, analysis, change, same_analysis)
            self._describe(catalogue, dimension)
        finally:
            catalogue.close()
            if base is not None:
                base.close()
        return changes

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        """Give it up, unless it has been published: then it lies elsewhere."""
        self.catalogue.close()
        shutil.rmtree(self.folder.path, ignore_errors=True)

    def _build_vectors(
        self,
        catalogue: Catalogue,
        access: str,
        count: int,
        dimension: int,
        change: Changes,
        same_model: bool,
    ) -> None:
        target = self.folder.vectors(access)
        before = self._before(target)
        if before is not None and same_model and not change.new and not change.lost:
            shutil.copytree(before, target)
        else:
            vectors.write(target, catalogue.vectors(access), count, dimension)

    def _build_words(
        self,
        catalogue: Catalogue,
        access: str,
        analysis: Analysis,
        change: Changes,
        same_analysis: bool,
    ) -> None:
        target = self.folder.words(access)
        before = self._before(target)
        if before is not None and same_analysis and not change.lost:
            shutil.copytree(before, target)
            if change.new:
                words.write(target, catalogue.passages(access, change.new), analysis)
        else:
            words.write(target, catalogue.passages(access), analysis)

    def _before(self, target: Path) -> Path | None:
        if self.base is None:
            return None
        before = self.base.path / target.relative_to(self.folder.path)
        return before if before.is_dir() else None

    def _describe(self, catalogue: Catalogue, dimension: int) -> None:
        collections = tuple(
            manifest.Collection(access, count) for access, count in catalogue.accesses().items()
        )
        manifest.write(
            self.folder,
            manifest.Manifest(
                layout=SCHEMA_VERSION,
                model=self.model,
                dimension=dimension,
                documents=catalogue.count("documents"),
                collections=collections,
                files=manifest.file_sums(self.folder),
            ),
        )


def usable_base(current: GenerationFolder | None) -> GenerationFolder | None:
    """Return the generation to start from; `None` where it is of another layout or damaged.

    The files are then all read again: nothing that the old one knew is needed.
    """
    if current is None:
        return None
    try:
        if manifest.missing_or_cut(current, manifest.read(current)):
            return None
        Catalogue(current.catalogue).close()
    except IndexDamaged:
        return None
    return current
