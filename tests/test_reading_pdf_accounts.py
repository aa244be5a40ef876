"""No character of a PDF is lost unaccounted."""

from itertools import pairwise
from pathlib import Path

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.reading.extraction import Reason, Unreadable, ink
from ingest.reading.pdf.reader import read_pdf
from tests.pdf_pages import HOSTILE, at, lines, pdf


def test_three_hundred_pages_are_read() -> None:
    extraction = read_pdf(pdf(*(lines(f"Side nummer {n} i sagen.") for n in range(300))))
    assert len(extraction.pages) == 300
    assert "Side nummer 299" in extraction.pages[299].span.of(extraction.text)


places = st.tuples(
    st.integers(0, 500), st.integers(0, 800), st.text("abc .-123", min_size=1, max_size=12)
)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(places, max_size=12), min_size=1, max_size=4))
def test_no_page_loses_a_character_unaccounted(pages: list[list[tuple[int, int, str]]]) -> None:
    data = pdf(*("".join(at(x, y, text) for x, y, text in page) for page in pages))
    try:
        extraction = read_pdf(data)
    except Unreadable:
        assert not any(text.strip() for page in pages for _, _, text in page)
        return
    assert extraction.yielded == sum(ink(text) for page in pages for _, _, text in page)
    assert [page.number for page in extraction.pages] == list(range(1, len(pages) + 1))
    ends = [(page.span.start, page.span.end) for page in extraction.pages]
    assert ends[0][0] == 0
    assert ends[-1][1] == len(extraction.text)
    assert all(a[1] == b[0] for a, b in pairwise(ends))


def known_pdfs() -> list[Path]:
    return sorted(HOSTILE.rglob("*.pdf"))


@pytest.mark.parametrize("path", known_pdfs() or [None], ids=lambda p: p.name if p else "none")
def test_every_odd_pdf_yields_what_pypdf_finds_in_it(path: Path | None) -> None:
    if path is None:
        pytest.skip("the shared hostile files are not here")
    try:
        extraction = read_pdf(path.read_bytes())
    except Unreadable as why:
        reason = why.reason
        assert reason in (Reason.ENCRYPTED, Reason.NO_TEXT)
        return
    reader = pypdf.PdfReader(path)
    if reader.is_encrypted:
        reader.decrypt("")
    assert extraction.yielded == sum(ink(page.extract_text()) for page in reader.pages)
