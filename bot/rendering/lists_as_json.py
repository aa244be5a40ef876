"""What the commands that list and show print with `--json`, beside the reply contract."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from bot.answers.matters.case_steps import Case, Step
from bot.citations import Citation
from bot.rendering.as_json import (
    CitationObject,
    DecisionObject,
    DocumentObject,
    citation_object,
    decision_object,
    document_object,
)
from index.archive import BodyEntry, DocumentEntry, Hit, ItemEntry
from index.documents import Document, DocumentKind
from index.spans import Span


class HitObject(msgspec.Struct, frozen=True):
    """A passage that a search found; its `quote` is the whole passage."""

    score: float
    cosine: float | None
    coverage: float
    citation: CitationObject


class ListedDocument(msgspec.Struct, frozen=True):
    """A document of a list."""

    id: str
    title: str
    kind: str
    status: str | None
    body: str | None
    date: date | None
    case_numbers: list[str]
    source: str
    pages: int | None
    characters: int
    audience: str


class PlacedItem(msgspec.Struct, frozen=True):
    """An agenda item with its place in the document's text."""

    number: str | None
    title: str
    case_numbers: list[str]
    closed: bool
    start: int
    end: int


class ShownObject(msgspec.Struct, frozen=True):
    """A document, or one item of it, with its text as extracted from `start` to `end`."""

    document: DocumentObject
    items: list[PlacedItem]
    start: int
    end: int
    text: str


class StepObject(DecisionObject, frozen=True):
    """A step of a case: an item, with what ties it to the case."""

    matched_by: str
    """`case_number` or `title`."""
    likeness: float
    """Of titles, 0–1."""


class CaseObject(msgspec.Struct, frozen=True):
    """A case: its items from the first meeting to the last, and documents of its number."""

    case_number: str | None
    title: str
    steps: list[StepObject]
    documents: list[DocumentObject]


def case_object(
    case: Case,
    steps: Sequence[Step],
    cited: Sequence[tuple[ItemEntry, Sequence[Citation], Document]],
    documents: list[DocumentObject],
) -> CaseObject:
    """Return a case as `case --json` prints it; `steps` and `cited` are of the same items."""
    objects = [
        StepObject(
            **msgspec.structs.asdict(decision_object(entry, citations, document)),
            matched_by="case_number" if step.by_number else "title",
            likeness=round(step.likeness, 2),
        )
        for step, (entry, citations, document) in zip(steps, cited, strict=True)
    ]
    return CaseObject(case.number, case.title, objects, documents)


def hit_object(hit: Hit, citation: Citation) -> HitObject:
    """Return a passage that was found, with what speaks for it."""
    return HitObject(hit.score, hit.cosine, hit.coverage, citation_object(citation))


def listed_object(entry: DocumentEntry) -> ListedDocument:
    """Return a document as `documents --json` lists it."""
    return ListedDocument(
        id=entry.id,
        title=entry.title,
        kind=entry.kind.value,
        status=entry.status.value if entry.status else None,
        body=entry.body.short if entry.body else None,
        date=entry.date,
        case_numbers=list(entry.case_numbers),
        source=entry.source,
        pages=entry.pages or None,
        characters=entry.characters,
        audience=entry.audience,
    )


def shown_object(document: Document, span: Span) -> ShownObject:
    """Return the text of a document from `span.start` to `span.end`, with the items in it."""
    items = [
        PlacedItem(
            number=item.number,
            title=item.title,
            case_numbers=list(item.case_numbers),
            closed=item.closed,
            start=item.span.start,
            end=item.span.end,
        )
        for item in document.items
        if item.span.overlaps(span)
    ]
    text = span.of(document.text)
    return ShownObject(document_object(document), items, span.start, span.end, text)


class BodyObject(msgspec.Struct, frozen=True):
    """A committee, with every name its documents use."""

    name: str
    abbreviation: str | None
    names: list[str]
    meetings: list[date]
    """Days of its minutes and agendas, ascending."""


class MeetingObject(msgspec.Struct, frozen=True):
    """A meeting: its body and day, and the papers of it that there are."""

    body: str | None
    date: date
    documents: list[ListedDocument]
    """Minutes before agendas."""


def body_object(entry: BodyEntry) -> BodyObject:
    """Return a committee as lists show it."""
    body = entry.body
    return BodyObject(body.name, body.abbreviation, list(entry.names), list(entry.meetings))


def meeting_objects(papers: Iterable[DocumentEntry]) -> list[MeetingObject]:
    """Return the meetings that minutes and agendas are of, newest first."""
    meetings: dict[tuple[date, str | None], list[DocumentEntry]] = {}
    for paper in papers:
        if paper.date is not None:
            meetings.setdefault((paper.date, paper.body_key), []).append(paper)
    return [
        MeetingObject(
            body=found[0].body.short if found[0].body else None,
            date=day,
            documents=[
                listed_object(paper)
                for paper in sorted(found, key=lambda paper: paper.kind is not DocumentKind.MINUTES)
            ],
        )
        for (day, _), found in sorted(
            meetings.items(), key=lambda one: (-one[0][0].toordinal(), one[0][1] or "")
        )
    ]
