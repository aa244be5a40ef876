"""A rate: the figure as printed, with unit, validity and source; whether it applies comes first.

Nothing is answered where it is not sure which rate is meant: then the sentences of the archive are
searched as for any fact.
"""

from collections.abc import Sequence
from datetime import date
from itertools import combinations, product

from bot.answers.draft import Draft, plain
from bot.answers.places import document_name
from bot.answers.rate_matching import find_matches, is_proposed
from bot.answers.rate_mentions import without_amount
from bot.answers.rate_sources import contradict, is_agreements_own, may_follow
from bot.answers.rate_terms import Match
from bot.answers.searches import for_fact
from bot.questions.question import Period, Question
from bot.questions.rates import RateQuestion, rate_question
from bot.replies import Reply, ReplyKind, ToldRate
from index.archive import View
from index.danish.dates import format_date
from index.danish.folding import fold
from index.rates.agreements import agreement_key
from index.rates.amounts import written
from index.rates.codes import is_code
from index.rates.rate import DoubtKind, Rate, RateStatus, Validity

SHOWN = 6
"""Rates told at most; of more, how many there are."""
_MISPRINTS = frozenset({DoubtKind.PRECISION, DoubtKind.BREAK})


def answer(question: Question, view: View) -> Reply | None:
    """Return the rate that is asked for, `None` where none is meant for sure."""
    asked = rate_question(question)
    if asked is None:
        return None
    found = view.search(for_fact(question))
    matches = find_matches(asked, found.terms, view)
    if not matches:
        return without_amount(question, asked, found, view)
    applies = any(_status(asked, match) is RateStatus.IN_FORCE for match in matches)
    if not applies and is_proposed(asked, found.terms, view):
        return None  # what the archive knows of that time is a proposal: it is quoted with its item
    return _write(question, asked, matches, view)


def _write(question: Question, asked: RateQuestion, matches: Sequence[Match], view: View) -> Reply:
    draft = Draft(question.text, question.language)
    chosen, others = _chosen(asked, matches)
    _say_status(draft, asked, chosen)
    if _are_several(chosen):
        draft.say("rate_several")
    told = chosen[:SHOWN]
    rest = others[: max(0, SHOWN - len(told))]
    lines = _Lines(draft, asked, view, [*told, *rest])
    draft.points([lines.of(match) for match in told])
    if len(chosen) > SHOWN:
        draft.say("rate_more", count=len(chosen) - SHOWN)
    if rest:
        draft.heading(draft.phrase("rate_others_heading"))
        draft.points([lines.of(match) for match in rest])
    _warn(draft, told, rest)
    return draft.reply(ReplyKind.RATE)


def _chosen(asked: RateQuestion, matches: Sequence[Match]) -> tuple[list[Match], list[Match]]:
    """Part what answers from other times of the same: by the time asked about, else by today."""
    if asked.year is not None and any(m.rate.agreement_year == asked.year for m in matches):
        # What holds in all years, or in another agreement, is beside what was asked.
        fits = [match for match in matches if match.rate.agreement_year == asked.year]
        return fits, [match for match in matches if match not in fits]
    fits = [match for match in matches if _status(asked, match) is RateStatus.IN_FORCE]
    if not fits and asked.period is not None:
        fits = [match for match in matches if _of_that_year(asked.period, match)]
    if not fits:
        fits = _nearest(asked, matches)
    return fits, [match for match in matches if match not in fits]


def _nearest(asked: RateQuestion, matches: Sequence[Match]) -> list[Match]:
    """Return what comes nearest where nothing is known to apply.

    Of another time than today, what is dated is known not to apply; today, an undated one may.
    """
    undated = [m for m in matches if _status(asked, m) is RateStatus.UNDATED]
    expired = [m for m in matches if _status(asked, m) is RateStatus.EXPIRED]
    if asked.period is not None and len(undated) < len(matches):
        return _latest(expired) or [match for match in matches if match not in undated]
    return _not_followed(undated, asked.today) or _latest(expired) or list(matches)


def _not_followed(matches: Sequence[Match], day: date) -> list[Match]:
    """Leave out what another of the same follows, from a later day that has come."""

    def follows(later: Match, match: Match) -> bool:
        begun, since = later.validity.since, match.validity.since
        return since is not None and begun is not None and since < begun <= day

    return [m for m in matches if not any(follows(o, m) and may_follow(o, m) for o in matches)]


