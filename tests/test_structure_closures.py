"""Nothing of a closed item is read by everyone, whatever the layout; what is no heading of one."""

import html
import re
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.catalogue.masking import is_closed, masked
from index.documents import OPEN, Document
from index.settings import Limits
from ingest.passages import split
from ingest.rates.candidates import find_rates
from ingest.reading.formats import Format
from ingest.reading.reader import read_as
from ingest.structure import understand
from ingest.structure.items.closures import heads_closed
from tests.structure_layouts import read

HEAD = (
    "Havneudvalget\n\nREFERAT\n\nMødedato: Tirsdag den 6. februar 2024\n"
    "Til stede: Maja Dam (formand, A), Ib Krog (V)\n\n"
)
TITLES = ("Molen", "Kajens tag", "Havnens leder", "Kranen", "Fyret", "Eventuelt")
NUMBERS = ("{}. ", "{}) ", "{} ", "{}: ", "Punkt {}: ", "Punkt {} ", "Ad {} ", "Pkt. {}. ")
MARKS = (
    "{} (Lukket punkt)",
    "{} (lukket)",
    "{} (LUKKET)",
    "{} (fortroligt)",
    "{} (ikke-offentligt punkt)",
    "{} (Lukket sag, jf. § 10)",
    "{} - lukket punkt",
    "Lukket punkt: {}",
    "{}\nLukket punkt",
    "{}\n(Lukket punkt)",
)
BODIES = (
    "Sagsfremstilling\nTaget er {0}.\nIndstilling\nDet indstilles, at {0} godkendes.\n"
    "Beslutning\nGodkendt med {0}.",
    "Indstilling: Det indstilles, at {0} godkendes.\nBeslutning: Godkendt med {0}.",
    "Beslutning\nUdsat til {0}.",
    "Sagsnr.: 24/01200\nDer er {0}. Taksten for {0} er 125,50 kr. pr. time i 2024.",
    "Afbud: Kaj {0} (A)\nSekretariatet for {0} (SEK) fratræder.",
)


@st.composite
def papers(draw: st.DrawFn) -> tuple[str, list[str], str]:
    """Draw minutes with open, closed and empty items, the numbers printed in them, and a form."""
    number, mark = draw(st.sampled_from(NUMBERS)), draw(st.sampled_from(MARKS))
    gap, below = draw(st.sampled_from(["\n", "\n\n"])), draw(st.sampled_from(["\n", "\n\n"]))
    shut, told = draw(st.sampled_from(BODIES)), draw(st.sampled_from(BODIES[:3]))
    kinds = draw(st.text("ooecx", min_size=3, max_size=6).filter(lambda k: "c" in k or "x" in k))
    items, contents, numbers = [], [], []
    for place, (kind, title) in enumerate(zip(kinds, TITLES, strict=False), start=1):
        heading = number.format(place) + (mark.format(title) if kind in "cx" else title)
        body = {"o": told.format("åbenhed"), "c": shut.format("Hemmelig")}.get(kind, "")
        items.append(heading + (below + body if body else ""))
        contents.append(heading.partition("\n")[0])
        numbers.append(str(place))
    listed = "INDHOLD\n" + "\n".join(contents) + "\n\n" if draw(st.booleans()) else ""
    return HEAD + listed + gap.join(items) + "\n", numbers, draw(st.sampled_from("tpb"))


def document_of(text: str, form: str) -> Document:
    if form == "t":
        return read(text)
    lines = [html.escape(line) for line in text.split("\n") if line.strip()]
    bold = (re.sub(r"^((?:Punkt |Pkt. |Ad )?\d.*)$", r"<b>\1</b>", line) for line in lines)
    page = "".join(f"<p>{line}</p>" for line in bold) if form == "p" else "<br>\n".join(lines)
    data = f"<html><body>{page}</body></html>".encode()
    extraction = read_as(data, Format.HTML, Limits())
    return understand(extraction, source="havn/referat.html", audience=OPEN)


@settings(max_examples=100, deadline=None)
@given(papers())
@example((HEAD + "1. Molen\n\n2. Kajen (lukket)\n\n3. Leder (lukket)\nHemmelig.\n", ["1"], "t"))
def test_no_word_of_a_closed_item_is_in_anything_open(paper: tuple[str, list[str], str]) -> None:
    text, _, form = paper
    document = document_of(text, form)
    shown = masked(document)
    seen = [s.body.of(shown.text) for s in shown.sections] + [s.heading for s in shown.sections]
    seen += [span.of(shown.text) for d in shown.decisions for span in (*d.words, *d.recommendation)]
    seen += [a.name for a in shown.attendance] + [a.long for a in shown.abbreviations]
    seen += [i.title for i in shown.items] + [shown.text, shown.title, str(shown.body)]
    seen += [p.text for p in split(document) if p.audience == OPEN]
    rates = find_rates(document, ()).rates
    seen += [r.name for r in rates if not is_closed(document, r.span)]
    assert not [words for words in seen if words and "hemmelig" in words.casefold()]


