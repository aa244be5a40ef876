"""The history of a rate as steps: where each amount lies, in units of a drawing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from bot.answers.rates.lists import Listed
from index.rates.amounts import written

WIDE, NARROW = 640, 340
"""Of the drawing on a screen and on a phone; each is scaled a little to the width of the page."""
HEIGHT = 260
RIGHT, TOP, BOTTOM = 16, 28, 40
"""Room for what is written beside the steps."""
LETTER = 8
"""Width of a figure in the letters of the drawing."""
A_YEARS_ROOM = 48
"""Width in which a year can be read below the line."""
LEAST_STEPS = 2
"""Fewer than these need no chart."""
Along = Callable[[date], float]
Up = Callable[[Decimal], float]

_NICE = tuple(map(Decimal, ("1", "1.2", "1.6", "2", "2.4", "3", "4", "5", "6", "8", "10")))
"""Heights that a grid of four divides into figures one can read."""


@dataclass(frozen=True, slots=True)
class Step:
    """An amount and the time in which it applied."""

    left: float
    right: float
    y: float
    amount: Decimal
    since: date
    until: date | None
    sure: bool
    """Whether somebody vouches for it."""
    rises_from: float | None
    """The height of the step before it, where it follows without a gap."""

    @property
    def has_room(self) -> bool:
        """Whether its amount can be written above it."""
        return self.right - self.left > LETTER * len(written(self.amount, "da"))


@dataclass(frozen=True, slots=True)
class Mark:
    """A line of the grid, with what is written beside it."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class AmountMark:
    """A height of the grid."""

    at: float
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing of steps."""

    steps: tuple[Step, ...]
    years: tuple[Mark, ...]
    heights: tuple[AmountMark, ...]
    day: float | None
    """Where the day that is asked about lies, if it lies within."""
    width: int
    left: int
    height: int = HEIGHT
    top: int = TOP
    bottom: int = HEIGHT - BOTTOM

    @property
    def right(self) -> int:
        """Where the steps end."""
        return self.width - RIGHT

    @property
    def has_read(self) -> bool:
        """Whether an amount of it was read from text, and nobody vouches for it."""
        return any(not step.sure for step in self.steps)

    @property
    def is_narrow(self) -> bool:
        """Whether it is drawn for a phone."""
        return self.width == NARROW


def charts_of(listed: Sequence[Listed], day: date) -> tuple[Chart, ...]:
    """Return how a rate developed, drawn for a screen and for a phone.

    None where fewer than two amounts have a beginning. What was only proposed is no part of it.
    """
    dated = [o for o in listed if o.validity.since is not None and not o.entry.rate.proposed]
    if len({o.validity.since for o in dated}) < LEAST_STEPS:
        return ()
    dated.sort(key=lambda o: o.validity.since or date.min)
    return tuple(_drawn(dated, day, width) for width in (WIDE, NARROW))


def _drawn(dated: Sequence[Listed], day: date, width: int) -> Chart:
    first = min(o.validity.since for o in dated if o.validity.since)
    last = max(o.validity.until or o.validity.since or first for o in dated)
    # A rate that goes on is drawn until the day that is asked about, or a year.
    last = max(last, max(o.validity.since or first for o in dated) + timedelta(days=365))
    ongoing = any(o.validity.until is None for o in dated)
    last = max(last, day) if ongoing and day.year - last.year < 30 else last
    top = _ceiling(max(o.entry.rate.amount for o in dated))
    heights = [top * n / 4 for n in range(5)]
    left = 2 * LETTER + LETTER * max(len(written(height, "da")) for height in heights)
    along, up = _along(first, last, left, width - RIGHT), _up(top)
    years = _years(first, last, (width - RIGHT - left) // A_YEARS_ROOM)
    return Chart(
        _steps(dated, last, along, up),
        tuple(Mark(along(date(year, 1, 1)), str(year)) for year in years),
        tuple(AmountMark(up(height), height) for height in heights),
        along(day) if first <= day <= last else None,
        width,
        left,
    )


def _steps(dated: Sequence[Listed], last: date, along: Along, up: Up) -> tuple[Step, ...]:
    steps: list[Step] = []
    ends: dict[date, float] = {}
    for one in dated:
        rate, since = one.entry.rate, one.validity.since
        assert since is not None
        until = one.validity.until
        y = up(rate.amount)
        after = min((until or last) + timedelta(days=1), last + timedelta(days=1))
        step = Step(
            along(since), along(after), y, rate.amount, since, until, rate.verified, ends.get(since)
        )
        ends[after] = y
        steps.append(step)
    return tuple(steps)


def _along(first: date, last: date, left: int, right: int) -> Along:
    days = max(1, (last - first).days + 1)

    def along(day: date) -> float:
        return round(left + (right - left) * (day - first).days / days, 1)

    return along


def _up(top: Decimal) -> Up:
    def up(amount: Decimal) -> float:
        share = float(amount / top) if top else 0.0
        return round(HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * share, 1)

    return up


def _ceiling(most: Decimal) -> Decimal:
    """Return a round figure that is no less than the largest amount."""
    if most <= 0:
        return Decimal(1)
    scale = Decimal(10) ** most.adjusted()
    return next(nice * scale for nice in _NICE if nice * scale >= most)


def _years(first: date, last: date, most: int) -> list[int]:
    """Return years to be written below, no more than there is room for."""
    years = [y for y in range(first.year, last.year + 2) if first <= date(y, 1, 1) <= last]
    apart = -(-len(years) // max(1, most)) or 1
    return years[::apart]
