"""What of a document remains for those who may not see its closed items.

Of a closed item the heading stays, with the case number above it. The rest of its text is covered
by a filler of one length, and every place in the document is counted in the text that is shown.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol, TypeVar

from index.catalogue.covers import Cover, cover_of
from index.documents import Document, Item
from index.spans import Page, Span

_NOT_IN_NUMBERS = re.compile(r"[^0-9a-z]+")


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


_P = TypeVar("_P", bound=_Placed)


def is_closed(document: Document, span: Span) -> bool:
    """Tell whether `span` of a whole document tells of a closed item."""
    return cover_of(document.items).is_touched(span)


def masked(document: Document) -> Document:
    """Return the document without what its closed items hold.

    Sections keep their `index`, so that what refers to them by it stays true. Pages of which
    nothing is left are left out.
    """
    cover = cover_of(document.items)
    if document.is_masked or not cover.hidden:
        return document
    closed = {item.index for item in document.items if item.closed}
    open_ones = replace(
        document,
        pages=_pages(document.pages, cover),
        items=tuple(
            replace(item, case_numbers=heading_cases(document, item)) if item.closed else item
            for item in document.items
        ),
        sections=tuple(s for s in _outside(document.sections, cover) if s.item not in closed),
        decisions=tuple(d for d in document.decisions if d.item not in closed),
        attendance=tuple(a for a in _outside(document.attendance, cover) if a.item not in closed),
        abbreviations=_outside(document.abbreviations, cover),
    )
    shown = cover.moved(open_ones)
    return replace(shown, text=cover.text(document.text), is_masked=True)


def place_for_all(document: Document, span: Span) -> Span | None:
    """Return a place as everyone counts it who may see the document; `None` for a closed one.

    Those who may see closed items read another text, with places of its own. What leads from one
    reader to another, such as an address, names the places of the text that both can read.
    """
    cover = cover_of(document.items)
    if document.is_masked or not cover.hidden:
        return span
    return None if cover.is_touched(span) else cover.moved(span)


def place_for_reader(document: Document, for_all: Span) -> Span | None:
    """Return where in this reader's text a place lies that is counted as everyone counts it."""
    if document.is_masked:
        return for_all
    return cover_of(document.items).uncovered(for_all)


def heading_cases(document: Document, item: Item) -> tuple[str, ...]:
    """Return those of an item's case numbers that stand in its heading or above it."""
    heading = _NOT_IN_NUMBERS.sub("", document.text[item.span.start : item.heading.end].lower())
    return tuple(c for c in item.case_numbers if _NOT_IN_NUMBERS.sub("", c.lower()) in heading)


def _pages(pages: Iterable[Page], cover: Cover) -> tuple[Page, ...]:
    """Return the pages of which something is left, each from where it is to be seen."""
    left = []
    for page in pages:
        ends = (h.end for h in cover.hidden if h.start <= page.span.start < h.end)
        start = next(ends, page.span.start)
        if start < page.span.end:
            left.append(replace(page, span=Span(start, page.span.end)))
    return tuple(left)


def _outside(placed: Iterable[_P], cover: Cover) -> tuple[_P, ...]:
    return tuple(one for one in placed if not cover.is_touched(one.span))
