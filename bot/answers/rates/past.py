"""A sentence that would be quoted gives a rate of before: what is known to follow it goes first."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from bot.answers.rates.choice import status_of
from bot.answers.rates.decided import write_decisions
from bot.answers.rates.elsewhere import Papers
from bot.answers.rates.lines import RateLines, warn_unverified
from bot.answers.rates.proposals import write_proposals
from bot.answers.rates.sources import may_follow_where_asked
from bot.answers.rates.terms import Match, all_dated
from bot.answers.rates.word_index import calls, index_of
from bot.answers.telling.draft import Draft
from bot.questions.question import Question
from bot.questions.rates.rate_question import RateQuestion
from bot.replies import Reply, ReplyKind
from index.archive import View
from index.documents import Document
from index.rates.rate import RateStatus
from index.spans import Span

SHOWN = 4
"""Rates told at most."""


def answer(question: Question, asked: RateQuestion, quoted: Reply, view: View) -> Reply | None:
    """Return the rates of the item that is quoted, newest first; `None` where none of it is past.

    "Gebyret var i 2022 310 kr." is no answer where the same item set another one since.
    """
    if asked.period is not None or asked.year is not None:
        return None
    citation = quoted.citations[0]
    matches = _of_item(citation.document, citation.span, view)
    here = [match for match in matches if match.rate.span.overlaps(citation.span)]
    if not here or any(status_of(asked, one) is not RateStatus.EXPIRED for one in here):
        return None
    past = here[0]
    later = successors(past, view)
    told = _newest([match for match in later if not match.rate.proposed])
    if not told:
        return None
    draft = Draft(question.text, question.language)
    draft.say("rate_of_before")
    shown = [*told, past][:SHOWN]
    lines = RateLines(draft, view, shown, partial(status_of, asked))
    draft.points([lines.of(match) for match in shown])
    write_decisions(draft, told, view)
    last = told[0].validity.since or date.min
    open_ = [m for m in later if m.rate.proposed and (m.validity.since or date.min) > last]
    write_proposals(draft, asked, _newest(open_), view)
    warn_unverified(draft, shown)
    return draft.reply(ReplyKind.RATE)


def successors(past: Match, view: View) -> list[Match]:
    """Return what follows a rate that has ended: in its item, and what is called as that is.

    In one item "gebyret for en prøve" goes on with "gebyret for en prøve fra en boring".
    """
    until, document = past.validity.until, view.document(past.entry.document.id)
    if until is None:
        return []
    near = [m for m in _of_item(document, past.rate.span, view) if _follows(m, past)]
    index = index_of(view.rates())
    places = dict.fromkeys(at for match in near for at in index.same(match.rate))
    elsewhere = [index.entries[at] for at in places if index.entries[at].document.id != document.id]
    alike = [m for m in all_dated(elsewhere, view) if m.validity.since and m.validity.since > until]
    papers = Papers(view)
    return [
        match
        for match in (*near, *alike)
        if match.rate.unit == past.rate.unit and papers.stand(match.entry)
    ]


def _of_item(document: Document, place: Span, view: View) -> list[Match]:
    item = next((one for one in document.items if one.span.contains(place)), None)
    if item is None:
        return []
    entries = [entry for entry in view.rates() if entry.document.id == document.id]
    return all_dated((one for one in entries if item.span.contains(one.rate.span)), view)


def _follows(match: Match, past: Match) -> bool:
    since, until = match.validity.since, past.validity.until
    if since is None or until is None or since <= until or match.rate.unit != past.rate.unit:
        return False
    if match.rate.agreement or past.rate.agreement:
        return False
    words = [[set(call.split()) for call in calls(one.rate)] for one in (match, past)]
    nested = any(one <= two or two <= one for one in words[0] for two in words[1])
    return nested or may_follow_where_asked(match, past)


def _newest(matches: Sequence[Match]) -> list[Match]:
    return sorted(matches, key=lambda match: match.validity.since or date.min, reverse=True)
