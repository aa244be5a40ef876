"""What the next meeting corrected of the minutes that a rate or a table's row is told from."""

from collections.abc import Iterator
from dataclasses import replace

from bot.answers.matters.corrections import corrections_of
from bot.answers.telling.draft import Draft, plain
from bot.citations import Citation, folded
from bot.questions.question import Question
from bot.replies import Reply, ReplyKind
from index.archive import Filter, View
from index.documents import Document, DocumentKind
from index.spans import Span
from index.table_lines import BETWEEN

_TOLD = frozenset({ReplyKind.RATE, ReplyKind.FACT})


def with_corrections(reply: Reply, question: Question, view: View) -> Reply:
    """Return a reply with the sentences by which its figures were corrected, and a warning."""
    draft = Draft(question.text, question.language)
    warning = draft.phrase("corrected_later")
    if reply.kind not in _TOLD or warning in reply.warnings:
        return reply
    citations = list(reply.citations)
    told = [reply.text]
    for document, place in dict.fromkeys(_corrections(reply, view)):
        known = (c for c in citations if c.document.id == document.id and c.span == place)
        citation = next(known, None) or Citation(len(citations) + 1, document, place)
        if citation not in citations:
            citations.append(citation)
        told.append(f"> “{plain(folded(place.of(document.text)))}” [{citation.number}]")
    if len(told) == 1:
        return reply
    return replace(
        reply,
        text="\n\n".join(told),
        citations=tuple(citations),
        warnings=(warning, *reply.warnings),
    )


def _corrections(reply: Reply, view: View) -> Iterator[tuple[Document, Span]]:
    numbers = {rate.citation for rate in reply.rates} or {1}
    for citation in reply.citations:
        if citation.number not in numbers or citation.document.kind is not DocumentKind.MINUTES:
            continue
        only = Filter(documents=frozenset({citation.document.id}))
        for paper in view.documents(only):
            yield from corrections_of(paper, _values(citation.quote), view)


def _values(quote: str) -> str:
    """Return what is quoted; of the row of a table its values, for all rows share the headings."""
    if BETWEEN not in quote:
        return quote
    return " ".join(cell.rpartition(": ")[2] for cell in quote.split(BETWEEN))
