"""Vectors for archives that would take hours to embed: scattered about real ones.

A synthetic vector lies on the way from the embedding of a real (made-up) passage to that of one
of its near neighbours, and off that way by noise shaped like the spread of real embeddings. They
are as crowded as real ones, which is what search times and an approximate search depend on; what
is found among them has no meaning.
"""

from collections.abc import Iterator
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from benchmarks.minutes import papers
from index.embedding import Embedder

Vectors = NDArray[np.float32]

ANCHORS = 600
"""Real embeddings that the rest are scattered about."""
NEIGHBOURS = 10
NOISE = 0.45
"""Of the spread of real embeddings in each dimension. With this, 600 of them lie as close together
as 600 real ones: a cosine of 0.96 to the nearest and of 0.87 in the mean."""
BATCH = 10_000


def anchors(embedder: Embedder, count: int = ANCHORS) -> Vectors:
    """Embed made-up passages: of every third meeting, so that bodies and topics vary."""
    passages = (
        passage for paper in islice(papers(100 * count), 0, None, 3) for passage in paper.passages
    )
    return embedder.embed_passages([p.embedded_text for p in islice(passages, 0, 20 * count, 20)])


def scattered(about: Vectors, count: int, seed: int = 1) -> Iterator[Vectors]:
    """Yield `count` unit rows, in batches."""
    chance = np.random.default_rng(seed)
    cosines = about @ about.T
    near = np.argsort(-cosines, axis=1)[:, 1 : NEIGHBOURS + 1]
    spread = about.std(axis=0)
    for begun in range(0, count, BATCH):
        size = min(BATCH, count - begun)
        one = chance.integers(len(about), size=size)
        other = near[one, chance.integers(NEIGHBOURS, size=size)]
        way = chance.random((size, 1), np.float32)
        rows = about[one] + way * (about[other] - about[one])
        rows += NOISE * spread * chance.standard_normal(rows.shape, np.float32)
        yield rows / np.linalg.norm(rows, axis=1, keepdims=True)
