"""An extraction into a document: the whole of it on one screen."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from index.danish.abbreviations import find_abbreviations
from index.documents import (
    CLOSED,
    MEETING_PAPERS,
    OPEN,
    Abbreviation,
    Body,
    Document,
    DocumentKind,
    Item,
    Section,
    SectionKind,
)
from index.spans import Span
from ingest.reading.extraction import Extraction
from ingest.structure.attendance.lists import read_attendance
from ingest.structure.attendance.officers import with_officers
from ingest.structure.decisions.approved_by_mail import approval_below
from ingest.structure.decisions.blanks import is_blank
from ingest.structure.decisions.elsewhere import own_decisions_only
from ingest.structure.decisions.notes import with_noted_decisions
from ingest.structure.decisions.of_items import read_decisions
from ingest.structure.head.abbreviations import with_abbreviation
from ingest.structure.head.authorities import of_authority
from ingest.structure.head.bodies import body_in_title, body_of
from ingest.structure.head.declared import (
    approved_on,
    case_numbers_in,
    chair_in_head,
    head_of,
    read_meeting,
)
from ingest.structure.head.kinds import kind_of, status_of
from ingest.structure.head.titles import title_of
from ingest.structure.items.agenda import NO_AGENDA, Agenda, find_agenda
from ingest.structure.items.badges import is_weak_badge
from ingest.structure.items.entries import Entry
from ingest.structure.items.logs import is_log
from ingest.structure.items.markings import closes, closes_as_title, declares_closed
from ingest.structure.layout.lines import Line, read_lines
from ingest.structure.people import chair_of
from ingest.structure.prose_items import prose_agenda
from ingest.structure.sections import cut_sections

_FIRST_LINES = 12
_MAY_BE_PROSE = frozenset({DocumentKind.MINUTES, DocumentKind.OTHER})


@dataclass(frozen=True, slots=True)
class _Outline:
    """What a paper is, and how it falls into items and parts."""

    kind: DocumentKind
    agenda: Agenda
    sections: tuple[Section, ...]


def understand(
    extraction: Extraction,
    *,
    source: str,
    audience: str,
    modified: date | None = None,
    above: Sequence[Line] = (),
) -> Document:
    """Return what the text of a file says about itself, every place in it a true span.

    Args:
        extraction: The text and what its format marks.
        source: The file's path below the ingested folder, with `/`.
        audience: Who may see the document; its closed items are closed whatever this is.
        modified: When the file was last changed. It only tells the year of a meeting whose
            head has a weekday, a day and a month, and no year.
        above: The top of the file, where the text is a further meeting in it: it may name the
            body of all of them.
    """
    text, given = extraction.text, extraction.title
    lines = read_lines(extraction)
    outline = _outline(extraction, lines, source, modified, above)
    agenda, kind = outline.agenda, outline.kind

    head = head_of(lines, agenda.entries[0].first if agenda.entries else None)
    items = tuple(_items(text, lines, agenda))
    abbreviations = _abbreviations(text, items)
    body = _body(head, lines, abbreviations, kind, text, above, title=given, source=source)
    meeting = read_meeting(head, lines, title=given, source=source, modified=modified)
    day = (approved_on(head) if kind is DocumentKind.TERMS else None) or meeting.date
    sections = own_decisions_only(outline.sections, body, day)
    if kind is DocumentKind.MINUTES:
        sections = with_noted_decisions(text, lines, sections, body)
    attendance = read_attendance(lines, sections, agenda) if kind in MEETING_PAPERS else ()
    if kind is DocumentKind.MINUTES:
        attendance = with_officers(attendance, head)

    return Document(
        id=document_id(source),
        source=source,
        title=title_of(head, kind, body, day, sections, given=given, source=source),
        kind=kind,
        status=status_of([*head, *approval_below(lines)], lines, kind, title=given, source=source),
        body=of_authority(body, [*above, *head], given) if kind in MEETING_PAPERS else body,
        date=day,
        time=meeting.time if kind in MEETING_PAPERS else None,
        place=meeting.place if kind in MEETING_PAPERS else None,
        chair=chair_of(attendance, chair_in_head(head)) if kind in MEETING_PAPERS else None,
        case_numbers=case_numbers_in(head),
        abbreviations=abbreviations,
        attendance=attendance,
        pages=extraction.pages,
        items=items,
        sections=sections,
        decisions=read_decisions(text, lines, sections, agenda, kind, body, day),
        audience=_audience(lines[: agenda.contents] if agenda.contents else head, audience),
        text=text,
    )


def _outline(
    extraction: Extraction,
    lines: Sequence[Line],
    source: str,
    modified: date | None,
    above: Sequence[Line],
) -> _Outline:
    """Find the items and parts, and what kind of paper has such; only meetings have items."""
    text, title = extraction.text, extraction.title
    agenda = find_agenda(lines)
    sections = cut_sections(text, lines, agenda)
    # An agenda quotes what others decided before, and has room for what this meeting will decide.
    head = head_of(lines, agenda.entries[0].first if agenda.entries else None)
    body = _meeting_body(head, lines, (), above, title, source) if agenda.entries else None
    noted = with_noted_decisions(text, lines, sections, body) != sections
    day = read_meeting(head, lines, title=title, source=source, modified=modified).date
    made = [
        s
        for s in own_decisions_only(sections, body, day)
        if s.kind is not SectionKind.DECISION or not is_blank(s.body.of(text))
    ]
    kind = kind_of(lines, agenda, made, noted=noted, title=title, source=source)
    if kind in _MAY_BE_PROSE and all(e.closed and e.number is None for e in agenda.entries):
        prose = prose_agenda(lines, minutes=kind is DocumentKind.MINUTES)
        if prose.entries:
            return _Outline(DocumentKind.MINUTES, prose, cut_sections(text, lines, prose))
    # Whatever paper it is: what stands under the heading of a closed item stays closed.
    # "§ 6. Tavshedspligt" alone names a clause of an agreement, and closes no item of it.
    shut = any(
        (closes_as_title(e.title) or closes(lines[e.heading].text)) and not is_weak_badge(e.title)
        for e in agenda.entries
    )
    if kind not in MEETING_PAPERS and agenda.entries and not shut and not _logs(lines, agenda):
        return _Outline(kind, NO_AGENDA, cut_sections(text, lines, NO_AGENDA))
    return _Outline(kind, agenda, sections)


def _logs(lines: Sequence[Line], agenda: Agenda) -> bool:
    """Tell whether the items of a paper that is of no meeting are the rows of a log."""
    return any(entry.heading_end is not None for entry in agenda.entries) and is_log(lines)


def document_id(source: str) -> str:
    """Return the sixteen hexadecimal digits by which a document is known."""
    return hashlib.sha256(source.encode()).hexdigest()[:16]


def _audience(head: Sequence[Line], given: str) -> str:
    """Return who may see the document: fewer than given where its head says that it is closed."""
    return CLOSED if given == OPEN and declares_closed(head[:_FIRST_LINES]) else given


def _abbreviations(text: str, items: Sequence[Item]) -> tuple[Abbreviation, ...]:
    """Return the short forms that the open parts of the text explain."""
    for item in items:
        if item.closed:
            hidden = " " * len(item.span)
            text = text[: item.span.start] + hidden + text[item.span.end :]
    return tuple(Abbreviation(e.short, e.long, e.span) for e in find_abbreviations(text))


def _body(
    head: Sequence[Line],
    lines: Sequence[Line],
    abbreviations: Sequence[Abbreviation],
    kind: DocumentKind,
    text: str,
    above: Sequence[Line],
    *,
    title: str | None,
    source: str,
) -> Body | None:
    if kind in MEETING_PAPERS:
        named = _meeting_body(head, lines, abbreviations, above, title, source)
        return with_abbreviation(named, text)
    if kind is DocumentKind.TERMS:
        words = [title or "", *(line.text for line in head[:10] if line.short)]
        found = (body_in_title(line, abbreviations) for line in words)
        return next((body for body in found if body is not None), None)
    return None


def _meeting_body(
    head: Sequence[Line],
    lines: Sequence[Line],
    abbreviations: Sequence[Abbreviation],
    above: Sequence[Line],
    title: str | None,
    source: str,
) -> Body | None:
    """Return the body of a meeting: its own head's, else that of the file's, else of elsewhere."""
    if above:
        for words in (head, above):
            if body := body_of(words, (), abbreviations, title=None, source=""):
                return body
    return body_of(head, lines, abbreviations, title=title, source=source)


def _items(text: str, lines: Sequence[Line], agenda: Agenda) -> list[Item]:
    # White space above the first line belongs to the first item, as it does to the first section.
    starts = [lines[entry.first].span.start if entry.first else 0 for entry in agenda.entries]
    ends = [*starts[1:], len(text)] if starts else []
    return [
        _item(lines, index, entry, Span(start, end))
        for index, (entry, start, end) in enumerate(zip(agenda.entries, starts, ends, strict=True))
    ]


def _item(lines: Sequence[Line], index: int, entry: Entry, span: Span) -> Item:
    end = entry.heading_end or lines[entry.title_line].span.end
    heading = Span(lines[entry.heading].span.start, end)
    return Item(
        index=index,
        number=entry.number,
        title=entry.title,
        case_numbers=entry.case_numbers,
        closed=entry.closed,
        heading=heading,
        span=span,
    )
