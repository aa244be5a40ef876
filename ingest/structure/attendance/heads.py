"""The lists of who was there that stand in a head without a heading of their own.

Papers without items have no part that is their head. Its lists are known by their labels: each goes
on below as long as its lines name persons.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.documents import Presence, Section, SectionKind
from index.spans import Span
from ingest.structure.attendance.labels import attendance_label, names_called
from ingest.structure.attendance.names import GROUP, ListState, named
from ingest.structure.layout.lines import Line, without_mark
from ingest.structure.layout.vocabulary import part_heading

_TOP = 15
"""Lines in which the first list of a head must begin."""
_FEWEST = 2
_FIRST = 4
"""Parts of a paper among which one may tell in sentences who came."""
_WHO_CAME = re.compile(
    r"hvem\s+(?:var\s+(?:med|der|til\s*stede)|kom|deltog|mødte(?:\s+op)?)\s*\??|(?:møde)?deltagelse|deltagerkreds",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[A-ZÆØÅ][^:·.,;()]{1,40}\s*[:·]\s")
"""A line of a head that tells something else: "Referent: Ib Krog", "Sted: Havnehuset"."""
_MEMBERS = re.compile(
    r"(?:[\wæøå-]*(?:bestyrelse|udvalg|råd|nævn|gruppe|komit[eé]|kommission)(?:en|et|n)?)\s*:\s+",
    re.IGNORECASE,
)
"""A body's own name over those who sit on it: "Bestyrelsen: Ib Krog (formand), Maja Dam"."""


@dataclass(frozen=True, slots=True)
class _Opening:
    """The label of a list, and where the names begin."""

    heading: str
    length: int


def with_lists(sections: Sequence[Section], lines: Sequence[Line]) -> list[Section]:
    """Return the parts of a paper, the lists in its head as parts of their own."""
    found: list[Section] = []
    for place, cut in enumerate(sections):
        on_top = place < _FIRST and cut.kind is SectionKind.TEXT and _tells_who_came(cut)
        section = replace(cut, kind=SectionKind.HEADER) if on_top else cut
        able = section.item is None and section.kind in {SectionKind.HEADER, SectionKind.TEXT}
        found.extend(_parted(section, lines) if able else [section])
    return found


def _tells_who_came(section: Section) -> bool:
    return section.item is None and _WHO_CAME.fullmatch(section.heading or "") is not None


def _parted(section: Section, lines: Sequence[Line]) -> Iterator[Section]:
    starts = [line.span.start for line in lines]
    first, end = bisect_left(starts, section.body.start), bisect_left(starts, section.body.end)
    if first >= _TOP:
        yield section
        return
    place = section.body.start
    for opening, line, last in _lists(lines, first, end):
        above = Span(place, max(place, line.span.start))
        if len(above):
            # What stands above the list is of the head, whatever the paper is cut into.
            yield replace(section, kind=SectionKind.HEADER, body=above)
        place = min(last.span.end, section.body.end)
        body = Span(line.span.start + opening.length, place)
        yield replace(section, kind=SectionKind.ATTENDANCE, heading=opening.heading, body=body)
    if place < section.body.end:
        yield replace(section, body=Span(place, section.body.end))


def _lists(lines: Sequence[Line], first: int, end: int) -> Iterator[tuple[_Opening, Line, Line]]:
    """Yield the label, the first and the last line of each list between two lines."""
    opened: tuple[_Opening, Line] | None = None
    last: Line | None = None
    for line in lines[first:end]:
        if names_called(line.text):
            break
        opening = _opening(line)
        goes_on = opened is not None and opening is None and _goes_on(line)
        if goes_on:
            last = line
            continue
        if opened is not None and last is not None:
            yield *opened, last
            # Below the lists of a head only labels of other things stand between them.
            if opening is None and _LABEL.match(line.text) is None:
                return
        elif opening is None and line.index >= _TOP:
            return
        opened, last = ((opening, line), line) if opening is not None else (None, None)
    if opened is not None and last is not None:
        yield *opened, last


def _opening(line: Line) -> _Opening | None:
    words = line.text
    part = part_heading(words)
    if part is not None and part.kind is SectionKind.ATTENDANCE:
        return _Opening(part.heading, part.length)
    if part is not None:
        return None
    bare = without_mark(words)
    mark = len(words) - len(bare)
    label = attendance_label(bare)
    if label is not None and ":" in bare[: label[1]] and _names(bare[label[1] :]):
        return _Opening(bare[: label[1]].rstrip(" :"), mark + label[1])
    members = _MEMBERS.match(bare)
    if members is not None and len(_names(bare[members.end() :])) >= _FEWEST:
        return _Opening(bare[: members.end()].rstrip(" :"), mark + members.end())
    return None


def _goes_on(line: Line) -> bool:
    """Tell whether a line below a label names persons, by themselves or by organisation."""
    words = without_mark(line.text)
    if part_heading(words) is not None:
        return False
    group = GROUP.match(words)
    return bool(_names(words[group.end() if group else 0 :]))


def _names(words: str) -> list[str]:
    return [one.name for one in named(0, words, ListState(Presence.PRESENT), None)]
