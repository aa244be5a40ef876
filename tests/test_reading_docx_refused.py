"""Word files that are damaged, empty or meant to do harm."""

import io
import zipfile
from pathlib import Path

import docx
import pytest

from ingest.reading import package
from ingest.reading.docx import read_docx
from ingest.reading.extraction import Reason, Unreadable
from tests.word_files import W, body, paragraph, replaced, saved


def test_a_damaged_package_is_damaged() -> None:
    document = docx.Document()
    document.add_paragraph("x")
    data = saved(document)
    for broken in (data[: len(data) // 2], replaced(data, "word/document.xml", b"<w:docu")):
        with pytest.raises(Unreadable) as caught:
            read_docx(broken)
        assert caught.value.reason is Reason.DAMAGED


def test_a_document_of_an_image_alone_has_no_text() -> None:
    with pytest.raises(Unreadable) as caught:
        read_docx(saved(docx.Document()))
    assert caught.value.reason is Reason.NO_TEXT


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_XML", 2**20)
    document = docx.Document()
    document.add_paragraph("x")
    bomb = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(saved(document))) as old,
        zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for member in old.namelist():
            new.writestr(member, old.read(member))
        new.writestr("word/more.xml", b"<a>" + b" " * 3 * 2**20 + b"</a>")
    with pytest.raises(Unreadable) as caught:
        read_docx(bomb.getvalue())
    assert caught.value.reason is Reason.TOO_LARGE


def test_a_bomb_that_lies_about_its_size_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_UNPACKED", 2**20)
    data = bytearray(replaced(saved(docx.Document()), "word/big.bin", b"\0" * 3 * 2**20))
    declared = (3 * 2**20).to_bytes(4, "little")
    # The sizes stand in the local header and in the directory.
    while (at := data.find(declared)) >= 0:
        data[at : at + 4] = (10).to_bytes(4, "little")
    with pytest.raises(Unreadable) as caught:
        read_docx(bytes(data))
    assert caught.value.reason in (Reason.TOO_LARGE, Reason.DAMAGED)


def test_entities_do_not_read_files_of_this_machine(tmp_path: Path) -> None:
    secret = tmp_path / "hemmeligt.txt"
    secret.write_text("hemmelighed", encoding="utf-8")
    xml = (
        f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>før &x; efter</w:t></w:r></w:p>'
        "</w:body></w:document>"
    )
    try:
        text = read_docx(replaced(saved(docx.Document()), "word/document.xml", xml.encode())).text
    except Unreadable:
        return
    assert "hemmelighed" not in text


def test_deep_nesting_ends_without_a_crash() -> None:
    def nested(levels: int) -> str:
        inner = paragraph("inderst")
        return "<w:tbl><w:tr><w:tc>" * levels + inner + "</w:tc></w:tr></w:tbl>" * levels

    assert "inderst" in body(nested(60)).text
    with pytest.raises(Unreadable, match="nested") as caught:
        body("<w:sdt><w:sdtContent>" * 110 + paragraph("x") + "</w:sdtContent></w:sdt>" * 110)
    assert caught.value.reason is Reason.DAMAGED
