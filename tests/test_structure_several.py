"""A file that holds several meetings: where each begins, and what does not part a paper."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents import OPEN, Document
from index.spans import Page, Span
from ingest.reading.extraction import Extraction
from ingest.structure.papers import NOT_PARTED, read_papers
from ingest.structure.several import cut

NUMBERS = ("{}. ", "Punkt {}: ", "Pkt. {} ", "Sag nr. {}: ")
HEADS = (
    "Referat af møde den {}",
    "REFERAT\nMødedato: {}",
    "Mødet den {} kl. 14",
    "Møde nr. 7 – den {}",
    "Den {}",
    "Protokol for Engvejsudvalgets møde {}",
    "Ordinært møde i Engvejsudvalget den {}",
)
MARCH, APRIL = "3. marts 2010", "7. april 2010"


def papers(text: str, **given: object) -> tuple[list[Document], tuple[str, ...]]:
    """Return the documents that a text is read as, and what is said of it."""
    found, said = read_papers(Extraction(text=text, **given), source="aar/2010.txt", audience=OPEN)  # type: ignore[arg-type]
    return [paper.document for paper in found], said


def meeting(head: str, present: str, number: str, first: int, *items: tuple[str, str]) -> str:
    """Return the minutes of a meeting, who was there below their head."""
    told = "".join(
        f"{number.format(first + place)}{title}\n\nIndstilling\nat {title.lower()} vedtages.\n\n"
        f"Beslutning\n{decision}\n\n"
        for place, (title, decision) in enumerate(items)
    )
    return f"{head}\n{present}\n\n{told}"


def year(head: str, number: str, *, goes_on: bool = False) -> str:
    """Return a protocol of two meetings."""
    return (
        "Vig Kommune\nEngvejsudvalget\n\n"
        + meeting(
            head.format(MARCH), "Til stede: Ane Bæk, Bo Dal", number, 1, ("Hegn", "Godkendt.")
        )
        + meeting(
            head.format(APRIL),
            "Til stede: Ane Bæk\nAfbud: Bo Dal",
            number,
            2 if goes_on else 1,
            ("Hegn", "Forkastet."),
            ("Låge", "Tiltrådt."),
        )
    )


@pytest.mark.parametrize("goes_on", [False, True])
@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("number", NUMBERS)
def test_each_meeting_of_a_protocol_has_its_own_date_people_and_decisions(
    head: str, number: str, goes_on: bool
) -> None:
    found, said = papers(year(head, number, goes_on=goes_on))
    assert [d.date for d in found] == [date(2010, 3, 3), date(2010, 4, 7)]
    assert [d.body and d.body.name for d in found] == ["Engvejsudvalget, Vig Kommune"] * 2
    assert [[a.presence.value for a in d.attendance] for d in found] == [
        ["present", "present"],
        ["present", "apology"],
    ]
    outcomes = [[d.outcome.value for d in document.decisions] for document in found]
    assert outcomes == [["approved"], ["rejected", "approved"]]
    assert said == ("holds 2 meetings, each of which is a document of its own",)


def test_the_papers_of_a_file_cover_its_text_and_have_ids_of_their_own() -> None:
    text = year(HEADS[0], NUMBERS[0])
    found, _ = papers(text)
    assert "".join(d.text for d in found) == text
    assert {d.source for d in found} == {"aar/2010.txt"}
    assert len({d.id for d in found}) == 2
    alone, _ = papers(text[: text.index("Referat af møde den 7.")])
    assert found[0].id == alone[0].id


def test_two_bodies_in_one_file_are_two_meetings_without_a_list_of_who_was_there() -> None:
    found, _ = papers(
        "Vig Kommune\nReferat\nEngvejsudvalget\nMøde den 5. maj 2014\n\n1. Sti\nIndstilling\n"
        "at stien anlægges.\nBeslutning\nGodkendt.\n\n"
        "Referat\nMosejordsudvalget\nMøde den 6. maj 2014\n\n1. Sti\nIndstilling\n"
        "at stien anlægges.\nBeslutning\nAfvist.\n"
    )
    assert [(d.body and d.body.name, d.date and d.date.day) for d in found] == [
        ("Engvejsudvalget, Vig Kommune", 5),
        ("Mosejordsudvalget, Vig Kommune", 6),
    ]
    assert [d.decisions[0].outcome.value for d in found] == ["approved", "rejected"]


@pytest.mark.parametrize(
    "within",
    [
        "Se referat af møde den 7. april 2010.",
        "Referat af møde den 7. april 2010\n\nHegnet blev drøftet.",
        "Mosejordsudvalget den 7. april 2010:\nAnbefales.",
        "Mosejordsudvalgets beslutning den 7. april 2010\nAnbefales.",
        "Møde den 7. april 2010\n1. tilbud\n2. tilbud",
        "Næste møde\nMøde den 7. april 2010\nTil stede: alle",
        "Bilag: Referat af møde den 7. april 2010",
        "Referat af møde den 3. marts 2010\nTil stede: Ane Bæk",
    ],
)
def test_the_day_of_another_meeting_within_a_text_parts_nothing(within: str) -> None:
    text = meeting(
        f"Engvejsudvalget\n\nReferat af møde den {MARCH}",
        "Til stede: Ane Bæk",
        "{}. ",
        1,
        ("Hegn", f"Godkendt.\n\n{within}"),
        ("Låge", "Udsat."),
    )
    found, _ = papers(text)
    assert len(found) == 1
    assert [item.title for item in found[0].items] == ["Hegn", "Låge"]


def test_earlier_minutes_that_are_pasted_into_an_item_are_doubted_and_not_parted() -> None:
    pasted = meeting(
        "Referat af møde den 7. januar 2010", "Til stede: Cai Ø", "{}. ", 1, ("Bro", "Udsat.")
    )
    text = year(HEADS[0], "{}. ")
    first, second = text.split("Referat af møde den 7. april")
    found, said = papers(f"{first}{pasted}Referat af møde den 7. april{second}")
    assert [d.date for d in found] == [None, date(2010, 4, 7)]
    assert NOT_PARTED in said


def test_a_protocol_with_the_newest_first_is_parted_where_each_meeting_ends() -> None:
    meetings = year(HEADS[0], "{}. ").split("Referat af møde den ")
    above, march, april = (f"Referat af møde den {part}" for part in meetings)
    found, _ = papers(f"{above[20:]}{april}Mødet slut kl. 17.\n\n{march}")
    assert [d.date for d in found] == [date(2010, 4, 7), date(2010, 3, 3)]


def test_a_file_that_cannot_be_parted_says_so_and_states_no_date() -> None:
    text = year(HEADS[0], "{}. ")
    broken = text[: text.index("1. Hegn", text.index("7. april"))] + "Der var intet at behandle.\n"
    found, said = papers(broken)
    assert [d.date for d in found] == [None]
    assert said == (NOT_PARTED,)


def test_two_days_in_one_head_are_no_two_meetings() -> None:
    text = "Engvejsudvalget\nDato: 12. marts 2010\n" + year(HEADS[0], "{}. ").partition("\n\n")[2]
    one = text[: text.index("Referat af møde den 7.")]
    found, said = papers(one)
    assert (len(found), said) == (1, ())
    assert found[0].date is not None


def test_a_closed_cover_closes_every_meeting_and_a_closed_item_its_own() -> None:
    text = year(HEADS[0], "{}. ").replace("1. Hegn", "1. Hegn (lukket punkt)", 1)
    found, _ = papers(text)
    assert [[item.closed for item in d.items] for d in found] == [[True], [False, False]]
    shut, _ = papers("FORTROLIGT\n" + text)
    assert {d.audience for d in shut} == {"closed"}


def test_pages_keep_their_printed_numbers() -> None:
    text = year(HEADS[0], "{}. ")
    second = text.index("Referat af møde den 7.")
    pages = (Page(1, Span(0, second - 20)), Page(2, Span(second - 20, len(text))))
    found, _ = papers(text, pages=pages)
    assert found[1].page_at(found[1].text.index("Forkastet")) == 2
    assert [page.number for page in found[0].pages] == [1, 2]
    for document in found:
        assert document.pages[0].span.start == 0
        assert document.pages[-1].span.end == len(document.text)


@given(st.text(max_size=60), st.data())
def test_a_part_of_an_extraction_counts_from_its_own_start(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    rows = (Span(start, end),)
    part = cut(Extraction(text=text, table_rows=rows), Span(start, end))
    assert part.text == text[start:end]
    assert [row.of(part.text) for row in part.table_rows] == [text[start:end]]
