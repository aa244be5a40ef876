"""The searches behind the answers: the same question asks the same thing wherever it is searched.

A view remembers what it was asked lately, so answers that look in turn cost one search.
"""

from bot.questions.question import Question
from index.archive import Filter, Query
from index.documents import MEETING_PAPERS, SectionKind

GROUPS = 12
"""Items and document parts that answers choose among."""

_DECIDING = (
    SectionKind.DECISION.value,
    SectionKind.RECOMMENDATION.value,
    SectionKind.SUMMARY.value,
)


def for_decision(question: Question, *, within_period: bool = True) -> Query:
    """Search the papers of the meetings that a question names for what is left of the question."""
    within = meeting_papers(question, within_period=within_period)
    return Query(question.subject, question.read_as, within, sections=_DECIDING, limit=GROUPS)


def for_fact(question: Question, *, without_names: bool = False) -> Query:
    """Search everything for the whole question, or without the words that name body and period.

    Only a case number and the last meeting restrict it; a body or a year only weighs: the memo
    that says how a committee changes is not the committee's own paper, and a figure for 2018 may
    stand in minutes of 2019.
    """
    period = question.period if question.last_meeting else None
    within = Filter(
        bodies=question.body_keys if question.last_meeting else frozenset(),
        since=period.since if period else None,
        until=period.until if period else None,
        case_numbers=frozenset(question.case_numbers),
    )
    text = question.subject if without_names else question.text
    return Query(text, question.read_as, within, limit=GROUPS)


def meeting_papers(question: Question, *, within_period: bool = True) -> Filter:
    """Return the filter for minutes and agendas of the bodies and the period named."""
    period = question.period if within_period else None
    return Filter(
        bodies=question.body_keys,
        since=period.since if period else None,
        until=period.until if period else None,
        case_numbers=frozenset(question.case_numbers),
        kinds=MEETING_PAPERS,
    )
