"""The values that a rate is made of.

What was printed stands beside what was read from it, always: a misprint must stay visible.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from index.rates.units import Unit
from index.spans import Span


class RateStatus(StrEnum):
    """Whether a rate applies on a day; the value is what the reply contract prints."""

    IN_FORCE = "in_force"
    EXPIRED = "expired"
    NOT_YET = "not_yet"
    UNDATED = "undated"
    """Nothing says from when to when: neither "in force" nor "expired" can be said."""


class Origin(StrEnum):
    """Where a rate comes from."""

    LOADED = "loaded"
    """A table that the staff keep."""
    EXTRACTED = "extracted"
    """The words of a document, read by rules: a candidate until somebody confirms it."""


class DoubtKind(StrEnum):
    """Why a figure, or what it means, is to be looked at by a person."""

    PRECISION = "precision"
    """It has another number of decimals than its neighbours: perhaps a misprint."""
    BREAK = "break"
    """It falls or leaps where its series rises evenly: perhaps a misprint."""
    PROPOSED = "proposed"
    """It is asked for or proposed where it stands, not decided."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A reason to look at a rate again, with the figures that gave it."""

    kind: DoubtKind
    figures: tuple[str, ...] = ()
    """As printed: the neighbours that it differs from."""


@dataclass(frozen=True, slots=True)
class Validity:
    """From when to when a rate applies; both days inclusive, `None` where nothing says."""

    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        if self.since and self.until and self.since > self.until:
            raise ValueError(f"a validity that ends before it begins: {self.since}, {self.until}")

    @property
    def dated(self) -> bool:
        """Whether anything is known of it."""
        return self.since is not None or self.until is not None

    def overlaps(self, other: "Validity") -> bool:
        """Tell whether there is a day in both; an open end goes on for ever."""
        ends = self.until or date.max, other.until or date.max
        starts = self.since or date.min, other.since or date.min
        return starts[0] <= ends[1] and starts[1] <= ends[0]


UNDATED = Validity()


@dataclass(frozen=True, slots=True)
class Rate:
    """One figure of a rate, with what it is for, its unit, when it applies and where it stands."""

    name: str
    """What it is for, in the words of its source."""
    names: tuple[str, ...]
    """What else it is called: in English, by a synonym, by a code of a table."""
    amount: Decimal
    """In the unit's currency; 12.5 for 12,5 %."""
    printed: str
    """The figure with its currency and year of agreement, verbatim."""
    unit: Unit
    agreement: str | None
    agreement_year: int | None
    """From 1. What calendar year that is, only the agreement's start tells."""
    validity: Validity
    """By its own words or row; nothing is worked out."""
    origin: Origin
    span: Span
    """The words that carry it, in its document: what a citation quotes."""
    figure: Span
    """Where `printed` stands."""
    about: str = ""
    """The words around it that say more of what it is for: a lead-in, a heading, who gets it."""
    every_year: bool = False
    """Said to hold in all years of the agreement."""
    note: str | None = None
    """What its row remarks on the amount: "ekskl. moms"."""
    payee: str | None = None
    """Who gets it, where the sentence says so beside the name."""
    doubts: tuple[Doubt, ...] = ()
    corrected: bool = False
    """A person gave another amount or unit than is printed."""
    verified: bool = False
    """A person vouches for it: it was loaded from a table, or confirmed in a review."""

    confirmed: Validity | None = None
    """When it applied by all that was known when a person confirmed it; `None` where none did."""

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every name it has, its own first."""
        return self.name, *self.names

    @property
    def proposed(self) -> bool:
        """Whether it is a proposal where it stands."""
        return any(doubt.kind is DoubtKind.PROPOSED for doubt in self.doubts)

    def status(self, day: date, validity: Validity | None = None) -> RateStatus:
        """Tell whether it applies on a day.

        A candidate that does not say until when is undated from its start on: that nothing else
        was read since does not mean that nothing else was decided. A verified one goes on.

        Args:
            day: Which day.
            validity: In the place of its own, where the agreement's years tell more.
        """
        known = validity or self.validity
        if known.since is not None and day < known.since:
            return RateStatus.NOT_YET
        if known.until is not None and day > known.until:
            return RateStatus.EXPIRED
        ends = known.until is not None or self.verified
        return RateStatus.IN_FORCE if known.since and ends else RateStatus.UNDATED


@dataclass(frozen=True, slots=True)
class Agreement:
    """When an agreement (*overenskomst*, *aftale*) runs, as a document says it."""

    name: str
    """The short name that its own paper or others use: "AL24", "2018-overenskomsten"."""
    validity: Validity
    """`since` is known."""
    span: Span
    """The words that say so."""
