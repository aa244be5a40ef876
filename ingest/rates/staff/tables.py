"""A table of rates that staff keep, as a document with its rates: the whole file or none of it.

Every row becomes a line of the document, its values named by their columns, so that a rate is
cited like anything else.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from index.catalogue.records import Account
from index.danish.folding import fold
from index.documents import Document, DocumentKind, Section, SectionKind
from index.rates.rate import Doubt, DoubtKind, Origin, Rate
from index.spans import Span
from ingest.cleaning.personal import how_many
from ingest.passages import split
from ingest.rates.staff.columns import Header, find_header, header_errors
from ingest.rates.staff.delimited import read_csv
from ingest.rates.staff.doubts import ambiguous, is_sum, with_leaps
from ingest.rates.staff.marks import is_open, mark_errors, remark_of, row_errors
from ingest.rates.staff.personal import without_personal_numbers
from ingest.rates.staff.rows import RateRow, read_row
from ingest.rates.staff.series import Placed, joined
from ingest.rates.staff.sheets import BadTable, CellError, Row, Sheet
from ingest.reading.extraction import Reason, Unreadable, ink
from ingest.reading.formats import Format
from ingest.structure import document_id
from ingest.understood import Understood

TABLES = frozenset({Format.CSV, Format.XLSX})
"""Formats that hold tables and no text."""
BETWEEN = " · "
"""Between the values of a row, as in tables of other documents."""


def understand_table(data: bytes, form: Format, *, source: str, audience: str) -> Understood:
    """Return a table of rates as a document, with its rates.

    Raises:
        BadTable: Something in it is wrong; the message says what and where, all of it.
        Unreadable: It is no table of rates, or cannot be opened.
    """
    file = source.rsplit("/", 1)[-1]
    sheets, masked_numbers = _without_personal_numbers(_sheets(data, form))
    tables = [(sheet, header) for sheet in sheets if (header := find_header(sheet))]
    if not tables:
        raise Unreadable(
            Reason.UNKNOWN_FORMAT,
            "a table of data, but none of rates: no row names a column for the rate's name (Navn) "
            "and one for its amount (Beløb). Save what should be found as PDF or DOCX",
        )
    written = _Written()
    placed: list[Placed] = []
    errors: list[CellError] = []
    for sheet, header in tables:
        errors += [*header_errors(sheet, header), *mark_errors(sheet, header)]
        found, wrong = _read(sheet, header, written)
        placed += found
        errors += wrong
    errors += ambiguous([one for one in placed if not one.typed])
    # A row that cannot be read leaves a gap that is none.
    # What is only proposed ends nothing that applies.
    decided = [one for one in placed if not one.rate.proposed]
    ended, breaks = joined(decided, gaps=not errors)
    ended += [one for one in placed if one.rate.proposed]
    if errors or breaks:
        raise BadTable(file, tuple(sorted({*errors, *breaks})))
    if not placed:
        raise Unreadable(
            Reason.NO_TEXT, "a table of rates without a single rate (a row struck through is none)"
        )
    warnings = [
        *([how_many(masked_numbers)] if masked_numbers else []),
        *_left_out(sheets, tables),
        *_kept_as_text(tables),
        *_odd_rows(tables),
        *_proposals(ended),
    ]
    document = written.document(source, file, audience)
    kept = ink(document.text)
    return Understood(
        document,
        split(document),
        Account(0, kept - written.ours, written.ours, (), tuple(warnings)),
        tuple(_with_all_names([one.rate for one in with_leaps(ended)])),
    )


def _sheets(data: bytes, form: Format) -> Sequence[Sheet]:
    if form is Format.CSV:
        return (read_csv(data),)
    # Half a second that only a workbook needs.
    from ingest.rates.staff.workbooks import read_workbook  # noqa: PLC0415

    return read_workbook(data)


def _without_personal_numbers(sheets: Sequence[Sheet]) -> tuple[Sequence[Sheet], int]:
    masked = [without_personal_numbers(sheet) for sheet in sheets]
    return [sheet for sheet, _ in masked], sum(count for _, count in masked)


def _read(
    sheet: Sheet, header: Header, written: "_Written"
) -> tuple[list[Placed], list[CellError]]:
    """Write a sheet's rows into the text, and return their rates and what is wrong with them."""
    written.begin(sheet)
    placed: list[Placed] = []
    errors: list[CellError] = []
    for row in sheet.rows:
        if row.number <= header.row.number or row.empty or _is_left_out(row, header):
            if not row.empty and row is not header.row:
                written.line(BETWEEN.join(cell.shown for cell in row.cells if cell.shown))
            continue
        headers = _priced(row, header)
        reads = [(one, read_row(row, one, sheet.name)) for one in headers]
        wrong = [error for _, read in reads if isinstance(read, list) for error in read]
        if wrong := wrong or row_errors(row, header, sheet.name):
            errors += wrong
            continue
        span, figures = written.row(row, header)
        for one, read in reads:
            assert not isinstance(read, list)
            amount = one.fields["amount"]
            rate = _rate(read, row, one, span, figures[amount])
            typed = isinstance(row.at(amount).value, Decimal)
            placed.append(Placed(rate, sheet.name, row.number, one, typed))
    written.end()
    return placed, errors


def _priced(row: Row, header: Header) -> list[Header]:
    """Return a header for each amount that a row has; not everybody need have a price."""
    each = list(header.each())
    return [one for one in each if row.at(one.fields["amount"]).shown] or each[:1]


