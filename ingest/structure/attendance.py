"""Who was there and who was not."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.documents import Attendee, Presence, Section, SectionKind
from index.spans import Span
from ingest.structure.agenda import Agenda
from ingest.structure.lines import Line, without_mark
from ingest.structure.people import CHAIR, parse_person, split_names

_ATTENDANCE_ITEM = re.compile(
    r"(?:møde)?deltagere|fremmøde|til\s*stede|afbud(?:\s+og\s+fravær)?|fraværende|fravær|medlemmer|mødt",
    re.IGNORECASE,
)
_APOLOGIES = re.compile(
    r"(?:der\s+var\s+|der\s+er\s+)?(?:meldt\s+)?(?:afbud|fraværende\s+med\s+afbud)(?:\s+fra)?\s*(?::|\bfra\b|$)"
    r"|(?:der\s+)?(?:var|er)\s+(?:meldt\s+)?afbud\s+fra|apologies",
    re.IGNORECASE,
)
_ABSENT = re.compile(r"(?:fraværende|ikke\s+til\s*stede|udeblevet)\b.{0,30}?(?::|$)", re.IGNORECASE)
_PRESENT = re.compile(
    r"(?:(?:møde|øvrige\s+)?deltagere|til\s*stede|medlemmer|mødt|fremmødte|observatører|gæster|fremmøde"
    r"|fra\s+\w+(?:\s+deltog)?|participants)\b[^:]{0,40}(?::|$)",
    re.IGNORECASE,
)
_NOT_IN_ITEM = re.compile(
    r"(?P<who>.{4,400}?)\s+(?:deltog\s+ikke|erklærede\s+sig\s+inhabil\w*|var\s+inhabil\w*)\b"
    r"(?=.{0,160}\b(?:behandling|sag|punkt|inhabil|beslutning))",
    re.IGNORECASE | re.DOTALL,
)
_WERE_ABSENT = re.compile(
    r"(?P<who>.{4,400}?)\s+(?:var\s+(?P<absent>fraværende|ikke\s+til\s*stede)|havde\s+meldt\s+(?P<apology>afbud))\b",
    re.IGNORECASE,
)
_EXCEPT = re.compile(
    r"(?:alle(?:\s+\w+)?|medlemmerne)\s+var\s+(?:mødt|til\s*stede),?\s+(?:undtagen|bortset\s+fra)\s+"
    r"(?P<who>.{4,600}?)(?:,?\s+(?:der|som)\s+havde\s+meldt\s+afbud|\.|$)",
    re.IGNORECASE,
)
_APOLOGY_BEHIND = re.compile(r"\s*[-–(,]\s*(?:har\s+meldt\s+)?afbud\)?\s*\.?$", re.IGNORECASE)
_TOOK_PART = re.compile(
    r"(?:(?:endvidere|desuden|fra\s+[\wæøå-]+)\s+)?(?P<verb>deltog|mødte)\s+(?!ikke)(?:endvidere\s+|desuden\s+)?"
    r"|fra\s+[^:.,]{3,60}\s+(?:deltog|mødte)\s+(?!ikke)",
    re.IGNORECASE,
)
_INNER_LABEL = re.compile(
    r"(?<=\S)\s+(?=(?:afbud(?:\s+fra)?|fraværende|referent|mødeleder|til\s*stede|deltagere|observatører"
    r"|gæster)\s*:)",
    re.IGNORECASE,
)
"""Where one line holds two lists: "Til stede: A og B Afbud: C"."""
_NO_PERSONS = re.compile(r"(?:referent|mødeleder|sekretær|næste\s+møde)\s*:", re.IGNORECASE)
_GROUP = re.compile(r"(?P<group>[A-ZÆØÅ][^:.,;()]{2,70}):\s+(?=\S)")
"""An organisation before its persons: "Kommunerne: Ib Krog, Maja Dam"."""
_CELL = re.compile(r"(?:^|\s·\s)(?P<column>[^·:]{2,30}):\s*(?P<value>[^·]*?)(?=\s·\s|$)")
_LONGEST_GROUP = 90
_LONGEST_LINE = 1500
"""Characters of a line that may list names."""


@dataclass(frozen=True, slots=True)
class _State:
    """What the lines of a list mean until another label says otherwise."""

    presence: Presence | None
    organisation: str | None = None


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
        pieces = _pieces(lines, section.body)
        if _is_list(section, agenda):
            title = agenda.entries[section.item].title if section.item is not None else ""
            found.extend(_listed(section, pieces, title))
        else:
            found.extend(_in_formulas(section, pieces))
    return _once(found)


def chair_of(attendance: Sequence[Attendee]) -> str | None:
    """Return who led the meeting: the *mødeleder*, else the one who is called chair."""
    able = [a for a in attendance if a.role and a.presence is Presence.PRESENT and a.item is None]
    for pattern in (re.compile(r"mødeleder|ordstyrer|dirigent", re.IGNORECASE), CHAIR):
        named = next((a.name for a in able if a.role and pattern.search(a.role)), None)
        if named is not None:
            return named
    return None


def _is_list(section: Section, agenda: Agenda) -> bool:
    if section.kind is SectionKind.ATTENDANCE:
        return True
    if section.item is None:
        return False
    title = agenda.entries[section.item].title
    return _ATTENDANCE_ITEM.match(title) is not None and len(title.split()) <= 4


def _pieces(lines: Sequence[Line], body: Span) -> Iterator[tuple[int, str]]:
    """Yield where each line of a body begins, and its words; the first may begin in mid-line."""
    first = bisect_right(lines, body.start, key=lambda line: line.span.start) - 1
    for line in lines[max(first, 0) :]:
        if line.span.start >= body.end:
            return
        start = max(line.span.start, body.start)
        words = line.text[start - line.span.start : body.end - line.span.start]
        if words and not line.chrome and len(words) <= _LONGEST_LINE:
            yield start, words


def _listed(section: Section, pieces: Iterator[tuple[int, str]], title: str) -> Iterator[Attendee]:
    """Read a list of names, line by line, under labels and organisations."""
    state = _opening_state(section, title)
    for start, bare in _lists(pieces):
        excepted = _EXCEPT.search(bare)
        if excepted:
            at = start + excepted.start("who")
            yield from _named(at, excepted["who"], _State(Presence.APOLOGY), section.item)
            continue
        row = _row(start, bare, state)
        if row is not None:
            yield row
            continue
        label = _label(bare)
        took_part = _TOOK_PART.match(bare)
        if label is not None:
            state = label[0]
            yield from _named(start + label[1], bare[label[1] :], state, None)
        elif took_part is not None:
            at = took_part.end()
            yield from _named(start + at, bare[at:], _State(Presence.PRESENT), None)
        elif bare.endswith(":") and len(bare) < _LONGEST_GROUP:
            state = _State(state.presence, bare[:-1].strip())
        elif bare.strip() and not _NO_PERSONS.match(bare):
            yield from _named(start, bare, state, None)


def _lists(pieces: Iterator[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield lines without list marks, parted where a second list begins on the same line."""
    for place, line in pieces:
        bare = without_mark(line)
        offset = place + len(line) - len(bare)
        start = 0
        for match in _INNER_LABEL.finditer(bare):
            yield offset + start, bare[start : match.start()]
            start = match.end()
        yield offset + start, bare[start:]


