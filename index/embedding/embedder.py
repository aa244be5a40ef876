"""What an embedding model is to the rest of the house."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # whoever only names an embedder need not wait for numpy
    import numpy as np
    from numpy.typing import NDArray


class Embedder(Protocol):
    """Turns texts into unit vectors whose dot product says how alike they are in meaning.

    Questions and passages are embedded differently: asymmetric models (E5 and its kin) were
    trained with a different prefix for each. An embedder may be used from several threads.
    """

    @property
    def name(self) -> str:
        """The model and its version: an index is only ever searched with the one it records."""
        ...

    @property
    def dimension(self) -> int:
        """Length of every vector."""
        ...

    def embed_queries(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Return n × dimension unit rows, one a text, in order; 0 × dimension for no text."""
        ...

    def embed_passages(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Return n × dimension unit rows, one a text, in order; 0 × dimension for no text."""
        ...


def encodable(text: str) -> str:
    """Return the text with lone halves of surrogate pairs replaced by U+FFFD.

    Such strings come out of JSON and of broken files; no tokenizer takes them.
    """
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
