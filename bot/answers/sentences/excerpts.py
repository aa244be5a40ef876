"""The stretches of a passage that can be quoted by themselves: a sentence, a list, a table row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.danish.sentences import sentences
from index.documents import Document
from index.passages import Passage
from index.spans import Span
from index.table_lines import BETWEEN

LONGEST_LIST = 1_200
"""Characters of a list that are quoted with the sentence that leads to it."""

_POINT = re.compile(r"\s*(?:[•·*–-]|\d{1,2}[.)](?!\d)|[a-z]\)|at\b)\s*")
_FIGURE_FIRST = re.compile(r"\s*(?:kr\.?\s*)?\d")
_ENDS_SENTENCE = re.compile(r"[.!?:;]\s*$")
_LONGEST_LABEL = 80
"""Characters of a line that can be the label of the figure on the next line."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A quotable stretch, with the id of the passage in which it starts."""

    span: Span
    passage: str
    lead: Span | None = None
    """The line that leads to the list of which this is a point."""


def excerpts(document: Document, passage: Passage) -> Iterator[Excerpt]:
    """Yield what a passage offers for quotation, in order.

    A sentence that ends in a colon takes its list with it; a short line without a full stop takes
    the figure on the line below it, as tables come out of many files.
    """
    spans = [_absolute(passage, span) for span in sentences(passage.text)]
    lead: Span | None = None
    for place, span in enumerate(spans):
        following = spans[place + 1 :]
        point = _is_point(document.text, span)
        if not point and not _goes_on_point(document.text, span):
            lead = span
        whole = _whole(document.text, span, following)
        yield Excerpt(whole, passage.id, lead if point else None)


def _goes_on_point(text: str, span: Span) -> bool:
    """Tell whether a sentence is the second of a point of a list, and leads to none of the rest."""
    start = text.rfind("\n", 0, span.start) + 1
    return span.start > start and _POINT.match(text, start, span.start) is not None


def _absolute(passage: Passage, span: Span) -> Span:
    return Span(passage.span.start + span.start, passage.span.start + span.end)


def _whole(text: str, span: Span, following: list[Span]) -> Span:
    words = span.of(text)
    # "Udvalget tilføres årligt" over a list leads to it as a colon would.
    open_ended = not _ENDS_SENTENCE.search(words) and not _is_point(text, span)
    to_points = open_ended and bool(following) and _is_point(text, following[0])
    if following and (words.rstrip().endswith(":") or to_points):
        return _with_points(text, span, following)
    if _is_label(words) and following and _FIGURE_FIRST.match(following[0].of(text)):
        return Span(span.start, following[0].end)
    return span


def _is_label(words: str) -> bool:
    return len(words) <= _LONGEST_LABEL and not _ENDS_SENTENCE.search(words)


def _with_points(text: str, lead: Span, following: list[Span]) -> Span:
    """Return a lead-in with its list: marked points, or lines that are no sentences by themselves.

    Of running text only the next sentence belongs to it.
    """
    first = following[0]
    belongs = _is_point if _is_point(text, first) else _is_entry
    end = first.end
    for span in following:
        if span.end - lead.start > LONGEST_LIST or not belongs(text, span):
            break
        end = span.end
    return Span(lead.start, end)


def is_line(words: str) -> bool:
    """Tell whether an excerpt is a row of a table or a point of a list: of one thing of several."""
    return BETWEEN in words or is_point(words)


def is_point(text: str, at: int = 0) -> bool:
    """Tell whether a point of a list begins at a place in a text."""
    return _POINT.match(text, at) is not None


def _is_point(text: str, span: Span) -> bool:
    return is_point(text, span.start)


def _is_entry(text: str, span: Span) -> bool:
    return _is_label(span.of(text))
