"""PDF files that cannot be read, or not all of them, say why."""

import io

import pypdf
import pytest

from ingest.cleaning.clean import clean
from ingest.reading.extraction import Reason, Unreadable
from ingest.reading.pdf.reader import read_pdf
from tests.pdf_pages import PROSE, lines, pdf


def test_a_scan_says_how_to_have_it_read() -> None:
    with pytest.raises(Unreadable, match="tesseract-ocr-dan") as caught:
        read_pdf(pdf("q 500 0 0 700 0 0 cm /I Do Q"))
    assert caught.value.reason is Reason.NO_TEXT
    with pytest.raises(Unreadable, match="without text or image"):
        read_pdf(pdf(""))


def test_a_scanned_page_among_others_is_named() -> None:
    extraction = read_pdf(pdf(lines("Godkendt."), "/I Do"))
    assert extraction.text == "Godkendt."
    assert extraction.warnings[0].startswith("page 2: no text but an image")


SHIFTED = "".join(chr(ord(c) - 29) if c != " " else " " for c in PROSE if ord(c) < 123)
NONSENSE = lines(*(SHIFTED[i : i + 80] for i in range(0, len(SHIFTED), 80)))


def test_a_broken_character_map_is_told_from_language() -> None:
    with pytest.raises(Unreadable, match="character map") as caught:
        clean(read_pdf(pdf(NONSENSE)))
    assert caught.value.reason is Reason.NOT_LANGUAGE


def test_one_broken_page_is_a_warning() -> None:
    prose = lines(*[PROSE[:90], PROSE[90:]] * 4)
    extraction = clean(read_pdf(pdf(prose, prose, NONSENSE)))
    assert any(
        warning.startswith("page 3: its text is no language") for warning in extraction.warnings
    )


def encrypted(user: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(lines("Fortroligt referat"))))
    writer.encrypt(user, "ejer", algorithm="AES-256")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_a_password_that_only_forbids_printing_is_no_hindrance() -> None:
    assert read_pdf(encrypted("")).text == "Fortroligt referat"


def test_a_password_that_is_needed_is_the_reason() -> None:
    with pytest.raises(Unreadable) as caught:
        read_pdf(encrypted("hemmelig"))
    assert caught.value.reason is Reason.ENCRYPTED


@pytest.mark.parametrize("keep", [0.1, 0.4, 0.7, 0.95])
def test_a_truncated_file_is_damaged_or_read_as_far_as_it_goes(keep: float) -> None:
    data = pdf(*[lines(PROSE[:80])] * 5)
    try:
        extraction = read_pdf(data[: int(len(data) * keep)])
    except Unreadable as why:
        reason = why.reason
        assert reason in (Reason.DAMAGED, Reason.NO_TEXT)
    else:
        assert extraction.text
