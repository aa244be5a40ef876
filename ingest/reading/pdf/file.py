"""PDF files through pypdf: opened, decrypted, and each page as a stream of operators.

pypdf's own text extraction gives lines without places. Paragraphs, tables and repeated headers can
only be told by where the text stands, so the operators are interpreted by our own code; parsing,
decryption, fonts and character maps are pypdf's. (Its `Font` is a private class: the tests notice
when it moves.)
"""

import logging
from io import BytesIO
from typing import Any, cast

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PyPdfError
from pypdf.generic import ContentStream, DictionaryObject, NullObject
from pypdf.generic._font import Font

from ingest.reading.extraction import Reason, Unreadable
from ingest.reading.pdf.content import IDENTITY, Form, Matrix, PageContent, Stream, matrix_of
from ingest.reading.pdf.interpreter import Interpreter

MAX_PAGES = 5_000
"""The longest agendas with their annexes have some 2,000 pages."""

BROKEN = (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError,
          AssertionError, ArithmeticError, NotImplementedError, EOFError, OSError)  # fmt: skip
"""What pypdf raises for damaged files: errors of its own, and those it does not foresee."""


class PdfFile:
    """An open PDF.

    Raises:
        Unreadable: It is damaged, needs a password, or has far too many pages.
    """

    def __init__(self, data: bytes) -> None:
        # pypdf reports every oddity; what matters comes back as an error or as text.
        logging.getLogger("pypdf").setLevel(logging.CRITICAL)
        try:
            self._reader = PdfReader(BytesIO(data), strict=False)
            if self._reader.is_encrypted and not self._reader.decrypt(""):
                raise Unreadable(Reason.ENCRYPTED, "it needs a password: save it without one")
            self.page_count = len(self._reader.pages)
        except (FileNotDecryptedError, DependencyError) as error:
            raise Unreadable(Reason.ENCRYPTED, f"its encryption is unknown ({error})") from error
        except LimitReachedError as error:
            raise Unreadable(Reason.TOO_LARGE, f"beyond all measure ({error})") from error
        except BROKEN as error:
            raise Unreadable(
                Reason.DAMAGED, f"no PDF can be made out in it ({_told(error)})"
            ) from error
        if self.page_count > MAX_PAGES:
            detail = f"it has {self.page_count} pages, {MAX_PAGES} are read at most: split it"
            raise Unreadable(Reason.TOO_LARGE, detail)
        self._faces: dict[int, PypdfFace] = {}

    @property
    def title(self) -> str | None:
        """The title in its metadata."""
        try:
            metadata = self._reader.metadata
        except BROKEN:
            return None
        return metadata.title if metadata else None

    def page(self, index: int) -> PageContent:
        """Return what stands on the page with that index (from 0); what is broken is a warning."""
        content = PageContent()
        try:
            page = self._reader.pages[index]
            box = page.mediabox
            content.width, content.height = float(box.width), float(box.height)
            place = _turned(content, page.rotation, float(box.left), float(box.bottom))
            contents = page.get("/Contents", NullObject()).get_object()
            if not isinstance(contents, NullObject):
                # As bytes: pypdf would else decode strings before the font has a say.
                stream = ContentStream(contents, self._reader, "bytes")
                Interpreter(content, place).run(self._stream(stream, page.get("/Resources")))
        except DependencyError as error:
            raise Unreadable(Reason.ENCRYPTED, f"its encryption is unknown ({error})") from error
        except BROKEN as error:
            content.warnings.append(f"page {index + 1} is damaged ({_told(error)})")
        return content

    def _stream(self, contents: ContentStream, resources: Any) -> Stream:
        names = _dictionary(resources)
        fonts = _dictionary(names.get("/Font"))
        drawn = _dictionary(names.get("/XObject"))
        return Stream(
            list(contents.operations),
            lambda name: self._face(fonts, name),
            lambda name: self._form(drawn, name, names),
        )

    def _face(self, fonts: DictionaryObject, name: str) -> "PypdfFace | None":
        font = _dictionary(fonts.get(name))
        if not font:
            return None
        if id(font) not in self._faces:
            self._faces[id(font)] = PypdfFace(font)
        return self._faces[id(font)]

    def _form(self, drawn: DictionaryObject, name: str, around: DictionaryObject) -> Form | None:
        found = _dictionary(drawn[name])
        if found.get("/Subtype") != "/Form":
            return None
        matrix = (
            matrix_of(cast("list[float]", found["/Matrix"])) if "/Matrix" in found else IDENTITY
        )
        # A form without resources of its own uses those of the page.
        resources = found.get("/Resources", around)
        contents = ContentStream(found, self._reader, "bytes")
        return Form(matrix, self._stream(contents, resources))


class PypdfFace:
    """A font as pypdf reads it."""

    def __init__(self, resource: DictionaryObject) -> None:
        # Held, so that its id() stays its own.
        self._resource = resource
        self._font = Font.from_font_resource(resource)
        self.space = float(self._font.space_width or 250)
        name = self._font.name.lower()
        flags = self._font.font_descriptor.flags or 0
        self.bold = "bold" in name or "black" in name or "heavy" in name or bool(flags & 1 << 18)
        self._widths: dict[str, float] = {}

    def decode(self, piece: bytes | str) -> tuple[str, float, int, int]:
        """Return the characters, their width in thousandths, and how many glyphs and spaces."""
        font = self._font
        if not font.interpretable:
            return "", self.space * len(piece), len(piece), 0
        if isinstance(piece, str):
            raw = shown = str(piece)
        elif isinstance(font.encoding, str):
            raw = shown = piece.decode(font.encoding, "replace")
        else:
            raw = "".join(map(chr, piece))
            shown = "".join(font.encoding.get(code, chr(code)) for code in piece)
        text = "".join(font.character_map.get(char, char) for char in shown)
        width = sum(self._width(char) for char in raw)
        # Half of a pair that stands for one character cannot be stored or sent.
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return text, width, len(raw), raw.count(font.space_char)

    def _width(self, char: str) -> float:
        if char not in self._widths:
            space = char == self._font.space_char
            self._widths[char] = self.space if space else float(self._font.get_text_width(char))
        return self._widths[char]


def _turned(content: PageContent, rotation: int, left: float, bottom: float) -> Matrix:
    """Return the matrix that puts the page upright with its corner at zero."""
    width, height = content.width, content.height
    turn = rotation % 360
    if turn in (90, 270):
        content.width, content.height = height, width
    if turn == 90:
        return (0.0, -1.0, 1.0, 0.0, -bottom, width + left)
    if turn == 180:
        return (-1.0, 0.0, 0.0, -1.0, width + left, height + bottom)
    if turn == 270:
        return (0.0, 1.0, -1.0, 0.0, height + bottom, -left)
    return (1.0, 0.0, 0.0, 1.0, -left, -bottom)


def _dictionary(found: Any) -> DictionaryObject:
    value = found.get_object() if hasattr(found, "get_object") else found
    return value if isinstance(value, DictionaryObject) else DictionaryObject()


def _told(error: Exception) -> str:
    text = " ".join(str(error).split())[:120]
    return text or type(error).__name__
