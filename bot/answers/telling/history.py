"""What came after an item and before it, of its matter and of its case."""

from collections.abc import Sequence

from bot.answers.finding.meetings import one_paper_each
from bot.answers.matters import matter
from bot.answers.matters.returns import PUT_OFF, followed
from bot.answers.matters.told_later import told_later
from bot.answers.telling.decision_words import (
    telling,
    warn_of_titles,
    what_became,
    write_items,
    write_perhaps_later,
)
from bot.answers.telling.draft import Draft, plain
from bot.answers.telling.places import item_name
from bot.citations import folded
from index.archive import Filter, ItemEntry, View

OTHERS_SHOWN = 3
"""Items listed beside the one that answers."""

LATER_SHOWN = 5
"""Later items of the same matter that are listed; what settled it goes first."""


def write_history(
    draft: Draft, main: ItemEntry, found: Sequence[ItemEntry], view: View
) -> list[ItemEntry]:
    """Write what came after an item and before it, of its matter and of its case.

    A later decision may turn an earlier one round, so the archive is asked for all that came
    after; of what came before, what the search found will do. What was listed is returned.
    """
    day = main.document.date
    one = followed([main], view, by_body=True)[0]
    after = [e for e in found if day is None or (e.document.date or day) > day]
    before = [e for e in found if e not in after]
    later = _once([*one.later, *after])
    listed = telling(later, LATER_SHOWN)
    write_items(draft, draft.phrase("later_heading"), listed, view)
    warn_of_titles(draft, main, later)
    of_case = None if later else _write_same_case(draft, main, view)
    said = bool(later) or of_case is not None
    said = _write_told_later(draft, main, view) or said if not later else said
    if not said and matter.outcome_of(main) in PUT_OFF and day is not None:
        draft.add(what_became(draft, one, view))
    elif not said:
        write_perhaps_later(draft, main, view)
    earlier = telling(_once(before), OTHERS_SHOWN)[::-1]
    write_items(draft, draft.phrase("earlier_heading"), earlier, view)
    return [*listed, *(of_case or ()), *earlier]


def _write_told_later(draft: Draft, main: ItemEntry, view: View) -> bool:
    """Quote what a later paper tells of an open matter under another item, if it does."""
    told = told_later(main, view)
    if told is None:
        return False
    draft.heading(draft.phrase("told_later_heading"))
    name = plain(item_name(draft, told.document, told.entry.item))
    words = plain(folded(told.place.of(told.document.text)))
    draft.points([f"{name}: “{words}” {draft.cite(told.document, told.place)}"])
    return True


def _once(entries: Sequence[ItemEntry]) -> list[ItemEntry]:
    """Return items without those that another paper of their meeting holds as well."""
    return one_paper_each(list({entry.key: entry for entry in entries}.values()))


def _write_same_case(draft: Draft, main: ItemEntry, view: View) -> list[ItemEntry] | None:
    """List later items under the same case number; say where its case goes no further.

    Archives reuse a number for whatever a secretariat writes, so a number that many items have
    says nothing, and items of another title are told apart from those of the matter itself. What
    was listed is returned, `None` where nothing was to be said.
    """
    numbers, day = main.item.case_numbers, main.document.date
    if not numbers or day is None:
        return None
    case = one_paper_each(view.items(Filter(case_numbers=frozenset(numbers))))
    later = [e for e in case if (e.document.date or day) > day]
    if later and len(case) <= matter.ITS_OWN:
        heading = draft.phrase("later_case_heading", number=numbers[0])
        listed = telling(later, LATER_SHOWN)
        write_items(draft, heading, listed, view)
        return listed
    if not later and all(matter.same_matter(entry, main) for entry in case):
        draft.say("no_later", number=plain(numbers[0]))
        return []
    return None
