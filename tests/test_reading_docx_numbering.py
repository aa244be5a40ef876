"""Numbers and points that Word sets itself."""

import docx
import pytest
from lxml import etree

from ingest.reading.docx import read_docx
from ingest.reading.docx_numbering import Numbering, formatted
from tests.word_files import W, saved

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