def _latest(matches: Sequence[Match]) -> list[Match]:
    last = max((m.validity.until for m in matches if m.validity.until), default=None)
    return [match for match in matches if match.validity.until == last]


def _of_that_year(period: Period, match: Match) -> bool:
    """Tell whether an undated rate is of an agreement that is named for the year asked about."""
    agreement = match.rate.agreement
    return (
        not match.validity.dated
        and period.year is not None
        and agreement is not None
        and agreement_key(agreement).endswith(f" {period.year}")
    )


def _status(asked: RateQuestion, match: Match) -> RateStatus:
    """Return whether a rate applies at the time asked about; in a part of a period is enough."""
    period = asked.period
    if period is None:
        return match.rate.status(asked.today, match.validity)
    if not match.validity.dated:
        return RateStatus.UNDATED
    within = Validity(period.since, period.until)
    if match.validity.overlaps(within):
        ends = match.validity.until is not None or match.rate.verified
        # "Since October 2017" by a paper of 2018 says nothing of 2026; of 2017 it does.
        near = match.validity.since is not None and within.overlaps(
            Validity(match.validity.since, match.validity.since)
        )
        return RateStatus.IN_FORCE if ends or near else RateStatus.UNDATED
    later = period.until is not None and match.validity.since is not None
    if later and match.validity.since > period.until:  # type: ignore[operator]
        return RateStatus.NOT_YET
    return RateStatus.EXPIRED


def _say_status(draft: Draft, asked: RateQuestion, chosen: Sequence[Match]) -> None:
    """Say first whether what follows applies at the time asked about."""
    when = _when(draft, asked)
    statuses = {_status(asked, match) for match in chosen}
    if RateStatus.IN_FORCE in statuses:
        draft.say("rate_in_force", when=when)
    elif asked.period is not None and any(m.validity.dated for m in chosen):
        draft.say("rate_no_table", when=when)
    elif RateStatus.UNDATED in statuses:
        _say_undated(draft, when, chosen)
    elif statuses == {RateStatus.NOT_YET}:
        since = min(m.validity.since for m in chosen if m.validity.since)
        draft.say("rate_not_yet", when=when, since=format_date(since, draft.language))
    elif statuses == {RateStatus.EXPIRED}:
        until = max(m.validity.until for m in chosen if m.validity.until)
        draft.say("rate_none_in_force", when=when, until=format_date(until, draft.language))
    else:
        draft.say("rate_no_table", when=when)


def _say_undated(draft: Draft, when: str, chosen: Sequence[Match]) -> None:
    years = {(m.rate.agreement, m.rate.agreement_year) for m in chosen if m.rate.agreement_year}
    agreements = {agreement for agreement, _ in years if agreement}
    if len(agreements) == 1:
        agreement = plain(agreements.pop())
        if len(years) == 1 == len(chosen):
            number = next(iter(years))[1]
            draft.say("rate_year_unknown", agreement=agreement, number=number, when=when)
        else:
            draft.say("rate_start_unknown", agreement=agreement, when=when)
    elif any(match.validity.dated for match in chosen):
        draft.say("rate_end_unknown", when=when)
    else:
        draft.say("rate_undated_validity", when=when)


def _when(draft: Draft, asked: RateQuestion) -> str:
    period = asked.period
    if period is None:
        return draft.phrase("rate_today", date=format_date(asked.today, draft.language))
    if period.year is not None:
        return draft.phrase("rate_in_year", year=period.year)
    if period.since is not None and period.since == period.until:
        return draft.phrase("rate_on_day", date=format_date(period.since, draft.language))
    return f"“{plain(period.words)}”"


def _are_several(chosen: Sequence[Match]) -> bool:
    """Tell whether they are rates of different things or agreements, not years of one."""
    return len({(fold(match.rate.name), match.rate.agreement) for match in chosen}) > 1


