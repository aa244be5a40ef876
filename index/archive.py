"""The archive as a reader sees it: the one interface between the index and whoever asks.

A `View` shows one generation to one set of audiences. Nothing can be read without a view, and a
view holds nothing that its audiences may not see: not in a list, not in a count, not in a text.
"""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from index.catalogue.records import FileRecord, RunRecord
from index.decisions import Decision, Outcome
from index.documents import (
    Abbreviation,
    Attendee,
    Body,
    Document,
    DocumentKind,
    Item,
    MinutesStatus,
)
from index.passages import Passage
from index.rates.rate import Agreement, Rate


@dataclass(frozen=True, slots=True)
class Filter:
    """What to look at; an empty field does not restrict. Dates are inclusive."""

    bodies: frozenset[str] = frozenset()
    """Keys of bodies, as `BodyEntry.key`."""
    since: date | None = None
    until: date | None = None
    kinds: frozenset[DocumentKind] = frozenset()
    case_numbers: frozenset[str] = frozenset()
    """Normalised; matches an item's numbers and its document's."""
    outcomes: frozenset[Outcome] = frozenset()
    """Restricts lists of decisions only."""
    documents: frozenset[str] = frozenset()
    """Ids."""
    only_closed: bool = False
    """Restricts lists of items to those that are closed."""


EVERYTHING = Filter()


@dataclass(frozen=True, slots=True)
class BodyEntry:
    """A committee of the archive, under every name its documents use."""

    key: str
    """Folded abbreviation, or folded name where there is none."""
    body: Body
    """The fullest name, with the abbreviation."""
    names: tuple[str, ...]
    """All names and abbreviations seen."""
    meetings: tuple[date, ...] = field(hash=False)
    """Dates of its minutes and agendas, ascending, each once: hundreds, so no part of the hash."""


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document without its text, for lists."""

    id: str
    source: str
    title: str
    kind: DocumentKind
    status: MinutesStatus | None
    body: Body | None
    body_key: str | None
    date: date | None
    case_numbers: tuple[str, ...]
    pages: int
    """0 for a format without pages."""
    characters: int
    audience: str


@dataclass(frozen=True, slots=True)
class ItemEntry:
    """An agenda item with its document."""

    document: DocumentEntry
    item: Item
    decision: Decision | None
    recommendation_texts: tuple[str, ...]
    """The words of `decision.recommendation`, verbatim."""
    decision_texts: tuple[str, ...]
    """The words of `decision.words`, verbatim."""

    @property
    def key(self) -> tuple[str, int]:
        """What tells it from every other item: its document's id and its place there."""
        return self.document.id, self.item.index


@dataclass(frozen=True, slots=True)
class AttendeeEntry:
    """A person's presence or absence with its document."""

    document: DocumentEntry
    attendee: Attendee


@dataclass(frozen=True, slots=True)
class AbbreviationEntry:
    """A short form with the document that explains it."""

    document: DocumentEntry
    abbreviation: Abbreviation


@dataclass(frozen=True, slots=True)
class RateEntry:
    """A rate with the document, or the table of the staff, that it stands in."""

    document: DocumentEntry
    rate: Rate


