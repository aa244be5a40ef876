"""Whether two items are the same matter: a deferred item and its return, a case over the years."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from bot.answers.matters.titles import are_apart, content_words, is_short_for
from bot.questions.patterns import pattern
from index.archive import DocumentEntry, ItemEntry
from index.danish.folding import fold
from index.decisions import Outcome
from index.documents import Document, Item

ALIKE = 0.6
"""Share of the title words of two items, of all that they have, from which they are one matter.
"Orientering om X" and "Status på X" share a third; an item that comes back keeps its title but for
a word or two."""
ALIKE_SAME_CASE = 0.3
"""The same when the case number is the same: archives reuse one number for everything that a
committee's secretariat writes, so the number alone proves nothing."""

SOON = timedelta(days=400)
"""Between two meetings at which a matter may be called with its year and without."""
_TITLES_KEPT = 16_384
"""Titles of which the years stay known: all later ones are gone through for what became of one."""
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-/–](?:(?:19|20)?\d\d))?")

ITS_OWN = 8
"""Items up to which a case number is taken for that of one case, each meeting's paper once:
archives reuse one for whatever a secretariat writes."""

UNDECIDED = frozenset({Outcome.DEFERRED, Outcome.SENT_BACK, Outcome.NONE})
"""Outcomes after which the matter is still open."""

TAKEN_IN = frozenset({Outcome.NOTED, Outcome.DISCUSSED})
"""Outcomes that leave everything as it was."""


def entry_of(entry: DocumentEntry, document: Document, item: Item) -> ItemEntry:
    """Return an item as the lists have it, from the whole document."""
    decision = document.decision_of(item.index)
    text = document.text
    return ItemEntry(
        document=entry,
        item=item,
        decision=decision,
        recommendation_texts=tuple(s.of(text) for s in decision.recommendation) if decision else (),
        decision_texts=tuple(s.of(text) for s in decision.words) if decision else (),
    )


def likeness(one: ItemEntry, other: ItemEntry) -> float:
    """Return the share of title words that two items have in common, 0–1."""
    a, b = _compared(one, other)
    return len(a & b) / len(a | b) if a and b else 0.0


def _compared(one: ItemEntry, other: ItemEntry) -> tuple[frozenset[str], frozenset[str]]:
    a, b = content_words(one.item.title), content_words(other.item.title)
    if bool(_years(a)) != bool(_years(b)) and _soon(one, other):
        # "Takster fra 2024" comes back as "Takster"; "Budget 2024" never as "Budget 2025".
        return a - _years(a), b - _years(b)
    return a, b


@lru_cache(maxsize=_TITLES_KEPT)
def _years(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if _YEAR.fullmatch(word))


def _soon(one: ItemEntry, other: ItemEntry) -> bool:
    first, second = one.document.date, other.document.date
    return first is not None and second is not None and abs(second - first) <= SOON


def same_matter(one: ItemEntry, other: ItemEntry) -> bool:
    """Tell whether two items treat the same matter."""
    alike = likeness(one, other)
    if alike < ALIKE_SAME_CASE:
        return False  # most of what a list is gone through for
    shared_case = set(one.item.case_numbers) & set(other.item.case_numbers)
    if alike < (ALIKE_SAME_CASE if shared_case else ALIKE) and not _is_short_for(one, other):
        return False
    return not are_apart(one.item.title, other.item.title)


def _is_short_for(one: ItemEntry, other: ItemEntry) -> bool:
    """Tell whether the one's title is a shorter name of the other's matter, in the same body."""
    body = one.document.body
    if body is None or one.document.body_key != other.document.body_key:
        return False
    a, b = _compared(one, other)
    return is_short_for(a, b, body.name) or is_short_for(b, a, body.name)


def continues(one: ItemEntry, other: ItemEntry) -> bool:
    """Tell whether two items are steps of one case: one matter, and of bodies that share it.

    Two councils buy a printer each; only a case number, or an advice given onward, ties what one
    body did to what another does.
    """
    if not same_matter(one, other):
        return False
    if not of_substance(one):
        return False  # what came up under any other business, and at another meeting what did
    if one.document.body_key == other.document.body_key:
        return True
    if set(one.item.case_numbers) & set(other.item.case_numbers):
        return True
    earlier = min(one, other, key=lambda entry: entry.document.date or date.min)
    return outcome_of(earlier) is Outcome.RECOMMENDED


def of_substance(entry: ItemEntry) -> bool:
    """Tell whether an item is more than form: not the approval of its own agenda."""
    return pattern("formality").search(fold(entry.item.title).strip()) is None


def outcome_of(entry: ItemEntry) -> Outcome:
    """Return what became of an item."""
    return entry.decision.outcome if entry.decision else Outcome.NONE


def is_settled(entry: ItemEntry) -> bool:
    """Tell whether something was decided, not only noted, discussed or put off."""
    return outcome_of(entry) not in UNDECIDED | TAKEN_IN


def is_decided(entry: ItemEntry) -> bool:
    """Tell whether a decision was taken that settles something."""
    return outcome_of(entry) not in UNDECIDED


def by_date(entries: Iterable[ItemEntry]) -> list[ItemEntry]:
    """Return items in the order of their meetings; those without a date first."""
    return sorted(entries, key=lambda e: (e.document.date or date.min, e.item.index))
