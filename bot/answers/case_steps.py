"""A case over meetings and bodies: by its number, and by title where papers carry none."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from bot.answers import matters
from bot.answers.places import entry_of
from bot.answers.searches import MEETING_PAPERS
from index.archive import DocumentEntry, Filter, ItemEntry, Query, View

ITS_OWN = 8
"""Items up to which a case number is taken for that of one case: archives reuse one for whatever a
secretariat writes."""


@dataclass(frozen=True, slots=True)
class Step:
    """An item of a case, with what ties it to the others."""

    entry: ItemEntry
    by_number: bool
    """Whether it carries the case's number; else its title alone speaks for it."""
    likeness: float
    """Share of title words that it has in common with the item that was found, 0–1."""


@dataclass(frozen=True, slots=True)
class Case:
    """A case: what was done about it, first step first, and documents that carry its number."""

    number: str | None
    """`None` where no item of it carries one."""
    steps: tuple[Step, ...]
    documents: tuple[DocumentEntry, ...]

    @property
    def title(self) -> str:
        """The newest title it went by."""
        if self.steps:
            return self.steps[-1].entry.item.title
        return self.documents[0].title


def case_of_number(numbers: Collection[str], view: View) -> Case | None:
    """Return the case with one of these numbers, every paper that holds it once or more."""
    wanted = frozenset(numbers)
    if not wanted:
        return None
    items = [e for e in view.items(Filter(case_numbers=wanted)) if wanted & {*e.item.case_numbers}]
    documents = [d for d in view.documents() if wanted & {*d.case_numbers}]
    if not items and not documents:
        return None
    carried = {n for e in items for n in e.item.case_numbers} | {
        n for d in documents for n in d.case_numbers
    }
    steps = [Step(entry, by_number=True, likeness=1.0) for entry in items]
    return Case(min(wanted & carried), _in_order(steps), tuple(documents))


def case_of_item(seed: ItemEntry, view: View) -> Case:
    """Return the case that an item belongs to: items of its number, and those titled alike.

    A number that many items share ties only those whose titles are alike as well.
    """
    titled = [e for e in _titled_alike(seed, view) if matters.continues(e, seed)]
    # A first paper may have no number yet: the case's is that of the items titled like it.
    numbers = frozenset(seed.item.case_numbers) or frozenset(
        number for entry in titled for number in entry.item.case_numbers
    )
    of_number = view.items(Filter(case_numbers=numbers)) if numbers else ()
    shared = [e for e in of_number if numbers & {*e.item.case_numbers}]
    reused = len({(e.document.body_key, e.document.date, e.item.title) for e in shared}) > ITS_OWN
    found = {_key(entry): entry for entry in (*shared, *titled, seed)}
    steps = []
    for entry in found.values():
        numbered = bool(numbers & {*entry.item.case_numbers})
        alike = matters.likeness(entry, seed)
        if (numbered and not reused) or entry is seed or matters.continues(entry, seed):
            steps.append(Step(entry, numbered, 1.0 if entry is seed else alike))
    documents = [d for d in view.documents() if numbers & {*d.case_numbers}] if not reused else []
    return Case(min(numbers, default=None), _in_order(steps), tuple(documents))


def _titled_alike(seed: ItemEntry, view: View) -> Iterator[ItemEntry]:
    if not seed.item.title:
        return
    within = Filter(kinds=MEETING_PAPERS)
    for group in view.search(Query(seed.item.title, "da", within, limit=25)).groups:
        if group.item is not None:
            yield entry_of(group.document, view.document(group.document.id), group.item)


def _key(entry: ItemEntry) -> tuple[str, int]:
    return entry.document.id, entry.item.index


def _in_order(steps: Collection[Step]) -> tuple[Step, ...]:
    """Return steps in the order of time. Without a date there is no order: such come first."""
    return tuple(
        sorted(steps, key=lambda s: (s.entry.document.date or date.min, s.entry.item.index))
    )
