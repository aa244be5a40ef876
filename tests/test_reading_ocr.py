import io
import time

import pytest
from fpdf import FPDF

from index.settings import Limits
from ingest.reading.extraction import Reason, Unreadable
from ingest.reading.ocr import Ocr, installed_languages
from ingest.reading.pdf.reader import read_pdf
from ingest.reading.reader import read

pytestmark = pytest.mark.skipif(
    "dan" not in installed_languages(),
    reason="OCR is not installed: pip install 'referent[ocr]', apt install tesseract-ocr-dan",
)


def scan(*pages: str) -> bytes:
    """Make a PDF of images; a page beginning with "=" is text instead."""
    document = FPDF()
    document.set_font("helvetica", size=12)
    for page in pages:
        document.add_page()
        if page.startswith("="):
            document.cell(text=page[1:])
        else:
            document.image(_drawn(page), x=0, y=0, w=210)
    return bytes(document.output())


def _drawn(text: str) -> io.BytesIO:
    """Print the text on a page and take a picture of it."""
    pypdfium2 = pytest.importorskip("pypdfium2")
    page = FPDF()
    page.add_page()
    page.set_font("helvetica", size=14)
    page.multi_cell(0, 8, text)
    image = pypdfium2.PdfDocument(bytes(page.output()))[0].render(scale=2).to_pil()
    stream = io.BytesIO()
    image.save(stream, "PNG")
    stream.seek(0)
    return stream


def test_a_scan_is_read_and_says_so() -> None:
    extraction = read_pdf(
        scan("Referat af mødet\nUdvalget godkendte 250.000 kr. til ordningen på Ærø."),
        lambda: Ocr.within(60),
    )
    assert "Udvalget godkendte 250.000 kr. til ordningen på Ærø." in extraction.text
    assert extraction.warnings == ("page 1: read by OCR, so letters may be wrong",)


def test_only_the_pages_without_text_are_read_so() -> None:
    extraction = read_pdf(
        scan("=Godkendt af udvalget.", "Bilag med underskrift"), lambda: Ocr.within(60)
    )
    assert [page.span.of(extraction.text).strip() for page in extraction.pages] == [
        "Godkendt af udvalget.",
        "Bilag med underskrift",
    ]
    assert [page.is_scan for page in extraction.pages] == [False, True]
    assert extraction.warnings == ("page 2: read by OCR, so letters may be wrong",)


def test_an_image_without_words_is_a_scan_without_text() -> None:
    with pytest.raises(Unreadable, match="OCR found no text") as caught:
        read_pdf(scan(""), lambda: Ocr.within(60))
    assert caught.value.reason is Reason.NO_TEXT


def test_ocr_stops_when_its_time_is_up() -> None:
    late = Ocr("dan", time.monotonic() - 1)
    assert list(late.read_pages(scan("Tekst"), [0])) == []


def test_pages_that_the_time_did_not_suffice_for_are_named() -> None:
    extraction = read_pdf(
        scan("=Godkendt af udvalget.", "Bilag"), lambda: Ocr("dan", time.monotonic())
    )
    assert extraction.warnings == (
        "page 2: no text but an image. OCR found no text on it or ran out of time",
    )


def test_without_its_programs_a_scan_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("scan") / "underskrift.pdf"
    path.write_bytes(scan("Tekst"))
    monkeypatch.setattr("ingest.reading.ocr.shutil.which", lambda _: None)
    with pytest.raises(Unreadable, match=r"referent\[ocr\].*tesseract-ocr-dan"):
        read(path, Limits())
