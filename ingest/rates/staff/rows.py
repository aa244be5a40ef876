"""A row of a table of rates, checked cell by cell; pydantic tells every error of it at once."""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from index.danish.calendar import MONTH_NUMBERS, MONTH_PATTERN
from index.danish.days import find_dates
from index.danish.numbers import find_numbers
from index.rates.amounts import Amount, parse_amount
from index.rates.rate import Validity
from index.rates.units import Unit, nearly, parse_unit, unit_in_cell
from ingest.rates.staff.columns import Header
from ingest.rates.staff.sheets import Cell, CellError, Row

_YEARS = range(1970, 2100)
_LONGEST_AGREEMENT = 12
"""Years of an agreement; a larger number is something else."""
_DAY_WITHOUT_YEAR = re.compile(
    rf"(?:den\s+|d\.\s*)?(?P<day>\d{{1,2}})\.?\s*(?:/\s*(?P<number>\d{{1,2}})|(?P<month>{MONTH_PATTERN}))\.?",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"\s*[;,|/]\s*")
_EXCEL_DAYS = range(20_000, 80_000)
"""Numbers that are days in Excel's count: a cell that lost its format."""

YearlessDay = tuple[int, int]
"""Day and month."""


_TAKEN = "A unit is kr., DKK or %, and then any words behind pr.: 'kr. pr. lygte pr. år'"


def _cell(value: Any) -> Cell:
    assert isinstance(value, Cell)
    if value.problem is not None:
        raise ValueError(value.problem)
    return value


def _text(value: Any) -> str | None:
    cell = _cell(value)
    return cell.shown or None


def _name(value: Any) -> str:
    text = _text(value)
    if text is None:
        raise ValueError("no name (are cells merged? write it in every row)")
    return text


def _names(value: Any) -> tuple[str, ...]:
    text = _text(value)
    return tuple(part for part in _SEPARATORS.split(text) if part) if text else ()


def _amount(value: Any) -> Amount:
    cell = _cell(value)
    if isinstance(cell.value, Decimal):
        amount = Amount(cell.value, cell.currency)
    elif cell.value is None:
        raise ValueError("no amount")
    else:
        read = parse_amount(cell.shown)
        if isinstance(cell.value, date) or read is None:
            raise ValueError(f"{cell.shown!r} is no amount")
        amount = read
    if amount.value < 0:
        raise ValueError(f"{cell.shown!r} is below zero")
    return amount


def _unit(value: Any) -> Unit | None:
    text = _text(value)
    if text is None:
        return None
    # "pr. time" and "time" alone say the same in a column of units.
    unit = parse_unit(text) or parse_unit(f"pr. {text}") or unit_in_cell(text)
    if unit is None:
        near = nearly(text)
        perhaps = f"; perhaps {near!r} is meant" if near else ""
        raise ValueError(f"the unit {text!r} is not known{perhaps}. {_TAKEN}")
    return unit


def _agreement_year(value: Any) -> int | None:
    text = _text(value)
    if text is None:
        return None
    numbers = find_numbers(text)
    value_ = numbers[0].value if len(numbers) == 1 else Decimal(0)
    if value_ != int(value_) or not 1 <= value_ <= _LONGEST_AGREEMENT:
        raise ValueError(f"{text!r} is no year of an agreement (1, 2, 3 …)")
    return int(value_)


def _year(value: Any) -> int | None:
    text = _text(value)
    if text is None:
        return None
    digits = text.replace(".", "") if isinstance(value.value, Decimal) else text
    if not digits.isdigit() or not (
        int(digits) in _YEARS or 1 <= int(digits) <= _LONGEST_AGREEMENT
    ):
        raise ValueError(f"{text!r} is no year")
    return int(digits)


def _day(value: Any) -> date | YearlessDay | None:
    cell = _cell(value)
    if cell.value is None or isinstance(cell.value, date):
        return cell.value
    text = cell.shown
    dates = find_dates(text)
    if len(dates) == 1 and _is_all(text, dates[0][0].start, dates[0][0].end):
        return dates[0][1]
    if found := _DAY_WITHOUT_YEAR.fullmatch(text):
        month = int(found["number"]) if found["number"] else MONTH_NUMBERS[found["month"].lower()]
        if 1 <= month <= 12 and 1 <= int(found["day"]) <= 31:
            return int(found["day"]), month
    if isinstance(cell.value, Decimal) and int(cell.value) in _EXCEL_DAYS:
        raise ValueError(f"{text!r} is a number: give the column the format of a date")
    raise ValueError(f"{text!r} is no date (2024-04-01, 1. april 2024)")


