"""A document's text as it was extracted, with the place of every line."""

import re
from collections.abc import Iterator

from bot.rendering.screen import Screen
from bot.rendering.visible import visible_line
from index.catalogue.covers import MASK
from index.danish.days import format_date
from index.documents import Document
from index.spans import Span

_MASKED = re.compile(f"{MASK}[{MASK} ]*")


def document_text(
    document: Document, shown: Span, screen: Screen, highlighted: Span | None = None
) -> str:
    """Return the text within `shown`, each line after the offset of its first character.

    Headings of items are bold. Lines that `highlighted` touches have a `>` before them, and what
    lies in it is marked where colours show.
    """
    gutter = len(str(len(document.text)))
    lines = [_head(document, screen), ""]
    for line in _lines(document.text, shown):
        lines.append(_line(document, line, screen, highlighted, gutter))
    return "\n".join(lines) + "\n"


def _head(document: Document, screen: Screen) -> str:
    facts = [
        document.kind.value + (f" ({document.status})" if document.status else ""),
        *([document.body.short] if document.body else []),
        *([format_date(document.date, "en")] if document.date else []),
        document.source,
        document.id,
    ]
    title = screen.wrapped(visible_line(document.title))
    return f"{screen.bold(title)}\n{screen.dim(visible_line(' · '.join(facts)))}"


def _lines(text: str, shown: Span) -> Iterator[Span]:
    """Yield the lines of the text that `shown` touches, without the line feeds."""
    start = text.rfind("\n", 0, shown.start) + 1
    while start < shown.end:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield Span(start, end)
        start = end + 1


def _line(
    document: Document, line: Span, screen: Screen, highlighted: Span | None, gutter: int
) -> str:
    # How long a closed text is, nobody needs to know.
    words = _MASKED.sub("[closed]", visible_line(line.of(document.text)))
    if not words:
        return ""
    marked = highlighted is not None and line.overlaps(highlighted)
    first = f"{'>' if marked else ' '} {line.start:>{gutter}}  "
    laid = screen.wrapped(words, first, " " * len(first))
    if marked:
        return screen.cited(laid)
    heading = any(item.heading.overlaps(line) for item in document.items)
    return screen.bold(laid) if heading else laid
