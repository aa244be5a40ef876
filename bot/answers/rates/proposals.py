"""What is proposed and not adopted, told as that: each with what was decided on its item."""

from collections.abc import Sequence
from functools import partial

from bot.answers.rates.choice import status_of
from bot.answers.rates.decided import decision_on
from bot.answers.rates.lines import RateLines
from bot.answers.rates.terms import Match
from bot.answers.telling.draft import Draft
from bot.questions.rates import RateQuestion
from index.archive import View
from index.rates.rate import RateStatus

SHOWN = 2
"""Proposals told at most, the newest."""


def write_proposals(
    draft: Draft, asked: RateQuestion, proposals: Sequence[Match], view: View
) -> None:
    """Tell proposals, the newest first."""
    told = proposals[:SHOWN]
    if not told:
        return
    draft.heading(draft.phrase("rate_proposed_heading"))
    lines = RateLines(draft, view, told, partial(_status, asked))
    for match in told:
        draft.points([lines.of(match)])
        document = view.document(match.entry.document.id)
        decision = decision_on(document, match.rate.span)
        for words in decision.words if decision else ():
            if not draft.quotes(document, words):
                draft.quote(document, words)


def _status(asked: RateQuestion, match: Match) -> RateStatus:
    """Return whether it would apply: what nobody decided is not in force, whatever day it names."""
    found = status_of(asked, match)
    return RateStatus.UNDATED if found is RateStatus.IN_FORCE else found
