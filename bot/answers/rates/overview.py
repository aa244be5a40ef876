"""Which rates are in force: those that the staff keep, the first dozen, and how many more.

They answer as well where a question does not say which rate it means.
"""

import re
from collections.abc import Sequence
from datetime import date

from bot.answers.finding.searches import for_fact
from bot.answers.rates import adopted_amount, of_a_year
from bot.answers.rates.choice import status_of
from bot.answers.rates.elsewhere import Papers
from bot.answers.rates.lines import RateLines, warn_unverified
from bot.answers.rates.standing import time_named
from bot.answers.rates.supplements import with_supplements
from bot.answers.rates.terms import Match, all_dated
from bot.answers.telling.draft import Draft
from bot.questions.question import Question
from bot.questions.rates.rate_question import RateQuestion, rate_question
from bot.replies import Reply, ReplyKind
from index.archive import RateEntry, Term, View
from index.danish.folding import fold
from index.danish.words import term_set
from index.rates.rate import Origin, RateStatus
from index.search.coverage import stands

SHOWN = 12
"""Rates told at most."""
_LISTS = re.compile(
    r"^(?:hvilke|hvad er (?:de|alle)|vis|list(?:e)?|which|what|show|tell me)\b.*"
    r"\b(?:\w*satser\w*|\w*takster\w*|priser\w*|gebyrer\w*|afgifter\w*|honorarer\w*|rates|fees|tariffs|prices|charges)\b"
)
_UNNAMED = re.compile(
    r"(?:og |and )?(?:hvad|hvor (?:stor|hoej)|what|how (?:much|high)) (?:er|is) "
    r"(?:the |den |det )?(?:aktuelle |nuvaerende |current )?"
    r"(?:satsen?|taksten?|honorar(?:et)?|gebyr(?:et)?|afgiften?|rate|fee|tariff|charge)"
    r"(?: (?:lige )?(?:nu|i dag|now|today))?\W*"
)
"""A question that names no rate: any one that were picked might be the wrong one."""
_APPLIES = re.compile(
    r"\b(?:gaelder|gaeldende|gjaldt|i kraft|aktuelle|nuvaerende|begynder|traeder|starter|udloeber"
    r"|in force|apply|applies|applied|current|valid|begin|begins|start|starts|take effect"
    r"|in effect)\b"
)
_BEGINS = re.compile(r"\b(?:begynder|traeder i kraft|starter|begins?|starts?|take effect)\b")
_SAYS_SO = re.compile(
    r"gaelder|gaeldende|gjaldt|kraft|aktuelle|nuvaerende|begynder|traeder|starter|udloeber|in|force|apply|applies"
    r"|applied|current|valid|begins?|starts?|take|effect|hvilke|alle|which|what|show|vis|liste?|tell|me|all|for"
)


def answer(question: Question, view: View) -> Reply | None:
    """Return the rates in force, `None` where a question does not ask which there are."""
    if told := adopted_amount.answer(question, view):
        return told
    folded = fold(question.text).strip()
    unnamed = _UNNAMED.fullmatch(folded) is not None
    if not unnamed and not (_LISTS.search(folded) and _APPLIES.search(folded)):
        return None
    asked = rate_question(question)
    if asked is None:
        return None
    if asked.year is not None:
        return None if _subject(question, asked, view) else of_a_year.told(question, asked, view)
    begins = asked.period is not None and _BEGINS.search(folded) is not None
    matches = _about(question, asked, view, proposals=begins)
    if matches is None:
        return None
    fits = [m for m in matches if (_begins(asked, m) if begins else _applies(asked, m))]
    draft = Draft(question.text, question.language)
    if unnamed:
        draft.say("rate_unnamed")
    if not fits:
        return None if begins else _none(draft, asked, matches, view)
    draft.say(
        "rates_begin" if begins else "rates_in_force",
        when=time_named(draft, asked.period, asked.today),
    )
    _tell(draft, asked, fits, view)
    return draft.reply(ReplyKind.RATE)


def _about(
    question: Question, asked: RateQuestion, view: View, *, proposals: bool
) -> list[Match] | None:
    """Return the rates that are about a matter that is named; of none, the verified ones."""
    subject = _subject(question, asked, view)
    papers = Papers(view)
    offered = [e for e in view.rates() if (proposals or not e.rate.proposed) and papers.stand(e)]
    kept = [e for e in offered if e.rate.verified or e.rate.origin is Origin.LOADED]
    # Where nobody keeps a table, what was read is told, and said to be no more than that.
    about = [entry for entry in (offered if subject else kept or offered) if _is_on(entry, subject)]
    if subject and not about:
        return None  # of what no rate is, something else may be said
    return sorted(
        with_supplements(all_dated(about, view)),
        key=lambda match: (not match.rate.verified, fold(match.rate.name)),
    )


def _subject(question: Question, asked: RateQuestion, view: View) -> list[Term]:
    """Return the words that say what the rates are for."""
    return [
        term
        for term in asked.subject(view.search(for_fact(question)).terms)
        if term.weight and not all(_SAYS_SO.fullmatch(word) for word in term.text.split())
    ]


def _is_on(entry: RateEntry, subject: Sequence[Term]) -> bool:
    rate = entry.rate
    told = (*rate.all_names, rate.payee or "", rate.agreement or "", entry.document.title)
    words = term_set(" ".join(told).lower())
    return all(stands(term, words) for term in subject)


def _applies(asked: RateQuestion, match: Match) -> bool:
    return status_of(asked, match) is RateStatus.IN_FORCE


def _begins(asked: RateQuestion, match: Match) -> bool:
    assert asked.period is not None
    since = match.validity.since
    return since is not None and asked.period.holds(since)


def _none(draft: Draft, asked: RateQuestion, matches: list[Match], view: View) -> Reply | None:
    if not matches:
        return None
    draft.say("rates_none", when=time_named(draft, asked.period, asked.today))
    latest = sorted(matches, key=_latest, reverse=True)
    _tell(draft, asked, latest, view)
    return draft.reply(ReplyKind.RATE)


def _latest(match: Match) -> tuple[bool, date]:
    day = match.validity.until or match.validity.since
    return match.rate.verified, day or date.min


def _tell(draft: Draft, asked: RateQuestion, matches: list[Match], view: View) -> None:
    shown = matches[:SHOWN]
    lines = RateLines(
        draft, view, shown, lambda match: status_of(asked, match), of_today=asked.period is None
    )
    draft.points([lines.of(match) for match in shown])
    if len(matches) > SHOWN:
        draft.say("rates_more", count=len(matches) - SHOWN)
    warn_unverified(draft, shown)
