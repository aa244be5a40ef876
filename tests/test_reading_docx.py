"""The text of a Word file in the order of the document."""

import docx
import pytest
from docx.enum.section import WD_SECTION

from ingest.reading.docx import read_docx
from tests.word_files import HOSTILE, body, paragraph, saved


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


def test_sections_after_one_another_keep_their_order() -> None:
    document = docx.Document()
    document.add_paragraph("første")
    document.add_section(WD_SECTION.NEW_PAGE)
    document.add_paragraph("anden")
    assert read_docx(saved(document)).text == "første\nanden"


def test_struck_text_is_left_out_and_accounted_for() -> None:
    extraction = body(
        "<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>Godkendt</w:t></w:r><w:r><w:t>Afvist</w:t></w:r>"
        '<w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>.</w:t></w:r></w:p>'
    )
    assert extraction.text == "Afvist."
    assert {(r.what, r.characters) for r in extraction.removed} == {("struck text", 8)}
