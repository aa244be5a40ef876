"""Which column of a table is what: names matched tolerantly, never guessed.

The names stand in `columns.toml`. A name that is nearly a known one is an error, for a misspelt
"gyldig fra" that is passed over would make every rate undated; any other column is kept as text.
"""

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from index.danish.folding import fold
from index.rates.units import Unit, parse_unit, unit_in_cell
from ingest.rates.staff.price_columns import priced_columns
from ingest.rates.staff.sheets import CellError, Row, Sheet

_FILE = Path(__file__).with_name("columns.toml")
_HEADER_WITHIN = 15
"""Rows above the header at most: a title, a date, an explanation."""
_NEAR = 0.84
"""Likeness from which a name is taken for a misspelt one."""
_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")
_IN_UNIT = re.compile(r"\bi (?:kr\.?|kroner|%|pct\.?|procent)$", re.IGNORECASE)
_PARTS = re.compile(r"\s*[,;]\s*")
_VAT = re.compile(
    r"\b(?:ekskl|inkl|eksklusive?|inklusive?|uden|med|excl|incl|excluding|including)\.?\s+(?:\w+\s+)?"
    r"(?:moms|vat|afgift\w*|feriepenge|pension\w*)\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(r"\b(?:amount|value|fee|price|tariff|rate)s?\b", re.IGNORECASE)
_REMARKS = frozenset(
    {
        *("bemaerkning", "bemaerkninger", "note", "noter", "kommentar", "kommentarer"),
        *("remark", "remarks", "comment", "comments"),
    }
)
_NAMING_OR_FIGURE = frozenset({"sats", "takst", "honorar", "rate", "fee", "tariff"})


@dataclass(frozen=True, slots=True)
class Header:
    """The row that names the columns."""

    row: Row
    fields: Mapping[str, int]
    """Field → column, from 0; the fields are those of `columns.toml`."""
    unit: Unit | None
    """From the heading of the amounts: "Beløb (kr. pr. time)"."""
    unknown: tuple[str, ...]
    """Columns kept as text."""
    remark: str | None = None
    """From the heading of the amounts: "Beløb (ekskl. moms)"."""
    prices: tuple[tuple[int, str | None], ...] = ()
    """Where a row has several amounts, the column of each and for whom it is."""
    whose: str | None = None
    """For whom the amounts of its column are: "medlem"."""

    def each(self) -> "Iterator[Header]":
        """Yield a header for each column of amounts."""
        if not self.prices:
            yield self
        for column, whose in self.prices:
            heading = self.heading(column)
            yield replace(
                self,
                fields={**self.fields, "amount": column},
                unit=_unit_in(heading),
                remark=_remark_in(heading),
                whose=whose,
            )

    @property
    def english(self) -> bool:
        """Whether it is written in English, so that a comma may group thousands."""
        return _ENGLISH.search(self.heading(self.fields["amount"])) is not None

    def heading(self, column: int) -> str:
        """Return what the file calls a column."""
        return self.row.at(column).shown


def find_header(sheet: Sheet) -> Header | None:
    """Return the header of a sheet, `None` where no row names both a rate and its amount."""
    looked = [row for row in sheet.rows if not row.empty][:_HEADER_WITHIN]
    for row in looked:
        fields = _fields(row)
        prices = _prices(row, fields)
        if prices and "name" in fields:
            fields = {**fields, "amount": prices[0][0]}
        if {"name", "amount"} <= fields.keys():
            known = set(fields.values()) | {column for column, _ in prices}
            return Header(
                prices=prices,
                row=row,
                fields=fields,
                unit=_unit_in(row.at(fields["amount"]).shown),
                remark=_remark_in(row.at(fields["amount"]).shown),
                unknown=tuple(
                    cell.shown
                    for at, cell in enumerate(row.cells)
                    if cell.value and at not in known and _field(_key(cell.shown)) != "note"
                ),
            )
    return None


def _prices(row: Row, fields: Mapping[str, int]) -> tuple[tuple[int, str | None], ...]:
    """Return the columns of a row's amounts where there are several, each for somebody else."""
    plain = fields.get("amount")
    told = [
        (column, whose) for column, whose in priced_columns(row) if column not in fields.values()
    ]
    both: list[tuple[int, str | None]] = [*([(plain, None)] if plain is not None else []), *told]
    apart = len({whose for _, whose in both}) == len(both)
    return tuple(sorted(both)) if len(both) > 1 and apart else ()


def header_errors(sheet: Sheet, header: Header) -> list[CellError]:
    """Return what is wrong with the names of the columns."""
    errors = []
    for at, cell in enumerate(header.row.cells):
        name = _key(cell.shown)
        field = _field(name)
        # A second column of words ("Ydelse", "Beskrivelse") explains the first.
        if not name or at in header.fields.values() or field in {"note", "name"}:
            continue
        if at in dict(header.prices):
            continue
        if field is not None:
            other = header.heading(header.fields[field])
            problem = f"means the same as the column {other!r}"
        else:
            near = difflib.get_close_matches(name, _names(), 1, _NEAR)
            if not near or _field(near[0]) == "note":
                continue
            problem = f"is not known; perhaps {near[0]!r} is meant"
        errors.append(CellError(sheet.name, header.row.number, at, cell.shown, problem))
    return errors


def _fields(row: Row) -> dict[str, int]:
    """Return which column holds which field, the first of several."""
    found: dict[str, int] = {}
    doubtful: list[int] = []
    for at, cell in enumerate(row.cells):
        name = _key(cell.shown)
        field = _field(name)
        if name in _NAMING_OR_FIGURE:
            doubtful.append(at)
        elif field is not None and field != "note":
            found.setdefault(field, at)
    for at in doubtful:
        # "Takst | Beløb" names rates by "Takst"; "Ydelse | Takst" gives their amounts there.
        field = "amount" if "amount" not in found and ("name" in found or at) else "name"
        found.setdefault(field, at)
    return found


def _unit_in(heading: str) -> Unit | None:
    """Return the unit that a heading names: "Beløb (kr. pr. time)", "Beløb i kr."."""
    found = _BRACKETS.search(heading) or _IN_UNIT.search(heading)
    if found is None:
        return None
    parts = _PARTS.split(found[0].strip("()[] ").removeprefix("i "))
    units = [
        unit for part in parts if (unit := parse_unit(part) or _of_own_words(part)) is not None
    ]
    return units[0] if len(units) == 1 else None


def _of_own_words(part: str) -> Unit | None:
    """Return a unit in words that no list has, where it names the currency: else a note stands."""
    unit = unit_in_cell(part)
    return unit if unit is not None and unit.currency is not None else None


def _remark_in(heading: str) -> str | None:
    """Return what a heading says of its amounts besides a unit: "ekskl. moms"."""
    found = _VAT.search(heading)
    return found[0] if found else None


def is_remark(heading: str) -> bool:
    """Tell whether a column holds words about the amounts, and no number or source."""
    return _key(heading) in _REMARKS


def _field(name: str) -> str | None:
    return _names().get(name)


def _key(heading: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", fold(_BRACKETS.sub("", heading))).strip()


@cache
def _names() -> dict[str, str]:
    table: dict[str, list[str]] = tomllib.loads(_FILE.read_text("utf-8"))
    return {_key(name): field for field, names in table.items() for name in names}
