"""Any sentence-transformers model, from a folder or a model hub, on the GPU where there is one.

Import this module only when such a model is asked for: sentence-transformers and the torch below
it take seven seconds to import.
"""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Self

import numpy as np
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer

from index.embedding.embedder import encodable
from index.errors import ModelUnusable

E5 = re.compile(r"(?<![a-z0-9])e5(?![a-z0-9])", re.IGNORECASE)
E5_INSTRUCTION = (
    "Instruct: Given a question, retrieve passages of meeting documents that answer it\nQuery: "
)
PASSAGE_PROMPTS = ("document", "passage", "corpus")
"""Names under which models keep what goes before a passage."""
PROBED = 64
"""Weights of every tensor that go into the fingerprint."""


@dataclass(frozen=True, slots=True)
class Prompts:
    """What a model was trained to see before a question and before a passage."""

    query: str = ""
    passage: str = ""

    @classmethod
    def choose(cls, names: Sequence[str], own: Mapping[str, str | None]) -> Self:
        """Take the model's own prompts; for an E5 model that brings none, those of its authors.

        Args:
            names: What the model is called, by the user and by its own configuration.
            own: The prompts it brings, by name; empty ones count as none.
        """
        query = own.get("query") or ""
        passage = next((own[name] for name in PASSAGE_PROMPTS if own.get(name)), None) or ""
        if query or passage or not any(E5.search(name) for name in names):
            return cls(query, passage)
        if any("instruct" in name.casefold() for name in names):
            return cls(E5_INSTRUCTION, "")
        return cls("query: ", "passage: ")


class TransformerEmbedder:
    """An `Embedder` around a model that sentence-transformers has loaded."""

    def __init__(self, model: SentenceTransformer, label: str, prompts: Prompts) -> None:
        self.name = f"{label} {_fingerprint(model, prompts)}"
        self._prompts = prompts
        self._model = model
        # The tokenizer beneath changes its padding in place and refuses a second thread.
        self._lock = Lock()
        self.dimension = self._encode([""], prompts.query).shape[1]

    @classmethod
    def load(cls, model: str, cache: Path) -> Self:
        """Load a folder or a hub name; what is downloaded goes into `cache`.

        Raises:
            ModelUnusable: It cannot be loaded.
        """
        try:
            loaded = SentenceTransformer(model, cache_folder=str(cache))
        except Exception as error:  # a model's own files decide what can go wrong in here
            reason = str(error).strip().partition("\n")[0]
            raise ModelUnusable(
                f"The embedding model {model!r} cannot be loaded ({reason}). Set `model` to a "
                "folder with a sentence-transformers model, or to a hub name that this machine "
                "can reach, or unset it for the bundled model."
            ) from error
        names = (model, _configured_name(Path(model)))
        return cls(loaded, Path(model).name, Prompts.choose(names, loaded.prompts))

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return n × dimension unit rows."""
        return self._embed(texts, self._prompts.query)

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return n × dimension unit rows."""
        return self._embed(texts, self._prompts.passage)

    def _embed(self, texts: Sequence[str], prompt: str) -> NDArray[np.float32]:
        if not texts:
            return np.empty((0, self.dimension), np.float32)
        return self._encode([encodable(text) for text in texts], prompt)

    def _encode(self, texts: Sequence[str], prompt: str) -> NDArray[np.float32]:
        with self._lock:
            vectors = self._model.encode(
                list(texts), prompt=prompt, normalize_embeddings=True, show_progress_bar=False
            )
        return np.asarray(vectors, np.float32)


def _configured_name(folder: Path) -> str:
    """Return what the model in a folder calls itself, "" where it does not say."""
    try:
        config = json.loads((folder / "config.json").read_text("utf-8"))
    except (OSError, ValueError):
        return ""
    return str(config.get("_name_or_path", "")) if isinstance(config, dict) else ""


def _fingerprint(model: SentenceTransformer, prompts: Prompts) -> str:
    """Return twelve digits that change with the weights and prompts, not with the device."""
    digest = hashlib.sha256(repr((prompts.query, prompts.passage)).encode())
    for name, tensor in model.state_dict().items():
        first = tensor.flatten()[:PROBED].float().cpu().numpy()
        digest.update(f"{name}{tuple(tensor.shape)}".encode() + first.tobytes())
    return digest.hexdigest()[:12]
