"""What is proposed and not adopted, told as that: each with what was decided on its item."""

from collections.abc import Sequence
from functools import partial

from bot.answers.rates.choice import status_of
from bot.answers.rates.decided import decision_on
from bot.answers.rates.lines import RateLines
from bot.answers.rates.restrictions import write_restrictions
from bot.answers.rates.terms import Match
from bot.answers.telling.draft import Draft
from bot.questions.rates.rate_question import RateQuestion
from index.archive import View
from index.decisions import Outcome
from index.rates.rate import RateStatus

_OPEN = frozenset({Outcome.APPROVED_WITH_CHANGE, Outcome.VOTE, Outcome.UNCLASSIFIED})
SHOWN = 2
"""Proposals told at most, the newest."""


def write_proposals(
    draft: Draft, asked: RateQuestion, proposals: Sequence[Match], view: View
) -> None:
    """Tell proposals, the newest first."""
    told = proposals[:SHOWN]
    if not told:
        return
    changed = any(is_changed(match, view) for match in told)
    draft.heading(draft.phrase("rate_changed_heading" if changed else "rate_proposed_heading"))
    lines = RateLines(draft, view, told, partial(_status, asked))
    for match in told:
        draft.points([lines.of(match)])
        document = view.document(match.entry.document.id)
        decision = decision_on(document, match.rate.span)
        for words in decision.words if decision else ():
            if not draft.quotes(document, words):
                draft.quote(document, words)
    write_restrictions(draft, told, view)


def is_changed(match: Match, view: View) -> bool:
    """Tell whether its item was approved with a change, or in words that are not understood."""
    decision = decision_on(view.document(match.entry.document.id), match.rate.span)
    return decision is not None and decision.outcome in _OPEN


def _status(asked: RateQuestion, match: Match) -> RateStatus:
    """Return whether it would apply: what nobody decided never is in force, and never expires."""
    found = status_of(asked, match)
    return found if found is RateStatus.NOT_YET else RateStatus.UNDATED
