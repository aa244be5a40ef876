"""The items of a matter that no number of its case holds together: by their titles, or texts."""

from collections.abc import Sequence

from bot.answers.finding.meetings import one_paper_each
from bot.answers.matters.by_text import akin, perhaps_again
from bot.answers.matters.matter import same_matter
from bot.answers.matters.returns import found_by_title
from bot.answers.matters.titles import name_other_places, share_a_thing, telling_things
from bot.conversation.antecedents import stems_in
from bot.conversation.turns import Listed
from bot.questions.times.period import Period
from index.archive import Filter, ItemEntry, View
from index.danish.words import folded_words
from index.documents import MEETING_PAPERS

ALIKE_LOOKED_AT = 8
"""Items found by a title that are looked at for being of the same matter."""
_RETURNS = 2
"""Times that a matter is followed on from what it may have come back as."""


def titled_alike(entries: Sequence[ItemEntry], view: View) -> list[ItemEntry]:
    """Return the items of other meetings that treat the matter of the first of some, by title.

    Of one with a case number, those of the same case are known.
    """
    if not entries or not entries[0].item.title or entries[0].item.case_numbers:
        return []
    own = entries[0]
    found = found_by_title(own, Filter(kinds=MEETING_PAPERS), view, ALIKE_LOOKED_AT)
    others = (other for other in found if other.document.id != own.document.id)
    return [other for other in others if same_matter(other, own)]


def perhaps_alike(entries: Sequence[ItemEntry], view: View) -> list[ItemEntry]:
    """Return the items that may treat the matter of the first of some, by their text alone.

    Of a case that has a number, only what has none, or is on the same thing by its title: some
    secretariats give a matter a new number each year.
    """
    if not entries or not entries[0].item.title:
        return []
    own = entries[0]
    found = [other for other in akin(own, view) if _may_be_of(own, other)]
    for _ in range(_RETURNS):
        # "Sommerkursus" comes back as "Ungekursus", and that as "Evaluering af ungekurset".
        further = (
            perhaps_again(found[-1], view) if found and day_of(found[-1]) > day_of(own) else []
        )
        found += further[-1:]
    return found


def _may_be_of(own: ItemEntry, other: ItemEntry) -> bool:
    if not (own.item.case_numbers and other.item.case_numbers):
        return True
    body = own.document.body.name if own.document.body else ""
    return share_a_thing(own.item.title, other.item.title, body)


def quoted_alike(
    entries: Sequence[ItemEntry], beside: Sequence[Listed], view: View
) -> list[ItemEntry]:
    """Return the items quoted beside the first of some that speak of what it is titled by.

    Or it of what they are: who reads "see also" below an answer asks on about that as well.
    """
    if not entries or not beside:
        return []
    own = entries[0]
    found = []
    for day in {one.day for one in beside if one.day is not None}:
        titles = {one.item for one in beside if one.day == day}
        for entry in view.items(Filter(since=day, until=day, kinds=MEETING_PAPERS)):
            is_other = entry.document.id != own.document.id and entry.item.title in titles
            if is_other and entry.document.body_key == own.document.body_key:
                found.append(entry)
    return [other for other in one_paper_each(found) if _speak_of_one_thing(own, other, view)]


def spoken_of_alike(entries: Sequence[ItemEntry], then: Period, view: View) -> list[ItemEntry]:
    """Return a committee's items of a time that speak of what the first of some does."""
    key = entries[0].document.body_key if entries else None
    if key is None:
        return []
    own, bodies = entries[0], frozenset({key})
    met = view.items(
        Filter(bodies=bodies, since=then.since, until=then.until, kinds=MEETING_PAPERS)
    )
    return [other for other in one_paper_each(met) if _speak_of_one_thing(own, other, view)]


def _speak_of_one_thing(one: ItemEntry, other: ItemEntry, view: View) -> bool:
    if one.item.case_numbers and other.item.case_numbers:
        return False  # each is a case of its own, or known to be of one
    if name_other_places(one.item.title, other.item.title):
        return False
    body = one.document.body.name if one.document.body else ""
    return any(
        telling_things(here.item.title, body) & _things_in(there, view)
        for here, there in ((one, other), (other, one))
    )


def _things_in(entry: ItemEntry, view: View) -> frozenset[str]:
    return stems_in(folded_words(entry.item.span.of(view.document(entry.document.id).text)))


def day_of(entry: ItemEntry) -> str:
    """Return the day of an item's meeting, to be sorted by; empty where none is known."""
    return str(entry.document.date or "")
