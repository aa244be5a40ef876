"""Figures that look like misprints beside their neighbours."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from index.danish.folding import fold
from index.rates.rate import Doubt, DoubtKind, Rate

_LEAP = 5
"""Times what comes before it: from 2,20 to 22,0 a comma has slipped."""
_SLIPPED = 50
"""Times every other figure of its thing, or less than all by that: a comma two places off."""
_FEWEST = 3
"""Figures that make a neighbourhood."""


def with_doubts(neighbours: Sequence[Rate]) -> list[Rate]:
    """Return rates that stand together, those that look like misprints marked as such."""
    return [
        replace(rate, doubts=_once((*rate.doubts, *_doubts(rate, place, neighbours))))
        for place, rate in enumerate(neighbours)
    ]


def with_leaps(rates: Sequence[Rate]) -> list[Rate]:
    """Return the rates of a paper, those marked that are many times all others of their thing."""
    same: defaultdict[object, list[Rate]] = defaultdict(list)
    for rate in rates:
        same[fold(rate.name), rate.unit].append(rate)
    return [
        leapt(rate, [o for o in same[fold(rate.name), rate.unit] if o is not rate])
        for rate in rates
    ]


def leapt(rate: Rate, others: Sequence[Rate]) -> Rate:
    """Return a rate, marked where its amount is far from all others of its thing."""
    if not others or any(_times(rate.amount, other.amount) < _SLIPPED for other in others):
        return rate
    doubt = Doubt(DoubtKind.BREAK, tuple(other.printed for other in others))
    return replace(rate, doubts=_once((*rate.doubts, doubt)))


def _doubts(rate: Rate, place: int, neighbours: Sequence[Rate]) -> list[Doubt]:
    found = []
    others = [other for at, other in enumerate(neighbours) if at != place]
    if len(neighbours) >= _FEWEST and _odd_precision(rate, others):
        found.append(Doubt(DoubtKind.PRECISION, tuple(other.printed for other in others)))
    if _leaps(neighbours, place) or _is_far(rate, others):
        found.append(Doubt(DoubtKind.BREAK, tuple(other.printed for other in others)))
    return found


def _once(doubts: Sequence[Doubt]) -> tuple[Doubt, ...]:
    """Keep the last of each kind: the one that names the most neighbours."""
    return tuple({doubt.kind: doubt for doubt in doubts}.values())


def _odd_precision(rate: Rate, others: Sequence[Rate]) -> bool:
    """Tell whether it alone has that many decimals. Whole figures stand beside any."""
    usual = Counter(n for other in others if (n := _decimals(other.amount)))
    mine = _decimals(rate.amount)
    return mine > 0 and len(usual) == 1 and mine not in usual and sum(usual.values()) >= 2


def _leaps(neighbours: Sequence[Rate], place: int) -> bool:
    """Tell whether a figure of a series leaps, or falls where all others rise."""
    series = [rate.amount for rate in neighbours]
    if len(series) < _FEWEST or any(rate.agreement_year is None for rate in neighbours):
        return False
    if len({rate.name for rate in neighbours}) > 1:
        return False
    steps = [after - before for before, after in pairwise(series)]
    if place and _times(series[place - 1], series[place]) >= _LEAP:
        return True
    falls = [at + 1 for at, step in enumerate(steps) if step < 0]
    rises = sum(step > 0 for step in steps)
    return falls == [place] and rises >= _FEWEST - 1


def _is_far(rate: Rate, others: Sequence[Rate]) -> bool:
    """Tell whether it is many times all others of one thing, each of its own time."""
    same = len(others) + 1 >= _FEWEST and all(
        other.name == rate.name and other.unit == rate.unit for other in others
    )
    starts = {other.validity.since for other in (rate, *others)}
    dated = None not in starts and len(starts) == len(others) + 1
    return same and dated and all(_times(rate.amount, o.amount) >= _LEAP for o in others)


def _times(one: Decimal, other: Decimal) -> Decimal:
    low, high = sorted((one, other))
    return high / low if low else Decimal(0)


def _decimals(amount: Decimal) -> int:
    return max(0, -int(amount.as_tuple().exponent))
