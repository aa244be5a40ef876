"""The number of a page and the stamp of a browser are no text, however few pages there are."""

from ingest.reading.pdf.reader import read_pdf
from tests.pdf_pages import at, lines, pdf


def page(number: str, *more: str) -> str:
    return lines("Udvalget vedtog planen.", *more) + at(480, 40, number)


def test_the_number_of_a_page_is_no_text() -> None:
    extraction = read_pdf(pdf(page("Side 1 af 2"), page("Side 2 af 2")))
    assert "Side" not in extraction.text
    assert {each.what for each in extraction.removed} == {"page number"}
    assert "Side" not in read_pdf(pdf(page("Side 1"))).text
    assert "2" not in read_pdf(pdf(page("1/2"), page("https://havn.example/a 2/2"))).text


def test_a_number_that_does_not_count_the_pages_stays() -> None:
    assert "Side 7" in read_pdf(pdf(page("Side 7"))).text
    assert "3/4" in read_pdf(pdf(page("3/4"), page("2/2"))).text
    assert "Side 1 af 2" in read_pdf(pdf(at(72, 400, "Side 1 af 2"), page("9"))).text


def test_the_stamp_of_a_browser_is_no_text() -> None:
    stamp = at(40, 820, "Havnerådet 4. maj 2031") + at(480, 820, "5/7/31, 1:05 PM")
    assert read_pdf(pdf(stamp + page("Side 1 af 1"))).text == "Udvalget vedtog planen."
    assert (
        "den 5/7 2031, 13:05"
        in read_pdf(pdf(at(40, 820, "Møde den 5/7 2031, 13:05") + page("9"))).text
    )
