"""One file into clean text: what runs in the child process."""

import stat
from pathlib import Path

from index.settings import Limits
from ingest.cleaning.clean import clean
from ingest.reading.docx import read_docx
from ingest.reading.encoding import decode
from ingest.reading.extraction import Extraction, Reason, Unreadable
from ingest.reading.formats import Format, format_of
from ingest.reading.html import read_html
from ingest.reading.markdown import read_markdown
from ingest.reading.ocr import Ocr
from ingest.reading.pdf.reader import read_pdf
from ingest.reading.plain import read_text

MIB = 2**20
MARKUP = 2
"""Characters of a Markdown file to one of its text, at the very most."""


def read(path: Path, limits: Limits) -> Extraction:
    """Read and clean a file, whatever its format.

    Raises:
        Unreadable: It cannot be read; the reason and the detail say why, and what helps.
    """
    return read_as(*opened(path, limits), limits)


def opened(path: Path, limits: Limits) -> tuple[bytes, Format]:
    """Return the content of a file and its format.

    Raises:
        Unreadable: It cannot be opened, or is in no format that can be read.
    """
    data = _bytes_of(path, limits)
    return data, format_of(data, path.name)


def read_as(data: bytes, form: Format, limits: Limits) -> Extraction:
    """Read and clean the content of a document, whatever its format.

    Raises:
        Unreadable: It cannot be read; the reason and the detail say why, and what helps.
    """
    if form is Format.MARKDOWN:
        # Parsing it takes a quarter of a minute for a file three times the limit.
        _refuse_beyond(len(decode(data) or ""), limits.characters, MARKUP)
    extraction = _read(data, form, limits)
    # Before it is cleaned, which takes a minute for such a text.
    _refuse_beyond(len(extraction.text), limits.characters)
    return clean(extraction)


def _refuse_beyond(characters: int, limit: int, markup: int = 1) -> None:
    if characters > markup * limit:
        what = "text" if markup == 1 else "text and markup"
        raise Unreadable(
            Reason.TOO_LARGE, f"{characters:,} characters of {what}; the limit is {limit:,} of text"
        )


def _read(data: bytes, form: Format, limits: Limits) -> Extraction:
    match form:
        case Format.PDF:
            return read_pdf(data, lambda: Ocr.within(limits.seconds))
        case Format.DOCX:
            return read_docx(data)
        case Format.HTML:
            return read_html(data)
        case Format.MARKDOWN:
            return read_markdown(data)
        case Format.TEXT:
            return read_text(data)
        case Format.CSV | Format.XLSX:
            raise Unreadable(Reason.UNKNOWN_FORMAT, "a table of data, not a document")


def _bytes_of(path: Path, limits: Limits) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            # A pipe would keep us waiting for ever.
            raise Unreadable(Reason.UNKNOWN_FORMAT, "not a file but a pipe, a device or a folder")
        if status.st_size > limits.file_mb * MIB:
            size = status.st_size / MIB
            raise Unreadable(
                Reason.TOO_LARGE, f"{size:,.0f} MiB; the limit is {limits.file_mb:,.0f} MiB"
            )
        return path.read_bytes()
    except PermissionError as error:
        raise Unreadable(Reason.NO_PERMISSION, "this user may not read it") from error
    except OSError as error:
        raise Unreadable(
            Reason.DAMAGED, f"it cannot be read from the disk ({error.strerror})"
        ) from error
