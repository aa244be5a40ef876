"""A part of the archive: what a thread has spoken of, asked as if there were nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import islice

from bot.partial_view import PartialView, among
from index.archive import (
    EVERYTHING,
    AgreementEntry,
    Filter,
    Found,
    ItemEntry,
    Query,
    RateEntry,
    Term,
    View,
)
from index.documents import Item


@dataclass(frozen=True, slots=True)
class Papers:
    """Some documents, whole or by some of their items."""

    items: Mapping[str, frozenset[int] | None]
    """Indexes of the items by the id of their document; `None`: the whole document."""

    @property
    def documents(self) -> frozenset[str]:
        """Ids of the documents."""
        return frozenset(self.items)

    def hold(self, document: str, item: Item | None) -> bool:
        """Tell whether an item, or what stands outside of items, is among them."""
        some = self.items.get(document, frozenset())
        return some is None or (item is not None and item.index in some)


class Within(PartialView):
    """A view in which only some papers are searched, and only their rates and terms are told.

    Lists of a committee, a time or a case are whole: what became of a matter stands elsewhere too.
    """

    def __init__(self, view: View, papers: Papers, *, light: frozenset[str] | None = None) -> None:
        """Take the whole archive, and the papers.

        How rare a word is in the archive tells which paper is meant. Where that is known already,
        all words may weigh alike, but for the `light` ones: a verb that the paper puts otherwise
        must not outweigh the thing that is asked of.
        """
        super().__init__(view)
        self._papers = papers
        self._light = light

    def items(
        self,
        filter: Filter = EVERYTHING,  # noqa: A002
        limit: int | None = None,
    ) -> tuple[ItemEntry, ...]:
        """Return items of the archive; of closed ones, those among the papers."""
        if not filter.only_closed:
            return self._view.items(filter, limit)
        entries = self._view.items(among(filter, self._papers.documents))
        held = (e for e in entries if self._papers.hold(e.document.id, e.item))
        return tuple(islice(held, limit))

    def count_items(self, filter: Filter = EVERYTHING) -> int:  # noqa: A002
        """Return how many items those are."""
        return len(self.items(filter)) if filter.only_closed else self._view.count_items(filter)

    def rates(self) -> tuple[RateEntry, ...]:
        """Return the rates that stand in the papers."""
        return tuple(r for r in self._view.rates() if self._holds_rate(r))

    def _holds_rate(self, told: RateEntry) -> bool:
        if told.document.id not in self._papers.items:
            return False
        some = self._papers.items[told.document.id]
        if some is None:
            return True
        items = self._view.document(told.document.id).items
        return any(i.index in some and i.span.contains(told.rate.figure) for i in items)

    def agreements(self) -> tuple[AgreementEntry, ...]:
        """Return when those of the papers run that are agreements."""
        return tuple(a for a in self._view.agreements() if a.document.id in self._papers.items)

    def search(self, query: Query) -> Found:
        """Find passages of the papers."""
        within = among(query.filter, self._papers.documents)
        found = self._view.search(replace(query, filter=within))
        held = (g for g in found.groups if self._papers.hold(g.document.id, g.item))
        terms = found.terms
        if self._light is not None:
            terms = tuple(replace(t, weight=min(t.weight, self._most(t))) for t in terms)
        return replace(found, terms=terms, groups=tuple(held))

    def _most(self, term: Term) -> float:
        return _LIGHT if self._light and term.text in self._light else 1.0


_LIGHT = 0.3
"""What a verb weighs of what a thing does, where all things weigh alike."""
