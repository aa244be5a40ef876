"""Which format a file has: by its content first, then by its name."""

import re
import zipfile
import zlib
from enum import Enum
from io import BytesIO
from pathlib import PurePath

from ingest.reading.encoding import decode
from ingest.reading.extraction import Reason, Unreadable


class Format(Enum):
    """A format that can be read."""

    PDF = "PDF"
    DOCX = "DOCX"
    HTML = "HTML"
    MARKDOWN = "Markdown"
    TEXT = "text"
    CSV = "CSV"
    XLSX = "Excel workbook"


_HTML = re.compile(
    r"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.I | re.S
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "an RTF document: save it as DOCX or PDF"),
    (b"\x89PNG", "an image: put it into a PDF to have it read by OCR"),
    (b"\xff\xd8\xff", "an image: put it into a PDF to have it read by OCR"),
    (b"GIF8", "an image: put it into a PDF to have it read by OCR"),
    (b"II*\0", "an image: put it into a PDF to have it read by OCR"),
    (b"MM\0*", "an image: put it into a PDF to have it read by OCR"),
    (b"BM", "an image: put it into a PDF to have it read by OCR"),
    (b"RIFF", "an image, sound or film, which holds no text"),
    (b"\x1f\x8b", "an archive: unpack it into the folder"),
    (b"7z\xbc\xaf", "an archive: unpack it into the folder"),
    (b"Rar!", "an archive: unpack it into the folder"),
    (b"BZh9", "an archive: unpack it into the folder"),
    (b"\xfd7zXZ", "an archive: unpack it into the folder"),
    (b"%!PS", "a PostScript file: convert it to PDF"),
    (b"\x7fELF", "a program, which holds no text"),
    (b"MZ", "a program, which holds no text"),
)
_RATES = "a table of data: save rates as XLSX or CSV, and other things as PDF or DOCX"
_SUFFIXES = {
    ".json": "data (JSON), not a document",
    ".jsonl": "data (JSON), not a document",
    ".xml": "data (XML), not a document",
    ".css": "a style sheet, not a document",
    ".js": "program text, not a document",
    ".py": "program text, not a document",
    ".eml": "a mail: save its text and its attachments as files of their own",
    ".ics": "a calendar entry, not a document",
    ".svg": "a drawing: print it to PDF",
}
_BY_SUFFIX = {
    ".htm": Format.HTML,
    ".html": Format.HTML,
    ".xhtml": Format.HTML,
    ".aspx": Format.HTML,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
}
_TABLES = frozenset({".csv", ".tsv"})
_BINARY_SUFFIXES = {".pdf": "PDF", ".docx": "DOCX", ".docm": "DOCX", ".dotx": "DOCX"}
_ODF = {
    b"application/vnd.oasis.opendocument.text": "an OpenDocument text: save it as DOCX or PDF",
    b"application/vnd.oasis.opendocument.spreadsheet": f"an OpenDocument spreadsheet, {_RATES}",
    b"application/vnd.oasis.opendocument.presentation": "slides: save them as PDF",
    b"application/epub+zip": "an e-book: save it as PDF",
}


def format_of(data: bytes, name: str) -> Format:
    """Return the format of a file with that content and name.

    Raises:
        Unreadable: It is empty, or in no format that can be read; the detail says what it is.
    """
    suffix = PurePath(name).suffix.lower()
    if not data.strip(b"\0 \t\r\n"):
        raise Unreadable(Reason.NO_TEXT, "the file is empty")
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip(data, suffix)
    if data.startswith(_OLE):
        raise _ole(data)
    _refuse_known(data)
    if suffix in _BINARY_SUFFIXES:
        kind = _BINARY_SUFFIXES[suffix]
        text = decode(data)
        if text is None or not _HTML.match(text[:2000]):
            raise Unreadable(Reason.DAMAGED, f"its name says {kind}, but its content is no {kind}")
        return Format.HTML
    return _textual(data, suffix)


def _textual(data: bytes, suffix: str) -> Format:
    text = decode(data)
    if text is None:
        raise Unreadable(Reason.UNKNOWN_FORMAT, "neither a known document format nor text")
    if suffix in _SUFFIXES:
        raise Unreadable(Reason.UNKNOWN_FORMAT, _SUFFIXES[suffix])
    if _HTML.match(text[:5000]):
        return Format.HTML
    if suffix in _TABLES:
        return Format.CSV
    return _BY_SUFFIX.get(suffix, Format.TEXT)


def _refuse_known(data: bytes) -> None:
    for start, what in _SIGNATURES:
        # Letters alone are no proof: "BM", "MZ" and "RIFF" begin words as well.
        if data.startswith(start) and (not start.isalpha() or b"\0" in data[:64]):
            raise Unreadable(Reason.UNKNOWN_FORMAT, what)
    if data[4:12] in (b"ftypheic", b"ftypmif1", b"ftypheix"):
        raise Unreadable(
            Reason.UNKNOWN_FORMAT, "an image: put it into a PDF to have it read by OCR"
        )


def _zip(data: bytes, suffix: str) -> Format:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = set(package.namelist())
            mime = package.read("mimetype")[:100] if "mimetype" in names else b""
    except (
        zipfile.BadZipFile,
        zlib.error,
        RuntimeError,
        NotImplementedError,
        EOFError,
        OSError,
        ValueError,
    ) as error:
        raise Unreadable(Reason.DAMAGED, f"its ZIP package cannot be opened ({error})") from error
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return Format.DOCX
    if "[Content_Types].xml" in names and "xl/workbook.xml" in names:
        return Format.XLSX
    raise Unreadable(Reason.UNKNOWN_FORMAT, _package(names, mime, suffix))


def _package(names: set[str], mime: bytes, suffix: str) -> str:
    if any(name.startswith("xl/") for name in names):
        return f"an Excel workbook, {_RATES}"
    if any(name.startswith("ppt/") for name in names):
        return "slides: save them as PDF"
    if mime.strip() in _ODF:
        return _ODF[mime.strip()]
    if suffix in _BINARY_SUFFIXES:
        return f"its name says {_BINARY_SUFFIXES[suffix]}, but it is an archive of other files"
    return "an archive: unpack it into the folder"


def _ole(data: bytes) -> Unreadable:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Unreadable(Reason.ENCRYPTED, "an Office file with a password: save it without one")
    for stream, what in (
        ("WordDocument", "an old Word document (.doc): save it as DOCX or PDF"),
        ("Workbook", f"an old Excel workbook, {_RATES}"),
        ("PowerPoint Document", "old slides: save them as PDF"),
        ("__substg1.0", "an Outlook mail: save its text and attachments as files of their own"),
    ):
        if stream.encode("utf-16-le") in data:
            return Unreadable(Reason.UNKNOWN_FORMAT, what)
    return Unreadable(Reason.UNKNOWN_FORMAT, "an old Office file: save it as DOCX or PDF")
