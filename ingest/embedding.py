"""Vectors for the passages that have none: the costly part of a run."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from index.catalogue.vector_cache import VectorCache
from index.catalogue.writing import CatalogueDraft
from index.embedding import Embedder
from ingest.progress import Progress

_T = TypeVar("_T")

BATCH = 64
"""Passages embedded and kept at a time: a few seconds, which is what a killed run can lose."""


def embed_missing(
    catalogue: CatalogueDraft, embedder: Embedder, cache: VectorCache, progress: Progress
) -> int:
    """Give every passage its vector; return how many the model was asked for.

    What a run that was cut short has embedded is taken over from the cache.
    """
    missing = catalogue.not_embedded()
    known = cache.known([digest for digest, _ in missing])
    catalogue.put_vectors(known.items())
    # Like lengths together, so that no short text waits for a long one; the longest first, so
    # that the time left is over- rather than underestimated.
    wanted = sorted((one for one in missing if one[0] not in known), key=lambda one: -len(one[1]))
    progress.begin("embedding", len(wanted))
    for batch in _batches(wanted, BATCH):
        vectors = embedder.embed_passages([text for _, text in batch])
        made = [
            (digest, vector.astype("<f4").tobytes())
            for (digest, _), vector in zip(batch, vectors, strict=True)
        ]
        cache.keep(made)
        catalogue.put_vectors(made)
        progress.advance(len(batch))
    progress.end()
    return len(wanted)


def _batches(values: Sequence[_T], size: int) -> Iterator[Sequence[_T]]:
    return (values[start : start + size] for start in range(0, len(values), size))
