"""Those whom the head of minutes names by their office alone: "Formand · Ib Krog".

Beside such lines a list of the others tells who came; that the chair was there is told by the line.
"""

import re
from collections.abc import Iterator, Sequence

from index.documents import Attendee, Presence
from ingest.structure.attendance.names import ListState, named
from ingest.structure.layout.lines import Line, without_mark

_OFFICE = re.compile(
    r"(?P<office>(?:\d\.\s*)?(?:(?:næst|vice|møde)?formand|(?:for|næstfor)kvinde|mødeleder|ordstyrer)|(?P<member>medlem(?:mer)?))"
    r"\s*(?P<mark>[:·])\s+(?P<who>\S.*)",
    re.IGNORECASE,
)


def with_officers(found: Sequence[Attendee], head: Sequence[Line]) -> tuple[Attendee, ...]:
    """Return who came, with those in office whom no list names.

    Only beside a list of who came, or in a table of all of them: "Formand: Ib Krog" alone may tell
    who sits on the body.
    """
    rows = [(line, match) for line in head if (match := _OFFICE.match(without_mark(line.text)))]
    came = any(one.presence is Presence.PRESENT and one.item is None for one in found)
    table = any(match["member"] and match["mark"] == "·" for _, match in rows)
    if not (came or table):
        return tuple(found)
    known = {one.name.casefold() for one in found if one.item is None}
    added = [
        one
        for line, match in rows
        for one in _persons(line, match)
        if one.name.casefold() not in known
    ]
    return tuple(sorted([*found, *added], key=lambda one: one.span)) if added else tuple(found)


def _persons(line: Line, match: re.Match[str]) -> Iterator[Attendee]:
    at = line.span.end - len(match.string) + match.start("who")
    office = None if match["member"] else match["office"].lower()
    for one in named(at, match["who"], ListState(Presence.PRESENT), None):
        role = ", ".join(filter(None, (one.role, office))) or None
        yield Attendee(one.name, role, one.organisation, one.presence, one.span, None, one.remark)
