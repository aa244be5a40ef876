"""What a reader gives back: the text of a file and what its format says about that text.

Every character is accounted for. A format yields some text; what of it is not white space is its
*ink*. `ink(text) + sum(removed) - added` is the ink that the format yielded, for every readable
file: what was left out stands in `removed`, what is ours (list markers, column names repeated in
every row) is counted in `added`. The text a format yields is

- PDF: what the content streams of the pages show (or what OCR read on a page without text);
- DOCX: the text nodes of the body, notes, headers, footers and comments, deletions included;
- HTML: all text nodes, scripts and styles included, comments excluded;
- Markdown and plain text: the decoded file.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from index.danish.personal_numbers import masked
from index.spans import Page, Span


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that the format itself marks: a DOCX style, `<h1>`–`<h6>`, Markdown `#`."""

    span: Span
    level: int
    """1 (outermost) to 6."""


@dataclass(frozen=True, slots=True)
class Removed:
    """Characters of the file's own text that were left out as chrome, and why."""

    what: str
    """"navigation", "script", "repeated page header", …"""
    characters: int
    """White space is not counted."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """The text of a file, cleaned; every later offset counts in `text`."""

    text: str
    pages: tuple[Page, ...] = ()
    """Empty for formats without pages; else they cover `text` in order."""
    headings: tuple[Heading, ...] = ()
    table_rows: tuple[Span, ...] = ()
    """A row a span; its text names the column of every value ("Post: Honorar · Beløb: 780 kr.")."""
    title: str | None = None
    """From the file's own metadata, where it is more than a file name."""
    removed: tuple[Removed, ...] = ()
    added: int = 0
    """Characters of `text` that are ours, not the file's: list markers, repeated column names."""
    warnings: tuple[str, ...] = ()
    """What a person should know: read by OCR, pages without text, text repaired."""

    @property
    def yielded(self) -> int:
        """The ink that the file's format yielded, kept or removed."""
        return ink(self.text) - self.added + sum(each.characters for each in self.removed)

    def warned(self, *warnings: str) -> "Extraction":
        """Return the same with warnings added."""
        return replace(self, warnings=(*self.warnings, *warnings))


def ink(text: str) -> int:
    """Count the characters that are not white space."""
    return sum(map(len, text.split()))


class Reason(StrEnum):
    """Why a file could not be read."""

    ENCRYPTED = "encrypted"
    NO_TEXT = "no text"
    """A scan, or an empty file."""
    NOT_LANGUAGE = "text is not language"
    """A broken character map: fluent nonsense."""
    TOO_LARGE = "too large"
    UNKNOWN_FORMAT = "unknown format"
    DAMAGED = "damaged"
    BAD_TABLE = "errors in a table of rates"
    """Nothing of it is taken over, so that an error cannot hide among what is right."""
    TIMED_OUT = "timed out"
    CRASHED = "crashed"
    NO_PERMISSION = "no permission"
    CHANGED = "changed while it was read"


class Unreadable(Exception):
    """A file that cannot be read: the reason, and a sentence on what to do about it."""

    def __init__(self, reason: Reason, detail: str) -> None:
        # What is wrong with a table is told in the words of its cells.
        detail = masked(detail)
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail
