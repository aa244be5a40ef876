"""What a rate was before a change of it, or after; and when it changed, or will."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.answers.rates.choice import leading
from bot.answers.rates.sources import may_follow_where_asked
from bot.answers.rates.terms import Match
from bot.answers.telling.draft import Draft
from bot.questions.rates.rate_question import RateQuestion
from bot.questions.rates.turns import Side, Turn
from bot.questions.times.period import Period
from index.danish.days import format_date
from index.danish.folding import fold
from index.danish.words import term_set
from index.rates.rate import Rate


@dataclass(frozen=True, slots=True)
class Change:
    """A rate that follows another one from a day on."""

    day: date
    before: Match
    after: Match

    @property
    def rises(self) -> bool:
        """Whether the later amount is the higher one."""
        return self.after.rate.amount > self.before.rate.amount


@dataclass(frozen=True, slots=True)
class Turned:
    """What a question about a change is answered with."""

    asked: RateQuestion
    """For the time that is meant, where that is one."""
    chosen: tuple[Match, ...]
    days: frozenset[date]
    """Of the changes that are meant."""

    def say(self, draft: Draft) -> None:
        """Say which change was found."""
        assert self.asked.turn is not None
        many = "s" if len(self.days) > 1 else ""
        day = format_date(min(self.days), draft.language)
        draft.say(f"rate_{self.asked.turn.side}_change{many}", date=day)


def turned(asked: RateQuestion, matches: Sequence[Match]) -> Turned | None:
    """Return what answers a question about a change, `None` where no such change is known."""
    turn = asked.turn
    if turn is None:
        return None
    changes = [one for one in _changes(leading(matches)) if _is_meant(one, asked, turn)]
    picked = _one_a_series(changes, turn, asked)
    if not picked:
        last = replace(turn, side=Side.LAST, or_last=False)
        return turned(replace(asked, turn=last), matches) if turn.or_last else None
    before = turn.side is Side.BEFORE
    chosen = tuple(change.before if before else change.after for change in picked)
    days = frozenset(change.day for change in picked)
    period = None
    if len(days) == 1:
        day = min(days) - timedelta(before)
        period = Period(day, day, format_date(day, "da"))
    return Turned(replace(asked, period=period), chosen, days)


def _is_meant(change: Change, asked: RateQuestion, turn: Turn) -> bool:
    if turn.rises is not None and change.rises is not turn.rises:
        return False
    if turn.side is Side.NEXT and change.day <= asked.today:
        return False
    if asked.period is not None:
        return asked.period.holds(change.day)
    return turn.side is Side.NEXT or change.day <= asked.today


def _one_a_series(changes: Sequence[Change], turn: Turn, asked: RateQuestion) -> list[Change]:
    """Return one change of each thing: the first to come or of a period asked about, or the last.

    What was before the changes of a year was before the first of them.
    """
    first = turn.side is Side.NEXT or (turn.side is Side.BEFORE and asked.period is not None)
    kept: dict[object, Change] = {}
    for change in sorted(changes, key=lambda one: one.day, reverse=first):
        kept[_series(change.after.rate)] = change
    return list(kept.values())


def _series(rate: Rate) -> object:
    return fold(rate.name), fold(rate.payee or ""), rate.unit, rate.agreement


def _changes(matches: Sequence[Match]) -> Iterator[Change]:
    """Yield the changes from one amount to another of one thing."""
    for match in matches:
        day = match.validity.since
        if day is None:
            continue
        earlier = [one for one in matches if _is_before(one, match, day)]
        last = max(earlier, key=lambda one: _told_from(one) or date.min, default=None)
        if last is not None and last.rate.amount != match.rate.amount:
            yield Change(day, last, match)


def _is_before(one: Match, match: Match, day: date) -> bool:
    begun = _told_from(one)
    if begun is None or begun >= day or one.rate.unit != match.rate.unit:
        return False
    if one.rate.verified and match.rate.verified:
        return _series(one.rate) == _series(match.rate)
    return may_follow_where_asked(match, one) or _is_told_with(match, one)


def _is_told_with(match: Match, one: Match) -> bool:
    """Tell whether one paper calls both the same, one of them in fewer words."""
    names = [term_set(two.rate.name) for two in (match, one)]
    nested = names[0] <= names[1] or names[1] <= names[0]
    return nested and all(names) and match.entry.document.id == one.entry.document.id


def _told_from(match: Match) -> date | None:
    return match.validity.since or match.validity.until
