"""What of a document remains for those who may not see its closed items.

Of a closed item the heading stays, with the case number above it. The rest of its text is masked
character for character, so that every other span of the document stays true.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol, TypeVar

from index.documents import Document, Item
from index.spans import Span

MASK = "█"
"""Stands for one character that may not be seen. Line breaks stay."""

_NOT_LINE_BREAK = re.compile(r"[^\n]")
_NOT_IN_NUMBERS = re.compile(r"[^0-9a-z]+")


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


_P = TypeVar("_P", bound=_Placed)


def closed_spans(document: Document) -> tuple[Span, ...]:
    """Return where the closed items' text lies, without their headings."""
    return tuple(
        Span(item.heading.end, max(item.heading.end, item.span.end))
        for item in document.items
        if item.closed
    )


def is_closed(document: Document, span: Span) -> bool:
    """Tell whether `span` tells of a closed item."""
    return any(span.overlaps(closed) for closed in closed_spans(document))


def masked(document: Document) -> Document:
    """Return the document without what its closed items hold.

    Sections keep their `index`, so that what refers to them by it stays true.
    """
    hidden = closed_spans(document)
    if not hidden:
        return document
    closed = {item.index for item in document.items if item.closed}
    return replace(
        document,
        text=_blotted(document.text, hidden),
        items=tuple(
            replace(item, case_numbers=heading_cases(document, item)) if item.closed else item
            for item in document.items
        ),
        sections=tuple(s for s in _outside(document.sections, hidden) if s.item not in closed),
        decisions=tuple(d for d in document.decisions if d.item not in closed),
        attendance=tuple(a for a in _outside(document.attendance, hidden) if a.item not in closed),
        abbreviations=_outside(document.abbreviations, hidden),
    )


def heading_cases(document: Document, item: Item) -> tuple[str, ...]:
    """Return those of an item's case numbers that stand in its heading or above it."""
    heading = _NOT_IN_NUMBERS.sub("", document.text[item.span.start : item.heading.end].lower())
    return tuple(c for c in item.case_numbers if _NOT_IN_NUMBERS.sub("", c.lower()) in heading)


def _outside(placed: Iterable[_P], hidden: tuple[Span, ...]) -> tuple[_P, ...]:
    return tuple(one for one in placed if not any(one.span.overlaps(span) for span in hidden))


def _blotted(text: str, hidden: tuple[Span, ...]) -> str:
    for span in hidden:
        blot = _NOT_LINE_BREAK.sub(MASK, span.of(text))
        text = text[: span.start] + blot + text[span.end :]
    return text
