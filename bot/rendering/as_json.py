"""The reply contract as JSON: what `--json` prints and what the web API returns.

The field names and their meaning are a contract with programs: fields may be added, none may
change. Unknown values are `null`, days are ISO dates, and nothing is left out because it is empty.
"""

import json
from collections.abc import Sequence
from datetime import date

import msgspec

from bot.answers.matters.register import NOTHING, recorded
from bot.citations import Citation
from bot.replies import Reply, ToldRate, Written
from index.archive import DocumentEntry, ItemEntry
from index.documents import Document, Item


class DocumentObject(msgspec.Struct, frozen=True):
    """The document of a citation."""

    id: str
    title: str
    kind: str
    body: str | None
    date: date | None
    case_number: str | None
    source: str


class ItemObject(msgspec.Struct, frozen=True):
    """An agenda item."""

    number: str | None
    title: str
    case_number: str | None


class CitationObject(msgspec.Struct, frozen=True):
    """A quotation with its place; `start` and `end` count characters of the extracted text."""

    number: int
    document: DocumentObject
    item: ItemObject | None
    section: str
    page: int | None
    quote: str
    passage: str
    start: int
    end: int
    url: str


class DecisionObject(msgspec.Struct, frozen=True):
    """What was recommended and decided on one item."""

    body: str | None
    date: date | None
    item: ItemObject
    recommendation: list[str]
    decision: str | None
    outcome: str
    citations: list[CitationObject]
    status: str | None
    """Of the minutes: `draft` or `approved`, where they say so."""
    authority: str | None
    """Who finally decides, in the paper's words."""
    absent: list[str]
    """Who took no part in this item."""
    dissent: list[str]
    """Sentences of the decision that tell who was against, abstained or made a reservation."""
    follow_up: list[str]
    """Sentences of the decision that ask for something, or say when it comes."""


class RateObject(msgspec.Struct, frozen=True):
    """A rate that a reply states, or that a list holds."""

    name: str
    amount: str
    """A decimal number with a point."""
    as_printed: str
    unit: str
    """In Danish, as in agreements: "kr. pr. time"."""
    valid_from: date | None
    valid_to: date | None
    status: str
    agreement: str | None
    agreement_year: int | None
    verified: bool
    citation: int
    doubts: list[str]
    """Why the figure is to be looked at again: `precision`, `break`, `proposed`."""


class WrittenObject(msgspec.Struct, frozen=True):
    """What a language model had to do with a reply."""

    model: str
    prompt: str
    """What it was told, with version and digest."""
    prose: str
    """What of `text` it wrote; empty where only quotations answer."""
    kept: int
    """Sentences in the prose."""
    faults: list[str]
    """Why sentences were left out, one entry each."""
    failure: str | None
    """Why it did not write, or not to the end."""


class ReplyObject(msgspec.Struct, frozen=True):
    """A reply."""

    question: str
    language: str
    kind: str
    text: str
    citations: list[CitationObject]
    rates: list[RateObject]
    decisions: list[DecisionObject]
    warnings: list[str]
    elapsed_ms: float
    understood_as: str | msgspec.UnsetType = msgspec.UNSET
    """Only of a follow-up: the question that it was read as, which stands alone."""
    written: WrittenObject | msgspec.UnsetType = msgspec.UNSET
    """Only where a language model is set."""


class ErrorObject(msgspec.Struct, frozen=True):
    """A failure: a sentence, and the reference under which the log tells more."""

    error: str
    reference: str | None = None
    line: int | None = None
    """Of a batch, from 1."""


def document_object(document: Document | DocumentEntry) -> DocumentObject:
    """Return the document of a citation or of a list."""
    return DocumentObject(
        id=document.id,
        title=document.title,
        kind=document.kind.value,
        body=document.body.short if document.body else None,
        date=document.date,
        case_number=next(iter(document.case_numbers), None),
        source=document.source,
    )


