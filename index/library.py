"""The one door for readers: views of whatever generation answers now.

A generation stays open until the last query on it has ended; every new view is of the newest. So
an ingest run is noticed without a restart, and no question is answered from two generations. Where
the newest cannot be read, the one that is open goes on answering.
"""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from index.catalogue.holdings import CatalogueHoldings
from index.catalogue.seen import SeenCatalogue
from index.documents import OPEN
from index.errors import IndexDamaged
from index.generation.home import IndexHome
from index.generation.opening import OpenGeneration
from index.generation.publication import remove
from index.rates.reviews import Reviews
from index.view import ArchiveView, Entries, Searcher, Stores

_log = logging.getLogger("referent")

Searching = Callable[[Stores], Searcher]
"""Makes a searcher for the stores of a view."""


class Library:
    """The index below a home folder, for reading. Safe to use from several threads."""

    def __init__(self, home: Path, searching: Searching) -> None:
        self._home = IndexHome(home)
        self._searching = searching
        self._reviews = Reviews(self._home.reviews)
        self._shelf = threading.Lock()
        self._newest: _Lent | None = None
        self._told = ""
        """Why the generation from before goes on answering, as the log has it."""

    @contextmanager
    def view(self, audiences: frozenset[str] = frozenset({OPEN})) -> Iterator[ArchiveView]:
        """Open the archive as those audiences may see it, for one question or command.

        Raises:
            IndexMissing: Nothing has been ingested yet.
            IndexDamaged: The index is not whole, or of another layout.
        """
        lent = self._take()
        try:
            yield lent.view(audiences, self._searching, self._reviews.applied)
        finally:
            self._give_back(lent)

    def audiences(self) -> frozenset[str]:
        """Return every audience that something in the archive is for, to check a name against.

        Raises:
            IndexMissing: Nothing has been ingested yet.
            IndexDamaged: The index is not whole, or of another layout.
        """
        lent = self._take()
        try:
            return lent.generation.catalogue.audiences()
        finally:
            self._give_back(lent)

    def refresh(self) -> None:
        """Notice a new generation now, without a question.

        A process that answers seldom calls this now and then: until it does, it keeps the
        generation it read last, and with it what has been removed from the archive since.
        """
        with self._shelf:
            try:
                current = self._home.current()
            except IndexDamaged:
                return  # what answers goes on answering
            gone = current is None or (
                self._newest is not None
                and self._newest.name != current.name
                and current.path.is_dir()
            )
            if self._newest and gone:
                self._retire(self._newest)
                self._newest = None

    def close(self) -> None:
        """Let go of the index once no view is open any more."""
        with self._shelf:
            if self._newest:
                self._retire(self._newest)
                self._newest = None

    def _take(self) -> "_Lent":
        with self._shelf:
            try:
                newest = self._current()
            except IndexDamaged as error:
                if self._newest is None:
                    raise
                newest = self._kept_on(self._newest, error)
            else:
                self._told = ""
            if self._newest is not newest:
                if self._newest:
                    self._retire(self._newest)
                self._newest = newest
            newest.readers += 1
            return newest

    def _current(self) -> "_Lent":
        current = self._home.current()
        if self._newest is None or current is None or self._newest.name != current.name:
            return _Lent(OpenGeneration.current(self._home))
        return self._newest

    def _kept_on(self, newest: "_Lent", error: IndexDamaged) -> "_Lent":
        """Go on with the generation that is open: the one in its place cannot be read."""
        if str(error) != self._told:
            self._told = str(error)
            _log.error("%s Until then, the generation from before answers.", error)
        return newest

    def _give_back(self, lent: "_Lent") -> None:
        with self._shelf:
            lent.readers -= 1
            if lent.retired and not lent.readers:
                self._put_away(lent)

    def _retire(self, lent: "_Lent") -> None:
        lent.retired = True
        if not lent.readers:
            self._put_away(lent)

    def _put_away(self, lent: "_Lent") -> None:
        lent.close()
        current = self._home.known()
        # The run that replaced it could not remove it while it was read here.
        if current is not None and current.name != lent.name:
            remove(self._home, lent.generation.folder)


class _Lent:
    """An open generation, the views of it, and how many are being read."""

    def __init__(self, generation: OpenGeneration) -> None:
        self.generation = generation
        self.readers = 0
        self.retired = False
        self._views: dict[frozenset[str], ArchiveView] = {}

    @property
    def name(self) -> str:
        return self.generation.folder.name

    def view(
        self,
        audiences: frozenset[str],
        searching: Searching,
        reviewed: Callable[[Entries], Entries],
    ) -> ArchiveView:
        """Return the view of these audiences, with what it has already worked out."""
        known = self._views.get(audiences)
        if known is None:
            seen = SeenCatalogue(self.generation.catalogue, audiences)
            known = ArchiveView(self.name, seen, lambda: self._stores(seen), searching, reviewed)
            self._views[audiences] = known
        return known

    def close(self) -> None:
        """Let go of it, and of its views, which know where they come from."""
        self._views.clear()
        self.generation.close()

    def _stores(self, seen: SeenCatalogue) -> Stores:
        return Stores(
            holdings=CatalogueHoldings(seen),
            words=self.generation.words(seen.audiences),
            vectors=self.generation.vectors(seen.audiences),
            abbreviations=seen.abbreviations,
            model=self.generation.manifest.model,
        )
