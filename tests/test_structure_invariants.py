"""What holds for every text: true places, full coverage, order, and time in proportion."""

import time as clock
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.documents import CLOSED, OPEN, Document, DocumentKind
from ingest.passages import CAP, split
from ingest.reading.extraction import Extraction
from ingest.structure import document_id, understand
from ingest.structure.contents import titles_of, worth_finding
from tests.structure_layouts import NAMES, layout, read

LINES = st.sampled_from(
    [
        "Referat",
        "Møde i Havneudvalget",
        "Onsdag den 4. maj 2022 kl. 15.00",
        "Sagsnr.: 1-30-72-120-18",
        "1. Godkendelse af dagsorden",
        "2. Ny kran",
        "Punkt 3: Lukket punkt",
        "3.",
        "Lukkede punkter",
        "Resume",
        "Sagsfremstilling",
        "Administrationen indstiller,",
        "at kranen købes, og at den males",
        "Beslutning",
        "Godkendt, idet prisen højst må være 2 mio. kr.",
        "Afbud: Ib Krog og Maja Dam",
        "Tilbage til toppen",
        "Bilag",
        "§ 4. Bestyrelsen vælges for to år.",
        "Havnen",
        "Kranen er fra 1971, og den er ofte i stykker, så skibene må vente i flere dage på den.",
        "• Et punkt",
        "",
        " \xa0",
    ]
)
TEXTS = st.one_of(
    st.lists(LINES, max_size=40).map("\n".join),
    st.lists(LINES, max_size=40).map("\r\n".join),
    st.text(max_size=300),
)


def assert_sound(document: Document) -> None:
    text = document.text
    assert "".join(s.span.of(text) for s in document.sections) == text
    for number, section in enumerate(document.sections):
        assert section.index == number
        assert section.span.contains(section.body)
        assert section.body.of(text) == section.body.of(text).strip()
    for number, item in enumerate(document.items):
        assert item.index == number
        assert item.title
        assert item.span.contains(item.heading)
        inside = document.sections_of(number)
        assert (inside[0].span.start, inside[-1].span.end) == (item.span.start, item.span.end)
    assert [i.span.start for i in document.items] == sorted(i.span.start for i in document.items)
    for decision in document.decisions:
        item = document.items[decision.item]
        for span in (*decision.words, *decision.recommendation):
            assert len(span) > 0
            assert item.span.contains(span)
    for attendee in document.attendance:
        assert all(word in attendee.span.of(text) for word in attendee.name.split())
    assert_passages(document)


def assert_passages(document: Document) -> None:
    passages = split(document)
    text = document.text
    end = 0
    for number, passage in enumerate(passages):
        assert passage.index == number
        assert passage.text == passage.span.of(text)
        assert passage.text
        assert passage.span.start >= end
        assert len(passage.text) <= CAP
        section = document.sections[passage.section]
        assert section.body.contains(passage.span)
        assert passage.item == section.item
        closed = passage.item is not None and document.items[passage.item].closed
        assert passage.audience == (CLOSED if closed else document.audience)
        end = passage.span.end
    kept = "".join("".join(passage.text.split()) for passage in passages)
    titles = titles_of(document)
    wanted = [
        span.of(text) for s in document.sections for span in worth_finding(document, s, titles)
    ]
    assert kept == "".join("".join(words.split()) for words in wanted)


@settings(deadline=None)
@given(TEXTS)
def test_every_text_is_understood_without_losing_a_character(text: str) -> None:
    assert_sound(read(text))


@pytest.mark.parametrize("name", NAMES)
def test_every_layout_is_sound(name: str) -> None:
    assert_sound(layout(name))


@pytest.mark.parametrize("name", NAMES)
def test_windows_line_ends_change_only_the_places(name: str) -> None:
    document = layout(name)
    windows = read(document.text.replace("\n", "\r\n"), source=document.source)
    assert_sound(windows)
    assert [(i.number, i.title, i.closed) for i in windows.items] == [
        (i.number, i.title, i.closed) for i in document.items
    ]
    assert [d.outcome for d in windows.decisions] == [d.outcome for d in document.decisions]
    assert (windows.kind, windows.date, windows.body) == (
        document.kind,
        document.date,
        document.body,
    )


@pytest.mark.parametrize("name", NAMES)
def test_capitals_keep_the_agenda(name: str) -> None:
    document = layout(name)
    upper = read(document.text.upper(), source=document.source)
    assert_sound(upper)
    assert [i.number for i in upper.items] == [i.number for i in document.items]


def test_an_empty_text_has_nothing_and_its_file_name_as_title() -> None:
    document = read("", source="arkiv/notat_fra_2019.txt")
    assert document.sections == ()
    assert document.items == ()
    assert split(document) == ()
    assert document.title == "notat fra 2019"


def test_what_is_not_recognised_is_one_plain_section() -> None:
    document = read("bare nogle ord uden nogen form for struktur")
    assert document.kind is DocumentKind.OTHER
    assert [s.kind.value for s in document.sections] == ["text"]


def test_an_id_depends_on_the_place_of_the_file_alone() -> None:
    one = understand(Extraction(text="a"), source="x/y.txt", audience=OPEN)
    other = understand(Extraction(text="b"), source="x/y.txt", audience="hr")
    assert one.id == other.id == document_id("x/y.txt")
    assert len(one.id) == 16
    assert one.id != document_id("x/z.txt")


def test_two_thousand_items_are_found() -> None:
    text = "\n\n".join(
        f"{n}. Sag om emne {n}\n\nSagsnr. 20/{10_000 + n}\n\nBeslutning\n\nGodkendt."
        for n in range(1, 2001)
    )
    document = read(text)
    assert len(document.items) == 2000
    assert document.items[-1].case_numbers == ("20/12000",)


def test_a_file_with_the_minutes_of_several_meetings_keeps_all_items() -> None:
    meeting = (Path(__file__).parent / "data/structure/portal_twice.txt").read_text()
    document = read("\n\n".join([meeting] * 4))
    assert [i.number for i in document.items] == ["1", "2"] * 4


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "a" * 200_000,
        "Udvalget drøftede sagen. " * 8_000,
        "1. " * 66_000,
        "1-" * 100_000,
        "(" * 200_000,
        "Administrationen indstiller, " * 7_000,
        "at x, og " * 22_000,
        "Anders Holm, " * 15_000,
        "Long Name, LN, " * 13_000,
        "Anders Holm\n" * 16_000,
        "\n" * 200_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_a_long_row_of_anything_does_not_take_hours(text: str) -> None:
    started = clock.process_time()
    document = read(text)
    split(document)
    # A second or two, five on a slow machine; what is quadratic takes half an hour.
    assert clock.process_time() - started < 60