@dataclass(frozen=True, slots=True)
class AgreementEntry:
    """When an agreement runs, with the document that says so."""

    document: DocumentEntry
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found, with what speaks for it."""

    passage: Passage
    score: float
    """Fused; comparable within one search only."""
    cosine: float | None
    """Of question and passage, where the vectors found it."""
    coverage: float
    """Share of the question's weight of content words, 0–1, that stand in the passage or its
    header, in any form: inflected, compounded, folded or translated."""


@dataclass(frozen=True, slots=True)
class Group:
    """Hits of one agenda item, or of one document part that has no item: the unit of an answer."""

    document: DocumentEntry
    item: Item | None
    score: float
    coverage: float
    """As in `Hit`, over the whole item together."""
    hits: tuple[Hit, ...]
    """Best first."""

    @property
    def key(self) -> tuple[str, int | None]:
        """The same as `ItemEntry.key`, of a document part without an index of an item."""
        return self.document.id, self.item.index if self.item else None


@dataclass(frozen=True, slots=True)
class Term:
    """A content word of the question and what it became for the search."""

    text: str
    """As asked, folded."""
    forms: tuple[str, ...]
    """Folded words it may appear as: itself, its stem, translations, expansions."""
    weight: float
    """Inverse document frequency in the view; the highest for a word that is not there."""
    known: bool
    """Whether any form occurs in the view at all."""
    translated: bool
    """Whether the glossary or an abbreviation gave forms."""


@dataclass(frozen=True, slots=True)
class Found:
    """The result of a search."""

    terms: tuple[Term, ...]
    groups: tuple[Group, ...]
    """Best first."""
    best_cosine: float | None = None
    usual_cosine: float | None = None
    """What a passage far down the list scores: the level that means nothing with this model."""


@dataclass(frozen=True, slots=True)
class Written:
    """How often words stand in some passages, by the way they are written."""

    inside: Mapping[str, int]
    """Within a sentence, where a capital marks a name."""
    anywhere: Mapping[str, int]
    """The same with those that begin a line or a sentence."""


@dataclass(frozen=True, slots=True)
class Query:
    """What to search for."""

    text: str
    """The question, or words."""
    language: str = "da"
    """"da" or "en": weighs vectors against words and turns the glossary on."""
    filter: Filter = field(default=EVERYTHING)
    sections: tuple[str, ...] = ()
    """Values of `SectionKind` in which the answer is expected; they are preferred, not required."""
    limit: int = 10
    """Groups wanted."""


class WrittenWords(Protocol):
    """The words of the papers of a view."""

    def knows(self, word: str) -> bool:
        """Tell whether a folded word stands in a paper, or papers are called by it."""
        ...

    def holds(self, word: str) -> bool:
        """Tell whether a paper or its title holds a folded word in any form, or inside another."""
        ...

    def is_name_of_papers(self, word: str) -> bool:
        """Tell whether papers are called by a folded word: their folder, or their committee."""
        ...

    def written(self, words: str) -> Written:
        """Return how folded words, one behind the other, are written."""
        ...


class View(Protocol):
    """One generation as one set of audiences may see it. Safe to use from several threads."""

    @property
    def generation(self) -> str:
        """Name of the generation."""
        ...

    @property
    def audiences(self) -> frozenset[str]:
        """Who is looking."""
        ...

    def bodies(self) -> tuple[BodyEntry, ...]:
        """Return the committees, by name."""
        ...

    def abbreviations(self) -> tuple[AbbreviationEntry, ...]:
        """Return the short forms that documents explain, in the order of their documents."""
        ...

    def documents(self, filter: Filter = EVERYTHING) -> tuple[DocumentEntry, ...]:  # noqa: A002
        """Return documents by date, newest first; those without a date last."""
        ...

    def document(self, id: str) -> Document:  # noqa: A002
        """Return one document whole.

        The body text of a closed item that the audiences may not see is covered by a filler of one
        length, whatever it covers; its sections and decision are left out. Places, here and in
        all that a view gives, are counted in the text that is left.

        Raises:
            NotInArchive: No document of that id may be seen.
        """
        ...

    def items(
        self,
        filter: Filter = EVERYTHING,  # noqa: A002
        limit: int | None = None,
    ) -> tuple[ItemEntry, ...]:
        """Return agenda items, newest meeting first, in the order of the agenda within one.

        The first `limit` of them, where it is given.
        """
        ...

    def count_items(self, filter: Filter = EVERYTHING) -> int:  # noqa: A002
        """Return how many agenda items there are, without reading them."""
        ...

    def attendance(self, filter: Filter = EVERYTHING) -> tuple[AttendeeEntry, ...]:  # noqa: A002
        """Return who attended or was absent, newest meeting first."""
        ...

    def rates(self) -> tuple[RateEntry, ...]:
        """Return the rates of tables and the candidates read from documents, newest first.

        Candidates that a review rejected are left out; corrected ones are as they were corrected.
        """
        ...

    def agreements(self) -> tuple[AgreementEntry, ...]:
        """Return when agreements run, newest document first."""
        ...

    def search(self, query: Query) -> Found:
        """Find passages, grouped by agenda item."""
        ...

    def written(self) -> WrittenWords:
        """Return the words that its papers hold, and how they write them."""
        ...

    def files(self) -> tuple[FileRecord, ...]:
        """Return the files that the archive was made from, by source; unreadable ones too."""
        ...

    def last_run(self) -> RunRecord | None:
        """Return the run that made the generation.

        What it counts and names is of all that it read, whoever may see it.
        """
        ...


Views = Callable[[frozenset[str]], AbstractContextManager[View]]
"""Opens the archive for a set of audiences."""
