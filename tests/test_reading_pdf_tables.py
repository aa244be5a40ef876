"""Tables of a PDF, told by where their cells stand."""

from ingest.reading.extraction import ink
from ingest.reading.pdf.reader import read_pdf
from tests.pdf_pages import at, lines, pdf

RATES = [("Honorar for møder", "780 kr."), ("Kørsel", "3,94 kr."), ("Forberedelse", "390 kr.")]


def grid(rows: list[tuple[str, str]], *, y: float = 700, header: bool = True) -> str:
    head = at(72, y, "Post", font="B") + at(300, y, "Beløb", font="B") if header else ""
    body = ""
    for index, (name, value) in enumerate(rows, 1):
        body += at(72, y - 16 * index, name) + at(300, y - 16 * index, value)
    return head + body


def test_table_rows_name_their_columns() -> None:
    extraction = read_pdf(pdf(lines("Satser for 2020") + grid(RATES)))
    assert [row.of(extraction.text) for row in extraction.table_rows] == [
        "Post: Honorar for møder · Beløb: 780 kr.",
        "Post: Kørsel · Beløb: 3,94 kr.",
        "Post: Forberedelse · Beløb: 390 kr.",
    ]


def test_a_table_that_goes_on_upon_the_next_page_keeps_its_header() -> None:
    extraction = read_pdf(pdf(grid(RATES, y=200), grid(RATES, y=790, header=False)))
    assert len(extraction.table_rows) == 6
    assert extraction.table_rows[5].of(extraction.text) == "Post: Forberedelse · Beløb: 390 kr."
    assert extraction.yielded == ink("Post Beløb" + "".join(a + b for a, b in RATES) * 2)


def test_cells_of_several_lines_make_one_row() -> None:
    content = at(72, 700, "Post", font="B") + at(300, 700, "Beløb", font="B")
    for index in range(3):
        y = 676 - 40 * index
        content += at(72, y, "Honorar for") + at(72, y - 11, "deltagelse i møder")
        content += at(300, y, f"{index}80 kr.")
    extraction = read_pdf(pdf(content))
    assert extraction.table_rows[1].of(extraction.text) == (
        "Post: Honorar for deltagelse i møder · Beløb: 180 kr."
    )


def test_cells_set_in_the_middle_of_their_row_belong_to_it() -> None:
    content = at(72, 700, "Post", font="B") + at(300, 700, "Beløb", font="B")
    for index in range(3):
        y = 676 - 44 * index
        content += at(72, y, "Honorar for") + at(72, y - 22, "pr. time")
        content += at(72, y - 11, "deltagelse") + at(300, y - 11, f"{index}80 kr.")
    extraction = read_pdf(pdf(content))
    assert [row.of(extraction.text) for row in extraction.table_rows] == [
        f"Post: Honorar for deltagelse pr. time · Beløb: {n}80 kr." for n in range(3)
    ]


def test_headers_closer_than_their_columns_are_kept_apart() -> None:
    content = at(72, 700, "Klinik", font="B") + at(200, 700, "Læger", font="B")
    content += at(233, 700, "Tilmeldte", font="B")
    for index, (name, doctors, patients) in enumerate(
        [("Ved Åen", 2, 3556), ("Nord", 1, 1702)] * 2
    ):
        y = 684 - 16 * index
        content += at(72, y, name) + at(200, y, str(doctors)) + at(236, y, str(patients))
    extraction = read_pdf(pdf(content))
    assert extraction.table_rows[0].of(extraction.text) == (
        "Klinik: Ved Åen · Læger: 2 · Tilmeldte: 3556"
    )
