"""A view that shows a part of another: what it does not leave out is the other's."""

from dataclasses import replace

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
    View,
    WrittenWords,
)
from index.catalogue.records import FileRecord, RunRecord
from index.documents import Document


def among(filter: Filter, shown: frozenset[str]) -> Filter:  # noqa: A002
    """Return a filter that lets through only some documents, those with the ids `shown`."""
    # No id is an empty name: with none in common, nothing is to be found.
    ids = (filter.documents & shown if filter.documents else shown) or frozenset({""})
    return replace(filter, documents=ids)


class PartialView:
    """A view of all that another shows; whoever shows less of it overrides what that is of."""

    def __init__(self, view: View) -> None:
        """Take the other."""
        self._view = view

    @property
    def generation(self) -> str:
        """Name of the generation."""
        return self._view.generation

    @property
    def audiences(self) -> frozenset[str]:
        """Who is looking."""
        return self._view.audiences

    def bodies(self) -> tuple[BodyEntry, ...]:
        """Return the committees."""
        return self._view.bodies()

    def abbreviations(self) -> tuple[AbbreviationEntry, ...]:
        """Return the short forms."""
        return self._view.abbreviations()

    def documents(self, filter: Filter = EVERYTHING) -> tuple[DocumentEntry, ...]:  # noqa: A002
        """Return documents."""
        return self._view.documents(filter)

    def document(self, id: str) -> Document:  # noqa: A002
        """Return one document whole."""
        return self._view.document(id)

    def items(
        self,
        filter: Filter = EVERYTHING,  # noqa: A002
        limit: int | None = None,
    ) -> tuple[ItemEntry, ...]:
        """Return agenda items."""
        return self._view.items(filter, limit)

    def count_items(self, filter: Filter = EVERYTHING) -> int:  # noqa: A002
        """Return how many agenda items there are."""
        return self._view.count_items(filter)

    def attendance(self, filter: Filter = EVERYTHING) -> tuple[AttendeeEntry, ...]:  # noqa: A002
        """Return who attended or was absent."""
        return self._view.attendance(filter)

    def rates(self) -> tuple[RateEntry, ...]:
        """Return the rates."""
        return self._view.rates()

    def agreements(self) -> tuple[AgreementEntry, ...]:
        """Return when agreements run."""
        return self._view.agreements()

    def search(self, query: Query) -> Found:
        """Find passages."""
        return self._view.search(query)

    def written(self) -> WrittenWords:
        """Return the words that its papers hold."""
        return self._view.written()

    def files(self) -> tuple[FileRecord, ...]:
        """Return the files that the archive was made from."""
        return self._view.files()

    def last_run(self) -> RunRecord | None:
        """Return the run that made the generation."""
        return self._view.last_run()