def _is_all(text: str, start: int, end: int) -> bool:
    return not text[end:].strip(" .") and text[:start].strip(" .").lower() in {
        "",
        "den",
        "d",
        "pr",
        "fra",
    }


class RateRow(BaseModel):
    """A row, read."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    name: Annotated[str, BeforeValidator(_name)]
    english: Annotated[str | None, BeforeValidator(_text)] = None
    synonyms: Annotated[tuple[str, ...], BeforeValidator(_names)] = ()
    amount: Annotated[Amount, BeforeValidator(_amount)]
    unit: Annotated[Unit | None, BeforeValidator(_unit)] = None
    agreement: Annotated[str | None, BeforeValidator(_text)] = None
    agreement_year: Annotated[int | None, BeforeValidator(_agreement_year)] = None
    year: Annotated[int | None, BeforeValidator(_year)] = None
    since: Annotated[date | YearlessDay | None, BeforeValidator(_day)] = None
    until: Annotated[date | YearlessDay | None, BeforeValidator(_day)] = None
    heading_unit: Unit | None = Field(default=None, exclude=True)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        """Check what only several cells together tell."""
        if self.whole_unit.currency is None:
            raise ValueError("amount|nothing says whether it is kroner or per cent")
        validity = self.validity
        if validity.since is None and self.year_of_agreement is None:
            raise ValueError("since|nothing says from when it applies")
        return self

    @property
    def whole_unit(self) -> Unit:
        """The unit, of its column, of the heading and of the amount's own cell."""
        given = [unit for unit in (self.unit, self.heading_unit) if unit is not None]
        currency = next((u.currency for u in given if u.currency), self.amount.currency)
        if self.amount.currency and currency != self.amount.currency:
            raise ValueError(f"unit|says {currency}, and the amount {self.amount.currency}")
        pers = {frozenset(unit.per): unit for unit in given if unit.per}
        if len(pers) > 1 or len({unit.currency for unit in given if unit.currency}) > 1:
            told = " and ".join(repr(unit.words("da")) for unit in given)
            raise ValueError(f"unit|the row and the heading say {told}")
        per = next((unit.per for unit in given if unit.per), ())
        return Unit(currency, per)

    @property
    def year_of_agreement(self) -> int | None:
        """The year of the agreement; "år 2" may stand in the column of years too."""
        in_years = self.year if self.year is not None and self.year not in _YEARS else None
        return self.agreement_year if self.agreement_year is not None else in_years

    @property
    def validity(self) -> Validity:
        """From when to when; a calendar year is the whole of it."""
        calendar = self.year if self.year in _YEARS else None
        since = self._completed(self.since, "since", calendar)
        until = self._completed(self.until, "until", calendar)
        if calendar is not None:
            told = [day.year for day in (since, until) if day is not None]
            if told and not told[0] <= calendar <= told[-1]:
                field = "since" if since else "until"
                raise ValueError(f"{field}|is of another year than the year {calendar} of its row")
            since = since or date(calendar, 1, 1)
            until = until or date(calendar, 12, 31)
        if since and until and since > until:
            raise ValueError("until|it ends before it begins")
        return Validity(since, until)

    def _completed(
        self, day: date | YearlessDay | None, field: str, calendar: int | None
    ) -> date | None:
        if not isinstance(day, tuple):
            return day
        if calendar is None:
            raise ValueError(f"{field}|a day without a year, and no column of calendar years")
        try:
            return date(calendar, day[1], day[0])
        except ValueError:
            raise ValueError(f"{field}|there is no such day") from None


def read_row(row: Row, header: Header, sheet: str | None) -> RateRow | list[CellError]:
    """Return what a row says, or everything that is wrong with it."""
    cells = {field: row.at(column) for field, column in header.fields.items()}
    try:
        return RateRow.model_validate({**cells, "heading_unit": header.unit})
    except ValidationError as error:
        return [_told(one, row, header, sheet) for one in error.errors()]


def _told(error: Any, row: Row, header: Header, sheet: str | None) -> CellError:
    message = str(error["msg"]).removeprefix("Value error, ")
    field, told, rest = message.partition("|")
    if not told:
        field, rest = str(error["loc"][0]), message
    column = header.fields.get(field, header.fields["name"])
    return CellError(sheet, row.number, column, header.heading(column), rest)
