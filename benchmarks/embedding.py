"""The bundled model: how fast it embeds, and what it takes to have it.

Measured in a process of its own, that has loaded nothing else: `python -m benchmarks.embedding`.
"""

import json
import subprocess
import sys
from itertools import islice
from statistics import mean

from benchmarks.machine import Memory, once, timed, yardstick
from benchmarks.minutes import papers, questions
from benchmarks.report import Part, Row
from index.embedding import Embedder
from index.embedding.bundled import BundledEmbedder
from index.embedding.unigram import UnigramTokenizer
from index.embedding.weights import Weights, bundled_file

PASSAGES = 160
QUESTIONS = 60
WEIGHTS = 12 * (4 * 384 * 384 + 2 * 384 * 1536)
"""That every token is multiplied by."""


def measure() -> Part:
    """Measure, and compare with the float32 products that this machine is capable of."""
    child = [sys.executable, "-m", __name__]
    done = subprocess.run(child, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    rate, tokens, possible = found["rate"], found["tokens"], yardstick()
    reached = rate * tokens * 2 * WEIGHTS / 1e9
    share = f"{reached:.0f} GFLOP/s; the float32 matrix product reaches {possible:.0f}"
    return Part(
        "The bundled model",
        f"{PASSAGES} made-up passages of {tokens:.0f} tokens in the mean on all cores, and "
        f"{QUESTIONS} questions one by one.",
        (
            Row("passages a second", f"{rate:.1f}", "–", share),
            Row("the same in passages of 172 tokens", f"{rate * tokens / 172:.1f}", "≥ 20"),
            Row("a question, p50 (p95)", f"{found['p50']:.1f} ({found['p95']:.1f}) ms", "≤ 10 ms"),
            Row("opening it", f"{found['opening']:.2f} s", "≤ 1 s"),
            Row(
                "memory of the process after all this",
                f"{found['after']:.0f} MB, {found['own']:.0f} MB without mapped files",
                "≤ 250 MB",
                f"{found['before']:.0f} MB before",
            ),
        ),
    )


def _found() -> dict[str, float]:
    before = Memory.now()
    opened: list[Embedder] = []
    opening = once(lambda: opened.append(BundledEmbedder.load()))
    (embedder,) = opened
    texts = _texts()
    embedder.embed_passages(texts[:4])
    rate = len(texts) / once(lambda: embedder.embed_passages(texts))
    asked = timed(lambda text: embedder.embed_queries([text]), questions(QUESTIONS))
    after = Memory.now()
    return {
        "before": before.resident,
        "after": after.resident,
        "own": after.own,
        "opening": opening,
        "rate": rate,
        "p50": asked.p50,
        "p95": asked.p95,
        "tokens": _tokens(texts),
    }


def _texts() -> list[str]:
    """Return passages from all over the archive, in no order of length."""
    passages = (p for paper in papers(100 * PASSAGES) for p in paper.passages)
    return [p.embedded_text for p in islice(passages, 0, 41 * PASSAGES, 41)]


def _tokens(texts: list[str]) -> float:
    tokenizer = UnigramTokenizer(Weights.open(bundled_file()).vocabulary)
    return mean(len(tokenizer.ids(f"passage: {text}", 512)) for text in texts)


if __name__ == "__main__":
    print(json.dumps(_found()))
