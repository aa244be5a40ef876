"""A row of a document's table into rates: its label names them, its columns tell the rest."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from index.danish.days import find_dates
from index.rates.rate import Doubt, DoubtKind, Origin, Rate
from index.rates.units import KRONER, PERIODS, Unit, ordered, parse_unit
from index.spans import Span
from ingest.rates.clauses import Sentence
from ingest.rates.figures import find_figures
from ingest.rates.qualifiers import NONE, Qualifiers, read_anywhere, read_at
from ingest.rates.subjects import LONGEST, RATE_WORD
from ingest.reading.tables import BETWEEN

_NAMED = re.compile(r"(?P<header>[^:]{1,80}?):\s+(?P<value>\S.*)", re.DOTALL)
_SUM = re.compile(
    r"\b(?:i\s+alt|ialt|sum|total|totalt|budget\w*|regnskab\w*|forbrug\w*|udgift\w*|indtægt\w*|bevilling\w*"
    r"|ansøgt\w*|bevilget|afvigelse\w*|rest\w*|saldo|ramme\w*|pulje\w*|antal|difference|ændring\w*|forskel)\b",
    re.IGNORECASE,
)
_PROPOSED = re.compile(r"\b(?:forslag|foreslået|foreslåede|forventet|skøn)\b", re.IGNORECASE)
_CURRENCY = re.compile(r"\b(?:kr\.?|kroner|dkk)(?![\w])", re.IGNORECASE)
_THOUSANDS = re.compile(r"\b(?:1\.?000|t\.?\s?|mio\.?\s?|tusinde?\s)kr", re.IGNORECASE)
_UNIT_COLUMN = re.compile(r"^(?:enhed|pr\.?|per|afregningsenhed|unit)$", re.IGNORECASE)
_BARE = re.compile(r"(?:under|over|op\s+til|mindst|mellem|fra|til|\d)", re.IGNORECASE)
"""How a label begins that says nothing without the heading above its table."""
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})*(?:,\d+)?|\d+(?:,\d+)?")


@dataclass(frozen=True, slots=True)
class _Cell:
    header: str
    value: str
    start: int
    """Of the value, in the row."""


def read_table_row(row: Sentence) -> list[Rate]:
    """Return the rates of a row "Ydelse: Besøg · 2023: 399,00 kr. · 2024: 410,00 kr."."""
    cells = list(_cells(row.text))
    label = _label(cells)
    if label is None or _SUM.search(label):
        return []
    says, _ = read_anywhere(f"{row.about} · {label}")
    if _BARE.match(label) and row.about:
        label = f"{row.about.rpartition(' · ')[2]}: {label}"[:LONGEST]
    shared = replace(NONE, per=says.per).and_then(_unit_of(cells))
    return [rate for cell in cells if (rate := _rate(row, label, cell, shared)) is not None]


def _cells(text: str) -> Iterator[_Cell]:
    start = 0
    for part in text.split(BETWEEN):
        named = _NAMED.fullmatch(part)
        if named:
            yield _Cell(named["header"].strip(), named["value"], start + named.start("value"))
        else:
            yield _Cell("", part, start)
        start += len(part) + len(BETWEEN)


def _label(cells: list[_Cell]) -> str | None:
    """Return what the row is about: its cells of words, up to the first figure."""
    words: list[str] = []
    for cell in cells:
        if _figure_alone(cell.value) or _UNIT_COLUMN.fullmatch(cell.header):
            break
        words.append(" ".join(cell.value.split()))
    label = ", ".join(words)
    return label if words and len(label) <= LONGEST and re.search(r"[^\W\d_]{2}", label) else None


def _figure_alone(value: str) -> bool:
    return _NUMBER.fullmatch(value.strip()) is not None or any(
        figure.span.start == 0 for figure in find_figures(value.strip())
    )


def _unit_of(cells: list[_Cell]) -> Qualifiers:
    for cell in cells:
        if _UNIT_COLUMN.fullmatch(cell.header):
            unit = parse_unit(cell.value) or parse_unit(f"pr. {cell.value}")
            return replace(NONE, per=unit.per) if unit else NONE
    return NONE


def _rate(row: Sentence, label: str, cell: _Cell, shared: Qualifiers) -> Rate | None:
    header, words = read_anywhere(cell.header)
    if not header.dated and (days := find_dates(cell.header)):
        header = replace(header, since=days[0][1])
    head = f"{words} {row.about}"
    kroner = _CURRENCY.search(cell.header) and not _THOUSANDS.search(cell.header)
    value = cell.value if find_figures(cell.value) or not kroner else f"{cell.value} kr."
    figures = find_figures(value)
    if len(figures) != 1 or figures[0].span.start or not figures[0].sure:
        return None
    figure = figures[0]
    beside, end = read_at(value, figure.span.end)
    if value[end:].strip(" .*)") or figure.currency != KRONER or figure.value <= 0:
        return None
    says = beside.over(header)
    per = ordered((*says.per, *shared.per))
    if _SUM.search(words) or _THOUSANDS.search(f"{cell.header} {row.about}"):
        return None
    real = any(key not in PERIODS or key.endswith("hour") for key in per)
    if not real and not RATE_WORD.search(f"{head} {label}"):
        return None
    length = min(len(value[:end].rstrip(" ,")), len(cell.value))
    start = row.span.start + cell.start
    proposed = _PROPOSED.search(cell.header) is not None
    return Rate(
        name=label,
        names=(),
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
        doubts=(*row.doubts, *((Doubt(DoubtKind.PROPOSED),) if proposed else ())),
    )
