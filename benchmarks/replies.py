"""How long a reply takes, and how much memory the process that gives it, by size of the archive.

The index is built through the same drafts that an ingest run uses, with synthetic vectors; the
questions are asked in a process of its own: `python -m benchmarks.replies HOME`.
"""

import itertools
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.machine import Memory, Times, once, timed
from benchmarks.minutes import papers, questions
from benchmarks.phrases import OFF_TOPIC
from benchmarks.report import Part, Row
from benchmarks.synthetic import Vectors, scattered
from bot.asked import Asked
from bot.cli.door import Door
from index.archive import Query
from index.documents import OPEN
from index.embedding import Embedder, open_embedder
from index.generation.draft import Draft
from index.generation.home import IndexHome
from index.generation.publication import publish
from ingest.recipe import danish_analysis

QUESTIONS = 96
GOALS = {10_000: (25, 50), 100_000: (40, 80), 1_000_000: (80, 160)}
"""Passages → milliseconds of the median and the 95th percentile."""
MEMORY_GOAL_MB = 700


def measure(embedder: Embedder, about: Vectors, sizes: Sequence[int], folder: Path) -> Part:
    """Build an index of each size, unless it is there from an earlier run, and ask."""
    rows = []
    for size in sizes:
        home = folder / f"{size}"
        if IndexHome(home).current() is None:
            build(home, size, embedder, about)
        asked = subprocess.run(
            [sys.executable, "-m", __name__, str(home)], check=True, capture_output=True, text=True
        )
        rows += _rows(size, json.loads(asked.stdout))
    return Part(
        "Replies",
        f"{QUESTIONS} questions on the topics of a made-up archive and {len(OFF_TOPIC)} off them, "
        "Danish and English, one after the other in a warm process; its vectors are synthetic, so "
        "the times are real and the answers are not. The baseline is embedding the question alone.",
        tuple(rows),
    )


def build(home: Path, size: int, embedder: Embedder, about: Vectors) -> None:
    """Publish a generation of at least `size` passages."""
    place = IndexHome(home)
    place.make()
    with Draft.begin(place, None, embedder.name) as draft:
        for paper in papers(size):
            draft.catalogue.put_document(paper.document, paper.passages)
        missing = [digest for digest, _ in draft.catalogue.not_embedded()]
        rows = itertools.chain.from_iterable(scattered(about, len(missing)))
        draft.catalogue.put_vectors(
            (digest, row.tobytes()) for digest, row in zip(missing, rows, strict=True)
        )
        draft.build(embedder.dimension, danish_analysis())
        publish(place, draft.folder)


def ask(home: Path) -> dict[str, object]:
    """Ask an index everything, in this process."""
    before = Memory.now()
    texts = [*questions(QUESTIONS), *OFF_TOPIC]
    with Door().assistant(home) as assistant:
        first = once(lambda: assistant.reply(Asked(texts[0])))
        replies = timed(lambda text: assistant.reply(Asked(text)), texts)
        after = Memory.now()
    with Door().view(home, frozenset({OPEN})) as view:
        searches = timed(lambda text: view.search(Query(text)), texts)
    embedder = open_embedder(None, home)
    embeddings = timed(lambda text: embedder.embed_queries([text]), texts)
    return {
        "first": first,
        "replies": _summary(replies),
        "searches": _summary(searches),
        "embeddings": _summary(embeddings),
        "memory": [before.resident, after.resident, after.own],
    }


def _summary(times: Times) -> list[float]:
    return [times.p50, times.p95]


def _rows(size: int, measured: dict[str, list[float]]) -> list[Row]:
    p50, p95 = GOALS.get(size, (0, 0))
    goal = f"{p50} ({p95}) ms" if p50 else "–"
    embedding = _pair(measured["embeddings"])
    before, after, own = measured["memory"]
    of = f"{size:,} passages"
    return [
        Row(f"{of}: a reply, p50 (p95)", _pair(measured["replies"]), goal, embedding),
        Row(f"{of}: search alone, p50 (p95)", _pair(measured["searches"]), "–", embedding),
        Row(f"{of}: the first reply of a process", f"{measured['first']:.2f} s"),
        Row(
            f"{of}: memory of the process",
            f"{after:.0f} MB, {own:.0f} MB without mapped files",
            f"≤ {MEMORY_GOAL_MB} MB",
            f"{before:.0f} MB before the model",
        ),
    ]


def _pair(times: Sequence[float]) -> str:
    return f"{times[0]:.1f} ({times[1]:.1f}) ms"


if __name__ == "__main__":
    print(json.dumps(ask(Path(sys.argv[1]))))
