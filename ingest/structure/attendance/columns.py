"""Attendance in tables whose columns are sides or lists, with a person in every cell."""

import re
from collections.abc import Iterator

from index.documents import Attendee, Presence
from ingest.structure.attendance.labels import attendance_label
from ingest.structure.attendance.names import ListState, named
from ingest.structure.attendance.rows import Cell, named_cells
from ingest.structure.people import parse_person

_SIDE = re.compile(
    r"(?:[\wæøå-]*side(?:n)?|[\wæøå-]*(?:repræsentanter|medlemmer|ledere|udpegede|valgte)(?:ne)?|(?:[\wæøå-]+\s+)?ledelse(?:n)?"
    r"|medarbejdere?(?:ne)?|arbejdsgivere?|arbejdstagere?|kommuner?(?:ne)?|region(?:en)?|almen\s+praksis|forældre|elever"
    r"|politikere?|embedsmænd|[A-ZÆØÅ][\wæøå-]+\s+(?:kommune|region)|region\s+[A-ZÆØÅ][\wæøå]+)",
    re.IGNORECASE,
)
"""Whom a column of persons is of: "Ledelsesside", "Kommunerne"."""


def sides_of(words: str) -> tuple[str, ...]:
    """Return the names of the columns, where a line is the first row of a table of persons."""
    names = tuple(name.strip() for name in words.split(" · "))
    return names if len(names) > 1 and all(_is_side(name) for name in names) else ()


def in_columns(words: str, sides: tuple[str, ...], start: int) -> Iterator[Attendee]:
    """Yield the persons of a row that begins at `start`; none where a cell is no person.

    A column named as a list is ("Afbud") gives what became of its persons, any other is of those
    who belong to the meeting.
    """
    cells = named_cells(words) or (_cells(words, sides) if sides else ())
    filled = [cell for cell in cells if cell.value.strip(" –-")]
    if not all(_is_side(cell.column) and _is_person(cell.value) for cell in filled):
        return
    for cell in filled if "·" in words else ():
        presence = _list_in(cell.column)
        organisation = None if presence is not None else cell.column
        state = ListState(presence or Presence.PRESENT, organisation)
        yield from named(start + cell.start, cell.value, state, None)


def persons_beside(
    words: str, sides: tuple[str, ...], presence: Presence | None, start: int
) -> list[Attendee]:
    """Return the persons of a row of a list, where each of its cells is a person's."""
    return list(in_columns(words, sides, start)) or list(_unnamed(words, presence, start))


def _unnamed(words: str, presence: Presence | None, start: int) -> Iterator[Attendee]:
    cells = _cells(words, ("",) * (words.count("·") + 1))
    if len(cells) > 1 and all(_is_person(cell.value) for cell in cells):
        for cell in cells:
            yield from named(start + cell.start, cell.value, ListState(presence), None)


def _cells(words: str, columns: tuple[str, ...]) -> tuple[Cell, ...]:
    """Return the cells of a row; the last ones may be empty, or not be there."""
    found = list(re.finditer(r"[^·]*", words))
    values = [(m.start() + len(m[0]) - len(m[0].lstrip()), m[0].strip()) for m in found if m[0]]
    return tuple(Cell(c, v, at) for c, (at, v) in zip(columns, values, strict=False))


def _is_person(words: str) -> bool:
    """Tell whether a cell is of one person, and not of somebody who may come instead."""
    return parse_person(words) is not None and _INSTEAD.search(words) is None


_INSTEAD = re.compile(r"suppleant|stedfortræder|substitut|afløser|vikar", re.IGNORECASE)


def _is_side(name: str) -> bool:
    return _SIDE.fullmatch(name) is not None or _list_in(name) is not None


def _list_in(name: str) -> Presence | None:
    label = attendance_label(f"{name}:")
    return label[0] if label is not None and label[1] == len(name) + 1 else None
