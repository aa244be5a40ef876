from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from bot.citations import Citation, cited_again
from index.catalogue.covers import FILLER, Cover, cover_of
from index.catalogue.masking import masked, place_for_all, place_for_reader
from index.documents import Document
from index.spans import Page, Span
from tests.small_archive import MARCH, understood

SECRET = "Bodil Kragh"
WHOLE = understood("keu.txt", MARCH).document


@st.composite
def covered(draw: st.DrawFn) -> tuple[str, Cover]:
    """A text of open letters and closed digits, and what covers the digits."""
    text, hidden = "", []
    for length in draw(st.lists(st.integers(0, 9), max_size=5)):
        text += draw(st.text("abc\n", min_size=1, max_size=9))
        hidden.append(Span(len(text), len(text) + length))
        text += "7" * length
    return text + draw(st.text("abc\n", max_size=5)), Cover(tuple(hidden))


@given(covered(), st.data())
def test_an_open_place_holds_the_same_words_under_the_cover_and_is_found_back(
    one: tuple[str, Cover], data: st.DataObject
) -> None:
    text, cover = one
    shown = cover.text(text)
    start = data.draw(st.integers(0, len(text)))
    place = Span(start, data.draw(st.integers(start, len(text))))
    if "7" not in place.of(text) and len(place) and not cover.is_touched(place):
        moved = cover.moved(place)
        if not any(place.start <= h.start < place.end and not len(h) for h in cover.hidden):
            assert moved.of(shown) == place.of(text)
            assert cover.uncovered(moved) == place
    assert len(shown) == cover.length(len(text))
    assert "7" not in shown
    assert shown.count(FILLER) == len(cover.hidden)


@given(covered(), st.integers(0, 40), st.data())
def test_what_is_shown_does_not_hang_on_how_much_is_covered(
    one: tuple[str, Cover], more: int, data: st.DataObject
) -> None:
    text, cover = one
    if not cover.hidden:
        return
    at = data.draw(st.integers(0, len(cover.hidden) - 1))
    span = cover.hidden[at]
    longer = text[: span.end] + "7" * more + text[span.end :]
    later = [other.moved(more) for other in cover.hidden[at + 1 :]]
    grown = Cover((*cover.hidden[:at], Span(span.start, span.end + more), *later))
    assert grown.text(longer) == cover.text(text)
    assert grown.length(len(longer)) == cover.length(len(text))


def test_every_place_of_a_document_lies_in_the_text_that_is_shown() -> None:
    shown = masked(WHOLE)
    assert shown.is_masked
    assert masked(shown) is shown
    closed = next(item for item in shown.items if item.closed)
    assert closed.span.of(shown.text).rstrip().endswith(FILLER.strip())
    assert closed.heading.of(shown.text).endswith("direktør (lukket)")
    assert all(section.span.end <= len(shown.text) for section in shown.sections)


def test_a_closed_item_below_which_nothing_stands_is_covered_all_the_same() -> None:
    closed = next(item for item in WHOLE.items if item.closed)
    bare = replace(closed, index=0, span=Span(closed.span.start, closed.heading.end))
    cover = cover_of([bare])
    assert cover.moved(bare).span.of(cover.text(WHOLE.text)).endswith(FILLER)
    assert not cover.moved(bare).heading.of(cover.text(WHOLE.text)).endswith(FILLER)


def test_pages_of_which_nothing_is_left_are_left_out() -> None:
    closed = next(item for item in WHOLE.items if item.closed)
    inside = closed.heading.end + 5
    pages = (
        Page(1, Span(0, inside)),
        Page(2, Span(inside, inside + 3)),
        Page(3, Span(inside + 3, len(WHOLE.text))),
    )
    shown = masked(replace(WHOLE, pages=pages))
    assert [page.number for page in shown.pages] == [1, 3]
    assert shown.page_at(len(shown.text) - 1) == 3


def _place(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start, start + len(words))


def test_an_address_leads_readers_of_both_texts_to_the_same_words() -> None:
    shown = masked(WHOLE)
    words = WHOLE.items[-1].title
    of_all, of_few = (
        Citation(1, shown, _place(shown, words)),
        Citation(1, WHOLE, _place(WHOLE, words)),
    )
    assert of_all.url == of_few.url
    assert of_all.span != of_few.span
    assert place_for_reader(WHOLE, of_all.span) == of_few.span


def test_the_address_of_closed_words_tells_no_place_that_others_could_count() -> None:
    secret = _place(WHOLE, SECRET)
    assert place_for_all(WHOLE, secret) is None
    assert f"?closed={secret.start}-{secret.end}#" in Citation(1, WHOLE, secret).url
    filler = _place(masked(WHOLE), FILLER)
    assert place_for_reader(WHOLE, filler) is None


def test_a_kept_quotation_opens_for_those_who_may_see_more_and_not_for_those_who_may_see_less() -> (
    None
):
    shown = masked(WHOLE)
    words = WHOLE.items[-1].title
    kept_by_all, kept_by_few = _place(shown, words), _place(WHOLE, words)
    opened = cited_again(1, WHOLE, kept_by_all, words)
    assert opened is not None
    assert opened.span == kept_by_few
    assert cited_again(1, shown, kept_by_few, words) is None
    assert cited_again(1, shown, _place(WHOLE, SECRET), SECRET) is None


@dataclass(frozen=True)
class _Nested:
    far: tuple[tuple[str, Span], ...]
    near: Span | None
    held: Page
    number: int = 7


def test_a_place_is_moved_however_deep_it_lies_in_a_value() -> None:
    cover = Cover((Span(10, 110),))
    by = len(FILLER) - 100
    value = _Nested((("a", Span(200, 210)),), None, Page(3, Span(300, 301)))
    moved = cover.moved(value)
    assert moved == _Nested(
        (("a", Span(200 + by, 210 + by)),), None, Page(3, Span(300 + by, 301 + by))
    )
    before = _Nested((), Span(0, 10), Page(1, Span(2, 3)))
    assert cover.moved(before) is before
