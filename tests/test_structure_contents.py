"""What is not worth finding: contents pages and page numbers."""

from index.documents import OPEN
from index.spans import Page, Span
from ingest.passages import split
from ingest.reading.extraction import Extraction
from ingest.structure import understand
from tests.structure_layouts import marked, read

ITEMS = (
    "1. Ny kran\nSagsnr. 20/1\n\nBeslutning\nGodkendt.\n\n"
    "2. Molens tilstand\nSagsnr. 20/2\n\nBeslutning\nUdsat til juni.\n\n"
    "3. Eventuelt\n\nBeslutning\nIntet.\n"
)


def found(text: str) -> list[str]:
    return [passage.text for passage in split(read(text))]


def test_a_table_of_contents_with_leaders_is_no_passage() -> None:
    contents = "Indholdsfortegnelse\n" + "".join(
        f"{n}. {title}{'.' * 40} {n}\n"
        for n, title in enumerate(["Ny kran", "Molens tilstand", "Eventuelt"], start=1)
    )
    document = read(f"Referat\nMøde i Havneudvalget den 1. april 2020\n\n{contents}\n{ITEMS}")
    assert "....." in document.text
    passages = [passage.text for passage in split(document)]
    assert not any("....." in words for words in passages)
    assert "Udsat til juni." in passages


def test_titles_repeated_in_the_head_are_no_passage() -> None:
    listed = "1. Punkt 1 Ny kran\n2. Punkt 2 Molen\n3. Punkt 3 Eventuelt\n"
    passages = found(
        "Referat\nMøde i Havneudvalget den 1. april 2020\n\nMødet blev holdt på molen.\n\n"
        f"{listed}\n" + ITEMS
    )
    assert not any("Punkt 1" in words for words in passages)
    assert any("Mødet blev holdt på molen." in words for words in passages)


def test_contents_of_a_paper_are_no_passage_and_contents_of_a_course_are() -> None:
    paper = (
        "# Indhold\n\nKraner\nMolen\nMåger\n\n"
        "# Kraner\n\nEn er ny.\n\n# Molen\n\nSlidt.\n\n# Måger\n\nMange.\n"
    )
    document = understand(marked(paper), source="a.md", audience=OPEN)
    assert [p.text for p in split(document)] == ["En er ny.", "Slidt.", "Mange."]
    course = "# Kursus\n\nFor nye.\n\n# Indhold\n\nKnob\nSplejsning\nSøvejsregler\n"
    document = understand(marked(course), source="a.md", audience=OPEN)
    assert "Knob\nSplejsning\nSøvejsregler" in [p.text for p in split(document)]


def test_page_numbers_are_no_passage_and_part_no_paragraph() -> None:
    text = "Kranen er ny, og den\n\n- 1 -\n\nkan løfte ti ton.\n\nMolen er slidt.\n\n- 2 -"
    assert found(text) == [text.removesuffix("\n\n- 2 -")]


def test_a_bare_number_is_that_of_a_page_only_where_the_page_ends() -> None:
    text = "Antal kraner:\n\n4"
    assert found(text) == [text]
    paged = Extraction(text=text, pages=(Page(1, Span(0, len(text))),))
    document = understand(paged, source="a.pdf", audience=OPEN)
    assert [p.text for p in split(document)] == ["Antal kraner:"]
