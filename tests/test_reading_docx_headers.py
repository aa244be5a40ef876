"""What stands over and under the pages of a Word file."""

import docx

from ingest.reading.docx import read_docx
from tests.word_files import replaced, saved


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
