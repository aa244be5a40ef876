"""How many of the ten nearest passages the vector index finds, against an exact scan."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.machine import Times, timed
from benchmarks.minutes import questions
from benchmarks.phrases import OFF_TOPIC
from benchmarks.report import Part, Row
from benchmarks.synthetic import Vectors, scattered
from index import vectors
from index.embedding import Embedder
from index.vectors import VectorIndex

WANTED = 10
ON_TOPIC = 100


def measure(embedder: Embedder, about: Vectors, sizes: Sequence[int], folder: Path) -> Part:
    """Measure the index as it is used, and its graph alone, which it uses in large collections."""
    asked = {
        "on the archive's topics": embedder.embed_queries(questions(ON_TOPIC)),
        "off them": embedder.embed_queries(OFF_TOPIC),
    }
    rows = []
    for size in sizes:
        held = np.concatenate(list(scattered(about, size)))
        for name, exact_up_to in (("as used", vectors.EXACT_UP_TO), ("graph alone", 0)):
            place = folder / f"{size}-{exact_up_to}"
            pairs = ((f"{row:016x}-00000", vector.tobytes()) for row, vector in enumerate(held))
            vectors.write(place, pairs, size, held.shape[1], exact_up_to=exact_up_to)
            index = VectorIndex.open([place])
            for topic, questions_ in asked.items():
                rows.append(_row(f"{size:,} passages, {name}, {topic}", index, held, questions_))
            index.close()
    return Part(
        "The ten nearest, against an exact scan",
        f"Synthetic vectors (see `synthetic.py`); {ON_TOPIC} real questions on the topics of the "
        f"made-up archive and {len(OFF_TOPIC)} off them. Below {vectors.EXACT_UP_TO:,} passages "
        "the index scans exactly; above, it uses a graph. The baseline is the scan, in numpy.",
        tuple(rows),
    )


def _row(what: str, index: VectorIndex, held: Vectors, asked: Vectors) -> Row:
    found = [{id_ for id_, _ in index.nearest(question, WANTED)} for question in asked]
    true = [_scan(held, question) for question in asked]
    share = np.mean([len(a & b) / WANTED for a, b in zip(found, true, strict=True)])
    times = timed(lambda question: index.nearest(question, WANTED), asked)
    scanning = timed(lambda question: _scan(held, question), asked)
    return Row(what, f"{share:.3f} in {_ms(times)}", "≥ 0.99", f"1.000 in {_ms(scanning)}")


def _scan(held: Vectors, question: Vectors) -> set[str]:
    cosines = held @ question
    best = np.argpartition(-cosines, WANTED - 1)[:WANTED]
    return {f"{row:016x}-00000" for row in best}


def _ms(times: Times) -> str:
    return f"{times.p50:.2f} ms"
