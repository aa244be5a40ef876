"""Which tables have names over their columns though nothing in the file marks them."""

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import Table as WordTable
from fpdf import FPDF
from fpdf.enums import VAlign

from ingest.reading.blocks import Block, Cell, Table
from ingest.reading.docx import read_docx
from ingest.reading.html import read_html
from ingest.reading.pdf.reader import read_pdf
from ingest.reading.tables import rows_of
from tests.word_files import saved

AGENDA = (
    "Nr. | Emne | Indstilling | Beslutning",
    "1 | Dagsorden | At den godkendes | Godkendt",
    "2 | Ny kaj | | Udsat",
    "3 | Eventuelt | |",
)
READ_AGENDA = [
    "Nr.: 1 · Emne: Dagsorden · Indstilling: At den godkendes · Beslutning: Godkendt",
    "Nr.: 2 · Emne: Ny kaj · Beslutning: Udsat",
    "Nr.: 3 · Emne: Eventuelt",
]


def grid(rows: tuple[str, ...]) -> list[list[str]]:
    return [[text.strip() for text in row.split("|")] for row in rows]


def cell(text: str, columns: int = 1, rows: int = 1) -> Cell:
    return Cell((Block(text),) if text else (), columns, rows)


def texts(*rows: str) -> list[str]:
    cells = tuple(tuple(map(cell, row)) for row in grid(rows))
    return [row.text for row in rows_of(Table(cells))]


def word(rows: tuple[str, ...], style: str | None = None, shade: str | None = None) -> list[str]:
    document = docx.Document()
    table: WordTable = document.add_table(0, len(grid(rows)[0]), style)
    for place, row in enumerate(grid(rows)):
        for each, text in zip(table.add_row().cells, row, strict=True):  # type: ignore[no-untyped-call]
            each.text = text
            if shade and place == 0:
                fill = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{shade}"/>')
                each._tc.get_or_add_tcPr().append(fill)
    return read_docx(saved(document)).text.split("\n")


def page(rows: tuple[str, ...], borders: str = "ALL") -> list[str]:
    document = FPDF()
    document.add_page()
    document.set_font("helvetica", size=10)
    with document.table(
        first_row_as_headings=False,
        borders_layout=borders,
        line_height=4.2,
        padding=1.2,
        v_align=VAlign.T,
        text_align="LEFT",
    ) as table:
        for row in grid(rows):
            made = table.row()
            for text in row:
                made.cell(text)
    return read_pdf(bytes(document.output())).text.split("\n")


def web(rows: tuple[str, ...]) -> list[str]:
    made = "".join("<tr>" + "".join(f"<td>{t}</td>" for t in row) + "</tr>" for row in grid(rows))
    return read_html(f"<body><table>{made}</table></body>".encode()).text.split("\n")


def test_a_table_of_minutes_keeps_its_columns_in_every_format() -> None:
    assert texts(*AGENDA) == READ_AGENDA
    assert word(AGENDA) == READ_AGENDA
    assert web(AGENDA) == READ_AGENDA
    assert page(AGENDA) == READ_AGENDA
    assert page(AGENDA, "NONE") == READ_AGENDA


@pytest.mark.parametrize(
    ("rows", "last"),
    [
        (
            ("Ydelse | 2022 | 2023", "Honorar | 1.010,50 kr. | 1.044 kr.", "Klynge | 2,20 | 3,30"),
            "Ydelse: Klynge · 2022: 2,20 · 2023: 3,30",
        ),
        ((" | 2022 | 2023", "Honorar | 100 | 110"), "Honorar · 2022: 100 · 2023: 110"),
        (
            ("Post | Sats pr. 1. april 2023 | Sats pr. 1.10.2023", "Diæt | 540 kr. | 555 kr."),
            "Post: Diæt · Sats pr. 1. april 2023: 540 kr. · Sats pr. 1.10.2023: 555 kr.",
        ),
        (("Post | År 1 | År 2", "Klynge | 1,10 | 2,20"), "Post: Klynge · År 1: 1,10 · År 2: 2,20"),
        (
            ("Post | 1. aftaleår | Andet aftaleår", "Klynge | 1,10 | 2,20"),
            "Post: Klynge · 1. aftaleår: 1,10 · Andet aftaleår: 2,20",
        ),
        (
            ("Opgave | Ansvarlig | Frist", "Tilbud | Ib Krog | 1. juni 2020"),
            "Opgave: Tilbud · Ansvarlig: Ib Krog · Frist: 1. juni 2020",
        ),
        (
            ("Navn | Organisation | Til stede | Afbud", "Ib Krog | Havnen | | x"),
            "Navn: Ib Krog · Organisation: Havnen · Afbud: x",
        ),
        (
            ("Havn | Åbner | Lukker", "Ribe | 1. april | oktober", "Fanø | 3/4-07 | maj 2008"),
            "Havn: Fanø · Åbner: 3/4-07 · Lukker: maj 2008",
        ),
        (("Kl. | Program", "9.00 | Velkomst", "9.30 | Oplæg"), "Kl.: 9.30 · Program: Oplæg"),
        (("Punkt: | Beslutning:", "Kajen | Udsat"), "Punkt: Kajen · Beslutning: Udsat"),
    ],
)  # fmt: skip
def test_names_years_and_figures_tell_a_header(rows: tuple[str, ...], last: str) -> None:
    assert texts(*rows)[-1] == last


