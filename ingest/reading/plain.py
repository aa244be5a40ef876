"""Plain text: the lines as they stand, in whatever encoding; rows of tables name their columns."""

import re

from index.spans import Span
from ingest.reading.encoding import decode
from ingest.reading.extraction import Extraction, Reason, Removed, Unreadable, ink
from ingest.reading.fixed_width import tables_in

_MANY_BREAKS = re.compile(r"\n{3,}")
_FORM_FEED = re.compile(r"[\f\v\x1c-\x1f\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\0-\x08\x0e-\x1b\x7f]")


def read_text(data: bytes) -> Extraction:
    """Read a text file; runs of blank lines become one, white space at line ends goes.

    Raises:
        Unreadable: The bytes are no text in a known encoding, or there is none.
    """
    text, removed = characters_of(data)
    lines = (line.rstrip() for line in text.split("\n"))
    text = _MANY_BREAKS.sub("\n\n", "\n".join(lines)).strip()
    if not text:
        raise Unreadable(Reason.NO_TEXT, "the file is empty")
    return _with_tables(text, removed)


def _with_tables(text: str, removed: tuple[Removed, ...]) -> Extraction:
    """Return a text, the rows of its tables with the names of their columns."""
    lines = text.split("\n")
    tables = list(tables_in(lines))
    if not tables:
        return Extraction(text=text, removed=removed)
    kept: list[str] = []
    rows: list[Span] = []
    at = length = balance = 0
    for table in tables:
        kept += lines[at : table.start]
        length += sum(len(line) + 1 for line in lines[at : table.start])
        for row in table.rows:
            kept.append(row.text)
            rows.append(Span(length, length + len(row.text)))
            length += len(row.text) + 1
        source = lines[table.start : table.end]
        balance += sum(ink(row.text) for row in table.rows) - sum(map(ink, source))
        at = table.end
    kept += lines[at:]
    rules = (Removed("table header", -balance),) if balance < 0 else ()
    return Extraction(
        text="\n".join(kept),
        table_rows=tuple(rows),
        removed=(*removed, *rules),
        added=max(balance, 0),
    )


def characters_of(data: bytes) -> tuple[str, tuple[Removed, ...]]:
    """Return the decoded text with `\\n` for line ends, and what control characters were dropped.

    Raises:
        Unreadable: The bytes are no text in a known encoding.
    """
    text = decode(data)
    if text is None:
        raise Unreadable(Reason.UNKNOWN_FORMAT, "not text in a known encoding")
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = _FORM_FEED.sub("\n", text)
    controls = len(_CONTROL.findall(text))
    removed = (Removed("control characters", controls),) if controls else ()
    return _CONTROL.sub("", text), removed
