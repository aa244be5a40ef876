"""The values that a document is made of.

Every place in a document is a `Span` of its `text`: the text that was extracted and cleaned, and
from which every quotation is cut. Values are immutable and equal by content; what is unknown is
`None`, never an empty string.
"""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from index.decisions import Decision
from index.spans import Page, Span

OPEN = "open"
"""The audience of everyone who may use Referent at all."""

CLOSED = "closed"
"""The audience of a closed item (*lukket punkt*) inside an otherwise open document."""


class DocumentKind(StrEnum):
    """What sort of paper it is; the value is what the reply contract prints."""

    MINUTES = "minutes"
    """*Referat*."""
    AGENDA = "agenda"
    """*Dagsorden*."""
    AGREEMENT = "agreement"
    """*Overenskomst*, *aftale*."""
    STRATEGY = "strategy"
    """*Strategi*, *handleplan*, *politik*."""
    MEMO = "memo"
    """*Notat*."""
    TERMS = "terms_of_reference"
    """*Kommissorium*, *forretningsorden*, *vedtægt*."""
    RATES = "rate_table"
    """A table of rates (*takstblad*) that staff keep."""
    OTHER = "other"


MEETING_PAPERS = frozenset({DocumentKind.MINUTES, DocumentKind.AGENDA})
"""Kinds of paper that are of one meeting."""


class MinutesStatus(StrEnum):
    """How far minutes have come; `None` on a document where nothing says so.

    Of other papers only that they are a draft: nobody has adopted what stands in one.
    """

    DRAFT = "draft"
    """*Udkast*, *ikke godkendt*."""
    APPROVED = "approved"
    """*Godkendt referat*."""


class SectionKind(StrEnum):
    """What a part of a document is for; the value is what the reply contract prints."""

    SUMMARY = "summary"
    """*Resume*, *Sammendrag*."""
    BACKGROUND = "background"
    """*Baggrund*."""
    CASE = "case"
    """*Sagsfremstilling*."""
    ECONOMY = "economy"
    """*Økonomi*, *økonomiske konsekvenser*."""
    RECOMMENDATION = "recommendation"
    """*Indstilling*, *Beslutningspunkter*: what the body is asked to decide."""
    DECISION = "decision"
    """*Beslutning*, *Konklusion*."""
    AUTHORITY = "authority"
    """"Sagen afgøres af …": who finally decides."""
    ANNEXES = "annexes"
    """*Bilag*."""
    ATTENDANCE = "attendance"
    """*Deltagere*, *Afbud*."""
    HEADER = "header"
    """What stands above the first heading: letterhead, title, date, place."""
    TEXT = "text"
    """Everything else, under whatever heading it has."""


class Presence(StrEnum):
    """How a person took part in a meeting."""

    PRESENT = "present"
    APOLOGY = "apology"
    """*Afbud*."""
    ABSENT = "absent"
    """Absent without apology, or did not take part in one item."""


@dataclass(frozen=True, slots=True)
class Body:
    """A committee (*udvalg*, *råd*, *styregruppe*) as a document names it."""

    name: str
    abbreviation: str | None = None

    @property
    def short(self) -> str:
        """The abbreviation where there is one, else the name."""
        return self.abbreviation or self.name


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person named in a meeting's attendance, with the words that name them."""

    name: str
    role: str | None
    organisation: str | None
    presence: Presence
    span: Span
    item: int | None = None
    """Index of the item for which this holds, `None` for the whole meeting."""
    remark: str | None = None
    """What the minutes add on a part of the meeting: "fra kl. 16.10 (pkt. 4-6)". With it nobody was
    there, or away, all the time; which of the two it tells of, the words and `presence` say."""


@dataclass(frozen=True, slots=True)
class Item:
    """A point on an agenda (*punkt*)."""

    index: int
    """Its place in `Document.items`, from 0."""
    number: str | None
    """As printed, without the full stop: "8", "3.2"."""
    title: str
    case_numbers: tuple[str, ...]
    """Normalised by `index.danish.case_numbers`."""
    closed: bool
    """*Lukket punkt*: everything but its heading is out of the open audience."""
    heading: Span
    span: Span
    """From its heading (or the case number above it) to the next item's."""

    def words(self, text: str) -> str:
        """Return its title and its text, of the document's; the title may stand in the agenda."""
        return f"{self.title}\n{self.span.of(text)}"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document under one heading; sections cover the text without overlapping."""

    index: int
    """Its place in `Document.sections`, from 0."""
    kind: SectionKind
    heading: str | None
    path: tuple[str, ...]
    """Headings above this one, outermost first, without the item's own title."""
    item: int | None
    """Index of the item it belongs to."""
    span: Span
    """Heading included."""
    body: Span
    """Heading excluded, white space at both ends excluded."""


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form that a document explains: "Kvalitets- og Efteruddannelsesudvalget (KEU)"."""

    short: str
    long: str
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it was understood: its text and what lies where in it."""

    id: str
    """Sixteen hexadecimal digits, made from `source`; stable while the file keeps its place."""
    source: str
    """Path below the ingested folder, with `/`."""
    title: str
    kind: DocumentKind
    status: MinutesStatus | None
    body: Body | None
    date: date | None
    """Of the meeting, else of the document."""
    time: time | None
    place: str | None
    chair: str | None
    case_numbers: tuple[str, ...]
    """Those of the document itself, not of its items."""
    abbreviations: tuple[Abbreviation, ...]
    attendance: tuple[Attendee, ...]
    pages: tuple[Page, ...]
    """Empty for formats that have no pages."""
    items: tuple[Item, ...]
    sections: tuple[Section, ...]
    decisions: tuple[Decision, ...]
    audience: str
    """Of the document; its closed items are `CLOSED` whatever this says."""
    text: str
    is_masked: bool = False
    """Whether its closed items are covered, and all places counted in the text that is left."""

    @property
    def head_end(self) -> int:
        """Where the first item begins, or else where the text ends."""
        return self.items[0].span.start if self.items else len(self.text)

    def page_at(self, position: int) -> int | None:
        """Return the number of the page on which the character at `position` stands."""
        page = self._page(position)
        return page.number if page else None

    def is_scan_at(self, position: int) -> bool:
        """Tell whether the character at `position` was read from a picture of its page."""
        page = self._page(position)
        return page is not None and page.is_scan

    def _page(self, position: int) -> Page | None:
        return next((p for p in self.pages if p.span.start <= position < p.span.end), None)

    def sections_of(self, item: int) -> tuple[Section, ...]:
        """Return the sections that belong to the item with that index, in order."""
        return tuple(section for section in self.sections if section.item == item)

    def decision_of(self, item: int) -> Decision | None:
        """Return what was decided on the item with that index."""
        return next((decision for decision in self.decisions if decision.item == item), None)
