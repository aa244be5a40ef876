"""A case over meetings and bodies: by its number, and by title where papers carry none."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from bot.answers.matters import matter, titles
from bot.answers.matters.returns import found_by_title
from index.archive import DocumentEntry, Filter, ItemEntry, View
from index.documents import MEETING_PAPERS

TITLES_LOOKED_AT = 25
"""Items that a search by title may find."""


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
    by_its_number: bool = False
    """Whether its number was asked for; else one of its items was found by words."""

    @property
    def is_of_several_matters(self) -> bool:
        """Whether items that share its number are of matters that have nothing in common."""
        newest = self.steps[-1].entry if self.steps else None
        return newest is not None and any(
            titles.are_apart(step.entry.item.title, newest.item.title) for step in self.steps
        )

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
    documents = _documents(wanted, view)
    if not items and not documents:
        return None
    carried = {n for e in items for n in e.item.case_numbers} | {
        n for d in documents for n in d.case_numbers
    }
    steps = [Step(entry, by_number=True, likeness=1.0) for entry in items]
    return Case(min(wanted & carried), _in_order(steps), tuple(documents), by_its_number=True)


def case_of_item(seed: ItemEntry, view: View) -> Case:
    """Return the case that an item belongs to: items of its number, and those titled alike.

    A number that many items share ties only those whose titles are alike as well.
    """
    alike = found_by_title(seed, Filter(kinds=MEETING_PAPERS), view, TITLES_LOOKED_AT)
    titled = [entry for entry in alike if matter.continues(entry, seed)]
    # A first paper may have no number yet: the case's is that of the items titled like it.
    numbers = frozenset(seed.item.case_numbers) or frozenset(
        number for entry in titled for number in entry.item.case_numbers
    )
    of_number = view.items(Filter(case_numbers=numbers)) if numbers else ()
    shared = [e for e in of_number if numbers & {*e.item.case_numbers}]
    reused = (
        len({(e.document.body_key, e.document.date, e.item.title) for e in shared}) > matter.ITS_OWN
    )
    found = {entry.key: entry for entry in (*shared, *titled, seed)}
    steps = []
    for entry in found.values():
        numbered = bool(numbers & {*entry.item.case_numbers})
        apart = entry.document.body_key != seed.document.body_key and titles.are_apart(
            entry.item.title, seed.item.title
        )
        of_case = numbered and not reused and not apart
        if of_case or entry is seed or matter.continues(entry, seed):
            steps.append(
                Step(entry, numbered, 1.0 if entry is seed else matter.likeness(entry, seed))
            )
    documents = [] if reused else _documents(numbers, view)
    return Case(min(numbers, default=None), _in_order(steps), tuple(documents))


def _documents(numbers: frozenset[str], view: View) -> list[DocumentEntry]:
    """Return the papers that carry one of these numbers as their own."""
    if not numbers:
        return []
    within = Filter(case_numbers=numbers)
    return [entry for entry in view.documents(within) if numbers & {*entry.case_numbers}]


def _in_order(steps: Collection[Step]) -> tuple[Step, ...]:
    """Return steps in the order of time. Without a date there is no order: such come first."""
    return tuple(
        sorted(steps, key=lambda s: (s.entry.document.date or date.min, s.entry.item.index))
    )
