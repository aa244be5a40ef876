"""CSV files: whichever separator and encoding a Danish spreadsheet program wrote."""

import csv
import io
from collections import Counter

from ingest.rates.staff.sheets import MAX_COLUMNS, MAX_ROWS, Cell, Row, Sheet
from ingest.reading.encoding import decode
from ingest.reading.extraction import Reason, Unreadable

_SEPARATORS = (";", "\t", ",", "|")
"""In order: a semicolon is what Danish programs write, and a comma stands in Danish numbers."""
_LOOKED_AT = 20
"""Lines that tell the separator."""


def read_csv(data: bytes) -> Sheet:
    """Return the cells of a CSV file.

    Raises:
        Unreadable: It is no text, is too large, or its quotation marks do not match.
    """
    text = decode(data)
    if text is None:
        raise Unreadable(Reason.UNKNOWN_FORMAT, "its name says CSV, but it is no text")
    text, separator = _separator(text)
    rows: list[Row] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for values in reader:
            # A cell with a line break spans lines: what people count is the row.
            cells = tuple(map(_cell, values))
            if len(cells) > MAX_COLUMNS or len(rows) >= MAX_ROWS:
                raise Unreadable(
                    Reason.TOO_LARGE,
                    f"more than {MAX_ROWS:,} rows or {MAX_COLUMNS} columns: no table of rates",
                )
            rows.append(Row(len(rows) + 1, cells))
    except csv.Error as error:
        raise Unreadable(Reason.DAMAGED, f"row {len(rows) + 1} is no CSV ({error})") from error
    return Sheet(None, tuple(rows))


def _separator(text: str) -> tuple[str, str]:
    """Return the text and what separates its cells; Excel may say it in a line of its own."""
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        return rest, first.strip()[4]
    lines = [line for line in text.splitlines() if line.strip()][:_LOOKED_AT]
    counts = {sep: Counter(line.count(sep) for line in lines) for sep in _SEPARATORS}
    # The one that stands equally often in most lines; a comma in numbers does not.
    even = {
        sep: max((n for times, n in count.items() if times), default=0)
        for sep, count in counts.items()
    }
    return text, max(_SEPARATORS, key=lambda sep: even[sep])


def _cell(text: str) -> Cell:
    folded = " ".join(text.split())
    return Cell(folded or None, folded)
