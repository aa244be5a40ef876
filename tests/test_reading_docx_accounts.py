"""No character of a Word file is lost unaccounted."""

import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from ingest.reading.docx import read_docx
from ingest.reading.extraction import Reason, Unreadable, ink
from tests.word_files import HOSTILE, W, body, paragraph


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["p", "del", "ins", "cell", "heading"]), st.text("abc æ1\t", max_size=9)
        ),
        max_size=8,
    )
)
def test_no_document_loses_a_character_unaccounted(parts: list[tuple[str, str]]) -> None:
    xml = "".join(_part(kind, text) for kind, text in parts)
    try:
        extraction = body(xml)
    except Unreadable:
        assert not any(ink(text) for kind, text in parts if kind != "del")
        return
    assert extraction.yielded == sum(ink(text) for _, text in parts)


def _part(kind: str, text: str) -> str:
    match kind:
        case "del":
            return (
                '<w:p><w:del w:id="1" w:author="x"><w:r><w:delText>'
                f"{text}</w:delText></w:r></w:del></w:p>"
            )
        case "ins":
            return f'<w:p><w:ins w:id="1" w:author="x"><w:r><w:t>{text}</w:t></w:r></w:ins></w:p>'
        case "cell":
            return f"<w:tbl><w:tr><w:tc>{paragraph(text)}</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
        case "heading":
            return paragraph(text, '<w:pPr><w:pStyle w:val="Heading2"/></w:pPr>')
        case _:
            return paragraph(text)


@pytest.mark.parametrize(
    "path", sorted(HOSTILE.glob("*.docx")) or [None], ids=lambda p: p.name if p else "none"
)
def test_every_odd_document_is_accounted_for(path: Path | None) -> None:
    if path is None:
        pytest.skip("the shared hostile files are not here")
    try:
        extraction = read_docx(path.read_bytes())
    except Unreadable as why:
        reason = why.reason
        assert reason is Reason.NO_TEXT
        return
    assert extraction.yielded == _ink_of_all_parts(path)


def _ink_of_all_parts(path: Path) -> int:
    total = 0
    tags = {f"{{{W}}}{name}" for name in ("t", "delText", "instrText", "delInstrText")}
    tags.add("{http://schemas.openxmlformats.org/officeDocument/2006/math}t")
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            part = name.removeprefix("word/")
            if part == "document.xml" or part.startswith(
                ("header", "footer", "footnotes", "endnotes", "comments.xml")
            ):
                root = etree.fromstring(archive.read(name))
                total += sum(ink(each.text or "") for each in root.iter(*tags))
    return total
