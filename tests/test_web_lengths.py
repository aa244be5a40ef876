"""Long documents and long lists: a page at a time, and nothing of them lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rendering.markdown import lines_of
from bot.web.pages.assets import TYPES, content
from bot.web.pages.lengths import MOST, sheet_of, sheets_of
from bot.web.pages.paragraphs import Line, LineKind, Part, Piece, parts_of
from bot.web.pages.telling import LONG_LIST, SEEN, Block
from index.archive import View
from index.documents import Document, Item
from index.spans import Page, Span
from tests.paper_archive import MEMO, MINUTES, PaperArchive
from tests.test_web_pages_trouble import client_with

HEAVIEST = 150_000
PAGE_OF_ITEMS = 200


def line(words: str, *, first: bool = False) -> Line:
    return Line(LineKind.TEXT, (Piece(words, cited=first, first=first),), True, None)


@given(st.lists(st.lists(st.text("aæ<", max_size=60), max_size=9), min_size=1, max_size=9))
def test_every_line_is_on_one_sheet_in_its_order(texts: list[list[str]]) -> None:
    parts = [Part(None, None, [line(words) for words in some]) for some in texts]
    sheets = sheets_of(parts, 400)
    shown = [one for sheet in sheets for part in sheet.parts for one in part.lines]
    assert shown == [one for part in parts for one in part.lines]
    assert [sheet.number for sheet in sheets] == list(range(1, len(sheets) + 1))
    assert sum(not part.goes_on for sheet in sheets for part in sheet.parts) == len(parts)


def test_a_short_document_is_one_sheet() -> None:
    parts = parts_of(MINUTES)
    (sheet,) = sheets_of(parts)
    assert list(sheet.parts) == parts


def long_document(count: int) -> Document:
    """Return a document of many items, of a paragraph each."""
    text, items = "", []
    for index in range(count):
        heading = f"{index + 1}. Punkt om bro {index + 1}"
        start = len(text)
        text += f"{heading}\nBroen er lang. {'Den fører over åen. ' * 60}\n\n"
        items.append(
            Item(
                index=index,
                number=str(index + 1),
                title=heading,
                case_numbers=(),
                closed=False,
                heading=Span(start, start + len(heading)),
                span=Span(start, len(text)),
            )
        )
    return replace(MEMO, text=text, items=tuple(items), sections=(), decisions=(), pages=())


@pytest.mark.parametrize("wanted", [1, 77, PAGE_OF_ITEMS])
def test_what_is_cited_and_an_item_are_on_the_sheet_that_is_shown(wanted: int) -> None:
    document = long_document(PAGE_OF_ITEMS)
    place = document.items[wanted - 1].span
    cited = Span(place.start + 40, place.start + 60)
    sheets = sheets_of(parts_of(document, cited))
    assert len(sheets) > 3
    by_item = sheet_of(sheets, None, wanted, cited=False)
    assert any(p.item and p.item.index == wanted - 1 and p.anchor for p in by_item.parts)
    assert sheet_of(sheets, None, None, cited=True) == by_item
    assert sheet_of(sheets, 2, wanted, cited=True) == sheets[1]
    assert sheet_of(sheets, 999, None, cited=False) == sheets[-1]
    assert sheet_of(sheets, None, 9_999, cited=False) == sheets[0]


def test_an_item_longer_than_a_sheet_goes_on_and_is_named_once() -> None:
    text = "".join(f"Linje {number} om broen over åen.\n" for number in range(9_000))
    sheets = sheets_of(parts_of(replace(MEMO, text=text, items=(), sections=(), pages=())))
    assert len(sheets) > len(text) // MOST
    assert [part.goes_on for sheet in sheets for part in sheet.parts] == [False] + [True] * (
        len(sheets) - 1
    )


def block(*points: str) -> Block:
    return Block(lines_of(points[0], set())[0].kind, tuple(lines_of("\n".join(points), set())))


def test_the_rest_of_a_long_list_is_unfolded_and_a_short_one_is_whole() -> None:
    short = block(*[f"- punkt {n}" for n in range(LONG_LIST - 1)])
    assert (short.first, short.rest) == (short.lines, ())
    long = block(*[f"- punkt {n}" for n in range(LONG_LIST)])
    assert (len(long.first), long.first + long.rest) == (SEEN, long.lines)


def test_a_point_is_not_parted_from_those_below_it() -> None:
    points = [f"- punkt {n}" for n in range(SEEN)] + ["  - under det"] * 3 + ["- næste"] * 3
    long = block(*points)
    assert [one.indent for one in long.rest] == [0, 0, 0]


def page_of(document: Document, tail: str = "") -> str:
    """Return the page of a document in an archive of its own."""

    @contextmanager
    def views(_: frozenset[str]) -> Iterator[View]:
        yield PaperArchive((document,))

    answer = client_with(views=views).get(f"/documents/{document.id}{tail}")
    assert answer.status_code == 200
    return answer.text


def test_a_long_document_is_shown_in_parts_that_lead_to_each_other() -> None:
    document = long_document(PAGE_OF_ITEMS)
    first = page_of(document)
    assert "Del 1 af" in first
    assert 'rel="next"' in first
    assert 'rel="prev"' not in first
    last = page_of(document, f"?item={PAGE_OF_ITEMS}")
    assert f'id="item-{PAGE_OF_ITEMS}"' in last
    assert 'rel="next"' not in last
    place = document.items[120].span
    assert 'id="cited"' in page_of(document, f"?cited={place.start + 40}-{place.start + 60}")
    loaded = sum(len(content(name)) for name in TYPES)
    for number in range(1, 8):
        assert loaded + len(page_of(document, f"?part={number}").encode()) < HEAVIEST


def test_a_document_read_from_a_picture_says_so_and_where() -> None:
    half = len(MEMO.text) // 2
    pages = (Page(1, Span(0, half)), Page(2, Span(half, len(MEMO.text)), is_scan=True))
    assert "læst fra en scanning" not in page_of(replace(MEMO, pages=pages[:1]))
    assert "Teksten på side 2 er læst fra en scanning" in page_of(replace(MEMO, pages=pages))
    assert "Teksten er læst fra en scanning" in page_of(replace(MEMO, pages=pages[1:]))
