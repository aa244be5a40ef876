"""A case by its number or by words, step by step."""

from typing import TYPE_CHECKING

from bot.citations import Citation
from bot.listing.lookup import cited_items, groups_about, without_twins
from index.archive import ItemEntry, View
from index.danish.case_numbers import find_case_numbers, normalise
from index.danish.personal_numbers import masked
from index.documents import Document
from index.errors import NotInArchive

if TYPE_CHECKING:
    from bot.answers.matters.case_steps import Case, Step

OTHERS_SHOWN = 3
"""Other matters that are named where words name several."""


def case_steps(
    view: View, text: str
) -> "tuple[Case, list[Step], list[tuple[ItemEntry, tuple[Citation, ...], Document]]]":
    """Return the case that a number or words name, its steps, and each of those as quoted.

    Raises:
        NotInArchive: There is no such case.
    """
    found = find_case(view, text)
    kept = without_twins(step.entry for step in found.steps)
    steps = [step for step in found.steps if step.entry in kept]
    return found, steps, cited_items(view, [step.entry for step in steps])


def find_case(view: View, text: str) -> "Case":
    """Return the case that a number or words name.

    Raises:
        NotInArchive: None is.
    """
    from bot.answers.matters.case_steps import case_of_item, case_of_number  # noqa: PLC0415 - start-up time
    from bot.answers.matters.matter import entry_of  # noqa: PLC0415 - start-up time

    numbers = {number for _, number in find_case_numbers(text)} | {normalise(text)}
    if (named := case_of_number(numbers, view)) is not None:
        return named
    for group in groups_about(view, text)[:1]:
        assert group.item is not None
        document = view.document(group.document.id)
        return case_of_item(entry_of(group.document, document, group.item), view)
    raise NotInArchive(f"No case {masked(text)!r} in the archive.")


def others_named(view: View, text: str, found: "Case") -> list[ItemEntry]:
    """Return items of other matters that the same words name, the best first, each matter once."""
    from bot.answers.matters.matter import entry_of, same_matter  # noqa: PLC0415 - start-up time

    steps = {step.entry.key for step in found.steps}
    others: list[ItemEntry] = []
    for group in groups_about(view, text):
        if group.item is None or group.key in steps:
            continue
        entry = entry_of(group.document, view.document(group.document.id), group.item)
        known = (*others, *(step.entry for step in found.steps))
        if not any(same_matter(entry, other) for other in known):
            others.append(entry)
    return others[:OTHERS_SHOWN]
