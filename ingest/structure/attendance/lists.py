"""Who was there and who was not."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.danish.sentences import sentences
from index.documents import Attendee, Presence, Section, SectionKind
from index.spans import Span
from ingest.structure.attendance.absences import (
    EXCEPT,
    EXCEPT_LISTED,
    missing,
    missing_in_brackets,
    sentence_on_items,
)
from ingest.structure.attendance.columns import in_columns, persons_beside, sides_of
from ingest.structure.attendance.given_names import given_names
from ingest.structure.attendance.heads import with_lists
from ingest.structure.attendance.labels import (
    INNER_LABEL,
    attendance_label,
    behind_remarks,
    names_officials,
    party_of,
)
from ingest.structure.attendance.lines import (
    Piece,
    flowing,
    joined,
    pieces_of,
    with_offices,
)
from ingest.structure.attendance.names import GROUP, ListState, named, stood_in
from ingest.structure.attendance.offices import persons_only
from ingest.structure.attendance.once import once
from ingest.structure.attendance.prose import told_in_prose
from ingest.structure.attendance.rows import attendee_of, cells_of, columns_of, unnamed_cells
from ingest.structure.attendance.sentences import away, came_or_went, in_sentences
from ingest.structure.attendance.stand_ins import stand_in
from ingest.structure.attendance.stays import missed_by_stay
from ingest.structure.attendance.told import told
from ingest.structure.head.declared import HEAD_LINES
from ingest.structure.items.agenda import Agenda
from ingest.structure.items.entries import Entry
from ingest.structure.layout.lines import Line, without_mark
from ingest.structure.people import parse_person

_ATTENDANCE_ITEM = re.compile(
    r"(?:møde)?deltagere|fremmøde|til\s*stede|afbud(?:\s+og\s+fravær)?|fraværende|fravær|medlemmer|mødt",
    re.IGNORECASE,
)
_TOOK_PART = re.compile(
    r"(?:(?:endvidere|desuden|tillige|ligeledes|derudover|herudover|fra\s+[\wæøå-]+)\s+)?(?P<verb>deltog|mødte)"
    r"\s+(?!ikke)(?:endvidere\s+|desuden\s+|tillige\s+)?"
    r"|(?:som\s+(?:stedfortræder|suppleant)|i\s+stedet)\s+for\s+[^:,]{3,60}?\s+(?:deltog|mødte)\s+(?!ikke)"
    r"|fra\s+[^:.,]{3,60}\s+(?:deltog|mødte)\s+(?!ikke)",
    re.IGNORECASE,
)
_NO_PERSONS = re.compile(r"(?:referent|sekretær|næste\s+møde)\s*:", re.IGNORECASE)
_LEADER = re.compile(r"(?P<role>mødeleder|ordstyrer|dirigent)\s*:\s*", re.IGNORECASE)
_LABEL_CELL = re.compile(
    r"(?P<label>(?:øvrige|andre|fra\s+\w+|gæst|observatør|sekretær|referent|direktør|administration|forvaltning|sekretariat|ledelse"
    r"|inviteret|guest|observer|secretary|clerk|staff|officer|invited|in\s+attendance|also\s+present"
    r"|others?)[\wæøå ]{0,25}?)\s+·\s",
    re.IGNORECASE,
)
"""The first cell of a row of those who came without being members: "Gæst · direktør Ib Krog"."""
_LONGEST_GROUP = 90


def read_attendance(
    lines: Sequence[Line], sections: Sequence[Section], agenda: Agenda
) -> tuple[Attendee, ...]:
    """Return everybody whom the document's lists and formulas name, in the order of the text.

    A person who is listed and has sent an apology is an apology, with role and organisation.
    """
    found: list[Attendee] = []
    for section in with_lists(sections, lines):
        if not len(section.body):
            continue
        pieces = list(joined(pieces_of(lines, section.body)))
        words = [(piece.start, piece.words) for piece in pieces]
        if _is_list(section, agenda):
            title = agenda.entries[section.item].title if section.item is not None else ""
            above = sides_of(_line_at(lines, section.body.start))
            below = pieces[1:] if above else pieces
            rows = list(with_offices(below))
            listed = list(_listed(section, rows, title, agenda.entries, above))
            found.extend(listed)
            found.extend(missing_in_brackets(listed, words, agenda.entries))
        else:
            prose = [(piece.start, piece.words) for piece in flowing(pieces)]
            found.extend(in_sentences(section, prose, agenda.entries))
            found.extend(_in_table(section, pieces, agenda.entries))
    found.extend([one for stayed in found for one in _missed(stayed, agenda.entries)])
    return once([*persons_only(found, lines), *given_names(_head_lists(lines, agenda))])


def _head_lists(lines: Sequence[Line], agenda: Agenda) -> list[tuple[int, str]]:
    """Return the lists that stand above the first item, each with its label in front."""
    end = agenda.entries[0].first if agenda.entries else len(lines)
    above = lines[: min(end, HEAD_LINES)]
    if not above:
        return []
    pieces = pieces_of(above, Span(above[0].span.start, above[-1].span.end))
    return [(piece.start, piece.words) for piece in _lists(list(pieces))]


def _missed(one: Attendee, entries: Sequence[Entry]) -> Iterator[Attendee]:
    """Yield a person who stayed for a part only as absent from the items that the words name."""
    if one.remark is not None and one.item is None:
        for index in missed_by_stay(one.remark, one.presence, entries):
            yield replace(one, presence=Presence.ABSENT, item=index, remark=None)


def _is_list(section: Section, agenda: Agenda) -> bool:
    if section.kind is SectionKind.ATTENDANCE:
        return True
    if section.item is None:
        return False
    title = agenda.entries[section.item].title
    return _ATTENDANCE_ITEM.match(title) is not None and len(title.split()) <= 4


def _line_at(lines: Sequence[Line], start: int) -> str:
    """Return the line in which a body begins, from its first character."""
    place = bisect_right(lines, start, key=lambda line: line.span.start) - 1
    return lines[place].text if place >= 0 else ""


def _listed(
    section: Section,
    pieces: Sequence[Piece],
    title: str,
    entries: Sequence[Entry],
    sides: tuple[str, ...],
) -> Iterator[Attendee]:
    """Read a list of names, line by line, under labels and organisations.

    Args:
        sides: Names of columns, where the section's heading is the first of them.
    """
    state = _opening_state(section, title)
    columns: tuple[str, ...] = ()
    for line in _lists(pieces):
        state, piece = _past_remarks(state, line)
        start, bare = piece.start, piece.words
        state = _past_absentees(_past_group(state, piece), bare)
        sides = sides_of(bare) or (sides if "·" in bare else ())
        columns = columns_of(bare) or (columns if "·" in bare else ())
        if row := _of_row(piece, sides, columns, state, entries):
            yield from row
            continue
        if told_so := _in_sentence(start, bare, entries, section.item):
            yield from told_so
            continue
        if sentence_on_items(bare) is not None or stand_in(bare) is not None:
            continue
        excepted = EXCEPT.search(bare) or EXCEPT_LISTED.match(bare)
        label = _label(bare)
        took_part = _TOOK_PART.match(bare)
        leader = _LEADER.match(bare)
        if excepted:
            at = start + excepted.start("who")
            yield from named(at, excepted["who"], ListState(Presence.APOLOGY), section.item)
        elif label is not None:
            behind = bare[label[1] :]
            state = replace(label[0], organisation=party_of(bare[: label[1]].strip()))
            yield from named(start + label[1], behind, state, None)
            state = replace(state, plain=_is_plain(behind))
        elif leader is not None:
            yield from _led(start + leader.end(), bare[leader.end() :], leader["role"])
        elif took_part is not None:
            state = ListState(Presence.PRESENT)
            at = took_part.end()
            yield from named(start + at, bare[at:], state, None)
        elif bare.endswith(":") and len(bare) < _LONGEST_GROUP:
            state = ListState(state.presence, bare[:-1].strip(), plain=state.plain)
        elif bare.strip() and not _NO_PERSONS.match(bare):
            persons = list(named(start, bare, state, None))
            yield from persons
            plain = state.plain or (state.organisation is None and _is_plain(bare))
            state = replace(state, members=state.members + len(persons), plain=plain)


def _in_sentence(
    start: int, words: str, entries: Sequence[Entry], item: int | None
) -> list[Attendee]:
    """Return those of whom a sentence among the lines of a list tells."""
    formula = sentence_on_items(words)
    if formula is not None:
        return list(away(start, formula, words, entries, item))
    if moved := list(came_or_went(start, words, entries, None)):
        return moved
    return stood_in(start, words) if stand_in(words) else list(told_in_prose(start, words))


def _of_row(
    piece: Piece,
    sides: tuple[str, ...],
    columns: tuple[str, ...],
    state: ListState,
    entries: Sequence[Entry],
) -> list[Attendee]:
    """Return the persons of a row of a table: one in every cell, or one with what is said of it."""
    start, bare = piece.start, piece.words
    if beside := persons_beside(bare, sides, state.presence, start):
        return beside
    row = attendee_of(cells_of(bare, columns) or unnamed_cells(bare), start, state.presence)
    return [row, *missing(row, bare, entries)] if row is not None else list(told(start, bare))


def _past_remarks(state: ListState, piece: Piece) -> tuple[ListState, Piece]:
    """Enter remarks behind their label, which tells of no list, and leave them at the next list."""
    if remarks := behind_remarks(piece.words):
        inside = Piece(piece.start + remarks, piece.words[remarks:], piece.apart)
        return ListState(Presence.PRESENT, remarks=True), inside
    if state.remarks and (piece.apart or GROUP.match(piece.words)):
        return ListState(Presence.PRESENT), piece
    return state, piece


def _is_plain(words: str) -> bool:
    return bool(words.strip()) and GROUP.match(words) is None


def _past_absentees(state: ListState, words: str) -> ListState:
    """Leave a list of those who were absent at a line with another label, whose persons came.

    "Afbud: Ib Krog" and below it "Direktionen: Maja Dam" are two lists. Where the absent
    themselves stand by organisation, "Afbud:" over "Kommunerne: Ib Krog", the next is of the same.
    """
    if state.presence in {Presence.PRESENT, None} or _label(words) is not None or stand_in(words):
        return state
    if (cell := _LABEL_CELL.match(words)) is not None and parse_person(cell["label"]) is None:
        return ListState(Presence.PRESENT) if state.plain or not state.members else state
    first, _, rest = words.partition(" · ")
    if rest and state.plain and " · " not in rest and parse_person(first) is None:
        return ListState(Presence.PRESENT)  # another row with a label of its own
    group = GROUP.match(words)
    alone = words.strip().endswith(":") and len(words) < _LONGEST_GROUP
    of_officials = names_officials(group.group().strip() if group else words.strip())
    if group is None and not alone and not of_officials:
        return state
    grouped = state.organisation is not None or state.members > 0
    ended = state.plain or (of_officials and not grouped)
    return ListState(Presence.PRESENT) if ended else state


def _past_group(state: ListState, piece: Piece) -> ListState:
    """Leave an organisation at the empty line below its persons.

    Where every name stands by itself, as paragraphs of word processors do, no line tells.
    """
    if state.organisation is None or state.members == 0:
        return state
    if piece.apart:
        return replace(state, organisation=None) if state.tight else state
    return replace(state, tight=True)


def _led(start: int, words: str, role: str) -> Iterator[Attendee]:
    """Read who led the meeting, and so was there."""
    for found in named(start, words, ListState(Presence.PRESENT), None):
        yield replace(found, role=", ".join(filter(None, (found.role, role.lower()))))
        return


def _lists(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield lines without list marks, parted at sentences and where a second list begins."""
    for piece in pieces:
        bare = without_mark(piece.words)
        offset = piece.start + len(piece.words) - len(bare)
        if " · " in bare:
            yield Piece(offset, bare, piece.apart)
            continue
        apart = piece.apart
        for sentence in sentences(bare):
            words, start = sentence.of(bare), 0
            for end, following in [
                *((m.start(), m.end()) for m in INNER_LABEL.finditer(words)),
                (len(words), len(words)),
            ]:
                yield Piece(offset + sentence.start + start, words[start:end], apart)
                start, apart = following, False


def _opening_state(section: Section, title: str) -> ListState:
    words = section.heading or ""
    for name in (words, title if section.kind is SectionKind.DECISION else ""):
        label = _label(f"{name}:") if name else None
        if label is not None:
            return replace(label[0], organisation=party_of(name))
    return ListState(None if section.kind is SectionKind.DECISION else Presence.PRESENT)


def _label(words: str) -> tuple[ListState, int] | None:
    """Return what a label makes of the names behind and below it, and its length."""
    found = attendance_label(words)
    return (ListState(found[0]), found[1]) if found is not None else None


def _in_table(
    section: Section, pieces: Sequence[Piece], entries: Sequence[Entry]
) -> Iterator[Attendee]:
    """Read a table of members that stands in the head without a heading over it."""
    if section.kind is not SectionKind.HEADER or section.item is not None:
        return
    columns: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    for piece in pieces:
        sides = sides_of(piece.words) or (sides if "·" in piece.words else ())
        yield from in_columns(piece.words, sides, piece.start)
        columns = columns_of(piece.words) or (columns if "·" in piece.words else ())
        row = attendee_of(cells_of(piece.words, columns), piece.start, None)
        if row is not None:
            yield row
            yield from missing(row, piece.words, entries)
