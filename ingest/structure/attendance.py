"""Who was there and who was not."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.danish.sentences import sentences
from index.documents import Attendee, Presence, Section, SectionKind
from index.spans import Span
from ingest.structure.absences import (
    EXCEPT,
    EXCEPT_LISTED,
    NOT_IN_ITEM,
    missed_items,
    missing,
    missing_in_brackets,
    sentence_on_items,
)
from ingest.structure.agenda import Agenda
from ingest.structure.attendance_labels import INNER_LABEL, attendance_label, names_officials
from ingest.structure.attendance_rows import attendee_of, cells_of, columns_of, unnamed_cells
from ingest.structure.entries import Entry
from ingest.structure.lines import Line, without_mark
from ingest.structure.people import parse_person, split_names
from ingest.structure.stand_ins import is_stand_in, stand_in

_ATTENDANCE_ITEM = re.compile(
    r"(?:møde)?deltagere|fremmøde|til\s*stede|afbud(?:\s+og\s+fravær)?|fraværende|fravær|medlemmer|mødt",
    re.IGNORECASE,
)
_WERE_ABSENT = re.compile(
    r"(?P<who>.{4,400}?)\s+(?:var\s+(?P<absent>fraværende|ikke\s+til\s*stede)|havde\s+meldt\s+(?P<apology>afbud))\b",
    re.IGNORECASE,
)
_APOLOGY_BEHIND = re.compile(r"\s*[-–(,]\s*(?:har\s+meldt\s+)?afbud\)?\s*\.?$", re.IGNORECASE)
_TOOK_PART = re.compile(
    r"(?:(?:endvidere|desuden|tillige|ligeledes|derudover|herudover|fra\s+[\wæøå-]+)\s+)?(?P<verb>deltog|mødte)"
    r"\s+(?!ikke)(?:endvidere\s+|desuden\s+|tillige\s+)?"
    r"|(?:som\s+(?:stedfortræder|suppleant)|i\s+stedet)\s+for\s+[^:,]{3,60}?\s+(?:deltog|mødte)\s+(?!ikke)"
    r"|fra\s+[^:.,]{3,60}\s+(?:deltog|mødte)\s+(?!ikke)",
    re.IGNORECASE,
)
_NO_PERSONS = re.compile(r"(?:referent|sekretær|næste\s+møde)\s*:", re.IGNORECASE)
_LEADER = re.compile(r"(?P<role>mødeleder|ordstyrer|dirigent)\s*:\s*", re.IGNORECASE)
_GROUP = re.compile(r"(?P<group>[A-ZÆØÅ][^:.,;()]{2,70}):\s+(?=\S)")
"""An organisation before its persons: "Kommunerne: Ib Krog, Maja Dam"."""
_LONGEST_GROUP = 90
_LONGEST_LINE = 1500
"""Characters of a line that may list names."""


@dataclass(frozen=True, slots=True)
class _State:
    """What the lines of a list mean until another label says otherwise."""

    presence: Presence | None
    organisation: str | None = None
    members: int = 0
    """Persons that were named under the organisation so far."""
    tight: bool = False
    """They stand on consecutive lines."""
    plain: bool = False
    """Something stands under the label itself, and not under an organisation."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A line of a list, or one of several lists on a line."""

    start: int
    words: str
    apart: bool
    """An empty line stands above."""


def read_attendance(
    lines: Sequence[Line], sections: Sequence[Section], agenda: Agenda
) -> tuple[Attendee, ...]:
    """Return everybody whom the document's lists and formulas name, in the order of the text.

    A person who is listed and has sent an apology is an apology, with role and organisation.
    """
    found: list[Attendee] = []
    for section in sections:
        if not len(section.body):
            continue
        pieces = list(_pieces(lines, section.body))
        if _is_list(section, agenda):
            title = agenda.entries[section.item].title if section.item is not None else ""
            listed = list(_listed(section, pieces, title, agenda.entries))
            found.extend(listed)
            words = [(piece.start, piece.words) for piece in pieces]
            found.extend(missing_in_brackets(listed, words, agenda.entries))
        else:
            found.extend(_in_formulas(section, pieces, agenda.entries))
            found.extend(_in_table(section, pieces, agenda.entries))
    return _once(found)


def _is_list(section: Section, agenda: Agenda) -> bool:
    if section.kind is SectionKind.ATTENDANCE:
        return True
    if section.item is None:
        return False
    title = agenda.entries[section.item].title
    return _ATTENDANCE_ITEM.match(title) is not None and len(title.split()) <= 4


