"""What stands in an item of minutes that record no decision: whole, or how it ends."""

from bot.answers.sentences.closing_lines import closes
from bot.answers.telling.draft import Draft
from index.archive import ItemEntry
from index.danish.sentences import sentences
from index.documents import Document, DocumentKind
from index.spans import Span

SHORT = 500
"""Characters of an item's text that are quoted whole."""
LAST = 2
"""Sentences quoted of a longer one: what minutes without headings decide stands at the end."""


def write_what_stands(draft: Draft, entry: ItemEntry, document: Document) -> None:
    """Quote the text of an item, or its end; nothing of an agenda, or of what is closed."""
    if document.kind is DocumentKind.AGENDA or entry.item.closed:
        return
    start = entry.item.heading.end
    text = Span(start, entry.item.span.end).of(document.text)
    told = [s.moved(start) for s in sentences(text) if any(c.isalpha() for c in s.of(text))]
    while told and closes(told[-1].of(document.text)):
        told.pop()
    if not told:
        return
    whole = Span(told[0].start, told[-1].end)
    if len(whole) <= SHORT:
        draft.heading(draft.phrase("item_says_heading"))
        draft.quote(document, whole)
    else:
        draft.heading(draft.phrase("item_ends_heading"))
        draft.quote(document, Span(told[-LAST:][0].start, whole.end))
