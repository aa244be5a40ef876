"""Numbered headings with nothing between them are items; lists and tables of contents are not."""

import pytest

from tests.structure_layouts import numbers_and_titles, read

HEAD = "Havneudvalget\n\nREFERAT\n\nMøde den 6. februar 2024\n\n"
FIRST = "1. Molen\nSagsfremstilling\nMolen er åben.\nBeslutning\nGodkendt.\n\n"


def numbers(text: str) -> str:
    return " ".join(item.number or "?" for item in read(HEAD + text).items)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("mark", ["{}. ", "{}) ", "{} ", "Punkt {}: ", "Ad {} "])
def test_headings_without_text_are_items(mark: str, gap: str) -> None:
    titles = ["Ny kran", "Meddelelser", "Kajens tag", "Eventuelt"]
    below = gap.join(f"{mark.format(n)}{title}" for n, title in enumerate(titles, start=2))
    first = FIRST.replace("1. ", mark.format(1))
    assert numbers(first + below) == "1 2 3 4 5"
    assert numbers(first + below + "\nIntet.\n") == "1 2 3 4 5"


def test_a_title_printed_nowhere_else_opens_an_agenda_without_text() -> None:
    below = "4. Molen\nBeslutning\nGodkendt.\n"
    assert numbers("1. Velkomst\n2. Nyt\n3. Ny kran\n" + below) == "1 2 3 4"


def test_numbers_may_skip_an_item_that_is_not_printed() -> None:
    assert numbers(FIRST + "3. Ny kran\n\n4. Kajens tag\n\nDer er råd i taget.\n") == "1 3 4"


def test_a_list_within_an_item_is_none() -> None:
    listed = "Indstilling\nDet indstilles:\n1. Købe kran\n2. Male kran\n3. Sælge kran\n"
    document = read(HEAD + FIRST + "2. Ny kran\n" + listed + "Beslutning\nGodkendt.\n\n3. Broen\n")
    assert [number for number, _ in numbers_and_titles(document)] == ["1", "2", "3"]
    assert [title for _, title in numbers_and_titles(document)] == ["Molen", "Ny kran", "Broen"]


def test_a_table_of_contents_is_no_agenda() -> None:
    contents = "INDHOLD\n1. Molen\n2. Ny kran (Lukket punkt)\n3. Eventuelt\n\n"
    document = read(HEAD + contents + FIRST + "2. Ny kran (Lukket punkt)\n\n3. Eventuelt\nIntet.\n")
    assert [item.number for item in document.items] == ["1", "2", "3"]
    assert document.items[0].span.start == document.text.rindex("1. Molen")
    assert [item.closed for item in document.items] == [False, True, False]


def test_a_decision_ends_where_a_heading_without_text_begins() -> None:
    below = "2. Tag (Lukket punkt)\n\n3. Leder (Lukket punkt)\nSagsfremstilling\nKaj fratræder.\n"
    document = read(HEAD + FIRST + below + "Beslutning\nUdsat.\n")
    decision = document.decision_of(0)
    assert decision is not None
    assert [span.of(document.text) for span in decision.words] == ["Godkendt."]
    assert [item.closed for item in document.items] == [False, True, True]
