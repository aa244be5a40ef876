"""Which of the items that a question about a decision may mean is meant."""

from collections.abc import Sequence

from bot.answers.finding.matching import matched
from bot.answers.finding.meetings import one_paper_each
from bot.answers.matters import matter
from bot.answers.matters.candidates import Candidate, same_point, words_of_matter
from bot.answers.matters.ended import ended_so
from bot.answers.matters.listed_items import outcomes_asked_for
from bot.answers.matters.returns import PUT_OFF, followed
from bot.questions.ends import end_said
from bot.questions.patterns import pattern
from bot.questions.question import Question
from index.archive import Filter, Found, View
from index.danish.folding import fold
from index.documents import DocumentKind

NEAR_THE_BEST = 0.7
"""Share of the best item's score from which an item of its matter may have been meant."""

MAY_BE_MEANT = 0.85
"""The same for an item of another matter."""


def chosen(
    question: Question, found: Found, candidates: Sequence[Candidate], view: View
) -> Candidate:
    """Return the item that answers.

    Args:
        question: What is asked.
        found: What was searched for it.
        candidates: The items that may be meant, the best first, at least one.
        view: The archive.
    """
    able = _of_outcome(question, candidates)
    if question.period is not None:
        return _in_minutes(able[0], view)
    return _named_in_title(question, found, _in_minutes(_newest_settled(able), view), able)


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
        if same_point(entry, candidate.entry):
            return Candidate(entry, view.document(entry.document.id), candidate.score)
    return candidate


def _newest_settled(candidates: Sequence[Candidate]) -> Candidate:
    """Return the newest item of the best one's matter in which that was settled.

    Being told of something ("taget til efterretning") settles nothing, so an approval goes before
    a later report on how it went.
    """
    best = candidates[0]
    of_matter = [
        c
        for c in candidates
        if c.score >= NEAR_THE_BEST * best.score and matter.continues(c.entry, best.entry)
    ]
    settled = [c for c in of_matter if matter.is_settled(c.entry)]
    decided = settled or [c for c in of_matter if matter.is_decided(c.entry)] or of_matter or [best]
    newest = matter.by_date(c.entry for c in decided)[-1]
    return next(c for c in decided if c.entry is newest)


def _named_in_title(
    question: Question, found: Found, main: Candidate, candidates: Sequence[Candidate]
) -> Candidate:
    """Return a later item of `main`'s case whose title alone names what is asked about, if any.

    "The equipment of the ward" speaks of the lift that was put off, and "The lift" settles it.
    """
    asked = words_of_matter(question, found)
    if not asked or matched(asked, main.entry.item.title):
        return main
    able = [
        c
        for c in candidates
        if c.score >= NEAR_THE_BEST * main.score
        and matter.is_settled(c.entry)
        and set(c.entry.item.case_numbers) & set(main.entry.item.case_numbers)
        and matter.by_date([main.entry, c.entry])[-1] is c.entry
        and len(matched(asked, c.entry.item.title)) == len(asked)
    ]
    newest = matter.by_date(c.entry for c in able)[-1:]
    return next((c for c in able if c.entry in newest), main)


def as_it_stands(question: Question, main: Candidate, view: View) -> Candidate:
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
