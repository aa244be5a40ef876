import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from index import words
from index.catalogue.reading import Catalogue
from index.errors import IndexDamaged
from index.generation import manifest
from index.generation.home import GenerationFolder
from index.generation.verification import verify
from index.vectors import write
from tests.small_archive import (
    ANALYSIS,
    JUNE,
    MARCH,
    ToyEmbedder,
    generation_in,
    toy_job,
    write_sheets,
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = write_sheets(tmp_path / "arkiv", {"3.txt": MARCH, "6.txt": JUNE})
    toy_job(tmp_path / "home").run([folder])
    return tmp_path / "home"


def test_altered_bytes_are_named(home: Path) -> None:
    current = generation_in(home)
    vectors = current.vectors("open") / "vectors.npy"
    content = bytearray(vectors.read_bytes())
    content[-1] ^= 1
    vectors.write_bytes(content)
    assert manifest.altered(current, manifest.read(current)) == ["vectors/open/vectors.npy"]


def _without_words(folder: GenerationFolder) -> None:
    passages = _passages(folder)[1:]
    shutil.rmtree(folder.words("open"))
    words.write(folder.words("open"), passages, ANALYSIS)


def _with_another_vector(folder: GenerationFolder) -> None:
    _rewrite_vectors(folder, lambda pairs: [(pairs[0][0], pairs[1][1]), *pairs[1:]])


def _with_a_vector_too_many(folder: GenerationFolder) -> None:
    _rewrite_vectors(folder, lambda pairs: [*pairs, ("f" * 16 + "-00000", pairs[0][1])])


def _without_a_vector(folder: GenerationFolder) -> None:
    _rewrite_vectors(folder, lambda pairs: pairs[:-1])


def _rewrite_vectors(
    folder: GenerationFolder,
    change: Callable[[list[tuple[str, bytes]]], list[tuple[str, bytes]]],
) -> None:
    catalogue = Catalogue(folder.catalogue)
    pairs = change(list(catalogue.vectors("open")))
    catalogue.close()
    shutil.rmtree(folder.vectors("open"))
    write(folder.vectors("open"), pairs, len(pairs), ToyEmbedder.dimension)


def _passages(folder: GenerationFolder) -> list:  # type: ignore[type-arg]
    catalogue = Catalogue(folder.catalogue)
    passages = list(catalogue.passages("open"))
    catalogue.close()
    return passages


@pytest.mark.parametrize(
    ("harm", "message"),
    [
        (_without_words, "word index"),
        (_with_another_vector, "not the catalogue's"),
        (_with_a_vector_too_many, "other passages"),
        (_without_a_vector, "not the catalogue's"),
    ],
)
def test_stores_that_do_not_agree_are_not_published(
    home: Path, harm: Callable[[GenerationFolder], None], message: str
) -> None:
    current = generation_in(home)
    harm(current)
    held = json.loads(current.manifest.read_text(encoding="utf-8"))
    held["files"] = []  # the sizes would tell of the harm first
    current.manifest.write_text(json.dumps(held), encoding="utf-8")
    with pytest.raises(IndexDamaged, match=message):
        verify(current, ANALYSIS)