def _pieces(lines: Sequence[Line], body: Span) -> Iterator[_Piece]:
    """Yield the lines of a body; the first may begin in mid-line."""
    first = bisect_right(lines, body.start, key=lambda line: line.span.start) - 1
    for line in lines[max(first, 0) :]:
        if line.span.start >= body.end:
            return
        start = max(line.span.start, body.start)
        words = line.text[start - line.span.start : body.end - line.span.start]
        if words and not line.chrome and len(words) <= _LONGEST_LINE:
            yield _Piece(start, words, line.blank_before)


def _listed(
    section: Section, pieces: Sequence[_Piece], title: str, entries: Sequence[Entry]
) -> Iterator[Attendee]:
    """Read a list of names, line by line, under labels and organisations."""
    state = _opening_state(section, title)
    columns: tuple[str, ...] = ()
    for piece in _lists(pieces):
        start, bare = piece.start, piece.words
        state = _past_absentees(_past_group(state, piece), bare)
        columns = columns_of(bare) or (columns if "·" in bare else ())
        row = attendee_of(cells_of(bare, columns) or unnamed_cells(bare), start, state.presence)
        if row is not None:
            yield row
            yield from missing(row, bare, entries)
            continue
        formula = sentence_on_items(bare)
        if formula is not None:
            yield from _away(start, formula, bare, entries, section.item)
            continue
        instead = stand_in(bare)
        if instead is not None:
            came = bare[instead[0] : instead[1]]
            yield from _named(start + instead[0], came, _State(Presence.PRESENT), None)
            continue
        excepted = EXCEPT.search(bare) or EXCEPT_LISTED.match(bare)
        label = _label(bare)
        took_part = _TOOK_PART.match(bare)
        leader = _LEADER.match(bare)
        if excepted:
            at = start + excepted.start("who")
            yield from _named(at, excepted["who"], _State(Presence.APOLOGY), section.item)
        elif label is not None:
            behind = bare[label[1] :]
            yield from _named(start + label[1], behind, label[0], None)
            state = replace(label[0], plain=_is_plain(behind))
        elif leader is not None:
            yield from _led(start + leader.end(), bare[leader.end() :], leader["role"])
        elif took_part is not None:
            state = _State(Presence.PRESENT)
            at = took_part.end()
            yield from _named(start + at, bare[at:], state, None)
        elif bare.endswith(":") and len(bare) < _LONGEST_GROUP:
            state = _State(state.presence, bare[:-1].strip(), plain=state.plain)
        elif bare.strip() and not _NO_PERSONS.match(bare):
            named = list(_named(start, bare, state, None))
            yield from named
            plain = state.plain or (state.organisation is None and _is_plain(bare))
            state = replace(state, members=state.members + len(named), plain=plain)


def _is_plain(words: str) -> bool:
    return bool(words.strip()) and _GROUP.match(words) is None


def _past_absentees(state: _State, words: str) -> _State:
    """Leave a list of those who were absent at a line with another label, whose persons came.

    "Afbud: Ib Krog" and below it "Direktionen: Maja Dam" are two lists. Where the absent
    themselves stand by organisation, "Afbud:" over "Kommunerne: Ib Krog", the next is of the same.
    """
    if state.presence in {Presence.PRESENT, None} or _label(words) is not None or stand_in(words):
        return state
    group = _GROUP.match(words)
    alone = words.strip().endswith(":") and len(words) < _LONGEST_GROUP
    of_officials = names_officials(group.group().strip() if group else words.strip())
    if group is None and not alone and not of_officials:
        return state
    grouped = state.organisation is not None or state.members > 0
    ended = state.plain or (of_officials and not grouped)
    return _State(Presence.PRESENT) if ended else state


def _past_group(state: _State, piece: _Piece) -> _State:
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
    for found in _named(start, words, _State(Presence.PRESENT), None):
        yield replace(found, role=", ".join(filter(None, (found.role, role.lower()))))
        return


def _lists(pieces: Sequence[_Piece]) -> Iterator[_Piece]:
    """Yield lines without list marks, parted at sentences and where a second list begins."""
    for piece in pieces:
        bare = without_mark(piece.words)
        offset = piece.start + len(piece.words) - len(bare)
        if " · " in bare:
            yield _Piece(offset, bare, piece.apart)
            continue
        apart = piece.apart
        for sentence in sentences(bare):
            words, start = sentence.of(bare), 0
            for end, following in [
                *((m.start(), m.end()) for m in INNER_LABEL.finditer(words)),
                (len(words), len(words)),
            ]:
                yield _Piece(offset + sentence.start + start, words[start:end], apart)
                start, apart = following, False


