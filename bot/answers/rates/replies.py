"""A rate: the figure as printed, with unit, validity and source; whether it applies comes first.

Nothing is answered where it is not sure which rate is meant: then the sentences of the archive are
searched as for any fact.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import combinations, product

from bot.answers.finding.searches import for_fact
from bot.answers.rates.agreement_terms import write_after_term
from bot.answers.rates.choice import chosen_of, leading, status_of
from bot.answers.rates.decided import write_decisions
from bot.answers.rates.elsewhere import beside, of_fewer_words
from bot.answers.rates.instead import nearest_or_quoted
from bot.answers.rates.lines import RateLines, warn_unverified
from bot.answers.rates.matching import find_matches, proposed
from bot.answers.rates.mentions import (
    quote_all,
    told_otherwise,
    without_amount,
)
from bot.answers.rates.misses import (
    by_other_word,
    near_miss,
)
from bot.answers.rates.more_words import with_more_words
from bot.answers.rates.past import successors
from bot.answers.rates.proposals import is_changed, write_proposals
from bot.answers.rates.regulation import write_regulation
from bot.answers.rates.restrictions import write_restrictions
from bot.answers.rates.sources import contradict, prevails, without_agendas
from bot.answers.rates.standing import say_status, time_named
from bot.answers.rates.terms import Match
from bot.answers.telling.draft import Draft, plain
from bot.answers.telling.places import item_name, linked
from bot.questions.question import Question
from bot.questions.rates import RateQuestion, rate_question
from bot.replies import Reply, ReplyKind
from index.archive import Found, Group, Hit, View
from index.danish.folding import fold
from index.danish.words import term_set
from index.rates.rate import DoubtKind, RateStatus, Validity
from index.search.coverage import stands
from index.spans import Span

SHOWN = 6
"""Rates told at most; of more, how many there are."""
PAPERS = 2
"""Papers named at most, where no rate applies at a time."""
_TWO_WAYS = re.compile(r"(?<![\d.,])[1-9]\d{0,2},\d{3}(?![\d.,])")
"""Thousands as an Englishman writes them, or three decimals."""
_MISPRINTS = frozenset({DoubtKind.PRECISION, DoubtKind.BREAK})


def answer(question: Question, view: View) -> Reply | None:
    """Return the rate that is asked for, `None` where none is meant for sure."""
    asked = rate_question(question)
    if asked is None:
        return None
    found = view.search(for_fact(question))
    if asked.proposal:
        told = _proposals(question, asked, found, view)
        if told is not None or question.yes_or_no:
            return told
    matches = find_matches(asked, found.terms, view)
    if not matches:
        return (
            _near_miss(question, asked, found, view)
            or _with_more_words(question, asked, found, view)
            or without_amount(question, asked, found, view)
            or nearest_or_quoted(question, asked, found, view)
        )
    return _told(question, asked, found, matches, view)


def _proposals(question: Question, asked: RateQuestion, found: Found, view: View) -> Reply | None:
    """Return what is proposed, below what applies; `None` where no proposal is known."""
    asked = replace(asked, taken=asked.taken | asked.proposal)
    told = proposed(asked, found.terms, view)
    if not told:
        return None
    draft = Draft(question.text, question.language)
    matches = find_matches(asked, found.terms, view)
    if matches:
        return _write(draft, asked, matches, view, _Beside(proposals=told))
    if not any(is_changed(match, view) for match in told):
        draft.say("rate_only_proposed")
    write_proposals(draft, asked, told, view)
    return draft.reply(ReplyKind.RATE)


def among_people(question: Question, view: View) -> Reply | None:
    """Return the rate for people who are named by what they do: "taksten for mødeledere"."""
    asked = rate_question(question)
    if asked is None or not asked.sure or asked.bare:
        return None
    found = view.search(for_fact(question))
    matches = find_matches(asked, found.terms, view)
    if not matches:
        return _near_miss(question, asked, found, view)
    return _told(question, asked, found, matches, view)


def _applies(asked: RateQuestion, matches: Sequence[Match]) -> bool:
    statuses = (status_of(asked, match) for match in leading(matches))
    return RateStatus.IN_FORCE in statuses


def _told(
    question: Question,
    asked: RateQuestion,
    found: Found,
    matches: Sequence[Match],
    view: View,
) -> Reply:
    draft = Draft(question.text, question.language)
    _say_other_word(draft, question, asked, found, matches)
    matches = _with_successors(asked, matches, view)
    if _applies(asked, matches):
        pending = _pending(asked, found, matches, view)
        return _write(draft, asked, matches, view, _Beside(proposals=pending))
    if current := _of_the_year_running(asked, found, matches, view):
        return _write(draft, asked, matches, view, _Beside(current=current))
    # What the archive knows of that time besides is a proposal: it is told as one.
    beside_it = _Beside(_of_the_time(asked, found), proposals=proposed(asked, found.terms, view))
    if not any(status_of(asked, match) is RateStatus.UNDATED for match in matches):
        told = [*matches, *beside_it.proposals]
        places = [(match.entry.document.id, match.rate.span) for match in told]
        beside_it = replace(beside_it, said=told_otherwise(asked, found, places))
    return _write(draft, asked, matches, view, beside_it)


def _with_successors(asked: RateQuestion, matches: Sequence[Match], view: View) -> Sequence[Match]:
    """Return rates that have ended with what followed them in their item, by fewer words."""
    ended = [m for m in matches if not m.rate.verified and m.rate.agreement is None]
    if _applies(asked, matches) or not ended:
        return matches
    known = {id(match.entry) for match in matches}
    later = {
        id(one.entry): replace(one, score=match.score)
        for match in ended
        for one in successors(match, view)
        if not one.rate.proposed and id(one.entry) not in known
    }
    return [*matches, *later.values()]


def _pending(
    asked: RateQuestion, found: Found, matches: Sequence[Match], view: View
) -> list[Match]:
    """Return what is proposed from a later day than what applies at the time asked about.

    That its day has come does not say whether it was adopted, or its condition met.
    """
    period = asked.period
    last = (period.until or date.max) if period else date.max
    begun = [m.validity.since for m in chosen_of(asked, matches)[0] if m.validity.since]
    first = max(begun, default=asked.today)
    return [
        match
        for match in proposed(asked, found.terms, view)
        for since in [match.validity.since]
        if since is not None and min(first, asked.today) < since <= last
    ]


def _of_the_year_running(
    asked: RateQuestion, found: Found, matches: Sequence[Match], view: View
) -> list[Match]:
    """Return what applies today of an agreement of which another year is asked for."""
    if asked.year is None or asked.period is not None:
        return []
    of_year = {_thing(match) for match in matches if match.rate.agreement_year == asked.year}
    any_year = replace(asked, year=None)
    return [
        match
        for match in find_matches(any_year, found.terms, view)
        if _thing(match) in of_year and status_of(any_year, match) is RateStatus.IN_FORCE
    ]


def _thing(match: Match) -> tuple[str, str | None]:
    return fold(match.rate.name), match.rate.agreement


def _say_other_word(
    draft: Draft,
    question: Question,
    asked: RateQuestion,
    found: Found,
    matches: Sequence[Match],
) -> None:
    if other := by_other_word(asked, found.terms, matches) if question.read_as == "da" else "":
        draft.say("rate_by_other_word", asked=plain(other))


def _near_miss(question: Question, asked: RateQuestion, found: Found, view: View) -> Reply | None:
    miss = near_miss(asked, found.terms, view)
    if miss is None:
        return None
    draft = Draft(question.text, question.language)
    miss.say(draft)
    besides = _Beside()
    if not _applies(miss.asked, miss.matches):
        besides = _Beside(proposals=proposed(miss.asked, found.terms, view))
    return _write(draft, miss.asked, miss.matches, view, besides)


def _with_more_words(
    question: Question, asked: RateQuestion, found: Found, view: View
) -> Reply | None:
    wider = with_more_words(question, asked, found.terms, view)
    if wider is None:
        return None
    draft = Draft(question.text, question.language)
    _say_other_word(draft, question, asked, found, wider.matches)
    draft.say("rate_lacks_words", words=plain(", ".join(wider.words)))
    return _write(draft, asked, wider.matches, view)


def _of_the_time(asked: RateQuestion, found: Found) -> list[Group]:
    """Return what is about the matter in papers of the time that is asked about."""
    subject = asked.subject(found.terms)
    period = asked.period
    if period is None or not subject:
        return []
    return [
        group
        for group in found.groups
        if period.holds(group.document.date)
        for words in [
            term_set(" ".join(f"{h.passage.header} {h.passage.text}" for h in group.hits))
        ]
        if all(stands(term, words) for term in subject)
    ]


@dataclass(frozen=True, slots=True)
class _Beside:
    """What is told beside rates of which none is known to apply."""

    papers: Sequence[Group] = ()
    """Where else to look."""
    said: Sequence[tuple[Hit, Span]] = ()
    """Sentences on the matter with an amount that was not read as a rate."""
    proposals: Sequence[Match] = ()
    current: Sequence[Match] = ()
    """What applies today, where another year of an agreement is asked for."""


def _write(
    draft: Draft,
    asked: RateQuestion,
    matches: Sequence[Match],
    view: View,
    besides: _Beside = _Beside(),
) -> Reply:
    chosen, others = chosen_of(asked, matches)
    chosen = without_agendas(chosen, chosen)
    others = without_agendas(others, chosen)
    followed, current = bool(besides.said), bool(besides.current)
    say_status(draft, asked, chosen, followed=followed, current=current)
    if _are_several(chosen):
        draft.say("rate_several")
    told = chosen[:SHOWN]
    otherwise = [m for one in told for m in _told_otherwise(asked, one, matches, view)]
    rest = [*otherwise, *others][: max(0, SHOWN - len(told))]
    lines = RateLines(
        draft,
        view,
        [*told, *besides.current, *rest],
        partial(status_of, asked),
        of_today=asked.period is None,
    )
    draft.points([lines.of(match) for match in told])
    write_restrictions(draft, told, view)
    write_decisions(draft, told, view)
    write_regulation(draft, told, view, asked.today)
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
    of_units = [match for match in besides.proposals if match.rate.unit in units]
    write_proposals(draft, asked, of_units, view)
    write_after_term(draft, told, view, asked.today)
    if besides.said:
        draft.heading(draft.phrase("rate_also_said"))
        quote_all(draft, besides.said, view)
    if besides.papers:
        draft.heading(draft.phrase("nearest"))
        draft.points([_paper(draft, group, view) for group in besides.papers[:PAPERS]])
    _warn(draft, told, rest)
    if otherwise:
        draft.warn("rate_perhaps_same")
    return draft.reply(ReplyKind.RATE)


def _paper(draft: Draft, group: Group, view: View) -> str:
    document = view.document(group.document.id)
    place = group.item.heading if group.item else group.hits[0].passage.span
    return linked(item_name(draft, document, group.item), draft.cite(document, place))


def _told_otherwise(
    asked: RateQuestion, match: Match, matches: Sequence[Match], view: View
) -> list[Match]:
    """Return what papers on a rate's matter say otherwise, of the time asked about or its own."""
    known = {id(one.entry) for one in matches}
    within = Validity(asked.period.since, asked.period.until) if asked.period else None
    day = within or Validity(asked.today, asked.today)
    if not match.rate.verified:
        return [o for o in of_fewer_words(match, view) if id(o.entry) not in known]
    if status_of(asked, match) is not RateStatus.IN_FORCE:
        return []
    others = beside(match, view)
    return [o for o in others if id(o.entry) not in known and o.validity.overlaps(day)]


def _are_several(chosen: Sequence[Match]) -> bool:
    """Tell whether they are rates of different things or agreements, not years of one."""
    return len(set(map(_thing, chosen))) > 1


def _warn(draft: Draft, told: Sequence[Match], rest: Sequence[Match]) -> None:
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
    for one, other in (*combinations(told, 2), *product(told, rest)):
        if contradict(one, other):
            draft.warn(prevails(one, other))
    warn_unverified(draft, told)
