"""The items that a question about a decision may mean: one paper of each meeting, best first."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers.finding.matching import matched
from bot.answers.finding.meetings import is_superseded
from bot.answers.finding.relevance import relevant, subject_of
from bot.answers.finding.searches import for_decision
from bot.answers.finding.subjects import of_its_subject
from bot.answers.matters import matter
from bot.answers.matters.matter import entry_of
from bot.questions.patterns import pattern
from bot.questions.question import Question
from index.archive import Found, Group, ItemEntry, Term, View
from index.danish.days import find_dates
from index.danish.folding import fold
from index.documents import Document, DocumentKind, MinutesStatus


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that may be the one asked about."""

    entry: ItemEntry
    document: Document
    score: float


def candidates_of(question: Question, view: View) -> list[Candidate]:
    """Return the items that are about the question, best first, each meeting's paper once."""
    if titled := _titled_with_year(question, view):
        return _best_papers([_candidate(group, view) for group in titled])
    found = view.search(for_decision(question))
    groups = _about(question, found, view)
    able = [_candidate(group, view) for group in groups if group.item]
    asked = words_of_matter(question, found)
    return _best_papers([c for c in able if not _is_list_of_people(asked, c)])


def words_of_matter(question: Question, found: Found) -> list[Term]:
    """Return the words of a question that say what was decided on, and not that it was."""
    decides = pattern("decision")
    return [t for t in subject_of(question, found) if not decides.fullmatch(t.text)]


def _is_list_of_people(asked: Sequence[Term], candidate: Candidate) -> bool:
    """Tell whether an item has what is asked about in its list of who came, and nowhere else.

    That somebody was at a meeting is no decision on them.
    """
    item, text = candidate.entry.item, candidate.document.text
    listed = [p.span for p in candidate.document.attendance if item.span.contains(p.span)]
    if not asked or not listed:
        return False
    told = " ".join((item.title, *candidate.entry.decision_texts))
    if matched(asked, told):
        return False
    return bool(matched(asked, " ".join(span.of(text) for span in listed)))


def naming_the_time(question: Question, view: View) -> list[Candidate]:
    """Return the items of other days that name the period a question asks about.

    "Nordisk Kongres 2019" was decided on in 2018: a year may belong to the matter.
    """
    found = view.search(for_decision(question, within_period=False))
    groups = [
        group
        for group in _about(question, found, view)
        if group.item
        and not is_superseded(group.document, view)
        and _names_period(question, group, view.document(group.document.id))
    ]
    return _best_papers([_candidate(group, view) for group in groups])


def titled_with_day(question: Question, view: View) -> list[Candidate]:
    """Return the items whose titles name the day asked about.

    "The budget follow-up of 31 March 2019" is a matter, and no meeting was held that day.
    """
    period = question.period
    if period is None or not period.is_day:
        return []
    found = view.search(for_decision(question, within_period=False))
    titled = [
        group
        for group in _about(question, found, view)
        if group.item and any(period.holds(day) for _, day in find_dates(group.item.title))
    ]
    return _best_papers([_candidate(group, view) for group in titled])


def _titled_with_year(question: Question, view: View) -> list[Group]:
    """Return the items whose titles name the year that something is "for".

    "The meeting plan for 2025" is a matter, that a meeting of the year before decides on.
    """
    period = question.period
    if period is None or period.year is None or not period.words.lower().startswith("for "):
        return []
    found = view.search(for_decision(question, within_period=False))
    return [
        group
        for group in _about(question, found, view)
        if group.item and _has_year_by_itself(period.year, group.item.title)
    ]


def _about(question: Question, found: Found, view: View) -> list[Group]:
    return of_its_subject(question, found, relevant(question, found), view)


def _names_period(question: Question, group: Group, document: Document) -> bool:
    """Tell whether the item itself names the period: a day of it, or its year by itself."""
    assert group.item is not None
    assert question.period is not None
    decision = document.decision_of(group.item.index)
    spans = [group.item.heading, *(decision.recommendation + decision.words if decision else ())]
    words = " ".join(span.of(document.text) for span in spans)
    if fold(question.period.words) in fold(words):
        return True  # "Status, efterår 2018": the time is part of the title
    if question.period.year is not None:
        return _has_year_by_itself(question.period.year, words)
    return any(question.period.holds(day) for _, day in find_dates(words))


def _has_year_by_itself(year: int, words: str) -> bool:
    """Tell whether a year is named by itself: "2025-2028" is what a plan covers, and of no year."""
    by_itself = rf"(?<!\d[-–/])(?<!\d [-–/] )\b{year}\b(?!\s?[-–/]\s?\d)"
    return re.search(by_itself, words) is not None


def _candidate(group: Group, view: View) -> Candidate:
    assert group.item is not None
    document = view.document(group.document.id)
    return Candidate(entry_of(group.document, document, group.item), document, group.score)


def _best_papers(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Keep one paper of each meeting's item: minutes before a draft before the agenda."""
    kept: list[Candidate] = []
    for candidate in candidates:
        twin = next((k for k in kept if same_point(k.entry, candidate.entry)), None)
        if twin is None:
            kept.append(candidate)
        elif _authority(candidate) > _authority(twin):
            better = Candidate(candidate.entry, candidate.document, twin.score)
            kept[kept.index(twin)] = better
    return kept


def same_point(one: ItemEntry, other: ItemEntry) -> bool:
    """Tell whether two papers of one meeting have an item each on the same matter."""
    same_meeting = (
        one.document.date is not None
        and one.document.date == other.document.date
        and one.document.body_key == other.document.body_key
        and one.document.id != other.document.id
    )
    return same_meeting and matter.same_matter(one, other)


def _authority(candidate: Candidate) -> tuple[bool, bool, bool]:
    document = candidate.document
    return (
        matter.is_decided(candidate.entry) or document.kind is DocumentKind.MINUTES,
        document.status is not MinutesStatus.DRAFT,
        document.status is MinutesStatus.APPROVED,
    )
