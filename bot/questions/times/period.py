"""A time that a question names, as days."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from index.danish.calendar import MONTH_PATTERN, SEASONS
from index.danish.folding import fold
from index.rates.rate import Validity

_A_MONTH = timedelta(days=31)
_NO_YEAR = re.compile(rf"\b(?:{MONTH_PATTERN}|{'|'.join(map(fold, SEASONS))})\b")
"""A month or a season, folded: a time of every year."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days that a question names; either end may be open. Inclusive."""

    since: date | None
    until: date | None
    words: str
    """As asked; "sidste møde" for the last meeting."""

    @property
    def year(self) -> int | None:
        """The year, where the period is exactly one."""
        if self.since is None or self.until is None:
            return None
        whole = (self.since.month, self.since.day, self.until.month, self.until.day)
        same = self.since.year == self.until.year
        return self.since.year if same and whole == (1, 1, 12, 31) else None

    @property
    def is_day(self) -> bool:
        """Whether it is a single day."""
        return self.since is not None and self.since == self.until

    @property
    def is_short(self) -> bool:
        """Whether it is a month at most, in which a committee meets once."""
        if self.since is None or self.until is None:
            return False
        return self.until - self.since <= _A_MONTH

    @property
    def days(self) -> Validity:
        """Its days, to be held against when something applies."""
        return Validity(self.since, self.until)

    def holds(self, day: date | None) -> bool:
        """Tell whether a day lies in the period; a document without a date does not."""
        return (
            day is not None
            and (self.since is None or self.since <= day)
            and (self.until is None or day <= self.until)
        )

    def recurs_on(self, day: date | None) -> bool:
        """Tell whether a day lies in the period, in any year where only a month or season is named.

        "In March" of a matter that was treated in March last year is that meeting.
        """
        if self.holds(day):
            return True
        if day is None or self.since is None or self.until is None:
            return False
        if _NO_YEAR.search(fold(self.words)) is None or any(map(str.isdigit, self.words)):
            return False
        months = self.since.month, self.until.month
        if months[0] <= months[1]:
            return months[0] <= day.month <= months[1]
        return day.month >= months[0] or day.month <= months[1]
