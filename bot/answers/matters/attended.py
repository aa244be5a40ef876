"""The items at which a matter was treated, in the papers of those who were there or were not."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.finding.meetings import is_superseded
from bot.answers.finding.persons import in_paper
from bot.answers.finding.relevance import relevant
from bot.answers.finding.searches import for_decision, for_fact
from bot.answers.finding.subjects import of_its_subject
from bot.answers.finding.treated import titled
from bot.answers.matters.matter import entry_of, same_matter
from bot.questions.question import Question
from index.archive import DocumentEntry, Group, ItemEntry, View

ITEMS_SHOWN = 3
"""Meetings at which one matter was treated that are told of."""
NEAR_THE_BEST = 0.7
"""Share of the best item's score from which an item of a paper that names the person is meant."""


def items_with(matter: Question, names: list[str], view: View) -> list[ItemEntry]:
    """Return the items at which a matter was treated, of papers that name the person if any do."""
    for asked in (matter, *_with_year(matter)):
        if found := _treated(asked, names, view):
            return found
    return _of_one_matter(_titled(matter, names, view))


def _with_year(matter: Question) -> list[Question]:
    """Return the question with its year as a word of the matter: "om budget 2024" is of 2023.

    Where it says "i 2024", the year is that of the meeting.
    """
    period = matter.period
    if (
        period is None
        or period.year is None
        or re.search(rf"\b(?:i|in)\s+{period.year}", matter.text)
    ):
        return []
    return [replace(matter, period=None, subject=f"{matter.subject} {period.year}")]


def _treated(matter: Question, names: list[str], view: View) -> list[ItemEntry]:
    for query in (for_decision(matter), for_fact(matter, without_names=True)):
        found = view.search(query)
        groups = [
            group
            for group in of_its_subject(matter, found, relevant(matter, found), view)
            if group.item is not None
            and not is_superseded(group.document, view)
            and _fits(group.document, matter)
        ]
        if groups:
            near = [g for g in groups if g.score >= NEAR_THE_BEST * groups[0].score]
            naming = [g for g in near if in_paper(names, view.document(g.document.id))]
            return _of_one_matter([_entry(g, view) for g in naming or near[:1]])
    return []


def _entry(group: Group, view: View) -> ItemEntry:
    assert group.item is not None
    return entry_of(group.document, view.document(group.document.id), group.item)


def _titled(matter: Question, names: list[str], view: View) -> list[ItemEntry]:
    """Return the items of papers that name the person, whose titles have all of a matter."""
    return [
        entry_of(one.paper, document, one.item)
        for one in titled(matter, view)
        for document in [view.document(one.paper.id)]
        if in_paper(names, document)
    ]


def _fits(paper: DocumentEntry, question: Question) -> bool:
    period, keys = question.period, question.body_keys
    return (not keys or paper.body_key in keys) and (period is None or period.holds(paper.date))


def _of_one_matter(entries: Sequence[ItemEntry]) -> list[ItemEntry]:
    """Return the first item with those of the same body that treat its matter."""
    return [
        entry
        for entry in entries
        if entry is entries[0]
        or (
            same_matter(entries[0], entry)
            and entry.document.body_key == entries[0].document.body_key
        )
    ][:ITEMS_SHOWN]
