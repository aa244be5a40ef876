import io
import zipfile
from pathlib import Path

import pytest

from index.settings import Limits
from ingest.reading.extraction import Reason, Unreadable
from ingest.reading.formats import Format, format_of
from ingest.reading.reader import read
from ingest.reading.titles import proper_title


def package(*names: str, mimetype: str = "") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "form"),
    [
        (b"%PDF-1.7 ...", "referat", Format.PDF),
        (b"\n\n%PDF-1.4", "referat.docx", Format.PDF),
        (package("[Content_Types].xml", "word/document.xml"), "x.pdf", Format.DOCX),
        (b"<!DOCTYPE html><p>Hej", "x.txt", Format.HTML),
        (b"<html><body>404", "referat.pdf", Format.HTML),
        ("<p>mødet</p>".encode("cp1252"), "x.htm", Format.HTML),
        (b"# Dagsorden", "x.md", Format.MARKDOWN),
        (b"# Dagsorden", "x.txt", Format.TEXT),
        ("Møde".encode("utf-16"), "x.txt", Format.TEXT),
        (b"post;beloeb\n1;2", "satser.csv", Format.CSV),
        (package("[Content_Types].xml", "xl/workbook.xml"), "x.xlsx", Format.XLSX),
        (b"BMW er et bilmaerke", "x.txt", Format.TEXT),
        (b"Referat uden endelse", "LICENSE", Format.TEXT),
    ],
)
def test_the_content_says_what_a_file_is(data: bytes, name: str, form: Format) -> None:
    assert format_of(data, name) is form


@pytest.mark.parametrize(
    ("data", "name", "reason", "words"),
    [
        (b"", "x.pdf", Reason.NO_TEXT, "empty"),
        (b"\0\0\0  \n", "x.txt", Reason.NO_TEXT, "empty"),
        (b"{\\rtf1 Referat}", "x.doc", Reason.UNKNOWN_FORMAT, "RTF"),
        (b"\x89PNG\r\n\x1a\n", "x.pdf", Reason.UNKNOWN_FORMAT, "image"),
        (b"\xff\xd8\xff\xe0", "x.jpg", Reason.UNKNOWN_FORMAT, "image"),
        (b"BM\x36\0\0\0", "x.bmp", Reason.UNKNOWN_FORMAT, "image"),
        (b"\x1f\x8b\x08", "x.gz", Reason.UNKNOWN_FORMAT, "unpack"),
        (package("xl/workbook.xml"), "x.xlsx", Reason.UNKNOWN_FORMAT, "rate"),
        (package("ppt/a.xml"), "x.pptx", Reason.UNKNOWN_FORMAT, "slides"),
        (package("content.xml", mimetype="application/vnd.oasis.opendocument.text"), "x.odt",
         Reason.UNKNOWN_FORMAT, "OpenDocument"),
        (package("a.txt"), "x.zip", Reason.UNKNOWN_FORMAT, "unpack"),
        (package("a.txt"), "x.docx", Reason.UNKNOWN_FORMAT, "DOCX"),
        (b"PK\x03\x04 og saa ikke mere", "x.docx", Reason.DAMAGED, "ZIP"),
        (b"Dette er ingen PDF", "x.pdf", Reason.DAMAGED, "no PDF"),
        (bytes(range(256)) * 4, "x", Reason.UNKNOWN_FORMAT, "neither"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "x.doc",
         Reason.UNKNOWN_FORMAT, ".doc"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "x.docx",
         Reason.ENCRYPTED, "password"),
    ],
)  # fmt: skip
def test_what_is_not_read_says_what_it_is(
    data: bytes, name: str, reason: Reason, words: str
) -> None:
    with pytest.raises(Unreadable, match=words) as caught:
        format_of(data, name)
    assert caught.value.reason is reason


def test_a_file_beyond_the_limit_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "stor.txt"
    path.write_text("x" * 2_000_000, encoding="utf-8")
    with pytest.raises(Unreadable, match="limit is 1 MiB") as caught:
        read(path, Limits(file_mb=1))
    assert caught.value.reason is Reason.TOO_LARGE


def test_text_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lang.txt"
    path.write_text("Udvalget drøftede sagen. " * 100, encoding="utf-8")
    with pytest.raises(Unreadable, match="limit is 1,000") as caught:
        read(path, Limits(characters=1_000))
    assert caught.value.reason is Reason.TOO_LARGE


@pytest.mark.parametrize("name", ["lang.txt", "lang.md", "lang.html"])
def test_text_beyond_the_limit_costs_no_cleaning(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(_: object) -> None:
        raise AssertionError("a text of 60 MB takes a minute here")

    monkeypatch.setattr("ingest.reading.reader.clean", never)
    monkeypatch.setattr("ingest.reading.reader.read_markdown", never)
    path = tmp_path / name
    path.write_text("Udvalget drøftede sagen.\n" * 100, encoding="utf-8")
    with pytest.raises(Unreadable, match=r"2,\d+ characters of text.*limit is 1,000") as caught:
        read(path, Limits(characters=1_000))
    assert caught.value.reason is Reason.TOO_LARGE


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="not a file"):
        read(tmp_path, Limits())


@pytest.mark.parametrize(
    ("metadata", "title"),
    [
        ("Strategi for  kvalitet", "Strategi for kvalitet"),
        ("Microsoft Word - Notat om økonomi", "Notat om økonomi"),
        ("Microsoft Word - Notat om økonomi.docx", None),
        ("Untitled document", None),
        ("ref_2019-03-11_endelig", None),
        ("Dokument 1", None),
        ("", None),
        (None, None),
    ],
)
def test_a_title_is_more_than_a_file_name(metadata: str | None, title: str | None) -> None:
    assert proper_title(metadata) == title