@pytest.mark.parametrize(
    "rows",
    [
        ("Dato | 12. maj 2020", "Sted | Ribe", "Mødeleder | Ib Krog"),
        ("Punkt 1 | Kajen", "Sagsfremstilling | Den er slidt", "Beslutning | Udsat"),
        ("Ib Krog | 1950", "Maja Dam | 1962", "Ole Holm | 1971"),
        ("Honorar | 500 kr.", "Kørsel | 3,73 kr.", "Diæt | 555 kr."),
        ("1. møde | 3. marts 2020 | Ribe", "2. møde | 9. juni 2020 | Esbjerg"),
        ("Region Syd | Sagsnr. 12/345", "Kajgade 2 | Dato 3. maj 2020"),
        ("Ib Krog, formand | Maja Dam, næstformand", "2020 | 2020"),
        ("Ib Krog | Maja Dam", "Ole Holm | Eva Lund"),
        ("9.00 | Velkomst", "9.30 | Oplæg", "12.00 | Frokost"),
    ],
)
def test_values_and_labels_beside_them_are_no_header(rows: tuple[str, ...]) -> None:
    assert texts(*rows) == [" · ".join(row) for row in grid(rows)]


def test_a_shade_or_a_style_of_its_own_makes_the_first_row_a_header() -> None:
    rows = ("Styrker | Svagheder", "Dybt vand | Få bøjer", "Glade folk | Dyr kaj")
    named = ["Styrker: Dybt vand · Svagheder: Få bøjer", "Styrker: Glade folk · Svagheder: Dyr kaj"]
    plain = [" · ".join(row) for row in grid(rows)]
    assert word(rows, shade="D9D9D9") == named
    assert word(rows, style="Light Grid Accent 1") == named
    assert word(rows, style="Table Grid") == plain
    assert word(rows, shade="FFFFFF") == plain


def test_a_form_has_no_header_though_its_first_row_is_shaded() -> None:
    rows = ("Dato | 12. maj 2020", "Sted | Ribe")
    assert word(rows, shade="D9D9D9") == ["Dato · 12. maj 2020", "Sted · Ribe"]


def test_the_title_of_a_table_and_titles_between_its_rows_name_no_column() -> None:
    rows = (
        (cell("Satser 2023", columns=3),),
        (cell("Ydelse"), cell("Kode"), cell("Takst")),
        (cell("Bugsering", columns=3),),
        (cell("Kort"), cell("A1"), cell("144,93 kr.")),
    )
    assert [row.text for row in rows_of(Table(rows))] == [
        "Satser 2023",
        "Bugsering",
        "Ydelse: Kort · Kode: A1 · Takst: 144,93 kr.",
    ]


def test_years_below_a_name_that_spans_them_are_read_with_it() -> None:
    rows = (
        (cell("Post", rows=2), cell("Budget", columns=2), cell("Regnskab", columns=2)),
        tuple(map(cell, ("2022", "2023", "2022", "2023"))),
        tuple(map(cell, ("Møder", "100", "110", "98", "105"))),
    )
    assert [row.text for row in rows_of(Table(rows))] == [
        "Post: Møder · Budget 2022: 100 · Budget 2023: 110 · Regnskab 2022: 98 · Regnskab 2023: 105"
    ]


def test_long_cells_below_well_known_names_are_values_and_not_a_page() -> None:
    long = "Formanden gennemgik sagen. " * 40
    assert texts("Punkt | Referat | Beslutning", f"1. Kajen | {long} | Udsat") == [
        f"Punkt: 1. Kajen · Referat: {long.strip()} · Beslutning: Udsat"
    ]
    assert texts("Vest | Øst", f"Kajen | {long}")[0] == "Vest · Øst"


def test_a_boxed_table_of_two_lines_on_a_page_is_a_table() -> None:
    rows = ("Post | Budget 2021 | Regnskab 2021", "Møder | 20.000 | 18.500")
    assert page(rows) == ["Post: Møder · Budget 2021: 20.000 · Regnskab 2021: 18.500"]
    assert "Møder 20.000 18.500" in page(rows, "NONE")


def test_the_last_row_of_a_ruled_table_keeps_the_lines_of_its_cells() -> None:
    rows = (
        "Emne | Referat | Aftale | Ansvarlig",
        "Kajen | Ingen | Udsat | Ib",
        "Bøjer | Kassereren gennemgik alle havnens bøjer og regnskabet | Godkendt | Eva",
    )
    assert page(rows)[-1].endswith("bøjer og regnskabet · Aftale: Godkendt · Ansvarlig: Eva")
