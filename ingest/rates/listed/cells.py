"""The cells of a row of a table: its code, the words that name it, and what each column says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from index.danish.calendar import MONTH_NUMBERS, MONTH_PATTERN
from index.danish.days import find_dates
from index.danish.periods import find_period
from index.rates.codes import CODE, leading_code
from index.rates.units import KRONER, PERCENT, Unit, ordered, parse_unit
from index.spans import Span
from index.table_lines import BETWEEN
from ingest.rates.sentences.figures import find_figures
from ingest.rates.sentences.qualifiers import NONE, Qualifiers, read_anywhere
from ingest.rates.sentences.subjects import GENERIC, LONGEST, RATE_WORD

CURRENCY = re.compile(r"(?<!\w)(?:kr\.?|kroner|dkk)(?!\w)", re.IGNORECASE)
PROPOSED = re.compile(
    r"\b(?:\w*forslag|foreslå\w*|forvent\w*|skøn\w*|udkast|prognose\w*|anslået|anslåede|estimat\w*"
    r"|estimeret|oplæg|draft|proposed|proposal)\b",
    re.IGNORECASE,
)
"""Words of a column's name, or above a table, that make its figures no rates yet."""
_NAMED = re.compile(r"(?P<header>[^:]{1,80}?):\s+(?P<value>\S.*)", re.DOTALL)
_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{3})*|\d+)(?:,\d+)?\s*(?:\*+\)?)?")
_UNIT_COLUMN = re.compile(r"^(?:enhed|pr\.?|per|afregningsenhed|unit)$", re.IGNORECASE)
_CODE_COLUMN = re.compile(
    r"\b\w*(?:kode|nr|nummer|numre|code|number|ydelse)\b|^(?:id|no)\.?$", re.IGNORECASE
)
_NUMBERING = re.compile(r"\b(?:nr|nummer|kode|no)\b", re.IGNORECASE)
_UNIT_AT_END = re.compile(
    r"[\s,;:(–-]+\(?(?P<unit>(?:kr\.?|kroner|dkk)(?:\s*(?:pr\.?|per|/)\s*[^\d(),;:]+)?)\)?\s*$",
    re.IGNORECASE,
)
_CORNER = re.compile(
    r"(?:\(|\[|,\s|^)(?:i\s+)?(?P<unit>(?:kr\.?|kroner|dkk)(?:\s*(?:pr\.?|per|/)\s*[^\d(),;:\]]+)?)[)\]]?\s*$",
    re.IGNORECASE,
)
_SHARE_AT_END = re.compile(
    r"(?:[\s,;:–-]+\(?|\()(?:i\s+)?(?:%|pct\.?|procent|per\s?cent)(?:\s+(?:af|of)\s+[^\d(),;:]+)?\)?\s*$",
    re.IGNORECASE,
)
"""What a row of shares ends with: "Egenbetaling (% af honoraret)"."""
MARKS = "¹²³⁴⁵⁶⁷⁸⁹"
"""Marks of footnotes."""
_MARKED = re.compile(rf"(?<!\bm)(?<!\bkm)\s*(?:[{MARKS}]|\*+\)?)+\s*$")
"""Behind "m" it is no footnote but a square or cubic metre."""
_ORDINAL = re.compile(r"\(?\d{1,2}(?:\.\d{1,2})*[.)]?")
"""A number of the row itself, in a column before its name."""
_MONEY = re.compile(rf"{RATE_WORD.pattern}|\b(?:\w*beløb|\w*pris|amount|price)(?:et|en)?\b", re.I)
_MONTH = re.compile(rf"\b(?P<month>{MONTH_PATTERN})\.?\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_UNTIL = re.compile(
    r"\b(?:til(?:\s+og\s+med)?|indtil|t\.o\.m\.)\s+(?:den\s+|d\.\s*)?$", re.IGNORECASE
)
_SPLIT_YEAR = re.compile(r"\b(?:19|20)\d\d\s?/\s?\d\d(?!\d|/)")
_FULL_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_JOINS = re.compile(r"[-–]|\b(?:til|to)\b", re.IGNORECASE)
_PRICE_LEVEL = re.compile(
    r"niveau|grundbeløb|\bpl\b|pris-\s*og\s*løn|\b(?:19|20)\d\d-pri", re.IGNORECASE
)
"""A time of these is of the money's worth, not of the rate."""
_TIME_COLUMN = re.compile(
    r"(?:\w*år(?:et)?|(?:\w*periode|gyldig\w*|gælde\w*|ikrafttræd\w*|dato)(?:\s+fra)?|fra|year|period)[.:]?",
    re.IGNORECASE,
)
"""Names of a column that holds when the figures of its row apply."""
_YEAR_NUMBER = re.compile(r"(\d{1,2})\.?")
_MOST_YEARS = 12
"""Of an agreement."""
_LEFT_OVER = re.compile(
    rf"(?:{CURRENCY.pattern}|{PROPOSED.pattern}|\b(?:i|fra|pr|per|gældende|for|og|den|d)\b|[\s().,:;*–-])+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A value of a row, with the name of its column."""

    header: str
    """Empty where the column has no name."""
    value: str
    start: int
    """Of the value, in the row."""

    @property
    def is_figure(self) -> bool:
        """Whether it begins with an amount, or is a bare number."""
        value = self.value.strip()
        return _NUMBER.fullmatch(value) is not None or any(
            figure.span.start == 0 for figure in find_figures(value)
        )

    @property
    def is_bare(self) -> bool:
        """Whether it is a number and nothing else, but for a mark of a footnote."""
        return _NUMBER.fullmatch(self.value.strip()) is not None

    @property
    def is_unit(self) -> bool:
        """Whether its column says per what."""
        return _UNIT_COLUMN.fullmatch(self.header) is not None


@dataclass(frozen=True, slots=True)
class Label:
    """What a row is about."""

    name: str
    """Empty where the row is told apart by its time alone: "2. aftaleår"."""
    code: str | None
    """A number or short code that stands for it."""
    says: Qualifiers = NONE
    """The time of all its figures."""
    unit: Unit | None = None
    """What its words end with: "Besøg, kr. pr. time"."""


@dataclass(frozen=True, slots=True)
class Column:
    """What the name of a column says of its figures."""

    says: Qualifiers
    words: str
    """What tells it from other columns, besides a time: "Aften". Empty where nothing does."""
    money: bool
    """Whether it is named as an amount: "Takst", "Beløb (kr.)"."""
    kroner: bool

    @property
    def is_time(self) -> bool:
        """Whether it is named for a time and nothing else."""
        return self.says.dated and not self.words


def cells_of(text: str) -> Iterator[Cell]:
    """Yield the cells of a row "Ydelse: Besøg · 2023: 399,00 kr."."""
    start = 0
    for part in text.split(BETWEEN):
        named = _NAMED.fullmatch(part)
        if named:
            yield Cell(named["header"].strip(), named["value"], start + named.start("value"))
        else:
            yield Cell("", part, start)
        start += len(part) + len(BETWEEN)


def label_of(cells: Sequence[Cell]) -> Label | None:
    """Return the code and the words of a row that stand before its first figure."""
    words: list[str] = []
    code = called = None
    says = NONE
    for cell in cells:
        value = " ".join(cell.value.split())
        if cell.is_unit:
            break
        time = _time_in(cell, value, first=not words)
        if time is not None:
            says = says.and_then(time)
        elif code is None and _holds_code(cell, value, named=bool(words)):
            code, called = value, cell.header
        elif not words and _ORDINAL.fullmatch(value):
            continue
        elif cell.is_figure:
            break
        else:
            words.append(value)
    name = ", ".join(words)
    if code is None and (leading := leading_code(name)):
        code, name = leading
    if not words and code:
        name = f"{called} {code}".strip()
    name, unit = _without_unit(name)
    beside, rest = read_anywhere(name)
    if beside.year and not says.dated:
        says, name = replace(beside, per=(), agreement=None), rest.strip(" ,:–-")
    if says.year and says.since:
        # Its own days go before the year of the agreement that they are.
        says = replace(says, year=None, more_years=())
    told = len(name) <= LONGEST and re.search(r"[^\W\d_]{2}", name)
    return Label(name, code, says, unit) if told or (says.dated and not name) else None


def _without_unit(name: str) -> tuple[str, Unit | None]:
    """Return the words of a row without the unit that they end with, and that.

    What a share is of stays in its name.
    """
    name = _MARKED.sub("", name)
    if _SHARE_AT_END.search(name):
        return name, Unit(PERCENT)
    found = _UNIT_AT_END.search(name)
    if found is None:
        return name, None
    # A noun that no list of units has is kept as it is printed.
    per = read_anywhere(found["unit"])[0].per
    unit = parse_unit(found["unit"]) or (Unit(KRONER, ordered(per)) if per else None)
    return (name[: found.start()], unit) if unit else (name, None)


def _time_in(cell: Cell, value: str, *, first: bool) -> Qualifiers | None:
    """Return the time that a cell of a row's label is, `None` where it is something else."""
    column = _TIME_COLUMN.fullmatch(cell.header)
    number = _YEAR_NUMBER.fullmatch(value)
    if column and number and int(number[1]) <= _MOST_YEARS:
        return replace(NONE, year=int(number[1]))
    if _PRICE_LEVEL.search(value) or _SPLIT_YEAR.search(value):
        return None
    says, left = _time_of(value)
    if not says.dated or says.per or _LEFT_OVER.sub("", left).strip():
        return None
    return says if column or (first and (says.year or not cell.header)) else None


def unit_of(cells: Sequence[Cell]) -> Unit | None:
    """Return what the row's column of units says."""
    for cell in cells:
        if cell.is_unit:
            known = parse_unit(cell.value) or parse_unit(f"pr. {cell.value}")
            return known or _unit_as_printed(cell.value)
    return None


def unit_of_corner(cells: Sequence[Cell]) -> Unit | None:
    """Return what the name of the first column ends with: "Ydelse (kr. pr. time)"."""
    found = _CORNER.search(cells[0].header) if cells and not cells[0].is_figure else None
    return (parse_unit(found["unit"]) or _unit_as_printed(found["unit"])) if found else None


def _unit_as_printed(words: str) -> Unit | None:
    """Return kroner per a noun that no list of units has, kept as it is printed: "pr. løft"."""
    says, rest = read_anywhere(words)
    return Unit(KRONER, ordered(says.per)) if says.per and CURRENCY.fullmatch(rest) else None


def column_of(header: str) -> Column:
    """Return what the name of a column says: "2024", "1. april 2024", "År 2", "Takst (kr.)"."""
    says, words = _time_of(header)
    left = " ".join(_LEFT_OVER.sub(" ", words).split())
    return Column(
        says=says,
        words="" if GENERIC.fullmatch(left) or _MONEY.fullmatch(left) else left,
        money=bool(_MONEY.search(header)) and not _NUMBERING.search(header),
        kroner=CURRENCY.search(header) is not None,
    )


def _holds_code(cell: Cell, value: str, *, named: bool) -> bool:
    if CODE.fullmatch(value) is None or column_of(cell.header).money:
        return False
    return _CODE_COLUMN.search(cell.header) is not None or not (
        named or _time_of(cell.header)[0].dated
    )


def _time_of(header: str) -> tuple[Qualifiers, str]:
    """Return the time in a column's name, and the name without it."""
    if _PRICE_LEVEL.search(header) or _SPLIT_YEAR.search(header):
        # "2023/24" begins on a day that is not told
        return NONE, header
    days = find_dates(header)
    stretch = _stretch_in(header)
    if not days and stretch is None:
        says, words = read_anywhere(header)
        month = _MONTH.search(header)
        if month is None or says.until is None:
            return says, words
        first = date(int(month["year"]), MONTH_NUMBERS[month["month"].lower()], 1)
        return replace(says, since=first, until=None), _MONTH.sub(" ", header)
    if stretch is None:
        until = days[1][1] if len(days) == 2 and days[1][1] > days[0][1] else None
        stretch = Span(days[0][0].start, days[-1][0].end), days[0][1], until
    span, day, until = stretch
    rest = header[: span.start] + " " + header[span.end :]
    per = read_anywhere(rest)[0].per
    if until is None and len(days) == 1 and _UNTIL.search(header[: span.start]):
        return replace(NONE, per=per, until=day), _UNTIL.sub(" ", header[: span.start])
    beside, left = read_anywhere(rest)
    if beside.year is not None and not (beside.since or beside.until):
        # "År 1 (fra 1. april 2022)": the year of the agreement, and the day on which it begins.
        return replace(beside, per=per, agreement=None, since=day, until=until), left
    return replace(NONE, per=per, since=day, until=until), rest


def _stretch_in(header: str) -> tuple[Span, date, date | None] | None:
    """Return the days from and to which a column is: "1. januar – 30. juni 2024"."""
    years = _FULL_YEAR.findall(header)
    if not years:
        return None
    # What has no year of its own has that of what it is joined to.
    found = find_period(header, date(int(max(years)), 12, 31))
    if found is None:
        return None
    span, since, until = found
    if since is None or until is None or since == until or not _JOINS.search(span.of(header)):
        return None
    return span, since, until
