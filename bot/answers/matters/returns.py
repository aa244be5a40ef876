"""What became of items that were left open: their return at a later meeting, or none."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.answers.finding.meetings import one_paper_each
from bot.answers.matters import matter
from bot.answers.matters.matter import entry_of
from bot.answers.matters.references import referring, revisiting
from index.archive import Filter, ItemEntry, Query, View
from index.decisions import Outcome
from index.documents import MEETING_PAPERS

PUT_OFF = frozenset({Outcome.DEFERRED, Outcome.SENT_BACK})
LEFT_OPEN = PUT_OFF | {Outcome.RECOMMENDED}
"""Outcomes after which somebody has yet to decide."""

SEARCHED_FOR = 3
"""Items recommended onward that are each searched for by title; with more, all papers are read."""

TITLES_FOUND = 10
"""Items of one such search that are looked at."""


@dataclass(frozen=True, slots=True)
class Followed:
    """An item that was left open, with what came after it."""

    entry: ItemEntry
    later: tuple[ItemEntry, ...]
    """The same matter at later meetings, in the order of time, agendas to come included."""

    @property
    def settlement(self) -> ItemEntry | None:
        """The first later item at which something was decided."""
        return next((entry for entry in self.later if _settles(self.entry, entry)), None)

    @property
    def is_open(self) -> bool:
        """Whether this is where the matter stands: neither settled since nor left open again."""
        return self.settlement is None and not any(_supersedes(entry) for entry in self.later)


def _settles(entry: ItemEntry, later: ItemEntry) -> bool:
    """Tell whether a later item answers an earlier one.

    What was recommended onward is answered by the body that decides; what was put off, by any
    decision.
    """
    if matter.outcome_of(entry) is Outcome.RECOMMENDED:
        return matter.is_settled(later) and later.document.body_key != entry.document.body_key
    return matter.is_decided(later)


def _supersedes(later: ItemEntry) -> bool:
    return matter.is_settled(later) or matter.outcome_of(later) in LEFT_OPEN


def followed(entries: Sequence[ItemEntry], view: View, *, by_body: bool = False) -> list[Followed]:
    """Return items with what came after each; one without a date cannot be followed.

    An item that was put off is looked for in all later papers of its body, one that was
    recommended onward by its title in those of every body, and any by its case number. With
    `by_body` all are looked for in the later papers of their bodies: what was decided may be turned
    round under no number at all.
    """
    dated = [entry for entry in entries if entry.document.date is not None]
    later = one_paper_each(_papers_after(dated, view, by_body=by_body)) if dated else []
    return [Followed(entry, tuple(_came_of(entry, later, view))) for entry in entries]


def _came_of(entry: ItemEntry, later: Sequence[ItemEntry], view: View) -> list[ItemEntry]:
    after = _after(entry, later)
    if matter.is_settled(entry):
        again = [one for one in revisiting(entry, later, view) if one not in after]
        return matter.by_date([*after, *again])
    if after or matter.outcome_of(entry) not in PUT_OFF:
        return after
    return matter.by_date(referring(entry, later, view))


def _papers_after(entries: Sequence[ItemEntry], view: View, *, by_body: bool) -> list[ItemEntry]:
    """Return the items among which those that come after may be, each once."""
    since = min(e.document.date for e in entries if e.document.date) + timedelta(days=1)
    within = Filter(since=since, kinds=MEETING_PAPERS)
    onward = [e for e in entries if matter.outcome_of(e) is Outcome.RECOMMENDED]
    if len(onward) > SEARCHED_FOR:
        return list(view.items(within))
    bodies = frozenset(
        e.document.body_key
        for e in entries
        if e.document.body_key and (by_body or matter.outcome_of(e) in matter.UNDECIDED)
    )
    numbers = frozenset(number for e in entries for number in e.item.case_numbers)
    found = [
        *(view.items(replace(within, bodies=bodies)) if bodies else ()),
        *(view.items(replace(within, case_numbers=numbers)) if numbers else ()),
        *(item for entry in onward for item in found_by_title(entry, within, view, TITLES_FOUND)),
    ]
    return list({entry.key: entry for entry in found}.values())


def found_by_title(entry: ItemEntry, within: Filter, view: View, limit: int) -> Iterator[ItemEntry]:
    """Give the items that a search for an item's title finds, best first."""
    if not entry.item.title:
        return
    for group in view.search(Query(entry.item.title, "da", within, limit=limit)).groups:
        if group.item is not None:
            yield entry_of(group.document, view.document(group.document.id), group.item)


def _after(entry: ItemEntry, later: Iterable[ItemEntry]) -> list[ItemEntry]:
    day = entry.document.date
    if day is None:
        return []
    return matter.by_date(
        other
        for other in later
        if (other.document.date or date.min) > day and matter.continues(other, entry)
    )
