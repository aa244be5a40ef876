"""An archive of two sheets of paper, for tests: every place in it can be found by eye."""

from collections.abc import Iterable
from datetime import date

from index.archive import (
    EVERYTHING,
    AbbreviationEntry,
    AgreementEntry,
    AttendeeEntry,
    BodyEntry,
    DocumentEntry,
    Filter,
    Found,
    Group,
    Hit,
    ItemEntry,
    Query,
    RateEntry,
    WrittenWords,
)
from index.catalogue.records import FileRecord, RunRecord
from index.decisions import Decision, Outcome
from index.documents import (
    OPEN,
    Body,
    Document,
    DocumentKind,
    Item,
    MinutesStatus,
    Section,
    SectionKind,
)
from index.errors import NotInArchive
from index.passages import Passage
from index.spans import Page, Span
from tests.words_of import WordsOf

MINUTES_TEXT = """\
Referat af møde i Brobyggerudvalget (BBU) den 3. maj 2021

1. Godkendelse af dagsorden
Beslutning
Godkendt.

2. Ny gangbro over åen
Sagsnr.: 21/100
Indstilling
Administrationen indstiller,
at gangbroen males grøn, og
at den indvies i juni.
Beslutning
Indstillingen blev godkendt, idet broen males blå. Se note [1].
"""

MEMO_TEXT = """\
Notat om broer

Åen er 14 meter bred ved stien.
"""

BODY = Body("Brobyggerudvalget", "BBU")


def span_of(text: str, words: str) -> Span:
    """Return where `words` stand in `text`, once."""
    assert text.count(words) == 1, words
    return Span(text.index(words), text.index(words) + len(words))


def _stretch(first: str, last: str) -> Span:
    return Span(span_of(MINUTES_TEXT, first).start, span_of(MINUTES_TEXT, last).end)


AGENDA_ITEM = _stretch("1. Godkendelse", "Godkendt.\n\n")
BRIDGE_ITEM = _stretch("2. Ny gangbro", "note [1].\n")
AT_GREEN = span_of(MINUTES_TEXT, "at gangbroen males grøn")
AT_JUNE = span_of(MINUTES_TEXT, "at den indvies i juni")
BLUE = span_of(MINUTES_TEXT, "Indstillingen blev godkendt, idet broen males blå. Se note [1].")
APPROVED = Span(AGENDA_ITEM.end - len("Godkendt.\n\n"), AGENDA_ITEM.end - 2)


def _section(
    index: int, kind: SectionKind, heading: str | None, item: int | None, span: Span
) -> Section:
    skipped = len(heading) + 1 if heading else 0
    return Section(index, kind, heading, (), item, span, Span(span.start + skipped, span.end))


MINUTES = Document(
    id="aaaa000000000001",
    source="bbu/2021-05-03.txt",
    title="Referat af møde i Brobyggerudvalget (BBU) den 3. maj 2021",
    kind=DocumentKind.MINUTES,
    status=MinutesStatus.APPROVED,
    body=BODY,
    date=date(2021, 5, 3),
    time=None,
    place=None,
    chair=None,
    case_numbers=(),
    abbreviations=(),
    attendance=(),
    pages=(
        Page(1, Span(0, BRIDGE_ITEM.start)),
        Page(2, Span(BRIDGE_ITEM.start, len(MINUTES_TEXT))),
    ),
    items=(
        Item(
            index=0,
            number="1",
            title="Godkendelse af dagsorden",
            case_numbers=(),
            closed=False,
            heading=span_of(MINUTES_TEXT, "1. Godkendelse af dagsorden"),
            span=AGENDA_ITEM,
        ),
        Item(
            index=1,
            number="2",
            title="Ny gangbro over åen",
            case_numbers=("21/100",),
            closed=False,
            heading=span_of(MINUTES_TEXT, "2. Ny gangbro over åen"),
            span=BRIDGE_ITEM,
        ),
    ),
    sections=(
        _section(
            0, SectionKind.DECISION, "Beslutning", 0, _stretch("Beslutning\nGodkendt.", "Godkendt.")
        ),
        _section(
            1, SectionKind.RECOMMENDATION, "Indstilling", 1, _stretch("Indstilling\n", "i juni.")
        ),
        _section(
            2,
            SectionKind.DECISION,
            "Beslutning",
            1,
            _stretch("Beslutning\nIndstillingen", "note [1]."),
        ),
    ),
    decisions=(
        Decision(0, (), (APPROVED,), Outcome.APPROVED, None),
        Decision(1, (AT_GREEN, AT_JUNE), (BLUE,), Outcome.APPROVED_WITH_CHANGE, None),
    ),
    audience=OPEN,
    text=MINUTES_TEXT,
)

