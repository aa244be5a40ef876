"""Builds the PDF and DOCX files of the sample archive from the texts in `sources/`.

    python examples/build.py            # into examples/archive, where the files are committed
    python examples/build.py --into DIR
    python examples/build.py --scan     # draw the "scanned" page anew (needs pypdfium2)

The same texts and the same library versions give the same bytes: dates are fixed and nothing is
compressed. A source is a line a block: `#` title, `##` heading, `###` part of an item, `@` agenda
item, `!` case number, `-` clause, `|` table row, anything else a paragraph; `[draft]` and
`[approved]` before a line keep it for that version of the document only.
"""

import argparse
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from itertools import groupby
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.oxml import OxmlElement
from docx.shared import Pt
from docx.table import _Row
from docx.text.paragraph import Paragraph
from fpdf import FPDF
from fpdf.enums import XPos, YPos

# What the committed files were built with; other versions may set other bytes for the same text.
BUILT_WITH = {"fpdf2": "2.8.9", "python-docx": "1.2.0"}

HERE = Path(__file__).parent
SOURCES = HERE / "sources"
ARCHIVE = HERE / "archive"

MARKS = {"#": "title", "##": "heading", "###": "part", "@": "item", "!": "case", "-": "clause"}


@dataclass(frozen=True, slots=True)
class Block:
    """A line of a source: a paragraph of some kind, or the cells of a table row."""

    kind: str
    text: str
    cells: tuple[str, ...] = ()


def blocks(source: str, version: str | None = None) -> Iterator[Block]:
    """Yield the blocks of a source that belong to `version`."""
    for line in (SOURCES / source).read_text(encoding="utf-8").splitlines():
        only = re.match(r"\[(draft|approved)\] ", line)
        if not line.strip() or (only and only[1] != version):
            continue
        text = line[only.end() :] if only else line
        if text.startswith("|"):
            yield Block("row", text, tuple(cell.strip() for cell in text.strip("|").split("|")))
            continue
        mark, _, rest = text.partition(" ")
        yield Block(MARKS[mark], rest) if mark in MARKS else Block("text", text)


def runs(content: Iterable[Block]) -> Iterator[tuple[bool, list[Block]]]:
    """Group adjacent table rows, so that a renderer sees a table at once."""
    for is_table, group in groupby(content, key=lambda block: block.kind == "row"):
        yield is_table, list(group)


# PDF -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Look:
    """How a PDF looks: a font and, a kind of block, (style, size, space above in mm)."""

    font: str
    header: str
    footer: str
    styles: dict[str, tuple[str, float, float]]


PLAIN = {"text": ("", 10.5, 1.6), "clause": ("", 10.5, 0.8), "case": ("", 9.0, 0.4)}
KVAP_STYLES = {"title": ("B", 18, 4), "heading": ("B", 12, 4), "item": ("B", 13, 8)}
SNS_STYLES = {"title": ("", 20, 2), "heading": ("I", 14, 2), "item": ("B", 12, 9)}
KVAP_LOOK = Look(
    "Helvetica",
    "Region Nordvang",
    "Side {page} af {{nb}}",
    PLAIN | KVAP_STYLES | {"part": ("B", 10.5, 3)},
)
SNS_LOOK = Look(
    "Times",
    "Samarbejdsrådet for Nære Sundhedstilbud, 8. oktober 2025",
    "- {page} -",
    PLAIN | SNS_STYLES | {"part": ("I", 11, 2.5)},
)
AGREEMENT_LOOK = Look(
    "Times", "", "AL24, side {page}", PLAIN | {"title": ("B", 20, 30), "heading": ("B", 12, 7)}
)


