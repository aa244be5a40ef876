"""Whether the three stores of a generation hold the same passages, and whether these are found."""

import random
from collections.abc import Collection
from dataclasses import dataclass
from itertools import islice

import numpy as np

from index.catalogue.reading import Catalogue
from index.errors import IndexDamaged
from index.generation import manifest
from index.generation.home import GenerationFolder
from index.passages import Passage
from index.vectors import VectorIndex
from index.words import Analysis, WeightedTerm, WordIndex

SAMPLE = 200
"""Passages that did not change and are looked for all the same."""
CHECKED_AT_MOST = 2_000
"""New passages that are looked for in each collection; of more, a sample: some ten seconds."""
SCANNED = 20
"""Passages that are looked for by vector where there is no graph."""

_TERMS = 8  # the rarest terms of a passage say which one it is
_SAME = 1e-3  # cosines of equal vectors differ by rounding


@dataclass(frozen=True, slots=True)
class _Collection:
    access: str
    catalogue: Catalogue
    vectors: VectorIndex
    words: WordIndex


def verify(
    folder: GenerationFolder, analysis: Analysis, new: Collection[str] | None = None
) -> None:
    """Check a generation.

    Args:
        folder: A draft, or a published one.
        analysis: What its word index was made with.
        new: Ids of passages that must each be found, beside a sample of the others.

    Raises:
        IndexDamaged: It is not whole; the message says what is wrong.
    """
    described = manifest.read(folder)
    if cut := manifest.missing_or_cut(folder, described):
        raise IndexDamaged(f"{folder.name}: missing or incomplete: {', '.join(cut[:3])}.")
    catalogue = Catalogue(folder.catalogue)
    try:
        held = catalogue.accesses()
        if held != {one.access: one.passages for one in described.collections}:
            raise IndexDamaged(f"{folder.name}: the manifest counts other passages than there are.")
        for access in held:
            vectors = VectorIndex.open([folder.vectors(access)])
            try:
                words = WordIndex.open([folder.words(access)])
                _verify(_Collection(access, catalogue, vectors, words), analysis, new or ())
            finally:
                vectors.close()
    finally:
        catalogue.close()


def _verify(collection: _Collection, analysis: Analysis, new: Collection[str]) -> None:
    ids = _same_vectors(collection)
    for store, held in (
        ("word index", collection.words.ids()),
        *(("vector graph", graph) for graph in collection.vectors.graph_ids()),
    ):
        if sorted(held) != ids:
            raise IndexDamaged(f"The {store} of {collection.access!r} holds other passages.")
    sought = _sought(ids, new)
    for passage in collection.catalogue.passages(collection.access, sought):
        _is_found_by_its_words(collection, passage, analysis)
    # A scan looks at every vector, and each has just been compared: a few show that it does.
    for id_ in sought if collection.vectors.graph_ids() else sorted(sought)[:SCANNED]:
        _is_found_by_its_vector(collection, id_)


def _same_vectors(collection: _Collection) -> list[str]:
    """Return the catalogue's ids after comparing every vector with the catalogue's."""
    ids = []
    stored = collection.vectors.vectors()
    for id_, blob in collection.catalogue.vectors(collection.access):
        theirs = next(iter(islice(stored, 1)), None)
        if theirs is None or theirs[0] != id_ or theirs[1].tobytes() != blob:
            raise IndexDamaged(f"The vector of passage {id_} is not the catalogue's.")
        ids.append(id_)
    if len(ids) != collection.vectors.passages:
        raise IndexDamaged(f"The vector index of {collection.access!r} holds other passages.")
    return ids


def _sought(ids: list[str], new: Collection[str]) -> frozenset[str]:
    # The same sample each time: a failure can be looked into.
    chance = random.Random(0)  # noqa: S311  # no secret
    fresh = [id_ for id_ in ids if id_ in new]
    rest = [id_ for id_ in ids if id_ not in new]
    return frozenset(
        chance.sample(fresh, min(CHECKED_AT_MOST, len(fresh)))
        + chance.sample(rest, min(SAMPLE, len(rest)))
    )


def _is_found_by_its_words(collection: _Collection, passage: Passage, analysis: Analysis) -> None:
    terms = collection.words.rarest(set(analysis.terms(passage.text)), _TERMS)
    wanted = [WeightedTerm(term) for term in terms]
    if wanted and not collection.words.search(wanted, 1, [passage.id]):
        raise IndexDamaged(f"Passage {passage.id} is not found by its own words.")


def _is_found_by_its_vector(collection: _Collection, id_: str) -> None:
    vector = collection.vectors.vector(id_)
    found = collection.vectors.nearest(vector, 1)
    if not found or found[0][1] < float(np.dot(vector, vector)) - _SAME:
        raise IndexDamaged(f"Passage {id_} is not found by its own vector.")
