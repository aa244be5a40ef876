"""The rates of an agreement for a time, where its own words do not say when it runs."""

from functools import partial

from bot.answers.rates.choice import status_of
from bot.answers.rates.lines import RateLines, warn_unverified
from bot.answers.rates.standing import time_named
from bot.answers.rates.terms import Match, all_dated
from bot.answers.telling.draft import Draft, plain
from bot.questions.question import Question
from bot.questions.rates.rate_question import RateQuestion
from bot.replies import Reply, ReplyKind
from index.archive import View
from index.documents import DocumentKind
from index.rates.rate import RateStatus

SHOWN = 6
"""Rates told at most."""


def answer(question: Question, document: str, view: View) -> Reply | None:
    """Return what an agreement pays at the time asked about, `None` where it names no such rate.

    Args:
        question: Whether it is in force then.
        document: The id of the agreement.
        view: The archive.
    """
    asked = RateQuestion(
        per=frozenset(),
        year=None,
        agreement=None,
        period=question.period,
        today=question.today,
        taken=frozenset(),
    )
    entries = [
        entry
        for entry in view.rates()
        if entry.document.id == document
        and entry.document.kind is DocumentKind.AGREEMENT
        and not entry.rate.proposed
    ]

    def applies(match: Match) -> bool:
        return status_of(asked, match) is RateStatus.IN_FORCE

    told = list(filter(applies, all_dated(entries, view)))[:SHOWN]
    if not told:
        return None
    draft = Draft(question.text, question.language)
    when = time_named(draft, question.period, question.today)
    draft.say("agreement_unsaid", agreement=plain(told[0].entry.document.title), when=when)
    status = partial(status_of, asked)
    lines = RateLines(draft, view, told, status, of_today=question.period is None)
    draft.points([lines.of(match) for match in told])
    warn_unverified(draft, told)
    return draft.reply(ReplyKind.RATE)
