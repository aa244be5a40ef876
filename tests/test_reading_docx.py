import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from ingest.reading import package
from ingest.reading.docx import read_docx
from ingest.reading.docx_numbering import Numbering, formatted
from ingest.reading.extraction import Extraction, Reason, Unreadable, ink

HOSTILE = Path(__file__).parents[2] / "shared" / "hostile" / "docx"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def saved(document: docx.document.Document) -> bytes:
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


def test_paragraphs_headings_and_tables_come_in_document_order() -> None:
    document = docx.Document()
    document.add_heading("Referat", 0)
    document.add_paragraph("Indledning.")
    table = document.add_table(2, 2)
    for cell, text in zip(
        [c for row in table.rows for c in row.cells], ["Post", "Beløb", "Honorar", "780 kr."],
        strict=True,
    ):  # fmt: skip
        cell.text = text
    for cell in table.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True
    document.add_heading("1. Økonomi", 2)
    document.add_paragraph("Godkendt.")
    extraction = read_docx(saved(document))
    assert extraction.text == (
        "Referat\n\nIndledning.\n\nPost: Honorar · Beløb: 780 kr.\n\n1. Økonomi\n\nGodkendt."
    )
    assert [(h.span.of(extraction.text), h.level) for h in extraction.headings] == [
        ("Referat", 1),
        ("1. Økonomi", 2),
    ]
    assert extraction.table_rows[0].of(extraction.text) == "Post: Honorar · Beløb: 780 kr."


def test_insertions_are_kept_and_deletions_are_not() -> None:
    extraction = body(
        "<w:p><w:r><w:t>Indstillingen blev </w:t></w:r>"
        '<w:del w:id="1" w:author="x"><w:r><w:delText>afvist</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="x"><w:r><w:t>godkendt</w:t></w:r></w:ins>'
        "<w:r><w:t>.</w:t></w:r></w:p>"
        '<w:moveFrom w:id="3" w:author="x"><w:p><w:r><w:t>gammelt sted</w:t></w:r></w:p>'
        "</w:moveFrom>"
    )
    assert extraction.text == "Indstillingen blev godkendt."
    assert {(r.what, r.characters) for r in extraction.removed} == {("tracked deletion", 17)}


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    mark = '<w:pPr><w:rPr><w:del w:id="1" w:author="x"/></w:rPr></w:pPr>'
    assert (
        body(paragraph("Punktet ", mark) + paragraph("blev udsat.")).text == "Punktet blev udsat."
    )


def test_content_controls_text_boxes_and_fields_keep_their_words() -> None:
    box = (
        '<w:p><w:r><w:t>Brødtekst</w:t></w:r><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml">'
        "<v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>I boksen</w:t></w:r></w:p>"
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    control = f"<w:sdt><w:sdtContent>{paragraph('I kontrollen')}</w:sdtContent></w:sdt>"
    field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText>DATE</w:instrText></w:r>"
        "<w:r><w:t>4. juni</w:t></w:r></w:p>"
    )
    extraction = body(box + control + field)
    assert extraction.text == "Brødtekst\nI boksen\nI kontrollen\n4. juni"
    assert {(r.what, r.characters) for r in extraction.removed} == {("field code", 4)}


def test_hidden_text_and_tables_of_contents_are_accounted_for() -> None:
    extraction = body(
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>skjult</w:t></w:r><w:r><w:t>synlig</w:t></w:r></w:p>"
    )
    assert extraction.text == "synlig"
    assert extraction.removed[0].what == "hidden text"


def test_breaks_tabs_and_hyphens_are_characters() -> None:
    runs = "<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>"
    extraction = body(f"<w:p><w:r>{runs}</w:r></w:p>")
    assert extraction.text == "a b\nc-d"
    assert extraction.added == 1


NUMBERING = f"""<w:numbering xmlns:w="{W}">
 <w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>
   <w:lvlText w:val="%1.%2)"/></w:lvl>
 </w:abstractNum>
 <w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl>
 </w:abstractNum>
 <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
 <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
 <w:num w:numId="3"><w:abstractNumId w:val="0"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
</w:numbering>"""


