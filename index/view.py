"""One generation as one set of audiences may see it: what `index.archive.View` promises."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Protocol

from index.archive import (
    EVERYTHING,
    AbbreviationEntry,
    AgreementEntry,
    AttendeeEntry,
    BodyEntry,
    DocumentEntry,
    Filter,
    Found,
    ItemEntry,
    Query,
    RateEntry,
)
from index.catalogue.holdings import CatalogueHoldings
from index.catalogue.rates import seen_agreements, seen_rates
from index.catalogue.records import FileRecord, RunRecord
from index.catalogue.seen import SeenCatalogue
from index.documents import Document
from index.vectors import VectorIndex
from index.words import WordIndex
from index.written_words import WrittenWords, names_beside

Entries = tuple[RateEntry, ...]
_REMEMBERED = 64
"""Searches whose results a view keeps."""


class Searcher(Protocol):
    """Finds passages among the stores that it was made for."""

    def search(self, query: Query) -> Found:
        """Find passages, grouped by agenda item."""
        ...


@dataclass(frozen=True, slots=True)
class Stores:
    """What a searcher works on; it holds nothing that the view's audiences may not see."""

    holdings: CatalogueHoldings
    words: WordIndex
    vectors: VectorIndex
    abbreviations: tuple[AbbreviationEntry, ...]
    model: str
    """Name of the embedding model that made the vectors."""


class ArchiveView:
    """A generation seen by some audiences. Safe to use from several threads."""

    def __init__(
        self,
        generation: str,
        seen: SeenCatalogue,
        stores: Callable[[], Stores],
        searching: Callable[[Stores], Searcher],
        reviewed: Callable[[Entries], Entries] = lambda entries: entries,
    ) -> None:
        """Take what is read at once, how to open what only a search needs, and reviews of rates."""
        self._generation = generation
        self._seen = seen
        self._stores = stores
        self._searching = searching
        self._reviewed = reviewed

    @property
    def generation(self) -> str:
        """Name of the generation."""
        return self._generation

    @property
    def audiences(self) -> frozenset[str]:
        """Who is looking."""
        return self._seen.audiences

    def bodies(self) -> tuple[BodyEntry, ...]:
        """Return the committees, by name."""
        return self._seen.bodies

    def abbreviations(self) -> tuple[AbbreviationEntry, ...]:
        """Return the short forms that documents explain, in the order of their documents."""
        return self._seen.abbreviations

    def documents(self, filter: Filter = EVERYTHING) -> tuple[DocumentEntry, ...]:  # noqa: A002
        """Return documents by date, newest first; those without a date last."""
        return self._all_documents if filter == EVERYTHING else self._seen.documents(filter)

    def document(self, id: str) -> Document:  # noqa: A002
        """Return one document whole, its closed items masked from those who may not see them.

        Raises:
            NotInArchive: No document of that id may be seen.
        """
        return self._seen.document(id)

    def items(
        self,
        filter: Filter = EVERYTHING,  # noqa: A002
        limit: int | None = None,
    ) -> tuple[ItemEntry, ...]:
        """Return agenda items, newest meeting first, in the order of the agenda within one."""
        return self._seen.items(filter, limit)

    def count_items(self, filter: Filter = EVERYTHING) -> int:  # noqa: A002
        """Return how many agenda items there are, without reading them."""
        return self._seen.count_items(filter)

    def attendance(self, filter: Filter = EVERYTHING) -> tuple[AttendeeEntry, ...]:  # noqa: A002
        """Return who attended or was absent, newest meeting first."""
        return self._seen.attendance(filter)

    def rates(self) -> tuple[RateEntry, ...]:
        """Return the rates of tables and the candidates read from documents, newest first."""
        return self._reviewed(self._rates)

    def agreements(self) -> tuple[AgreementEntry, ...]:
        """Return when agreements run, newest document first."""
        return self._agreements

    def search(self, query: Query) -> Found:
        """Find passages, grouped by agenda item.

        Raises:
            ModelMismatch: The vectors were made by another model than the one that is set.
        """
        return self._search(query)

    def written(self) -> WrittenWords:
        """Return the words that its papers hold, and how they write them."""
        return self._written_words

    def files(self) -> tuple[FileRecord, ...]:
        """Return the files that the archive was made from, by source; unreadable ones too."""
        return self._seen.files

    def last_run(self) -> RunRecord | None:
        """Return the run that made the generation."""
        return self._seen.last_run

    @cached_property
    def _all_documents(self) -> tuple[DocumentEntry, ...]:
        return self._seen.documents()

    @cached_property
    def _rates(self) -> tuple[RateEntry, ...]:
        return seen_rates(self._seen)

    @cached_property
    def _agreements(self) -> tuple[AgreementEntry, ...]:
        return seen_agreements(self._seen)

    @cached_property
    def _written_words(self) -> WrittenWords:
        stores = self._stores()
        shorts = {name for body in self.bodies() for name in body.names if name.isupper()}
        names = names_beside({d.source for d in self._all_documents}, shorts)
        return WrittenWords(stores.words, stores.holdings.passages, names)

    @cached_property
    def _search(self) -> Callable[[Query], Found]:
        # Answers of several kinds look in turn; what one has found the next need not find again.
        return lru_cache(_REMEMBERED)(self._searching(self._stores()).search)