def item_object(item: Item) -> ItemObject:
    """Return an agenda item with the first of its case numbers."""
    return ItemObject(item.number, item.title, next(iter(item.case_numbers), None))


def citation_object(citation: Citation) -> CitationObject:
    """Return a quotation with everything that says where it stands."""
    return CitationObject(
        number=citation.number,
        document=document_object(citation.document),
        item=item_object(citation.item) if citation.item else None,
        section=citation.section_kind.value,
        page=citation.page,
        quote=citation.quote,
        passage=citation.passage,
        start=citation.span.start,
        end=citation.span.end,
        url=citation.url,
    )


def decision_object(
    entry: ItemEntry, citations: Sequence[Citation], document: Document | None
) -> DecisionObject:
    """Return an item's decision, with those of `citations` that lie within the item.

    What is recorded beside it is cut out of its document, where that is at hand.
    """
    text = document.text if document else ""
    told = recorded(document, entry.item.index) if document else NOTHING
    return DecisionObject(
        body=entry.document.body.short if entry.document.body else None,
        date=entry.document.date,
        item=item_object(entry.item),
        recommendation=list(entry.recommendation_texts),
        decision="\n".join(entry.decision_texts) or None,
        outcome=entry.decision.outcome.value if entry.decision else "none",
        citations=[
            citation_object(citation)
            for citation in citations
            if citation.document.id == entry.document.id and entry.item.span.contains(citation.span)
        ],
        status=entry.document.status.value if entry.document.status else None,
        authority=told.authority.of(text) if told.authority else None,
        absent=[span.of(text) for span in told.absent],
        dissent=[span.of(text) for span in told.dissent],
        follow_up=[span.of(text) for span in told.follow_up],
    )


def rate_object(told: ToldRate) -> RateObject:
    """Return a rate with its validity and status as the reply tells them."""
    rate = told.entry.rate
    return RateObject(
        name=rate.name,
        amount=f"{rate.amount:f}",
        as_printed=rate.printed,
        unit=rate.unit.words("da"),
        valid_from=told.validity.since,
        valid_to=told.validity.until,
        status=told.status.value,
        agreement=rate.agreement,
        agreement_year=rate.agreement_year,
        verified=rate.verified,
        citation=told.citation,
        doubts=[doubt.kind.value for doubt in rate.doubts],
    )


def reply_object(reply: Reply) -> ReplyObject:
    """Return a reply as the contract has it."""
    documents = {citation.document.id: citation.document for citation in reply.citations}
    return ReplyObject(
        question=reply.question,
        language=reply.language,
        kind=reply.kind.value,
        text=reply.text,
        citations=[citation_object(citation) for citation in reply.citations],
        rates=[rate_object(rate) for rate in reply.rates],
        decisions=[
            decision_object(entry, reply.citations, documents.get(entry.document.id))
            for entry in reply.decisions
        ],
        warnings=list(reply.warnings),
        elapsed_ms=round(reply.elapsed_ms, 1),
        written=written_object(reply.written) if reply.written else msgspec.UNSET,
        understood_as=reply.understood_as or msgspec.UNSET,
    )


def written_object(written: Written) -> WrittenObject:
    """Return what a model had to do with a reply."""
    return WrittenObject(
        written.model,
        written.prompt,
        written.prose,
        written.kept,
        list(written.faults),
        written.failure,
    )


def encoded(value: object, *, one_line: bool = False) -> str:
    """Return `value` as JSON, ending in a line feed.

    Characters that a terminal might obey, or that cannot be seen, are written as `\\uXXXX`: the
    same text to a program, and harmless on a screen.
    """
    written = msgspec.json.encode(value)
    text = (written if one_line else msgspec.json.format(written, indent=2)).decode()
    odd = {c for c in set(text) if not c.isprintable() and c != "\n"}
    return (text.translate({ord(c): json.dumps(c)[1:-1] for c in odd}) if odd else text) + "\n"
