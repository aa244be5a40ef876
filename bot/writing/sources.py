"""What a model is shown and may cite: passages and rates of a quoted reply, numbered as there."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.citations import Citation, folded
from bot.rendering.places import PARTS, document_place
from bot.replies import Reply, ToldRate
from bot.writing.clauses import clauses
from bot.writing.figures import Figures, figures_of
from bot.writing.roots import rooted
from index.catalogue.covers import MASK
from index.danish.days import format_date
from index.danish.sentences import sentences
from index.decisions import Outcome
from index.documents import Document, DocumentKind, Item, SectionKind
from index.spans import Span

DECIDED = frozenset({SectionKind.DECISION, SectionKind.RECOMMENDATION})
"""Where minutes say what was decided: a presentation may tell of it what it likes."""


@dataclass(frozen=True)
class Statement:
    """A sentence of a source: what a sentence of prose may rest on."""

    text: str
    part: SectionKind
    """The part of the paper in which it stands."""
    span: Span | None
    """Its place in the document; `None` for a row of data."""

    @cached_property
    def terms(self) -> frozenset[str]:
        """Its index terms, and their roots."""
        return rooted(self.text)

    @cached_property
    def figures(self) -> Figures:
        """Its numbers, days and codes."""
        return figures_of(self.text, "da")

    @cached_property
    def clauses(self) -> tuple["Statement", ...]:
        """Its clauses, each as a statement of its own."""
        return tuple(Statement(text, self.part, self.span) for text in clauses(self.text))


@dataclass(frozen=True)
class Source:
    """A citation of the quoted reply, with its passage as sentences."""

    number: int
    head: str
    """Body or title, day, item and its title: what is known of every sentence in it."""
    statements: tuple[Statement, ...]
    outcome: Outcome | None
    """Of the item in which it stands, where a decision is recorded."""
    document: Document
    item: Item | None

    @cached_property
    def head_terms(self) -> frozenset[str]:
        """Index terms of the head, and their roots."""
        return rooted(self.head)

    @cached_property
    def head_figures(self) -> Figures:
        """Days and numbers of the head."""
        return figures_of(self.head, "da")

    @property
    def text(self) -> str:
        """The passage as a model reads it, white space folded within each sentence."""
        return "\n".join(folded(statement.text) for statement in self.statements)


def sources_of(reply: Reply) -> tuple[Source, ...]:
    """Return what a reply's citations and rates say, each passage once, under its first number."""
    together: dict[tuple[str, Span], list[Citation]] = {}
    for citation in reply.citations:
        place = citation.document.id, citation.passage_span
        together.setdefault(place, []).append(citation)
    return tuple(_source(citations, reply.rates) for citations in together.values())


def _source(citations: Sequence[Citation], rates: Iterable[ToldRate]) -> Source:
    citation, numbers = citations[0], {citation.number for citation in citations}
    document, item = citation.document, citation.item
    decision = document.decision_of(item.index) if item else None
    return Source(
        citation.number,
        _head(citation),
        (*_statements(citation), *(_row(rate) for rate in rates if rate.citation in numbers)),
        decision.outcome if decision else None,
        document,
        item,
    )


def _head(citation: Citation) -> str:
    document, item = citation.document, citation.item
    parts = [document_place(citation, "da")]
    if document.body:
        parts.append(document.body.name)
    if item:
        parts += [f"punkt {item.number}"] if item.number else []
        parts += [item.title] if item.title else []
    if document.title not in " ".join(parts):
        parts.append(document.title)
    if document.kind is DocumentKind.AGENDA:
        parts.append("dagsorden")
    return " · ".join(dict.fromkeys(parts))


def _statements(citation: Citation) -> Iterator[Statement]:
    document, passage = citation.document, citation.passage_span
    for found in sentences(passage.of(document.text)):
        span = found.moved(passage.start)
        words = span.of(document.text)
        if MASK not in words:
            yield Statement(words, _part_at(document, citation.item, span), span)


def _part_at(document: Document, item: Item | None, span: Span) -> SectionKind:
    """Return what a sentence is part of; in old protocols a decision has no heading of its own."""
    decision = document.decision_of(item.index) if item else None
    if decision is not None:
        if any(words.overlaps(span) for words in decision.words):
            return SectionKind.DECISION
        if any(words.overlaps(span) for words in decision.recommendation):
            return SectionKind.RECOMMENDATION
    return next(
        (s.kind for s in document.sections if s.span.start <= span.start < s.span.end),
        SectionKind.TEXT,
    )


def _row(told: ToldRate) -> Statement:
    """Return a rate as a sentence of data, with its validity: a rate is never told without it."""
    rate, validity = told.entry.rate, told.validity
    days = [
        f"{word} {format_date(day, 'da')}"
        for word, day in (("fra", validity.since), ("til", validity.until))
        if day
    ]
    parts = [
        rate.name,
        rate.printed,
        rate.agreement or "",
        "gælder " + " ".join(days) if days else "",
    ]
    return Statement(", ".join(part for part in parts if part), SectionKind.TEXT, None)


PART_NAMES = {kind: names["da"] for kind, names in PARTS.items()}
"""What a model is told a part of a paper is called."""
