"""Word files written by hand, from the XML of their body or part by part."""

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.reading.docx import read_docx
from ingest.reading.extraction import Extraction

HOSTILE = Path(__file__).parents[2] / "shared" / "hostile" / "docx"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def saved(document: docx.document.Document) -> bytes:
    """Return the file that Word would write."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def body(xml: str) -> Extraction:
    """Read a document whose body is this XML."""
    document = docx.Document()
    root = parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>")
    document.element.body.clear_content()
    for child in reversed(list(root)):
        document.element.body.insert(0, child)
    return read_docx(saved(document))


def paragraph(text: str, properties: str = "") -> str:
    """Return the XML of a paragraph."""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def replaced(data: bytes, name: str, content: bytes) -> bytes:
    """Return a package with one part replaced or added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
        new.writestr(name, content)
    return stream.getvalue()
