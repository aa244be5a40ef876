"""Embedding: the bundled model, or any sentence-transformers model by name."""

from functools import cache
from pathlib import Path

from index.embedding.embedder import Embedder

__all__ = ["Embedder", "open_embedder"]


def open_embedder(model: str | None, kept: Path) -> Embedder:
    """Load an embedding model.

    Args:
        model: A sentence-transformers model, as a folder or a hub name; `None` for the bundled
            one, which needs no download and no torch.
        kept: Folder for what a model hub delivers; made when it is needed.

    Raises:
        ModelUnusable: It cannot be loaded; the message names it and says what to do.
    """
    # Imported here because a command that embeds nothing should not wait for a runtime (0.2 s),
    # and because torch and sentence-transformers (seven seconds) serve only who asks for them.
    if model is None:
        return _bundled()
    from index.embedding.transformer import TransformerEmbedder  # noqa: PLC0415

    return TransformerEmbedder.load(model, kept)


@cache
def _bundled() -> Embedder:
    """Load the bundled model, once: nothing is ever written to it, and all threads may use it."""
    from index.embedding.bundled import BundledEmbedder  # noqa: PLC0415

    return BundledEmbedder.load()