def _rate(read: RateRow, row: Row, header: Header, span: Span, figure: Span) -> Rate:
    english = (_of(read.english, header),) if read.english else ()
    proposed = is_open(row, header)
    return Rate(
        name=_of(read.name, header),
        names=tuple(dict.fromkeys((*english, *(_of(name, header) for name in read.synonyms)))),
        amount=read.amount.value,
        printed=row.at(header.fields["amount"]).shown,
        unit=read.whole_unit,
        agreement=read.agreement,
        agreement_year=read.year_of_agreement,
        validity=read.validity,
        origin=Origin.LOADED,
        span=span,
        figure=figure,
        note=remark_of(row, header),
        doubts=(Doubt(DoubtKind.PROPOSED),) if proposed else (),
        verified=not proposed,
    )


def _of(name: str, header: Header) -> str:
    """Return a rate's name with for whom the price of its column is."""
    return f"{name}, {header.whose}" if header.whose else name


def _with_all_names(rates: Sequence[Rate]) -> Iterator[Rate]:
    """Give every row of a rate the names that any of its rows has."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    for rate in rates:
        names[fold(rate.name)] += rate.names
    for rate in rates:
        yield replace(rate, names=tuple(dict.fromkeys(names[fold(rate.name)])))


def _left_out(sheets: Sequence[Sheet], tables: Sequence[tuple[Sheet, Header]]) -> list[str]:
    read = {sheet.name for sheet, _ in tables}
    hidden = [f"sheet {s.name!r} is hidden and was left out" for s in sheets if s.hidden]
    names = [sheet.name for sheet in sheets if sheet.name not in read and sheet.rows]
    return [f"sheet {name!r} has no columns of rates and was left out" for name in names] + hidden


def _is_sum(row: Row, header: Header) -> bool:
    return is_sum(row.at(header.fields["name"]).shown)


def _is_struck(row: Row, header: Header) -> bool:
    return any(row.at(header.fields[field]).struck for field in ("name", "amount"))


def _is_left_out(row: Row, header: Header) -> bool:
    return _is_sum(row, header) or _is_struck(row, header)


def _odd_rows(tables: Sequence[tuple[Sheet, Header]]) -> Iterator[str]:
    """Yield what is told of rows that are sums or struck through, or that Excel does not show."""
    for sheet, header in tables:
        place = f" of sheet {sheet.name!r}" if sheet.name is not None else ""
        for row in sheet.rows:
            if row.number <= header.row.number or row.empty:
                continue
            if _is_sum(row, header):
                yield f"row {row.number}{place} is a sum and no rate; kept as text"
            elif _is_struck(row, header):
                yield f"row {row.number}{place} is struck through: no rate; kept as text"
            elif row.hidden:
                yield f"row {row.number}{place} is hidden in the file; its rate was taken over"


def _proposals(placed: Sequence[Placed]) -> Iterator[str]:
    """Yield what is told of rows that are only proposed."""
    for one in placed:
        if one.rate.proposed:
            yield f"{one.place} is only proposed by its own words: kept as a proposal"


def _kept_as_text(tables: Sequence[tuple[Sheet, Header]]) -> list[str]:
    unknown = dict.fromkeys(name for _, header in tables for name in header.unknown)
    return [
        f"the column {name!r} means nothing to a table of rates; kept as text" for name in unknown
    ]


@dataclass(slots=True)
class _Part:
    """A sheet in the text."""

    heading: str | None
    start: int
    body: int


class _Written:
    """The text of the document, growing row by row."""

    def __init__(self) -> None:
        self._text = ""
        self._parts: list[_Part] = []
        self._sections: list[Section] = []
        self.ours = 0
        """Ink that the file does not have: the names of columns, repeated."""

    def begin(self, sheet: Sheet) -> None:
        start = len(self._text)
        if sheet.name is not None:
            self.line(sheet.name)
            self.ours += ink(sheet.name)
        self._parts.append(_Part(sheet.name, start, len(self._text)))

    def line(self, text: str) -> Span:
        start = len(self._text)
        self._text += text + "\n"
        return Span(start, start + len(text))

    def row(self, row: Row, header: Header) -> tuple[Span, dict[int, Span]]:
        """Write a row; return where it stands, and where the value of each column does."""
        parts: list[str] = []
        values: dict[int, Span] = {}
        for column, cell in enumerate(row.cells):
            if not cell.shown:
                continue
            name = header.heading(column)
            label = f"{name}: " if name else ""
            at = len(BETWEEN.join([*parts, ""])) + len(label)
            self.ours += ink(label) + (ink(BETWEEN) if parts else 0)
            parts.append(label + cell.shown)
            values[column] = Span(at, at + len(cell.shown))
        start = len(self._text)
        span = self.line(BETWEEN.join(parts))
        return span, {column: value.moved(start) for column, value in values.items()}

    def end(self) -> None:
        part = self._parts[-1]
        end = len(self._text)
        self._sections.append(
            Section(
                index=len(self._sections),
                kind=SectionKind.TEXT,
                heading=part.heading,
                path=(),
                item=None,
                span=Span(part.start, end),
                body=Span(min(part.body, end), max(part.body, end - 1)),
            )
        )

    def document(self, source: str, file: str, audience: str) -> Document:
        return Document(
            id=document_id(source),
            source=source,
            title=file.rsplit(".", 1)[0],
            kind=DocumentKind.RATES,
            status=None,
            body=None,
            date=None,
            time=None,
            place=None,
            chair=None,
            case_numbers=(),
            abbreviations=(),
            attendance=(),
            pages=(),
            items=(),
            sections=tuple(self._sections),
            decisions=(),
            audience=audience,
            text=self._text,
        )
