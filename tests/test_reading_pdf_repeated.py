"""What stands on every page of a PDF is left out, and nothing else."""

from ingest.reading.pdf.reader import read_pdf
from tests.pdf_pages import PROSE, at, lines, pdf


def minutes(page: int, of: int) -> str:
    head = at(72, 800, "Referat KEU") + at(480, 800, f"Side {page} af {of}")
    return (
        head + lines(f"Punkt {page} handler om noget særligt.", "Godkendt.") + at(72, 40, "j.nr. 4")
    )


def test_what_stands_on_every_page_is_chrome() -> None:
    extraction = read_pdf(pdf(*(minutes(n, 5) for n in range(1, 6))))
    assert extraction.text.count("Referat KEU") == 0
    assert "Side" not in extraction.text
    assert extraction.text.count("Godkendt.") == 5
    assert {each.what for each in extraction.removed} == {
        "repeated page header",
        "repeated page footer",
    }


def test_the_same_word_under_another_title_each_time_is_no_header() -> None:
    pages = [
        lines(f"Punkt {n}. {title}", "Resume", PROSE[: 40 + n])
        for n, title in enumerate(["Økonomi", "Personale", "Lokaler", "Mødeplan"], 1)
    ]
    assert read_pdf(pdf(*pages)).text.count("Resume") == 4


def test_what_stands_on_two_pages_only_stays() -> None:
    text = read_pdf(pdf(*(minutes(n, 2) for n in range(1, 3)))).text
    assert text.count("Referat KEU") == 2
    assert text.count("j.nr. 4") == 2


def test_figures_at_the_top_of_every_page_are_no_page_numbers() -> None:
    pages = [at(72, 800, f"I alt {n} kr.") + lines("Noget.") for n in (300, 180, 77, 951)]
    assert "I alt 77 kr." in read_pdf(pdf(*pages)).text
