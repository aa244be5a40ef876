"""The bundled model: how fast it embeds, and what it takes to have it."""

from itertools import islice
from pathlib import Path
from statistics import mean

from benchmarks.machine import memory_mb, once, timed, yardstick
from benchmarks.minutes import papers, questions
from benchmarks.report import Part, Row
from index.embedding import Embedder, open_embedder
from index.embedding.unigram import UnigramTokenizer
from index.embedding.weights import Weights, bundled_file

PASSAGES = 160
QUESTIONS = 60
WEIGHTS = 12 * (4 * 384 * 384 + 2 * 384 * 1536)
"""That every token is multiplied by."""


def measure(cache: Path) -> Part:
    """Measure in this process, which should have done nothing yet."""
    before = memory_mb()
    opened: list[Embedder] = []
    seconds = once(lambda: opened.append(open_embedder(None, cache)))
    (embedder,) = opened
    texts = _texts()
    embedder.embed_passages(texts[:4])
    rate = len(texts) / once(lambda: embedder.embed_passages(texts))
    asked = timed(lambda text: embedder.embed_queries([text]), questions(QUESTIONS))
    memory = memory_mb()
    tokens = _tokens(texts)
    reached = rate * tokens * 2 * WEIGHTS / 1e9
    return Part(
        "The bundled model",
        f"{len(texts)} made-up passages of {tokens:.0f} tokens in the mean on all cores, and "
        f"{QUESTIONS} questions one by one.",
        (
            Row("passages a second", f"{rate:.1f}", "≥ 20", _share(reached)),
            Row("passages a second, of 172 tokens each", f"{rate * tokens / 172:.1f}", "≥ 20"),
            Row("a question, p50 (p95)", f"{asked.p50:.1f} ({asked.p95:.1f}) ms", "≤ 10 ms"),
            Row("opening it", f"{seconds:.2f} s", "≤ 1 s"),
            Row(
                "memory of the process after all this",
                f"{memory:.0f} MB",
                "≤ 250 MB",
                f"{before:.0f} MB before",
            ),
        ),
    )


def _share(reached: float) -> str:
    possible = yardstick()
    return f"{reached:.0f} GFLOP/s, {reached / possible:.1f} × the float32 matrix product's"


def _texts() -> list[str]:
    """Return passages from all over the archive, in no order of length."""
    passages = (p for paper in papers(100 * PASSAGES) for p in paper.passages)
    return [p.embedded_text for p in islice(passages, 0, 41 * PASSAGES, 41)]


def _tokens(texts: list[str]) -> float:
    tokenizer = UnigramTokenizer(Weights.open(bundled_file()).vocabulary)
    return mean(len(tokenizer.ids(f"passage: {text}", 512)) for text in texts)