class _Lines:
    """Rates as lines: as printed, what for, unit, agreement, validity, and what tells them apart.

    What is the same for all of them (who read them, from which paper) is said elsewhere.
    """

    def __init__(
        self, draft: Draft, asked: RateQuestion, view: View, matches: Sequence[Match]
    ) -> None:
        self._draft = draft
        self._asked = asked
        self._view = view
        self._mixed = len({match.rate.verified for match in matches}) > 1
        self._papers = len({match.entry.document.id for match in matches}) > 1

    def of(self, match: Match) -> str:
        """Return the line of a rate, and state it."""
        draft, rate = self._draft, match.rate
        document = self._view.document(match.entry.document.id)
        marker = draft.cite(document, rate.span)
        status = _status(self._asked, match)
        draft.state(ToldRate(match.entry, match.validity, status, int(marker.strip("[]"))))
        beside = [*filter(None, [rate.payee]), *(n for n in rate.names if is_code(n))]
        more = [one for one in beside if one not in rate.name]
        name = f"{rate.name} ({', '.join(more)})" if more else rate.name
        parts = [plain(name), plain(rate.unit.words(draft.language))]
        if rate.agreement or rate.agreement_year:
            parts.append(_agreement(draft, rate.agreement, rate.agreement_year))
        parts.append(_validity(draft, match.validity))
        then = _WORDS if self._asked.period is None else _THEN
        if status in then:
            parts.append(draft.phrase(then[status]))
        if self._mixed:
            parts.append(draft.phrase("rate_verified" if rate.verified else "rate_extracted"))
        if self._papers:
            parts.append(plain(document_name(draft, match.entry.document)))
        told_of = " · ".join(filter(None, parts))
        line = f"**{_figure(draft, rate)}** · {told_of} {marker}"
        if match.term is not None:
            told = draft.cite(self._view.document(match.term.document.id), match.term.span)
            words = "rate_year_from" if rate.agreement_year else "rate_term_from"
            line += f" ({draft.phrase(words)} {told})"
        return line


_WORDS = {RateStatus.EXPIRED: "rate_expired_word", RateStatus.NOT_YET: "rate_not_yet_word"}
_THEN = {RateStatus.EXPIRED: "rate_earlier_word", RateStatus.NOT_YET: "rate_later_word"}
"""Of another time than today a rate is not "expired": it applied before, or only later."""


def _figure(draft: Draft, rate: Rate) -> str:
    """Return the figure as printed; one that somebody corrected, with what is printed."""
    if not rate.corrected:
        return plain(rate.printed)
    amount = " ".join(part for part in (written(rate.amount), rate.unit.currency) if part)
    return draft.phrase("rate_corrected", amount=amount, printed=plain(rate.printed))


def _agreement(draft: Draft, agreement: str | None, year: int | None) -> str:
    if agreement and year:
        return draft.phrase("rate_agreement_year", agreement=plain(agreement), number=year)
    if year:
        return draft.phrase("rate_year_alone", number=year)
    return plain(agreement or "")


def _validity(draft: Draft, validity: Validity) -> str:
    def day(one: date) -> str:
        return format_date(one, draft.language)

    match validity:
        case Validity(since=date() as since, until=date() as until):
            return draft.phrase("rate_span", since=day(since), until=day(until))
        case Validity(since=date() as since):
            return draft.phrase("rate_since", since=day(since))
        case Validity(until=date() as until):
            return draft.phrase("rate_until", until=day(until))
    return draft.phrase("rate_no_validity")


def _warn(draft: Draft, told: Sequence[Match], rest: Sequence[Match]) -> None:
    """Warn of figures that nobody verified, that look misprinted, or that contradict each other."""
    for match in told:
        for doubt in match.rate.doubts:
            if doubt.kind in _MISPRINTS:
                others = ", ".join(doubt.figures)
                draft.warn("rate_misprint", figure=match.rate.printed, others=others)
    for one, other in (*combinations(told, 2), *product(told, rest)):
        if contradict(one, other):
            draft.warn(_prevails(one, other))
    if any(not match.rate.verified for match in told):
        draft.warn("rate_not_verified")


def _prevails(one: Match, other: Match) -> str:
    """Return the phrase that says which of two sources goes before the other, and why."""
    if one.rate.verified != other.rate.verified:
        return "rate_verified_prevails"
    if is_agreements_own(one) != is_agreements_own(other):
        return "rate_agreement_prevails"
    return "rate_newer_prevails"