def _row(start: int, words: str, state: _State) -> Attendee | None:
    """Read a row of a table: "Navn: Ib Krog · Udpeget af: Rederne · Fremmøde: Afbud"."""
    cells = {m["column"].strip().casefold(): m for m in _CELL.finditer(words)}
    name = next((m for column, m in cells.items() if column in {"navn", "medlem", "name"}), None)
    person = parse_person(name["value"]) if name is not None else None
    if name is None or person is None:
        return None
    presence = state.presence or Presence.PRESENT
    role, organisation = person.role, person.organisation
    for column, cell in cells.items():
        value = cell["value"].strip()
        if re.match(r"fremmøde|status|deltager|deltog|til\s*stede", column):
            presence = _presence_in(value, presence)
        elif re.match(r"udpeget|organisation|repræsent|myndighed|kommune|parti|region", column):
            organisation = organisation or value or None
        elif re.match(r"titel|rolle|funktion|stilling", column):
            role = role or value or None
    span = Span(start + name.start("value"), start + name.end("value"))
    return Attendee(person.name, role, organisation, presence, span)


def _presence_in(value: str, otherwise: Presence) -> Presence:
    if re.match(r"afbud|nej,?\s*afbud", value, re.IGNORECASE):
        return Presence.APOLOGY
    if re.match(r"fraværende|ikke|nej|udeblev", value, re.IGNORECASE):
        return Presence.ABSENT
    return Presence.PRESENT if value else otherwise


def _opening_state(section: Section, title: str) -> _State:
    words = section.heading or ""
    for name in (words, title if section.kind is SectionKind.DECISION else ""):
        label = _label(f"{name}:") if name else None
        if label is not None:
            return label[0]
    return _State(None if section.kind is SectionKind.DECISION else Presence.PRESENT)


def _label(words: str) -> tuple[_State, int] | None:
    """Return what a label makes of the names behind and below it, and its length."""
    for pattern, presence in (
        (_APOLOGIES, Presence.APOLOGY),
        (_ABSENT, Presence.ABSENT),
        (_PRESENT, Presence.PRESENT),
    ):
        match = pattern.match(words)
        if match:
            length = (
                match.end() + len(words[match.end() :]) - len(words[match.end() :].lstrip(" :"))
            )
            return _State(presence), length
    return None


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
        if person is None:
            continue
        yield Attendee(
            name=person.name,
            role=person.role,
            organisation=person.organisation or organisation,
            presence=Presence.APOLOGY if behind else state.presence,
            span=Span(start + at + lead, start + at + lead + len(piece.rstrip(" ."))),
            item=item,
        )


def _in_formulas(section: Section, pieces: Iterator[tuple[int, str]]) -> Iterator[Attendee]:
    """Read sentences on absence: in the head for the meeting, in a decision for its item."""
    if section.kind not in {SectionKind.HEADER, SectionKind.DECISION, SectionKind.TEXT}:
        return
    for start, line in pieces:
        for pattern, presence in (
            (_EXCEPT, Presence.APOLOGY),
            (_NOT_IN_ITEM, Presence.ABSENT),
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
