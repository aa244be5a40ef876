from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.reading.blocks import Block, Cell, Table
from ingest.reading.draft import Draft
from ingest.reading.tables import rows_of


def cell(text: str, *, columns: int = 1, rows: int = 1, header: bool = False) -> Cell:
    return Cell((Block(text),) if text else (), columns, rows, header)


def table(*rows: str, headers: int = 0) -> Table:
    """Make a table from rows like "Post | Beløb", the first `headers` of them marked as such."""
    return Table(
        tuple(
            tuple(cell(text.strip(), header=y < headers) for text in row.split("|"))
            for y, row in enumerate(rows)
        )
    )


def texts(given: Table) -> list[str]:
    return [row.text for row in rows_of(given)]


def test_every_value_names_its_column() -> None:
    assert texts(table("Post | Beløb", "Honorar | 780 kr.", "Kørsel | 3,94 kr.", headers=1)) == [
        "Post: Honorar · Beløb: 780 kr.",
        "Post: Kørsel · Beløb: 3,94 kr.",
    ]


def test_an_empty_value_is_left_out_and_an_unused_column_is_still_named() -> None:
    assert texts(table("Navn | Rolle | Note", "Bo | formand |", "Ida ||", headers=1)) == [
        "Note",
        "Navn: Bo · Rolle: formand",
        "Navn: Ida",
    ]


def test_text_above_figures_is_a_header_though_nothing_marks_it() -> None:
    assert texts(table("Post | Beløb", "Honorar | 780 kr.", "Kørsel | 1.250,50")) == [
        "Post: Honorar · Beløb: 780 kr.",
        "Post: Kørsel · Beløb: 1.250,50",
    ]


def test_names_beside_values_are_no_header() -> None:
    assert texts(table("Sted: | Viborg", "Dato: | 12. maj 2020", "Tid: | kl. 15")) == [
        "Sted: Viborg",
        "Dato: 12. maj 2020",
        "Tid: kl. 15",
    ]
    assert texts(table("Mødested | Viborg", "Mødedato | 12. maj 2020")) == [
        "Mødested · Viborg",
        "Mødedato · 12. maj 2020",
    ]


def test_a_table_that_is_bold_throughout_has_no_header() -> None:
    assert texts(table("A | B", "C | D", headers=2)) == ["A · B", "C · D"]


def test_a_banner_over_the_whole_table_names_no_column() -> None:
    banner = (cell("Honorarer 2020", columns=2, header=True),)
    rows = table("Honorar | fast", "Kørsel | efter regning").rows
    assert texts(Table((banner, *rows))) == [
        "Honorarer 2020",
        "Honorar · fast",
        "Kørsel · efter regning",
    ]


def test_two_header_rows_are_read_down_the_column() -> None:
    head = (cell("Post", header=True, rows=2), cell("Beløb", columns=2, header=True))
    second = (cell("2019", header=True), cell("2020", header=True))
    body = (cell("Honorar"), cell("780"), cell("790"))
    assert texts(Table((head, second, body))) == [
        "Post: Honorar · Beløb 2019: 780 · Beløb 2020: 790"
    ]


def test_a_value_over_several_rows_belongs_to_each_of_them() -> None:
    head = (cell("År", header=True), cell("Post", header=True))
    first = (cell("2020", rows=2), cell("Honorar"))
    assert texts(Table((head, first, (cell("Kørsel"),)))) == [
        "År: 2020 · Post: Honorar",
        "År: 2020 · Post: Kørsel",
    ]


def test_a_value_over_several_columns_names_them_all() -> None:
    head = tuple(cell(name, header=True) for name in ("Post", "2019", "2020"))
    assert texts(Table((head, (cell("Honorar"), cell("780 kr.", columns=2))))) == [
        "Post: Honorar · 2019, 2020: 780 kr."
    ]


def test_a_table_that_lays_out_a_page_comes_out_as_its_lines() -> None:
    prose = Cell(tuple(Block(f"Afsnit {n} om sagen.") for n in range(9)))
    rows = rows_of(Table(((cell("Sag"), prose), (cell("Bilag"), cell("Ingen")))))
    assert [row.text for row in rows][:2] == ["Sag", "Afsnit 0 om sagen."]
    assert not any(row.named for row in rows)


def test_a_cell_that_claims_a_billion_columns_costs_nothing() -> None:
    wide = cell("x", columns=10**9, rows=10**9)
    assert texts(Table(((wide, cell("y")), (cell("z"),)))) == ["x · y", "z"]


cells = st.builds(
    cell,
    st.text("abc1 ", max_size=5),
    columns=st.integers(1, 3),
    rows=st.integers(1, 3),
    header=st.booleans(),
)


@settings(deadline=None)
@given(st.lists(st.lists(cells, max_size=4).map(tuple), max_size=5).map(tuple))
def test_no_table_loses_a_word_or_a_character(rows: tuple[tuple[Cell, ...], ...]) -> None:
    given_table = Table(rows)
    draft = Draft()
    draft.table(given_table)
    extraction = draft.finish()
    assert extraction.yielded == given_table.source_ink()
    words = {word for row in rows for each in row for line in each.lines() for word in line.split()}
    # Names of columns that one cell covers are joined by commas.
    shown = extraction.text.translate(str.maketrans(":;,", "   "))
    assert words <= set(shown.split()) | {""}
    for span in extraction.table_rows:
        assert "\n" not in span.of(extraction.text)
