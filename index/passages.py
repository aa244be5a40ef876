"""The unit that is searched: a stretch of one section, small enough to embed."""

from dataclasses import dataclass

from index.spans import Span

Place = tuple[str, int | None, int | None]
"""What passages are of together: a document, an item of it, a section where there is no item."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document that lies within one section of one item.

    The passages of a document cover every section's body, in order and without overlapping.
    """

    document: str
    """Id of its document."""
    index: int
    """Its place among the document's passages, from 0."""
    item: int | None
    section: int
    span: Span
    header: str
    """Body, date, item and section in a line; embedded with the text, never quoted."""
    text: str
    """`document.text[span]`, kept beside it so that search need not load the document."""
    audience: str

    @property
    def id(self) -> str:
        """The passage's name in all three stores."""
        return f"{self.document}-{self.index:05d}"

    @property
    def place(self) -> Place:
        """What it is of, with others."""
        return self.document, self.item, self.section if self.item is None else None

    @property
    def embedded_text(self) -> str:
        """What the embedding model is given."""
        return f"{self.header}\n{self.text}"


def document_of(passage: str) -> str:
    """Return the id of the document that a passage is of, from the passage's id."""
    return passage.rpartition("-")[0]
