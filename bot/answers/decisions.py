"""What was decided: the decision's words, what had been recommended, and where it stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers import other_times, refusals, rows_named
from bot.answers.closed import say_closed
from bot.answers.competence import asks_who_decides, may_be_told_of, write_authority
from bot.answers.finding.meetings import is_superseded, one_paper_each
from bot.answers.finding.named_amounts import other_amounts
from bot.answers.finding.relevance import relevant
from bot.answers.finding.searches import for_decision
from bot.answers.finding.subjects import of_its_subject
from bot.answers.finding.unsaid import unmentioned
from bot.answers.matters import matter
from bot.answers.matters.ended import ended_so, surely_ended_otherwise
from bot.answers.matters.listed_items import outcomes_asked_for
from bot.answers.matters.matter import entry_of
from bot.answers.matters.returns import PUT_OFF, followed
from bot.answers.telling.decision_words import write_decision, write_items
from bot.answers.telling.draft import Draft
from bot.answers.telling.history import OTHERS_SHOWN, write_history
from bot.questions.ends import end_said
from bot.questions.intents import Intent
from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.replies import Reply, ReplyKind
from index.archive import Filter, Found, Group, ItemEntry, View
from index.danish.days import find_dates
from index.danish.folding import fold
from index.documents import Document, DocumentKind, MinutesStatus

NEAR_THE_BEST = 0.7
"""Share of the best item's score from which an item of its matter may have been meant."""

MAY_BE_MEANT = 0.85
"""The same for an item of another matter."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that may be the one asked about."""

    entry: ItemEntry
    document: Document
    score: float


def answer(question: Question, view: View) -> Reply | None:
    """Return the decision asked for, `None` when no item of the archive is about it."""
    if candidates := _candidates(question, view):
        return _answer(question, candidates, view)
    if question.period is None or question.last_meeting:
        return None
    naming = _naming_the_time(question, view)
    titled = [c for c in naming if other_times.is_of_the_matter(question, c.entry)]
    if titled or not naming:
        return _answer(question, titled, view)
    return other_times.tell(question, [candidate.entry for candidate in naming], view)


def naming_the_time(question: Question, view: View) -> list[ItemEntry]:
    """Return the items of other days that name the period a question asks about."""
    return [candidate.entry for candidate in _naming_the_time(question, view)]


def _answer(question: Question, candidates: Sequence[Candidate], view: View) -> Reply | None:
    if not candidates:
        return None
    able = _of_outcome(question, candidates)
    main = _in_minutes(_main(able, choose_newest=question.period is None), view)
    before, end = main, end_said(question.text)
    if question.period is None and not question.people and not ended_so(end, main.entry):
        main = _as_it_stands(question, main, view)
    words = main.entry.item.span.of(main.document.text)
    found = view.search(for_decision(question))
    if asks_who_decides(question) and (
        other_amounts(question, words) or not may_be_told_of(question, found, main.entry)
    ):
        # Who decides goes by the amount and by the matter, and this item is of another.
        return refusals.refuse(question, view)
    draft = Draft(question.text, question.language)
    other_times.say_so(draft, question, main.entry)
    if main.entry.item.closed and main.entry.decision is None:
        return say_closed(draft, main.document, main.entry.item)
    rows_named.say_so(draft, question, main.entry, main.document)
    write_decision(draft, main.entry, main.document)
    write_authority(draft, question, main.entry, main.document)
    missing = unmentioned(question, found, main.document, main.entry.item)
    if missing := [word for word in missing if end_said(word) is None]:
        draft.warn("unmentioned", words=", ".join(missing))
    others = [c for c in candidates if c.entry.key != main.entry.key]
    if before is not main and all(c.entry.key != before.entry.key for c in others):
        others.append(before)
    same = [c for c in others if matter.continues(c.entry, main.entry)]
    if end and surely_ended_otherwise(end, [main.entry, *(c.entry for c in same)]):
        draft.warn(f"never_{end}")
    write_history(draft, main.entry, [c.entry for c in same], view)
    rest = [c for c in others if c not in same and c.score >= MAY_BE_MEANT * main.score]
    others_heading = draft.phrase("other_decisions_heading")
    write_items(draft, others_heading, [c.entry for c in rest[:OTHERS_SHOWN]], view)
    decided = matter.is_decided(main.entry)
    return draft.reply(ReplyKind.DECISION if decided else ReplyKind.NOT_DECIDED)


