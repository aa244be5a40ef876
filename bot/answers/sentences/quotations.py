"""How much is quoted for a fact: the sentence that answers, and neighbours that it needs."""

import re
from collections.abc import Sequence

from bot.answers.finding import matching
from bot.answers.sentences.evidence import Evidence
from index.archive import Found
from index.spans import Span

WORTH_ADDING = 0.15
"""Share of the question that a neighbouring sentence must add to be quoted with the best."""

SURE = 0.6
"""How far the best sentence's score must lie above its passage's next to be quoted alone."""

LONGEST = 360
"""Characters of a quotation that is widened because another sentence may be the one: two to four
sentences, which are still read at a glance."""


def quotation(evidence: Evidence, others: Sequence[Evidence], found: Found) -> Span:
    """Return what to quote for the best sentence.

    "Budgettet er 5,4 mio. kr. Regionen betaler 50 %": a question for both needs both sentences.
    Where another sentence beside it may as well be the answer, both are quoted in one piece, for a
    reader tells better than we do.
    """
    beside = [o for o in others if o.excerpt.passage == evidence.excerpt.passage]
    span = _with_what_adds(evidence, beside, found)
    text = evidence.document.text
    near = True
    while near:
        near = False
        for other in beside:
            joined = _union(span, other.excerpt.span)
            close = other.score > evidence.score - SURE and len(joined) <= LONGEST
            close = close and not (_is_row(evidence) or _is_row(other))
            if close and _adjoining(span, other.excerpt.span, text):
                span, near = joined, True
    return span


def without_marks(text: str, span: Span) -> Span:
    """Return a point of a list, or the line that leads to it, without what only joins them.

    "• at klinikken oprettes, og" is quoted as "at klinikken oprettes". The words stay verbatim.
    """
    words = span.of(text)
    begins, ends = _MARK.match(words), _JOINS.search(words)
    start = begins.end() if begins else 0
    end = ends.start() if ends else len(words)
    return Span(span.start + start, span.start + end) if start < end else span


_MARK = re.compile(r"\s*[•·▪◦*–-]\s+")
_JOINS = re.compile(r"\s*[,;:]?(?:\s+(?:og|samt|and))?\s*$(?<![.!?])", re.IGNORECASE)


def _is_row(evidence: Evidence) -> bool:
    """Tell whether it is a row of a table, which is read by itself: "Post: Løn · 2020: 612"."""
    return " · " in evidence.words


def _with_what_adds(evidence: Evidence, beside: Sequence[Evidence], found: Found) -> Span:
    """Return the sentence with the neighbour that holds most more of the question, if any does."""
    text = evidence.document.text
    own = matching.matched(found.terms, evidence.excerpt.span.of(text))
    best, gain = evidence.excerpt.span, WORTH_ADDING
    for other in beside:
        if _adjoining(evidence.excerpt.span, other.excerpt.span, text):
            more = matching.coverage(found.terms, matching.matched(found.terms, other.words) - own)
            if more >= gain:
                gain, best = more, _union(evidence.excerpt.span, other.excerpt.span)
    return best


def _adjoining(one: Span, other: Span, text: str) -> bool:
    first, second = sorted((one, other))
    between = text[first.end : second.start]
    return first.end <= second.start and not between.strip() and between.count("\n") <= 1


def _union(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))
