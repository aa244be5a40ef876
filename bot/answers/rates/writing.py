"""How rates are told: what answers, other times of it, what limits it, what stands beside it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import combinations, product

from bot.answers.rates.agreement_terms import write_after_term
from bot.answers.rates.choice import chosen_of, status_of
from bot.answers.rates.decided import write_decisions
from bot.answers.rates.elsewhere import beside, of_fewer_words
from bot.answers.rates.lines import RateLines, warn_unverified
from bot.answers.rates.mentions import (
    quote_all,
)
from bot.answers.rates.proposals import write_proposals
from bot.answers.rates.regulation import write_regulation
from bot.answers.rates.repeals import Repeal, write_repeals
from bot.answers.rates.restrictions import write_restrictions
from bot.answers.rates.sources import contradict, prevails, without_agendas
from bot.answers.rates.standing import say_status, time_named
from bot.answers.rates.terms import Match
from bot.answers.telling.draft import Draft
from bot.answers.telling.places import item_name, linked
from bot.questions.rates.rate_question import RateQuestion
from bot.replies import Reply, ReplyKind
from index.archive import Group, Hit, View
from index.rates.rate import DoubtKind, RateStatus, Validity
from index.spans import Span

SHOWN = 6
"""Rates told at most; of more, how many there are."""
PAPERS = 2
"""Papers named at most, where no rate applies at a time."""
_TWO_WAYS = re.compile(r"(?<![\d.,])[1-9]\d{0,2},\d{3}(?![\d.,])")
"""Thousands as an Englishman writes them, or three decimals."""
_MISPRINTS = frozenset({DoubtKind.PRECISION, DoubtKind.BREAK})


@dataclass(frozen=True, slots=True)
class Beside:
    """What is told beside rates of which none is known to apply."""

    papers: Sequence[Group] = ()
    """Where else to look."""
    said: Sequence[tuple[Hit, Span]] = ()
    """Sentences on the matter with an amount that was not read as a rate."""
    proposals: Sequence[Match] = ()
    current: Sequence[Match] = ()
    """What applies today, where another year of an agreement is asked for."""
    repeals: Sequence[Repeal] = ()
    """What tells that one of them has ended."""


def write(
    draft: Draft,
    asked: RateQuestion,
    matches: Sequence[Match],
    view: View,
    besides: Beside = Beside(),
    *,
    answering: Sequence[Match] = (),
) -> Reply:
    """Tell rates: those that answer, or those of the time asked about; below them the others.

    Args:
        draft: The reply, with what was said first.
        asked: What was asked.
        matches: The rates that are meant, of all times.
        view: The archive.
        besides: What else is told.
        answering: Those that answer, where something else than a time told them apart.
    """
    chosen, others = chosen_of(asked, matches)
    if answering:
        chosen, others = list(answering), [m for m in matches if m not in answering]
    chosen = without_agendas(chosen, chosen)
    others = without_agendas(others, chosen)
    if not answering:
        _say_first(draft, asked, chosen, besides)
    if _are_several(chosen):
        draft.say("rate_several")
    chosen = _newest_first(asked, chosen)
    told = chosen[:SHOWN]
    for phrase in dict.fromkeys(prevails(*two) for two in _in_conflict(asked, told)):
        draft.say(phrase)
    otherwise = [m for one in told for m in _told_otherwise(asked, one, matches, view)]
    rest = [*otherwise, *others][: max(0, SHOWN - len(told))]
    lines = RateLines(
        draft,
        view,
        [*told, *besides.current, *rest],
        partial(_status, asked, besides),
        of_today=asked.period is None,
    )
    draft.points([lines.of(match) for match in told])
    _write_limits(draft, asked, told, besides, view)
    if len(chosen) > SHOWN:
        draft.say("rate_more", count=len(chosen) - SHOWN)
    if besides.current:
        draft.heading(draft.phrase("rate_now_heading", when=time_named(draft, None, asked.today)))
        draft.points([lines.of(match) for match in besides.current])
    rest = [match for match in rest if match not in besides.current]
    if rest:
        draft.heading(draft.phrase("rate_others_heading"))
        draft.points([lines.of(match) for match in rest])
    units = {match.rate.unit for match in chosen}
    write_proposals(draft, asked, [m for m in besides.proposals if m.rate.unit in units], view)
    write_after_term(draft, told, view, asked.today)
    _write_where_else(draft, besides, view)
    _warn(draft, asked, told, rest)
    if otherwise:
        draft.warn("rate_perhaps_same")
    return draft.reply(ReplyKind.RATE)


def _status(asked: RateQuestion, besides: Beside, match: Match) -> RateStatus:
    """Return whether a rate applies; of what was read and may have ended that is not known."""
    status = status_of(asked, match)
    ended = besides.repeals and not match.rate.verified and status is RateStatus.IN_FORCE
    return RateStatus.UNDATED if ended else status


def _say_first(draft: Draft, asked: RateQuestion, chosen: Sequence[Match], besides: Beside) -> None:
    """Say whether what follows applies; what was read and may have ended is not said to."""
    kept = all(match.rate.verified for match in chosen)
    if kept or not besides.repeals:
        followed, current = bool(besides.said), bool(besides.current)
        say_status(draft, asked, chosen, followed=followed, current=current)
    if besides.repeals:
        draft.say("rate_repealed")


def _write_limits(
    draft: Draft, asked: RateQuestion, told: Sequence[Match], besides: Beside, view: View
) -> None:
    """Quote what ends, limits or rules the rates that answer."""
    write_repeals(draft, besides.repeals)
    write_restrictions(draft, told, view)
    write_decisions(draft, told, view)
    write_regulation(draft, told, view, asked.today)


def _write_where_else(draft: Draft, besides: Beside, view: View) -> None:
    unsaid = [
        (hit, span)
        for hit, span in besides.said
        if not draft.quotes(view.document(hit.passage.document), span)
    ]
    if unsaid:
        draft.heading(draft.phrase("rate_also_said"))
        quote_all(draft, unsaid, view)
    if besides.papers:
        draft.heading(draft.phrase("nearest"))
        draft.points([_paper(draft, group, view) for group in besides.papers[:PAPERS]])


def _paper(draft: Draft, group: Group, view: View) -> str:
    document = view.document(group.document.id)
    place = group.item.heading if group.item else group.hits[0].passage.span
    return linked(item_name(draft, document, group.item), draft.cite(document, place))


def _told_otherwise(
    asked: RateQuestion, match: Match, matches: Sequence[Match], view: View
) -> list[Match]:
    """Return what papers on a rate's matter say otherwise, of the time asked about or its own."""
    known = {id(one.entry) for one in matches}
    within = asked.period.days if asked.period else None
    day = within or Validity(asked.today, asked.today)
    if not match.rate.verified:
        return [o for o in of_fewer_words(match, view) if id(o.entry) not in known]
    if status_of(asked, match) is not RateStatus.IN_FORCE:
        return []
    others = beside(match, view)
    return [o for o in others if id(o.entry) not in known and o.validity.overlaps(day)]