@settings(max_examples=100, deadline=None)
@given(papers())
def test_every_number_printed_is_an_item(paper: tuple[str, list[str], str]) -> None:
    text, numbers, form = paper
    has_text = any(words in text for words in ("åbenhed", "Hemmelig"))
    document = document_of(text, form)
    if has_text:
        assert [item.number for item in document.items] == numbers
        starts = [item.span.start for item in document.items]
        assert all(a < b for a, b in pairwise(starts))


@pytest.mark.parametrize(
    "title",
    [
        "Havnens leder (Lukket punkt)",
        "Havnens leder (lukket)",
        "Lukket punkt: Havnens leder",
        "Lukket sag",
        "Havnens leder - LUKKET",
        "Fortroligt punkt",
        "Havnens leder (ikke-offentligt punkt)",
        "Lukket dagsorden: Havnens leder",
    ],
)
def test_a_closed_heading_begins_a_closed_item_where_no_item_was_seen(title: str) -> None:
    assert heads_closed(title)
    alone = read(f"{HEAD}1. Molen\n\nBeslutning\n\nGodkendt.\n\n{title}\n\nHemmelig fratræder.\n")
    assert "Hemmelig" not in masked(alone).text


@pytest.mark.parametrize(
    "line",
    [
        "Punkt 6 behandles for lukkede døre.",
        "2. at punkt 6 behandles for lukkede døre",
        "Indstilles, at punktet lukkes.",
        "Svømmehallen er lukket",
        "3. Lukkede afdelinger",
        "Lukket i uge 42",
        "Lukket",
        "- Tilbud på kranen (lukket)",
        "Bilag 3: Tilbud på kranen (lukket)",
        "2. Tilbud.pdf (lukket)",
        "Der er to lukkede punkter på dagsordenen.",
        "Lukkede punkter blev drøftet på sidste møde.",
    ],
)
def test_a_line_on_what_is_closed_begins_no_closed_item(line: str) -> None:
    text = (
        f"{HEAD}1. Molen\n\nSagsfremstilling\n\nMolen ses på.\n\n{line}\n\nDen er lang.\n\n"
        "Beslutning\n\nGodkendt.\n\n2. Kajen\n\nBeslutning\n\nUdsat.\n\n"
        "6. Fyret\n\nBeslutning\n\nDrøftet.\n"
    )
    items = read(text).items
    assert [item.number for item in items] == ["1", "2", "6"]
    assert not any(item.closed for item in items if item.number in {"1", "2"})


def test_a_closed_item_named_in_the_first_item_and_printed_below_closes_only_itself() -> None:
    named = "1. Dagsorden\nDisse er lukkede:\n3. Leder (Lukket punkt)\nBeslutning\nGodkendt.\n\n"
    rest = "2. Kajen\nBeslutning\nUdsat.\n\n3. Leder (Lukket punkt)\nHemmelig.\n"
    items = read(HEAD + named + rest).items
    assert [(item.number, item.closed) for item in items] == [
        ("1", False),
        ("2", False),
        ("3", True),
    ]


def test_a_closed_stretch_ends_where_the_next_item_begins() -> None:
    above = "1. Molen\n\nBeslutning\n\nGodkendt.\n\n"
    rest = "\n\nHemmelig.\n\n2. Kajen\n\nBeslutning\n\nUdsat.\n"
    items = read(HEAD + above + "Havnens leder (Lukket punkt)" + rest).items
    assert [(item.number, item.closed) for item in items] == [
        ("1", False),
        (None, True),
        ("2", False),
    ]


def test_a_closed_title_over_two_lines_closes_its_item() -> None:
    above = "1. Molen\nBeslutning\nGodkendt.\n\n"
    for title in ("2. Ansættelse af leder af\nhavnen (Lukket punkt)", "2. Leder\n(Lukket punkt)"):
        document = read(f"{HEAD}{above}{title}\nKaj Hemmelig fratræder.\n\n3. Fyret\nIntet.\n")
        assert "Hemmelig" not in masked(document).text
        assert [item.closed for item in document.items] == [False, True, False]


def test_a_paper_whose_kind_is_not_known_keeps_its_closed_items() -> None:
    text = "1. Molen\nMolen er åben.\n\n2. Havnens leder (Lukket punkt)\nHemmelig fratræder.\n"
    assert "Hemmelig" not in masked(read(text)).text
    assert "Hemmelig" not in masked(read("Notat\n\nLukket punkt: Leder\n\nHemmelig.\n")).text