class Paper(FPDF):
    """A PDF whose bytes depend on what is written on it only."""

    def __init__(self, look: Look, title: str, written: date) -> None:
        super().__init__()
        self.look = look
        # Zlib differs between machines; a file of this size needs no compression.
        self.set_compression(False)
        self.core_fonts_encoding = "cp1252"
        self.set_creation_date(datetime(written.year, written.month, written.day, 12, tzinfo=UTC))
        self.set_producer("Region Nordvang")
        self.set_title(title)
        self.set_margins(25, 22, 22)
        self.set_auto_page_break(True, 24)

    def file_id(self) -> str:
        """Leave out the identifier that would change with every build."""
        return ""

    def header(self) -> None:
        """Print what stands above every page."""
        if self.look.header:
            self.set_font(self.look.font, "", 8.5)
            self.cell(0, 5, self.look.header, align="R", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
            self.ln(4)

    def footer(self) -> None:
        """Print the page number."""
        self.set_y(-16)
        self.set_font(self.look.font, "", 8.5)
        self.cell(0, 5, self.look.footer.format(page=self.page_no()), align="C")

    def write_block(self, block: Block) -> None:
        """Set one paragraph."""
        style, size, above = self.look.styles[block.kind]
        self.ln(above)
        # A heading stays with the lines that follow it.
        if block.kind in {"item", "part", "heading"} and self.will_page_break(24):
            self.add_page()
        self.set_font(self.look.font, style, size)
        indent = 6 if block.kind == "clause" else 0
        self.set_x(self.l_margin + indent)
        text = f"- {block.text}" if block.kind == "clause" else block.text
        self.multi_cell(0, size * 0.48, text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def write_table(self, rows: list[Block]) -> None:
        """Set a table; one that runs over the page repeats its headings."""
        self.ln(3)
        self.set_font(self.look.font, "", 9.5)
        columns = zip(*(row.cells for row in rows), strict=True)
        widths = tuple(max(map(len, column)) for column in columns)
        with self.table(text_align="LEFT", line_height=5.6, col_widths=widths) as table:
            for row in rows:
                table.row(row.cells)
        self.ln(2)


def pdf(source: str, look: Look, title: str, written: date) -> bytes:
    """Render a source as PDF."""
    paper = Paper(look, title, written)
    paper.add_page()
    for is_table, group in runs(blocks(source)):
        if is_table:
            paper.write_table(group)
        else:
            for block in group:
                paper.write_block(block)
    return bytes(paper.output())


def scan(picture: str, title: str, written: date) -> bytes:
    """Wrap a picture of a page as a PDF without any text, as a scanner does."""
    paper = Paper(Look("Helvetica", "", "", {}), title, written)
    paper.set_auto_page_break(False)
    paper.add_page()
    paper.look = Look("Helvetica", "", " ", {})
    paper.image(SOURCES / picture, x=0, y=0, w=210)
    return bytes(paper.output())


def draw_scan() -> None:
    """Draw the page that `scan` wraps: typed, then a little crooked and grey."""
    import pypdfium2  # noqa: PLC0415  # only whoever changes the page needs it
    from PIL import Image, ImageFilter  # noqa: PLC0415

    page = FPDF()
    page.add_page()
    page.set_margins(25, 40)
    page.set_font("Courier", "", 12)
    page.set_y(50)
    for line in (SOURCES / "underskriftsside.txt").read_text(encoding="utf-8").splitlines():
        page.cell(0, 7, line, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    picture = pypdfium2.PdfDocument(bytes(page.output()))[0].render(scale=150 / 72).to_pil()
    crooked = picture.convert("L").rotate(0.7, Image.Resampling.BICUBIC, fillcolor=255)
    grey = crooked.filter(ImageFilter.GaussianBlur(0.6)).point(lambda v: 20 + v * 0.88)
    grey.save(SOURCES / "underskriftsside.jpg", quality=45, dpi=(150, 150))


# DOCX ------------------------------------------------------------------------------------------

WORD_LEVELS = {"title": 0, "heading": 1, "item": 1, "part": 2}


def styled(document: WordDocument, block: Block) -> Paragraph:
    """Add a paragraph with Word's own heading and list styles."""
    if block.kind in WORD_LEVELS:
        heading: Paragraph = document.add_heading(block.text, WORD_LEVELS[block.kind])
        return heading
    return document.add_paragraph(block.text, "List Bullet" if block.kind == "clause" else None)


def typed(document: WordDocument, block: Block) -> Paragraph:
    """Add a paragraph as people type it: a heading is bold body text, a dash is a dash."""
    paragraph = document.add_paragraph()
    run = paragraph.add_run(f"- {block.text}" if block.kind == "clause" else block.text)
    run.bold = block.kind in WORD_LEVELS or None
    if block.kind == "title":
        run.font.size = Pt(16)
    return paragraph


def word(
    source: str,
    title: str,
    written: date,
    write: Callable[[WordDocument, Block], Paragraph] = styled,
    version: str | None = None,
) -> bytes:
    """Render a source as DOCX."""
    document = docx.Document()
    describe(document, title, written)
    for is_table, group in runs(blocks(source, version)):
        if is_table:
            table = document.add_table(0, len(group[0].cells), "Table Grid")
            for row in group:
                for cell, text in zip(table.add_row().cells, row.cells, strict=True):
                    cell.text = text
            repeat_on_every_page(table.rows[0])
        else:
            for block in group:
                write(document, block)
    return packed(document)


def repeat_on_every_page(heading: _Row) -> None:
    """Mark the row as Word's "header row" and set it in bold."""
    heading._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell in heading.cells:
        cell.paragraphs[0].runs[0].bold = True


def describe(document: WordDocument, title: str, written: date) -> None:
    """Set the metadata, and drop what the library's template brings along unused."""
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "Region Nordvang", ""
    properties.created = properties.modified = datetime(written.year, written.month, written.day)  # noqa: DTZ001  # python-docx writes it as UTC
    properties.last_modified_by, properties.revision = "Region Nordvang", 1
    used = {"Normal Table", "Table Grid"}
    for style in list(document.styles):
        if style.name not in used and str(style.type).startswith("TABLE"):
            style.delete()
    for owner in (document.part.package, document.part):
        for key, relation in list(owner.rels.items()):
            if relation.reltype.endswith(("/thumbnail", "/stylesWithEffects", RELATION.CUSTOM_XML)):
                owner.rels.pop(key)


def packed(document: WordDocument) -> bytes:
    """Write the file with a fixed time on every part, uncompressed."""
    first, second = io.BytesIO(), io.BytesIO()
    document.save(first)
    with zipfile.ZipFile(first) as made, zipfile.ZipFile(second, "w") as packed_anew:
        for name in made.namelist():
            packed_anew.writestr(zipfile.ZipInfo(name), made.read(name))
    return second.getvalue()


# Text ------------------------------------------------------------------------------------------


def windows_text(source: str) -> bytes:
    """Encode a source as old Windows programs save it."""
    text = (SOURCES / source).read_text(encoding="utf-8")
    return text.replace("\n", "\r\n").encode("windows-1252")


MINUTES_2025 = partial(word, "kvap-2025-06-11.md", "Kvalitetsudvalget for Almen Praksis")
MEMO = partial(windows_text, "notat-laeringskredse.txt")
MINUTES_2023 = ("kvap-2023-09-20.md", "Referat KVAP 20. september 2023", date(2023, 10, 3))

FILES: dict[str, Callable[[], bytes]] = {
    "kvap/2023-09-20-referat.pdf": lambda: pdf(MINUTES_2023[0], KVAP_LOOK, *MINUTES_2023[1:]),
    "kvap/word/2023-09-20-referat.docx": partial(word, *MINUTES_2023),
    "kvap/2025-06-11/bilag-2-notat.txt": MEMO,
    "kvap/2025-06-11/referat-udkast.docx": partial(
        MINUTES_2025, date(2025, 6, 24), version="draft"
    ),
    "kvap/2025-06-11/referat-godkendt.docx": partial(
        MINUTES_2025, date(2025, 9, 17), version="approved"
    ),
    "sns/2025-10-08-protokol.pdf": partial(
        pdf, "sns-2025-10-08.md", SNS_LOOK, "Beslutningsprotokol", date(2025, 10, 15)
    ),
    "aftaler/AL24.pdf": partial(
        pdf, "aftale-al24.md", AGREEMENT_LOOK, "Aftale om almen lægehjælp", date(2023, 12, 8)
    ),
    "aftaler/AL24-underskriftsside.pdf": partial(
        scan, "underskriftsside.jpg", "Skannet dokument", date(2023, 12, 18)
    ),
    "kommissorier/kommissorium-kvap.docx": partial(
        word, "kommissorium-kvap.md", "Kommissorium", date(2022, 11, 30), typed
    ),
    "strategier/kvalitetsstrategi-2024-2027.docx": partial(
        word, "strategi.md", "Kvalitetsstrategi for almen praksis 2024-2027", date(2024, 8, 21)
    ),
    "notater/2025-05-20-notat-laeringskredse.txt": MEMO,
    "fortroligt/2025-11-19-referat.docx": partial(
        word, "kvap-2025-11-19-lukket.md", "Fortroligt referat", date(2025, 11, 20), typed
    ),
}


def main() -> None:
    """Write every file."""
    parser = argparse.ArgumentParser(description="Build the sample archive's PDF and DOCX files.")
    parser.add_argument("--into", type=Path, default=ARCHIVE)
    parser.add_argument("--scan", action="store_true", help="draw the scanned page anew first")
    arguments = parser.parse_args()
    if arguments.scan:
        draw_scan()
    for name, build in FILES.items():
        target = arguments.into / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(build())


if __name__ == "__main__":
    main()