def _of_outcome(question: Question, candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    """Return the items that ended as asked, or as a question says they did, if any did.

    Of another matter only where it is asked which body did so.
    """
    if pattern("which_body").search(fold(question.text)) is not None:
        outcomes = outcomes_asked_for(question)
        return [c for c in candidates if matter.outcome_of(c.entry) in outcomes] or candidates
    best, end = candidates[0], end_said(question.text)
    return [
        c
        for c in candidates
        if ended_so(end, c.entry)
        and (c.score >= MAY_BE_MEANT * best.score or matter.continues(c.entry, best.entry))
    ] or candidates


def of_titled_day(question: Question, view: View) -> Reply | None:
    """Return the decision on an item whose title names the day asked about.

    "The budget follow-up of 31 March 2019" is a matter, and no meeting was held that day.
    """
    period = question.period
    if question.intent is not Intent.DECISION or period is None or not period.is_day:
        return None
    found = view.search(for_decision(question, within_period=False))
    titled = [
        group
        for group in _about(question, found, view)
        if group.item and any(period.holds(day) for _, day in find_dates(group.item.title))
    ]
    return _answer(question, _best_papers([_candidate(g, view) for g in titled]), view)


def _candidates(question: Question, view: View) -> list[Candidate]:
    """Return the items that are about the question, best first, each meeting's paper once."""
    if titled := _titled_with_year(question, view):
        return _best_papers([_candidate(group, view) for group in titled])
    found = view.search(for_decision(question))
    groups = _about(question, found, view)
    return _best_papers([_candidate(group, view) for group in groups if group.item])


def _naming_the_time(question: Question, view: View) -> list[Candidate]:
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
        twin = next((k for k in kept if _same_point(k.entry, candidate.entry)), None)
        if twin is None:
            kept.append(candidate)
        elif _authority(candidate) > _authority(twin):
            better = Candidate(candidate.entry, candidate.document, twin.score)
            kept[kept.index(twin)] = better
    return kept


def _in_minutes(candidate: Candidate, view: View) -> Candidate:
    """Return an agenda's item as the minutes of its meeting have it, where there are minutes.

    A search need not find it there: of a closed item nothing but the heading can be found.
    """
    paper = candidate.entry.document
    if paper.kind is not DocumentKind.AGENDA or paper.body_key is None or paper.date is None:
        return candidate
    held = Filter(
        bodies=frozenset({paper.body_key}),
        since=paper.date,
        until=paper.date,
        kinds=frozenset({DocumentKind.MINUTES}),
    )
    for entry in one_paper_each(view.items(held)):
        if _same_point(entry, candidate.entry):
            return Candidate(entry, view.document(entry.document.id), candidate.score)
    return candidate


def _same_point(one: ItemEntry, other: ItemEntry) -> bool:
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


def _main(candidates: Sequence[Candidate], *, choose_newest: bool) -> Candidate:
    """Return the item that answers: of one matter, the newest in which it was settled.

    Being told of something ("taget til efterretning") settles nothing, so an approval goes before
    a later report on how it went.
    """
    best = candidates[0]
    if not choose_newest:
        return best
    of_matter = [
        c
        for c in candidates
        if c.score >= NEAR_THE_BEST * best.score and matter.continues(c.entry, best.entry)
    ]
    settled = [c for c in of_matter if matter.is_settled(c.entry)]
    decided = settled or [c for c in of_matter if matter.is_decided(c.entry)] or of_matter or [best]
    newest = matter.by_date(c.entry for c in decided)[-1]
    return next(c for c in decided if c.entry is newest)


def _as_it_stands(question: Question, main: Candidate, view: View) -> Candidate:
    """Return the step of a matter at which it stands, where it was put off or its state is asked.

    What was sent back and granted later under other words, no search need find.
    """
    put_off = matter.outcome_of(main.entry) in PUT_OFF
    asks_state = pattern("asks_state").search(fold(question.text).strip()) is not None
    if not (put_off or asks_state):
        return main
    steps = [
        entry
        for entry in followed([main.entry], view, by_body=True)[0].later
        if entry.document.kind is not DocumentKind.AGENDA
        and (not question.bodies or entry.document.body_key in question.body_keys)
        and matter.continues(entry, main.entry)
    ]
    able = [
        e for e in steps if matter.is_settled(e) or (asks_state and matter.outcome_of(e) in PUT_OFF)
    ]
    if not able:
        return main
    last = able[-1]
    return Candidate(last, view.document(last.document.id), main.score)
