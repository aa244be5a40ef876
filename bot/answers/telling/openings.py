"""The first sentences of a text: what it is about, in its own words."""

import re

from index.documents import Document, Item, SectionKind
from index.spans import Span

OPENING = 500
"""Characters of a text that say what it is about."""

_ABOUT = (SectionKind.SUMMARY, SectionKind.BACKGROUND, SectionKind.CASE, SectionKind.TEXT)
_SENTENCE_END = re.compile(r"[.!?](?=\s)")


def opening_of_item(document: Document, item: Item) -> Span | None:
    """Return the first sentences of what an item is about, `None` where nothing tells it."""
    sections = document.sections_of(item.index)
    body = next((s.body for s in sections if s.kind in _ABOUT and len(s.body)), None)
    return opening_of(document, body) if body is not None else None


def opening_of(document: Document, body: Span) -> Span:
    """Return the first sentences of a part of a document, cut where one ends."""
    if len(body) <= OPENING:
        return body
    ends = [m.end() for m in _SENTENCE_END.finditer(body.of(document.text))]
    cut = max((end for end in ends if end <= OPENING), default=OPENING)
    return Span(body.start, body.start + cut)
