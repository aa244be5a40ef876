"""The archive as it stood on a day: what is dated later had not been written."""

from dataclasses import replace
from datetime import date
from itertools import islice

from bot.partial_view import PartialView
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
)


class AsOf(PartialView):
    """A view without the papers dated after a day. Those without a date stay."""

    def __init__(self, view: View, day: date) -> None:
        super().__init__(view)
        self._day = day

    def bodies(self) -> tuple[BodyEntry, ...]:
        """Return the committees with the meetings they had held."""
        return tuple(
            replace(body, meetings=tuple(day for day in body.meetings if day <= self._day))
            for body in self._view.bodies()
        )

    def abbreviations(self) -> tuple[AbbreviationEntry, ...]:
        """Return the short forms that papers of the time explain."""
        return tuple(a for a in self._view.abbreviations() if self._written(a.document))

    def documents(self, filter: Filter = EVERYTHING) -> tuple[DocumentEntry, ...]:  # noqa: A002
        """Return the documents there were."""
        return tuple(d for d in self._view.documents(filter) if self._written(d))

    def items(
        self,
        filter: Filter = EVERYTHING,  # noqa: A002
        limit: int | None = None,
    ) -> tuple[ItemEntry, ...]:
        """Return the agenda items there were."""
        there = (i for i in self._view.items(filter) if self._written(i.document))
        return tuple(islice(there, limit))

    def count_items(self, filter: Filter = EVERYTHING) -> int:  # noqa: A002
        """Return how many agenda items there were."""
        return len(self.items(filter))

    def attendance(self, filter: Filter = EVERYTHING) -> tuple[AttendeeEntry, ...]:  # noqa: A002
        """Return who had attended or been absent."""
        return tuple(a for a in self._view.attendance(filter) if self._written(a.document))

    def rates(self) -> tuple[RateEntry, ...]:
        """Return the rates that had been written down; tables of the staff have no date."""
        return tuple(r for r in self._view.rates() if self._written(r.document))

    def agreements(self) -> tuple[AgreementEntry, ...]:
        """Return when agreements run, as papers of the time say."""
        return tuple(a for a in self._view.agreements() if self._written(a.document))

    def search(self, query: Query) -> Found:
        """Find passages of the papers there were; a few fewer than asked for may be found."""
        found = self._view.search(query)
        return replace(found, groups=tuple(g for g in found.groups if self._written(g.document)))

    def _written(self, document: DocumentEntry) -> bool:
        return document.date is None or document.date <= self._day
