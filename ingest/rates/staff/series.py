"""The rows of one rate in their order: no gap, no overlap, nothing twice."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise

from index.danish.folding import fold
from index.rates.rate import Rate, Validity
from ingest.rates.staff.columns import Header
from ingest.rates.staff.sheets import CellError

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Placed:
    """A rate with the row that it was read from."""

    rate: Rate
    sheet: str | None
    row: int
    header: Header
    typed: bool = False
    """Whether its amount is a number in the file, and not a text that is read as one."""

    def error(self, field: str, problem: str) -> CellError:
        """Return an error at one of its cells."""
        column = self.header.fields.get(field, self.header.fields["name"])
        return CellError(self.sheet, self.row, column, self.header.heading(column), problem)

    @property
    def place(self) -> str:
        """Its place in words."""
        return f"row {self.row}" + (f" of sheet {self.sheet!r}" if self.sheet else "")


def joined(placed: Sequence[Placed], *, gaps: bool = True) -> tuple[list[Placed], list[CellError]]:
    """Return the rates with their ends filled in, and every break in their order.

    A row that does not say until when ends where the next one of the same rate begins.

    Args:
        placed: The rates of a table, each with its row.
        gaps: Whether a time without a rate is a break; not where rows could not be read.
    """
    series: defaultdict[object, list[Placed]] = defaultdict(list)
    for one in placed:
        series[fold(one.rate.name), one.rate.unit].append(one)
    done: list[Placed] = []
    errors: list[CellError] = []
    for rows in series.values():
        undated = [one for one in rows if one.rate.validity.since is None]
        dated = sorted(
            (one for one in rows if one.rate.validity.since is not None),
            key=lambda one: (one.rate.validity.since, one.row),
        )
        errors += [*_twice(undated), *_breaks(dated, gaps=gaps)]
        errors += _missing_years(undated) if gaps else []
        done += [*_ended(dated), *undated]
    order = {(one.sheet, one.row): place for place, one in enumerate(placed)}
    return sorted(done, key=lambda one: order[one.sheet, one.row]), errors


def _ended(rows: Sequence[Placed]) -> list[Placed]:
    ended = []
    for one, following in pairwise([*rows, None]):
        assert one is not None
        validity = one.rate.validity
        if validity.until is None and following is not None:
            since = following.rate.validity.since
            assert since is not None
            if validity.since is not None and since > validity.since:
                validity = Validity(validity.since, since - _DAY)
        ended.append(replace(one, rate=replace(one.rate, validity=validity)))
    return ended


def _breaks(rows: Sequence[Placed], *, gaps: bool) -> list[CellError]:
    errors = []
    for one, following in pairwise(rows):
        since, until = following.rate.validity.since, one.rate.validity.until
        assert since is not None
        if since == one.rate.validity.since:
            same = following.rate.amount == one.rate.amount
            problem = f"{'the same as' if same else 'begins on the same day as'} {one.place}"
            errors.append(following.error("since", f"{following.rate.name!r} {problem}"))
        elif until is not None and since <= until:
            problem = f"overlaps {one.place}, which applies until {until.isoformat()}"
            errors.append(following.error("since", f"{following.rate.name!r} {problem}"))
        elif gaps and until is not None and since > until + _DAY:
            problem = f"leaves a gap: {one.place} applies until {until.isoformat()}"
            errors.append(following.error("since", f"{following.rate.name!r} {problem}"))
    return errors


def _twice(rows: Sequence[Placed]) -> list[CellError]:
    """Return errors of rates without days, which only a year of an agreement tells apart."""
    seen: dict[object, Placed] = {}
    errors = []
    for one in rows:
        key = (fold(one.rate.agreement or ""), one.rate.agreement_year)
        first = seen.setdefault(key, one)
        if first is not one:
            errors.append(
                one.error("agreement_year", f"{one.rate.name!r} stands in {first.place} too")
            )
    return errors


def _missing_years(rows: Sequence[Placed]) -> list[CellError]:
    """Return errors of years of an agreement that are left out between others."""
    years: defaultdict[str, list[Placed]] = defaultdict(list)
    errors = []
    for one in rows:
        years[fold(one.rate.agreement or "")].append(one)
    for of_one in years.values():
        ordered = sorted(of_one, key=lambda one: one.rate.agreement_year or 0)
        for one, following in pairwise(ordered):
            assert one.rate.agreement_year is not None
            assert following.rate.agreement_year is not None
            if following.rate.agreement_year > one.rate.agreement_year + 1:
                told = f"{one.place} is of year {one.rate.agreement_year}"
                errors.append(following.error("agreement_year", f"leaves a gap: {told}"))
    return errors