def test_numbers_that_word_sets_are_written_out() -> None:
    numbering = Numbering(etree.fromstring(NUMBERING))
    asked = [("1", 0), ("1", 1), ("1", 1), ("1", 0), ("1", 1), ("2", 0), ("3", 0), ("3", 0)]
    assert [numbering.marker(number, level) for number, level in asked] == [
        "1.", "1.a)", "1.b)", "2.", "2.a)", "•", "5.", "6.",
    ]  # fmt: skip
    assert numbering.marker("99", 0) == ""


@pytest.mark.parametrize(
    ("number", "form", "printed"),
    [
        (3, "decimal", "3"), (3, "decimalZero", "03"), (28, "lowerLetter", "bb"),
        (2, "upperLetter", "B"), (4, "lowerRoman", "iv"), (1999, "upperRoman", "MCMXCIX"),
        (7, "none", ""), (7, "ordinalText", "7"), (0, "lowerLetter", "0"),
    ],
)  # fmt: skip
def test_numbers_are_printed_as_word_prints_them(number: int, form: str, printed: str) -> None:
    assert formatted(number, form) == printed


def test_list_points_carry_their_marker_and_count_it_as_ours() -> None:
    document = docx.Document()
    document.add_paragraph("at sagen godkendes", style="List Number")
    document.add_paragraph("at sagen udsættes", style="List Number")
    document.add_paragraph("noget andet", style="List Bullet")
    extraction = read_docx(saved(document))
    assert extraction.text == "1. at sagen godkendes\n2. at sagen udsættes\n• noget andet"
    assert extraction.added == 5


def test_page_headers_are_chrome_but_a_letterhead_is_not() -> None:
    document = docx.Document()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Notat, 4. juni 2019"
    section.header.paragraphs[0].text = "Regionen"
    section.footer.paragraphs[0].text = "Side 1"
    document.add_paragraph("Indhold")
    data = replaced(
        saved(document), "docProps/app.xml", b"<Properties><Pages>9</Pages></Properties>"
    )
    extraction = read_docx(data)
    assert extraction.text == "Notat, 4. juni 2019\nIndhold"
    assert {(r.what, r.characters) for r in extraction.removed} == {
        ("page header", 8),
        ("page footer", 5),
    }


def test_the_header_of_a_short_document_is_its_letterhead() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Sagsnr. 16/34038"
    document.add_paragraph("Indhold")
    pages = b"<Properties><Pages>1</Pages></Properties>"
    extraction = read_docx(replaced(saved(document), "docProps/app.xml", pages))
    assert extraction.text == "Sagsnr. 16/34038\nIndhold"


def test_merged_cells_belong_to_all_rows_and_columns_they_cover() -> None:
    document = docx.Document()
    table = document.add_table(3, 3)
    values = ["År", "Post", "Beløb", "2020", "Honorar", "780", "", "Kørsel", "3,94"]
    for cell, value in zip([c for r in table.rows for c in r.cells], values, strict=True):
        cell.text = value
    for cell in table.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True
    table.cell(1, 0).merge(table.cell(2, 0))
    assert read_docx(saved(document)).text == (
        "År: 2020 · Post: Honorar · Beløb: 780\nÅr: 2020 · Post: Kørsel · Beløb: 3,94"
    )


def test_notes_follow_the_paragraph_that_they_belong_to() -> None:
    name = "TestFiles__WC__WC034-Endnotes-Before.docx"
    if not HOSTILE.exists():
        pytest.skip("the shared hostile files are not here")
    text = read_docx((HOSTILE / name).read_bytes()).text
    assert text.endswith("prove your point.\nNote 1: This is an endnote.")


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


def test_sections_after_one_another_keep_their_order() -> None:
    document = docx.Document()
    document.add_paragraph("første")
    document.add_section(WD_SECTION.NEW_PAGE)
    document.add_paragraph("anden")
    assert read_docx(saved(document)).text == "første\nanden"


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
