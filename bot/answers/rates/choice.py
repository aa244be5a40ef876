"""Which of the rates that a question may mean answers it: by the time that is asked about."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.answers.rates.sources import is_followed, may_follow_where_asked
from bot.answers.rates.terms import Match
from bot.answers.rates.word_index import aside_of
from bot.questions.rates.rate_question import RateQuestion
from bot.questions.times.period import Period
from index.rates.agreements import agreement_key
from index.rates.rate import RateStatus

_HAIR = 1e-9
"""Between scores that are the same but for a sum of fractions."""


def chosen_of(asked: RateQuestion, matches: Sequence[Match]) -> tuple[list[Match], list[Match]]:
    """Part what answers from other times of the same: by the time asked about, else by today."""
    everything, matches = matches, _begun_or_all(asked, matches)
    fits = _fitting(asked, matches)
    return fits, [match for match in everything if match not in fits]


def _begun_or_all(asked: RateQuestion, matches: Sequence[Match]) -> Sequence[Match]:
    """Return the matches that may answer; all, where those of the name asked for begin later.

    What a ticket cost in 2023, "prisen" of 2022 tells, and no "billet" of 2026.
    """
    led = leading(matches)
    day = (asked.period.until if asked.period else None) or asked.today
    return led if any(_has_begun(match, day) for match in led) else matches


def _has_begun(match: Match, day: date) -> bool:
    return match.validity.since is None or match.validity.since <= day


def leading(matches: Sequence[Match]) -> Sequence[Match]:
    """Return the matches that may answer: none of another name where one has the name asked for.

    What the staff keep goes by the name that they gave it, and what a paper sets from the day on
    which one of the name ends may be called but "honoraret" there.
    """
    named = [match for match in matches if match.named]
    if not named:
        return matches
    return [
        match
        for match in matches
        if match.named or match.rate.verified or any(_succeeds(match, one) for one in named)
    ]


def _succeeds(match: Match, one: Match) -> bool:
    since, until = match.validity.since, one.validity.until
    return (
        since is not None
        and until is not None
        and since == until + timedelta(days=1)
        and match.entry.document.id == one.entry.document.id
        and match.rate.unit == one.rate.unit
        and not match.rate.proposed
    )


def _fitting(asked: RateQuestion, matches: Sequence[Match]) -> list[Match]:
    # What holds in all years, or in another agreement, is beside what was asked.
    if of_year := [match for match in matches if match.year and match.year == asked.year]:
        return of_year
    if asked.last_year and (of_last := _of_the_last_year(matches)):
        return of_last
    fits = [match for match in matches if status_of(asked, match) is RateStatus.IN_FORCE]
    if not fits and asked.period is not None:
        fits = [match for match in matches if _of_that_year(asked.period, match)]
    if not fits:
        fits = _nearest(asked, matches)
    return fits


def _of_the_last_year(matches: Sequence[Match]) -> list[Match]:
    """Return what is of the last year of its agreement for which the same rate is known."""
    last: dict[object, int] = {}
    for match in matches:
        if match.year:
            last[match.thing] = max(match.year, last.get(match.thing, 0))
    return [match for match in matches if match.year and match.year == last[match.thing]]


def _nearest(asked: RateQuestion, matches: Sequence[Match]) -> list[Match]:
    """Return what comes nearest where nothing is known to apply.

    Of another time than today, what is dated is known not to apply; today, an undated one may.
    """
    best = max(match.score for match in matches)
    leading = [m for m in matches if m.rate.verified or m.score >= best - _HAIR]
    # "Gebyret" of a later paper may be the latest of what was asked for.
    day = (asked.period.until if asked.period else None) or asked.today
    if not any(_has_begun(m, day) for m in leading):
        leading = [m for m in matches if _has_begun(m, day)] or leading
    followed = [
        m for m in matches if any(_ends_later(m, o) or _begins_later(m, o, day) for o in leading)
    ]
    matches = [m for m in matches if m in leading or m in followed]
    matches = [m for m in matches if not any(_is_plainer(o, m) for o in matches)]
    undated = [m for m in matches if status_of(asked, m) is RateStatus.UNDATED]
    expired = [m for m in matches if status_of(asked, m) is RateStatus.EXPIRED]
    if asked.period is not None and len(undated) < len(matches):
        # What began before, and does not say until when, may have gone on.
        day = asked.period.until or asked.period.since or asked.today
        begun = [m for m in undated if m.validity.since]
        return (
            _not_followed(begun, day)
            or _latest(expired)
            or [match for match in matches if match not in undated]
        )
    return _not_followed(undated, asked.today) or _latest(expired) or list(matches)


def _ends_later(match: Match, one: Match) -> bool:
    until, ended = match.validity.until, one.validity.until
    later = until is not None and ended is not None and until > ended
    return later and may_follow_where_asked(match, one)


def _begins_later(match: Match, one: Match, day: date) -> bool:
    since = match.validity.since
    come = since is not None and since <= day
    if come and _succeeds(match, one):
        return True
    return come and is_followed(one, match) and may_follow_where_asked(match, one)


def _is_plainer(one: Match, other: Match) -> bool:
    """Tell whether one is the rate itself, and the other what it is at weekends, or for some."""
    special = aside_of(other.rate.name) and not aside_of(one.rate.name)
    return bool(special) and not other.rate.verified and may_follow_where_asked(one, other)


def _not_followed(matches: Sequence[Match], day: date) -> list[Match]:
    """Leave out what another of the same follows, from a later day that has come."""

    def follows(later: Match, match: Match) -> bool:
        begun = later.validity.since
        since = match.validity.since or _told_on(match)
        return since is not None and begun is not None and since < begun <= day

    return [
        m
        for m in matches
        if not any(follows(o, m) and may_follow_where_asked(o, m) for o in matches)
    ]


def _told_on(match: Match) -> date | None:
    """Return the day of a paper that tells what applied then; none of an agreement's rate."""
    if match.rate.verified or match.rate.agreement or match.validity.dated:
        return None
    return match.entry.document.date


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


def status_of(asked: RateQuestion, match: Match) -> RateStatus:
    """Return whether a rate applies at the time asked about; in a part of a period is enough."""
    period = asked.period
    if period is None:
        return match.rate.status(asked.today, match.validity)
    if not match.validity.dated:
        return RateStatus.UNDATED
    if match.validity.overlaps(period.days):
        ends = match.validity.until is not None or match.rate.verified
        # "Since October 2017" by a paper of 2018 says nothing of 2026; of 2017 it does.
        near = period.holds(match.validity.since)
        if match.validity.since is None and not match.rate.verified:
            # "Until March 2024" says nothing of ten years before.
            ends = period.holds(match.validity.until)
        return RateStatus.IN_FORCE if ends or near else RateStatus.UNDATED
    later = period.until is not None and match.validity.since is not None
    if later and match.validity.since > period.until:  # type: ignore[operator]
        return RateStatus.NOT_YET
    return RateStatus.EXPIRED
