"""Attendance in tables: a person a row, below a row of column names or with the names in it."""

import re
from dataclasses import dataclass

from index.documents import Attendee, Presence
from index.spans import Span
from ingest.structure.attendance.absences import speaks_of_items
from ingest.structure.attendance.stays import parted, tells_stay
from ingest.structure.people import parse_person

_NAMED_CELL = re.compile(r"(?:^|\s·\s)(?P<column>[^·:]{2,30}):\s*(?P<value>[^·]*?)(?=\s·\s|$)")
"""The form of readers that know the columns: "Navn: Ib Krog · Udpeget af: Rederne"."""
_CELL = re.compile(r"(?:^|(?<=\s·\s))(?P<value>[^·]*?)(?=\s·(?:\s|$)|$)")
_PERSON = re.compile(
    r"(?:navn|medlem(?:mer)?|name|deltagere?|person(?:er)?)(?:\s.{0,20})?", re.IGNORECASE
)
_PRESENCE = re.compile(
    r"fremmøde|status|deltager|deltog|deltagelse|til\s*stede|mødt|present", re.IGNORECASE
)
_ABSENCE = re.compile(r"afbud|fraværende|apolog", re.IGNORECASE)
_ORGANISATION = re.compile(
    r"udpeget|organisation|repræsent|myndighed|kommune|parti|liste|region|sektor|fra\b",
    re.IGNORECASE,
)
_ROLE = re.compile(r"titel|rolle|funktion|stilling", re.IGNORECASE)
_REMARK = re.compile(r"bemærkning|note|kommentar", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:\d\.\s)?\w*(?:formand|forkvinde)|mødeleder|referent|observatør", re.IGNORECASE
)
_AWAY = re.compile(
    r"(?:(?:har|havde)\s+)?(?:meldt\s+)?afbud\b|(?:fravær(?:ende)?|udeblev(?:et)?|ikke\s+til\s*stede|ikke\s+mødt"
    r"|(?:deltog|mødte|deltager)\s+ikke)\b(?:\s+(?:med|uden)\s+afbud)?",
    re.IGNORECASE,
)
"""A remark that somebody was not there; "suppleant for A, der har meldt afbud" was."""
_ABSENT = re.compile(
    r"fravær|ikke\b|nej\b|udeblev|(?:deltog|mødte|mødt|deltager|var|til\s*stede)\s*:?\s+(?:ikke|nej)\b|[-–]$",
    re.IGNORECASE,
)
_TICKED = re.compile(r"(?:x|ja|v|✓|✔|1)\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one column of a row."""

    column: str
    value: str
    start: int
    """Where the value begins in the line."""


def columns_of(words: str) -> tuple[str, ...]:
    """Return the names of the columns, where a line is the first row of an attendance table."""
    names = tuple(name.strip() for name in words.split(" · "))
    persons = [name for name in names if _PERSON.fullmatch(name)]
    others = [
        name
        for name in names
        if name not in persons[:1]
        and any(p.match(name) for p in (_PRESENCE, _ABSENCE, _ORGANISATION, _ROLE))
    ]
    return names if persons and others else ()


def cells_of(words: str, columns: tuple[str, ...]) -> tuple[Cell, ...]:
    """Return the cells of a row that names its columns, or stands below `columns`."""
    named = named_cells(words)
    if named and any(_PERSON.fullmatch(cell.column) for cell in named):
        return named
    found = list(_CELL.finditer(words)) if columns and "·" in words else []
    if not 2 <= len(found) <= len(columns):
        return ()
    # The last cells of a row may be empty.
    return tuple(
        Cell(column, m["value"], m.start("value"))
        for column, m in zip(columns, found, strict=False)
    )


def named_cells(words: str) -> tuple[Cell, ...]:
    """Return the cells of a row that names its columns: "Navn: Ib Krog · Parti: A"."""
    return tuple(
        Cell(m["column"].strip(), m["value"], m.start("value")) for m in _NAMED_CELL.finditer(words)
    )


def unnamed_cells(words: str) -> tuple[Cell, ...]:
    """Return the cells of a row in a list of persons that has no names of columns.

    What each is, its words must tell: the first that is a name, an office, an apology.
    """
    found = list(_CELL.finditer(words)) if "·" in words else []
    names = [m for m in found if parse_person(m["value"]) is not None]
    if not names:
        return ()
    return tuple(
        Cell("navn" if m is names[0] else _column_for(m["value"]), m["value"], m.start("value"))
        for m in found
    )


def _column_for(value: str) -> str:
    if (
        _AWAY.match(value)
        or speaks_of_items(value)
        or tells_stay(value)
        or _OFFICE.fullmatch(value)
    ):
        return "bemærkning"
    return "organisation" if value[:1].isupper() and parse_person(value) is None else ""


def attendee_of(cells: tuple[Cell, ...], start: int, presence: Presence | None) -> Attendee | None:
    """Return the person of a row whose line begins at `start`; `None` where it names nobody."""
    name = next((cell for cell in cells if _PERSON.fullmatch(cell.column)), None)
    stay = parted(name.value) if name is not None else None
    person = parse_person(stay.named) if stay is not None else None
    if name is None or person is None or stay is None:
        return None
    came, remark = presence or Presence.PRESENT, stay.remark
    role, organisation = person.role, person.organisation
    for cell in cells:
        value = cell.value.strip()
        if cell is name:
            continue
        if remark is None and cell.column and tells_stay(value) and _tells_presence(cell):
            remark = value
        if _PRESENCE.match(cell.column):
            came = _presence_in(value, came)
        elif _ABSENCE.match(cell.column) and value.strip("-–"):
            came = _presence_in(cell.column if _TICKED.fullmatch(value) else value, came)
        elif _ORGANISATION.match(cell.column):
            organisation = organisation or value or None
        elif _REMARK.match(cell.column) and (away := _AWAY.match(value)):
            came = _presence_in(away.group(), came) if not speaks_of_items(value) else came
        elif _ROLE.match(cell.column) or (_REMARK.match(cell.column) and _OFFICE.fullmatch(value)):
            role = role or value or None
    span = Span(start + name.start, start + name.start + len(name.value))
    return Attendee(person.name, role, organisation, came, span, remark=remark)


def _tells_presence(cell: Cell) -> bool:
    return any(p.match(cell.column) for p in (_PRESENCE, _ABSENCE, _REMARK))


def _presence_in(value: str, otherwise: Presence) -> Presence:
    if re.search(r"(?<!uden )\bafbud\b", value, re.IGNORECASE):
        return Presence.APOLOGY
    if re.match(r"(?:uden\s+)?afbud\b", value, re.IGNORECASE) or _ABSENT.match(value):
        return Presence.PRESENT if speaks_of_items(value) else Presence.ABSENT
    return Presence.PRESENT if value else otherwise
