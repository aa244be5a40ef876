"""What search needs of the rest of a generation: three stores, seen by one set of audiences.

Whatever these give back, the audiences of the view may see; search itself knows no audiences.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.archive import AbbreviationEntry, DocumentEntry, Filter
from index.documents import Item, SectionKind
from index.passages import Passage, Place
from index.words import Field, WeightedTerm

Vector = NDArray[np.float32]


class Words(Protocol):
    """The word index: BM25 over the terms that `index.danish.words` makes."""

    @property
    def passages(self) -> int:
        """How many passages there are."""
        ...

    def document_frequency(self, term: str, field: Field = Field.TEXT) -> int:
        """Return in how many passages a term occurs."""
        ...

    def search(
        self, terms: Sequence[WeightedTerm], limit: int, allowed: Sequence[str] | None = None
    ) -> list[tuple[str, float]]:
        """Return ids of passages with their scores, best first."""
        ...

    def resembling(self, word: str, distance: int, limit: int) -> list[str]:
        """Return ids of passages with a word at most `distance` typing errors from `word`."""
        ...


class Nearest(Protocol):
    """The vector index."""

    def nearest(
        self, vector: Vector, limit: int, allowed: Sequence[str] | None = None
    ) -> list[tuple[str, float]]:
        """Return ids of passages with their cosine, nearest first."""
        ...


class Holdings(Protocol):
    """The catalogue, as far as search reads it."""

    def allowed(self, filter: Filter) -> Sequence[str] | None:  # noqa: A002
        """Return ids of passages and of whole documents that a filter lets through, ascending.

        `None` where it restricts nothing.
        """
        ...

    def passages(self, ids: Collection[str]) -> Mapping[str, Passage]:
        """Return passages by id; ids that may not be seen are left out."""
        ...

    def passages_at(self, places: Collection[Place]) -> Mapping[Place, Sequence[Passage]]:
        """Return all passages of some items and sections, in order; nothing of an unseen one."""
        ...

    def entries(self, documents: Collection[str]) -> Mapping[str, DocumentEntry]:
        """Return documents without their text, by id."""
        ...

    def items(self, places: Collection[tuple[str, int]]) -> Mapping[tuple[str, int], Item]:
        """Return agenda items by document and index."""
        ...

    def section_kinds(
        self, places: Collection[tuple[str, int]]
    ) -> Mapping[tuple[str, int], SectionKind]:
        """Return what sections are for, by document and index."""
        ...


class QueryEmbedder(Protocol):
    """The embedding model, as far as a question needs it."""

    @property
    def name(self) -> str:
        """The model and its version."""
        ...

    def embed_queries(self, texts: Sequence[str]) -> Vector:
        """Return a row of unit length for each text."""
        ...


class Stores(Protocol):
    """What a searcher is made for; it holds only what the audiences of its view may see."""

    @property
    def holdings(self) -> Holdings:
        """The catalogue."""
        ...

    @property
    def words(self) -> Words:
        """The word index."""
        ...

    @property
    def vectors(self) -> Nearest:
        """The vector index."""
        ...

    @property
    def abbreviations(self) -> Sequence[AbbreviationEntry]:
        """What the documents explain."""
        ...

    @property
    def model(self) -> str:
        """Name of the embedding model that made the vectors."""
        ...