MEMO = Document(
    id="aabb000000000002",
    source="notater/broer.md",
    title="Notat om broer",
    kind=DocumentKind.MEMO,
    status=None,
    body=None,
    date=None,
    time=None,
    place=None,
    chair=None,
    case_numbers=("21/100",),
    abbreviations=(),
    attendance=(),
    pages=(),
    items=(),
    sections=(),
    decisions=(),
    audience=OPEN,
    text=MEMO_TEXT,
)


def entry_of(document: Document) -> DocumentEntry:
    """Return a document as lists show it."""
    return DocumentEntry(
        id=document.id,
        source=document.source,
        title=document.title,
        kind=document.kind,
        status=document.status,
        body=document.body,
        body_key="bbu" if document.body else None,
        date=document.date,
        case_numbers=document.case_numbers,
        pages=len(document.pages),
        characters=len(document.text),
        audience=document.audience,
    )


def item_entry(document: Document, index: int) -> ItemEntry:
    """Return an agenda item as lists show it."""
    decision = document.decision_of(index)
    assert decision is not None
    return ItemEntry(
        document=entry_of(document),
        item=document.items[index],
        decision=decision,
        recommendation_texts=tuple(s.of(document.text) for s in decision.recommendation),
        decision_texts=tuple(s.of(document.text) for s in decision.words),
    )


class PaperArchive:
    """A view of a handful of documents, searched for the words as they stand."""

    generation = "paper"
    audiences = frozenset({OPEN})

    def __init__(self, documents: Iterable[Document] = (MINUTES, MEMO)) -> None:
        self._documents = {document.id: document for document in documents}

    def bodies(self) -> tuple[BodyEntry, ...]:
        return (BodyEntry("bbu", BODY, ("Brobyggerudvalget", "BBU"), (date(2021, 5, 3),)),)

    def abbreviations(self) -> tuple[AbbreviationEntry, ...]:
        return ()

    def attendance(self, filter: Filter = EVERYTHING) -> tuple[AttendeeEntry, ...]:  # noqa: A002
        return ()

    def rates(self) -> tuple[RateEntry, ...]:
        return ()

    def agreements(self) -> tuple[AgreementEntry, ...]:
        return ()

    def documents(self, filter: Filter = EVERYTHING) -> tuple[DocumentEntry, ...]:  # noqa: A002
        return tuple(entry_of(d) for d in self._documents.values() if _admits(filter, d))

    def document(self, id: str) -> Document:  # noqa: A002
        if id not in self._documents:
            raise NotInArchive(f"No document {id}.")
        return self._documents[id]

    def count_items(self, filter: Filter = EVERYTHING) -> int:  # noqa: A002
        return len(self.items(filter))

    def items(
        self,
        filter: Filter = EVERYTHING,  # noqa: A002
        limit: int | None = None,
    ) -> tuple[ItemEntry, ...]:
        return tuple(
            entry
            for document in self._documents.values()
            if _admits(filter, document)
            for entry in (item_entry(document, item.index) for item in document.items)
            if _admits_item(filter, entry)
        )[:limit]

    def files(self) -> tuple[FileRecord, ...]:
        return ()

    def written(self) -> WrittenWords:
        return WordsOf("\n".join(document.text for document in self._documents.values()))

    def last_run(self) -> RunRecord | None:
        return None

    def search(self, query: Query) -> Found:
        groups = []
        for document in self._documents.values():
            words = query.text.lower()
            start = document.text.lower().find(words)
            if start < 0 or not _admits(query.filter, document):
                continue
            end = document.text.find("\n", start)
            item = next((i for i in document.items if i.span.start <= start < i.span.end), None)
            passage = Passage(
                document=document.id,
                index=0,
                item=item.index if item else None,
                section=0,
                span=Span(start, end),
                header="",
                text=document.text[start:end],
                audience=OPEN,
            )
            hit = Hit(passage, 0.5, 0.87, 1.0)
            groups.append(Group(entry_of(document), item, 0.5, 1.0, (hit,)))
        return Found((), tuple(groups[: query.limit]))


def _admits(filter: Filter, document: Document) -> bool:  # noqa: A002
    if filter.bodies and (not document.body or "bbu" not in filter.bodies):
        return False
    if filter.since and (not document.date or document.date < filter.since):
        return False
    if filter.until and (not document.date or document.date > filter.until):
        return False
    if filter.documents and document.id not in filter.documents:
        return False
    return not filter.kinds or document.kind in filter.kinds


def _admits_item(filter: Filter, entry: ItemEntry) -> bool:  # noqa: A002
    if filter.case_numbers and not filter.case_numbers & set(entry.item.case_numbers):
        return False
    outcome = entry.decision.outcome if entry.decision else Outcome.NONE
    return not filter.outcomes or outcome in filter.outcomes
