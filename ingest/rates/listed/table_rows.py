"""A row of a document's table into rates: its label names them, its columns tell the rest."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from index.rates.rate import Doubt, DoubtKind, Origin, Rate, Validity
from index.rates.units import KRONER, PERCENT, Unit, is_period_only, ordered
from index.spans import Span
from ingest.rates.listed.cells import (
    CURRENCY,
    PROPOSED,
    Cell,
    Column,
    Label,
    cells_of,
    column_of,
    label_of,
    unit_of,
    unit_of_corner,
)
from ingest.rates.listed.price_lists import is_price_list
from ingest.rates.sentences.clauses import Sentence
from ingest.rates.sentences.figures import Figure, find_figures
from ingest.rates.sentences.qualifiers import NONE, Qualifiers, read_anywhere, read_at
from ingest.rates.sentences.subjects import LONGEST, RATE_WORD, in_head
from ingest.rates.sentences.timed_names import in_each_year

_SUM = re.compile(
    r"\b(?:i\s+alt|ialt|sum|total|totalt|budget\w*|regnskab\w*|forbrug\w*|udgift\w*|indtægt\w*|bevilling\w*"
    r"|ansøgt\w*|bevilget|afvigelse\w*|rest\w*|saldo|ramme\w*|pulje\w*|antal|difference|ændring\w*|forskel)\b",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(
    r"\b(?:1\.?000\s*|t\.?\s?|mio\.?\s?|mill\.?\s?|tusinde?\s)kr|\btkr\b", re.IGNORECASE
)
_ACCOUNTS = re.compile(r"\b(?:\w*budget|regnskab|forbrug)(?:tet|et|ter|s)?\b", re.IGNORECASE)
"""Above a table: its figures are sums spent, unless it says per what they are counted."""
_BARE = re.compile(
    r"(?:(?:under|over|op\s+til|indtil|mindst|højst|maks(?:imalt|\.)?|max|mere\s+end|mindre\s+end|mellem|fra|til)\b"
    r"|\d)",
    re.IGNORECASE,
)
"""How a label begins that says nothing without the heading above its table."""
_UNLESS = re.compile(
    r"\bmed\s?mindre\s+andet\b|\bhvor\s+ikke\s+andet\b|\bunless\s+otherwise\b", re.IGNORECASE
)
"""What stands above a table does then not hold for a row that says something else."""
_AN_AMOUNT = re.compile(
    r"(?<![\d.,])(?!(?:19|20)\d\d\b(?![.,])|1\.?000\b(?![.,]))\d[\d.,]*[\s\xa0]*(?:t\.?\s?|mio\.?\s?|mill\.?\s?)?(?:kr\b|kroner)",
    re.IGNORECASE,
)
"""In the sentence above a table: it tells of an amount of its own."""
_MOST_SHARE = 100
"""Per cent."""
_DAY = timedelta(days=1)


def read_table_row(row: Sentence) -> list[Rate]:
    """Return the rates of a row "Ydelse: Besøg · 2023: 399,00 kr. · 2024: 410,00 kr.".

    `row.before` is the sentence that leads into the table.
    """
    cells = list(cells_of(row.text))
    label = label_of(cells)
    if label is None or _SUM.search(label.name):
        return []
    if label.name and _BARE.match(label.name) and row.about:
        name = f"{row.about.rpartition(' · ')[2]}: {label.name}"[:LONGEST]
        label = replace(label, name=name)
    unit = unit_of(cells) or label.unit or unit_of_corner(cells) or Unit(None)
    # Beside its own unit, "årlig" in what a row is called is no unit of it.
    called = "" if unit.per else label.name
    own = read_anywhere(called)[0].per or unit.per
    around = () if own and _UNLESS.search(row.before) else _per_above(row)
    shared = Unit(unit.currency, tuple(dict.fromkeys((*around, *own, *unit.per))))
    found = [
        (each, column)
        for cell in cells
        for column in [column_of(cell.header)]
        if (rate := _rate(row, label, cell, column, shared)) is not None
        for each in in_each_year([rate], {rate.figure: _more_years(rate, column, label)})
    ]
    named = _named_by_column(found, _heading_of(row))
    return _told_apart(_closed([rate for rate in named if rate.name]))


def _more_years(rate: Rate, column: Column, label: Label) -> tuple[int, ...]:
    """Return the other years of an agreement that a column or a row is of: "Aftaleår 1-2"."""
    told = (q.more_years for q in (column.says, label.says) if q.year == rate.agreement_year)
    return next(told, ())


def _per_above(row: Sentence) -> Sequence[str]:
    # "Puljen er på 850.000 kr. om året." says nothing of the table below it.
    lead = "" if _AN_AMOUNT.search(row.before) else row.before
    return read_anywhere(f"{lead} · {row.about}")[0].per


def _heading_of(row: Sentence) -> str:
    """Return what the nearest words above a table say that it is about; empty where none do.

    Of a row such as "2. aftaleår": "For et hjemmebesøg betales:" leads into "hjemmebesøg".
    """
    lead = [row.before] if row.before.rstrip().endswith(":") else []
    for words in (*lead, *reversed(row.about.split(" · "))):
        subject = in_head(read_anywhere(words)[1])
        if subject is not None and not (subject.generic or subject.empty):
            return subject.name[:LONGEST]
    return ""


def _rate(row: Sentence, label: Label, cell: Cell, column: Column, shared: Unit) -> Rate | None:
    read = _amount(row, cell, column, shared)
    if read is None:
        return None
    figure, beside, length = read
    says = beside.over(column.says).over(label.says)
    per = ordered((*says.per, *shared.per))
    # "Puljen er på 850 t.kr." is an amount, and no scale of the table below it.
    scale = _AN_AMOUNT.sub(" ", _above(row))
    if _SUM.search(column.words) or _THOUSANDS.search(f"{cell.header} · {scale}"):
        return None
    said = f"{cell.header} {_above(row)} {label.name}"
    counted = figure.currency != PERCENT
    is_a_price = RATE_WORD.search(said) is not None or is_price_list(row.title)
    # What a party to an agreement pays "pr. år", by the very name of the column.
    is_a_price = is_a_price or (row.agreement is not None and column.kroner and bool(says.per))
    if is_period_only(per) and (_ACCOUNTS.search(said) or (counted and not is_a_price)):
        return None
    start = row.span.start + cell.start
    proposed = PROPOSED.search(f"{cell.header} {'' if row.decided else _above(row)}") is not None
    return Rate(
        name=label.name,
        names=(label.code,) if label.code and label.code not in label.name else (),
        amount=figure.value,
        printed=cell.value[:length],
        unit=Unit(figure.currency, per),
        agreement=says.agreement or row.agreement,
        agreement_year=says.year,
        validity=says.validity,
        origin=Origin.EXTRACTED,
        span=row.span,
        figure=Span(start, start + length),
        about=f"{row.about} · {cell.header}".strip(" ·"),
        every_year=says.every_year,
        doubts=(*row.doubts, *((Doubt(DoubtKind.PROPOSED),) if proposed else ())),
    )


def _amount(
    row: Sentence, cell: Cell, column: Column, shared: Unit
) -> tuple[Figure, Qualifiers, int] | None:
    """Return the one figure of a cell, what stands beside it, and how much of the cell they are."""
    value, sure = cell.value, True
    if cell.is_bare:
        if not (column.kroner or column.is_time or column.money):
            return None
        if shared.currency == PERCENT:
            return _share(cell, column)
        sure = column.kroner or shared.currency == KRONER or bool(CURRENCY.search(_above(row)))
        if not sure and not _surely_money(row, cell):
            return None
        value = f"{value.rstrip(' *)')} kr."
    figures = find_figures(value)
    if len(figures) != 1 or figures[0].span.start or not figures[0].sure:
        return None
    figure = figures[0]
    beside, end = read_at(value, figure.span.end)
    if value[end:].strip(" .*)") or figure.currency != KRONER or figure.value <= 0:
        return None
    if not sure:
        figure = replace(figure, currency=None)
    length = min(len(value[:end].rstrip(" ,")), len(cell.value.rstrip(" *)")))
    return figure, beside, length


def _share(cell: Cell, column: Column) -> tuple[Figure, Qualifiers, int] | None:
    """Return the bare figure of a cell whose row is counted in per cent of something."""
    figures = find_figures(f"{cell.value.rstrip(' *)')} %")
    if column.kroner or len(figures) != 1 or figures[0].span.start or not figures[0].sure:
        return None
    figure = figures[0]
    told = figure.currency == PERCENT and 0 < figure.value <= _MOST_SHARE
    return (figure, NONE, len(cell.value.rstrip(" *)"))) if told else None


def _surely_money(row: Sentence, cell: Cell) -> bool:
    """Tell whether a bare figure is an amount though nothing says of what money."""
    called = RATE_WORD.search(f"{cell.header} {_above(row)}")
    return called is not None and len(cell.value.strip(" *)").partition(",")[2]) == 2


def _above(row: Sentence) -> str:
    """Return the words above a table: of its lead, its headings and its document."""
    return f"{row.before} {row.about} {row.title}"


def _named_by_column(found: Sequence[tuple[Rate, Column]], heading: str) -> list[Rate]:
    """Add to the name what tells columns of one time apart: "Besøg (Aften)".

    A row that is told apart by its time alone is called by its column, else by its heading.
    """
    several = len({column.words for _, column in found}) > 1

    def name_of(rate: Rate, column: Column) -> str:
        if not rate.name and heading and _BARE.match(column.words):
            return f"{heading} ({column.words})"[:LONGEST]  # "Over 10 km" is for nothing itself
        if not rate.name:
            return column.words or heading
        beside = several and column.words
        return f"{rate.name} ({column.words})"[:LONGEST] if beside else rate.name

    return [replace(rate, name=name_of(rate, column)) for rate, column in found]


def _closed(rates: Sequence[Rate]) -> list[Rate]:
    """End what begins on a day of its column on the day before the next column's."""
    decided = [rate for rate in rates if not rate.proposed]
    starts = sorted({(r.name, r.validity.since) for r in decided if r.validity.since})

    def end(rate: Rate) -> Validity:
        since, until = rate.validity.since, rate.validity.until
        if since is None or until is not None or rate.proposed:
            return rate.validity
        later = (day for name, day in starts if name == rate.name and day > since)
        following = next(later, None)
        return Validity(since, following - _DAY) if following else rate.validity

    return [replace(rate, validity=end(rate)) for rate in rates]


def _told_apart(rates: Sequence[Rate]) -> list[Rate]:
    """Leave out figures of a row that nothing tells apart."""

    def mark(rate: Rate) -> object:
        return rate.name, rate.unit, rate.agreement_year, rate.validity, rate.proposed

    marks = Counter(map(mark, rates))
    return [rate for rate in rates if marks[mark(rate)] == 1]