def _are_several(chosen: Sequence[Match]) -> bool:
    """Tell whether they are rates of different things or agreements, not years of one."""
    return len({match.thing for match in chosen}) > 1


def _in_conflict(asked: RateQuestion, told: Sequence[Match]) -> list[tuple[Match, Match]]:
    """Return the pairs of rates that are both said to apply, and give one thing two figures."""
    applying = [one for one in told if status_of(asked, one) is RateStatus.IN_FORCE]
    return [two for two in combinations(applying, 2) if contradict(*two)]


def _newest_first(asked: RateQuestion, chosen: Sequence[Match]) -> list[Match]:
    """Return rates, those of which a newer paper prevails behind what it says."""
    older = {
        id(min(two, key=lambda match: match.entry.document.date or date.min))
        for two in _in_conflict(asked, chosen)
        if prevails(*two) == "rate_newer_prevails"
    }
    return sorted(chosen, key=lambda match: id(match) in older)


def _warn(draft: Draft, asked: RateQuestion, told: Sequence[Match], rest: Sequence[Match]) -> None:
    """Warn of figures that nobody verified, that look misprinted, or that contradict each other."""
    for match in told:
        for doubt in match.rate.doubts:
            if doubt.kind in _MISPRINTS:
                others = ", ".join(doubt.figures)
                draft.warn("rate_misprint", figure=match.rate.printed, others=others)
        if not _MISPRINTS & {doubt.kind for doubt in match.rate.doubts} and (
            figure := _TWO_WAYS.search(match.rate.printed)
        ):
            draft.warn("rate_two_ways", figure=figure[0])
    said = {frozenset(map(id, two)) for two in _in_conflict(asked, told)}
    for one, other in (*combinations(told, 2), *product(told, rest)):
        if contradict(one, other) and frozenset((id(one), id(other))) not in said:
            draft.warn(prevails(one, other))
    warn_unverified(draft, told)