def _opening_state(section: Section, title: str) -> _State:
    words = section.heading or ""
    for name in (words, title if section.kind is SectionKind.DECISION else ""):
        label = _label(f"{name}:") if name else None
        if label is not None:
            return label[0]
    return _State(None if section.kind is SectionKind.DECISION else Presence.PRESENT)


def _label(words: str) -> tuple[_State, int] | None:
    """Return what a label makes of the names behind and below it, and its length."""
    found = attendance_label(words)
    return (_State(found[0]), found[1]) if found is not None else None


def _named(start: int, words: str, state: _State, item: int | None) -> Iterator[Attendee]:
    if state.presence is None:
        return
    organisation = state.organisation
    for at, named in split_names(words):
        group = _GROUP.match(named.lstrip())
        organisation = group["group"] if group else organisation
        lead = len(named) - len(named.lstrip()) + (group.end() if group else 0)
        piece = named[lead:]
        behind = _APOLOGY_BEHIND.search(piece)
        person = parse_person(piece[: behind.start()] if behind else piece)
        came_instead = at > 0 and state.presence is not Presence.PRESENT and is_stand_in(piece)
        if person is None or came_instead:
            continue
        yield Attendee(
            name=person.name,
            role=person.role,
            organisation=person.organisation or organisation,
            presence=Presence.APOLOGY if behind else state.presence,
            span=Span(start + at + lead, start + at + lead + len(piece.rstrip(" ."))),
            item=item,
        )


def _in_table(
    section: Section, pieces: Sequence[_Piece], entries: Sequence[Entry]
) -> Iterator[Attendee]:
    """Read a table of members that stands in the head without a heading over it."""
    if section.kind is not SectionKind.HEADER or section.item is not None:
        return
    columns: tuple[str, ...] = ()
    for piece in pieces:
        columns = columns_of(piece.words) or (columns if "·" in piece.words else ())
        row = attendee_of(cells_of(piece.words, columns), piece.start, None)
        if row is not None:
            yield row
            yield from missing(row, piece.words, entries)


def _away(
    start: int, formula: re.Match[str], words: str, entries: Sequence[Entry], item: int | None
) -> Iterator[Attendee]:
    """Read who missed the items that a sentence names, else the item it stands in."""
    missed = missed_items(words[formula.end("who") :], entries) or (item,)
    for index in missed if missed != (None,) else ():
        at = start + formula.start("who")
        yield from _named(at, formula["who"], _State(Presence.ABSENT), index)


def _in_formulas(
    section: Section, pieces: Sequence[_Piece], entries: Sequence[Entry]
) -> Iterator[Attendee]:
    """Read sentences on absence: in the head for the meeting, in a decision for its item."""
    if section.kind not in {SectionKind.HEADER, SectionKind.DECISION, SectionKind.TEXT}:
        return
    for start, line in _sentences(pieces):
        formula = sentence_on_items(line)
        if formula is not None:
            yield from _away(start, formula, line, entries, section.item)
            continue
        instead = stand_in(line) if section.item is None else None
        if instead is not None:
            came = line[instead[0] : instead[1]]
            yield from _named(start + instead[0], came, _State(Presence.PRESENT), None)
            continue
        for pattern, presence in (
            (EXCEPT, Presence.APOLOGY),
            (NOT_IN_ITEM, Presence.ABSENT),
            (_WERE_ABSENT, Presence.ABSENT),
        ):
            match = pattern.match(line)
            if match is None:
                continue
            apology = match.groupdict().get("apology") is not None
            state = _State(Presence.APOLOGY if apology else presence)
            yield from _named(start + match.start("who"), match["who"], state, section.item)
            break
        else:
            label = _label(line) if section.kind is not SectionKind.TEXT else None
            if label is not None and label[0].presence is not Presence.PRESENT:
                state, length = label
                yield from _named(start + length, line[length:], state, section.item)


def _sentences(pieces: Sequence[_Piece]) -> Iterator[tuple[int, str]]:
    for piece in pieces:
        for span in sentences(piece.words):
            yield piece.start + span.start, span.of(piece.words)


def _once(found: Sequence[Attendee]) -> tuple[Attendee, ...]:
    """Keep each person once for the meeting; an apology outdoes the list of members."""
    kept: dict[tuple[str, int | None], Attendee] = {}
    for a in found:
        key = (a.name.casefold(), a.item)
        known = kept.get(key)
        if known is None:
            kept[key] = a
        elif known.presence is Presence.PRESENT and a.presence is not Presence.PRESENT:
            kept[key] = replace(
                a, role=a.role or known.role, organisation=a.organisation or known.organisation
            )
    return tuple(sorted(kept.values(), key=lambda a: a.span))
