"""A document cut into sections: by items, by the parts of an item, by headings."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from index.documents import Section, SectionKind
from index.spans import Span
from ingest.structure.cuts import Cut, resume, resumed
from ingest.structure.decisions.grants import granted
from ingest.structure.decisions.recommendations import recommendation_end, recommendation_in
from ingest.structure.decisions.short_labels import short_decisions
from ingest.structure.decisions.tables_below import tables_below
from ingest.structure.items.agenda import Agenda
from ingest.structure.items.entries import Entry
from ingest.structure.items.tabled import has_decisions, parts_of
from ingest.structure.layout.headings import PlainHeading, plain_headings
from ingest.structure.layout.lines import Line, trimmed, without_mark
from ingest.structure.layout.vocabulary import Part, is_history, part_heading

_AUTHORITY = re.compile(
    r"(?:sagen|punktet)\s+afgøres\s+(?:endeligt\s+)?(?:af|i)\b|afgøres\s+af\b"
    r"|beslutningen\s+træffes\s+(?:endeligt\s+)?af\b",
    re.IGNORECASE,
)
_HEAD_LABEL = re.compile(
    r"(?:møde)?(?:dato|sted|tid|tidspunkt|lokale|nr|nummer)\b|starttidspunkt|sluttidspunkt"
    r"|referent|udsendt|næste\s+møde|indkaldt|dagsorden\b|indhold(?:sfortegnelse)?\b"
    r"|bemærkninger\b|mødet\s+(?:blev\s+)?(?:hævet|sluttede|startede|begyndte)",
    re.IGNORECASE,
)
_SIDE = re.compile(r"(?P<side>[A-ZÆØÅ][\wæøå]*s?siden)\s*:\s+(?=\S)")
_CONTENTS = re.compile(
    r"indhold(?:sfortegnelse)?|dagsorden|(?:dagsordens)?punkter|pkt\.?.{0,20}side", re.IGNORECASE
)
_WITH_SUBHEADINGS = frozenset(
    {SectionKind.CASE, SectionKind.BACKGROUND, SectionKind.ECONOMY, SectionKind.TEXT}
)
_MAY_RECOMMEND = frozenset({*_WITH_SUBHEADINGS, SectionKind.SUMMARY})
NAMED_DECISION = re.compile(
    r"beslutning|vedtagelse|protokol|referat|behandling|afgørelse|^(?:besl|bsl|vedt|afg)\w*\.?$",
    re.IGNORECASE,
)
_TOLD = re.compile(r"(?:møde)?referat(?:\s+af\s+punktet)?", re.IGNORECASE)
_CONCLUDES = re.compile(
    r"beslut|vedtagelse|afgørelse|konklusion|aftalt|udfald|^(?:besl|bsl|vedt|afg)\w*\.?$", re.I
)
_ANSWERED = re.compile(
    r"(?:\d+\s+(?:stemmer\s+)?for\b|enstemmigt\b|(?:ikke|ej)\s+\w+(?:t|et)\b|(?:godkendt|tiltrådt|vedtaget|afvist|forkastet|udsat"
    r"|imødekommet|følges|fulgt|godkendes|tiltrædes|hjemvist|bortfald\w+)\b)",
    re.IGNORECASE,
)
_PLAIN_KINDS = {SectionKind.DECISION: SectionKind.TEXT, SectionKind.AUTHORITY: SectionKind.TEXT}
"""Outside an agenda nothing is decided: a memo's "Konklusion" is text."""


def cut_sections(text: str, lines: Sequence[Line], agenda: Agenda) -> tuple[Section, ...]:
    """Cut the text into sections that cover it without overlapping."""
    cuts: list[Cut] = []
    if agenda.entries:
        cuts.extend(_head_cuts(lines, agenda))
        short = short_decisions(lines, agenda.entries)
        for item, entry in enumerate(agenda.entries):
            cuts.extend(replace(cut, item=item) for cut in _item_cuts(lines, entry, short))
    elif lines:
        cuts.extend(_document_cuts(lines))
    return tuple(_sections(text, lines, cuts))


def _sections(text: str, lines: Sequence[Line], cuts: list[Cut]) -> Iterator[Section]:
    if not text:
        return
    if not cuts:
        cuts = [Cut(0, SectionKind.TEXT, None, 0)]
    starts = [line.span.start for line in lines]
    # White space above the first line belongs to the first section.
    cuts[0] = replace(cuts[0], start=0)
    ends = [*(cut.start for cut in cuts[1:]), len(text)]
    for index, (cut, end) in enumerate(zip(cuts, ends, strict=True)):
        within = lines[bisect_left(starts, cut.body) : bisect_left(starts, end)]
        body = trimmed(text, min(cut.body, end), end, within)
        heads = cut.kind is SectionKind.HEADER and cut.item is not None
        yield Section(
            index=index,
            kind=SectionKind.TEXT if heads and len(body) else cut.kind,
            heading=cut.heading,
            path=cut.path,
            item=cut.item,
            span=Span(cut.start, end),
            body=body,
        )


def _head_cuts(lines: Sequence[Line], agenda: Agenda) -> Iterator[Cut]:
    """Cut what stands above the first item: letterhead, attendance, table of contents."""
    end = agenda.entries[0].first
    contents = agenda.contents
    if contents is not None:
        while contents > 0 and _is_contents(lines[contents - 1]):
            contents -= 1
    kind = SectionKind.HEADER
    for line in lines[:end]:
        start = line.span.start
        if line.index == contents:
            kind = SectionKind.TEXT
            title = without_mark(line.text).rstrip(" :") if _is_contents(line) else None
            yield Cut(start, kind, title, line.span.end if title else start)
            continue
        part = part_heading(line.text) or _side(line)
        if part is not None and part.kind is SectionKind.ATTENDANCE:
            kind = SectionKind.ATTENDANCE
            yield Cut(start, kind, part.heading, start + part.length)
        elif line.index == 0 or (kind is SectionKind.ATTENDANCE and _is_head_label(line)):
            kind = SectionKind.HEADER
            yield Cut(start, kind, None, start)


def _side(line: Line) -> Part | None:
    """Return the part that lists one of two sides: "Lodssiden: Ib Krog, Bo Friis"."""
    side = _SIDE.match(line.text)
    return Part(SectionKind.ATTENDANCE, side["side"], side.end()) if side is not None else None


def _is_contents(line: Line) -> bool:
    words = without_mark(line.text).rstrip(" :")
    return line.short and _CONTENTS.fullmatch(words) is not None


def _is_head_label(line: Line) -> bool:
    return line.short and _HEAD_LABEL.match(without_mark(line.text)) is not None


def _row_cuts(lines: Sequence[Line], entry: Entry, title_end: int) -> Iterator[Cut]:
    """Cut an item that is a row of a table at its cells, and what stands below the row."""
    decided = has_decisions(lines[entry.first : entry.end]) or has_decisions(lines)
    yield Cut(lines[entry.first].span.start, SectionKind.HEADER, entry.title, title_end)
    in_row = True
    for line in lines[entry.heading : entry.end]:
        start = line.span.start
        if line.table and line.index > entry.heading:
            yield Cut(start, SectionKind.TEXT, None, start)
        for cell, kind in parts_of(line, decided=decided):
            yield Cut(start + cell.start, kind, cell.column, start + cell.body)
        if in_row and not line.table:
            yield Cut(start, SectionKind.TEXT, None, start)
        in_row = line.table


def _item_cuts(lines: Sequence[Line], entry: Entry, short: Mapping[int, Part]) -> list[Cut]:
    if entry.heading_end is not None:
        return list(_row_cuts(lines, entry, entry.heading_end))
    first = lines[entry.first].span.start
    text = lines[entry.text - 1].span.end
    cuts = [Cut(first, SectionKind.HEADER, entry.title, text)]
    parts = _item_parts(lines, entry)
    if all(part.kind is not SectionKind.DECISION for part in parts.values()):
        own = range(entry.text, entry.end)
        parts |= {index: part for index, part in short.items() if index in own}
    if all(part.kind is not SectionKind.DECISION for part in parts.values()):
        parts |= granted(lines[entry.text : entry.end], entry.title)
    place = entry.text
    current = Part(SectionKind.TEXT, "", 0)
    for following in [*sorted(parts), entry.end]:
        within = _within_part(lines, place, following, current)
        decided = any(part.kind is SectionKind.DECISION for part in parts.values())
        cuts.extend(within if decided else _with_rows(lines[place:following], within, current))
        if current.kind is SectionKind.DECISION:
            cuts.extend(tables_below(lines[place:following], current))
        if following >= entry.end:
            break
        current, line = parts[following], lines[following]
        body = line.span.start + current.length
        if _repeats(lines, place, following, cuts[-1], current):
            # "Beslutning" and right below it "Udvalgets beslutning den …" are one heading.
            heading = max(cuts[-1].heading or "", current.heading, key=len)
            cuts[-1] = replace(cuts[-1], heading=heading, body=body)
        else:
            cuts.append(Cut(line.span.start, current.kind, current.heading, body))
        place = following + (current.length >= len(line.text))
    return resumed(cuts)


def _with_rows(lines: Sequence[Line], cuts: list[Cut], part: Part) -> list[Cut]:
    """Add the cells of rows that hold a recommendation and its decision, and nothing else."""
    found: list[Cut] = []
    below: Line | None = None
    for line in lines:
        if below is not None and not line.table:
            found.append(resume(line, part.kind, part.heading or None, ()))
            below = None
        cells = list(parts_of(line, decided=True)) if line.table else []
        if [kind for _, kind in cells] == [SectionKind.RECOMMENDATION, SectionKind.DECISION]:
            start = line.span.start
            found += [Cut(start + c.start, k, c.column, start + c.body) for c, k in cells]
            below = line
    starts = {cut.start for cut in found}
    return sorted([*found, *(c for c in cuts if c.start not in starts)], key=lambda c: c.start)


def _repeats(lines: Sequence[Line], place: int, following: int, last: Cut, part: Part) -> bool:
    """Tell whether a part's heading only says again what the heading above it said."""
    between = any(not line.chrome for line in lines[place:following])
    is_fresh = place > 0 and last.body >= lines[place - 1].span.end
    return last.kind is part.kind and not between and is_fresh


def _item_parts(lines: Sequence[Line], entry: Entry) -> dict[int, Part]:
    """Return the lines of an item that open a part of it."""
    found: dict[int, Part] = {}
    kind = SectionKind.TEXT
    for line in lines[entry.text : entry.end]:
        part = None if line.chrome or line.table else part_heading(line.text)
        if part is None:
            continue
        # Who was absent is said within the decision, and does not end it.
        if kind is SectionKind.DECISION and part.kind is SectionKind.ATTENDANCE:
            continue
        # "Indstillingen: 3 for, 8 imod" below "Beslutning" tells what became of it.
        answers = part.kind is SectionKind.RECOMMENDATION and _ANSWERED.match(
            line.text, part.length
        )
        if kind is SectionKind.DECISION and answers:
            continue
        found[line.index] = part
        kind = part.kind
    return _without_pretenders({**_resumed_decision(lines, found, entry.end), **found})


def _resumed_decision(lines: Sequence[Line], parts: dict[int, Part], end: int) -> dict[int, Part]:
    """Return where a decision goes on behind a line that quotes another one.

    "Økonomiudvalget 2. juni: Anbefalet." and below it "Godkendt.": the label is of its line only.
    """
    if not parts:
        return {}
    last = max(parts)
    above = max((index for index in parts if index < last), default=None)
    part = parts[last]
    quotes = part.kind is SectionKind.DECISION or is_history(part.heading)
    if above is None or parts[above].kind is not SectionKind.DECISION or not quotes:
        return {}
    inline = part.length < len(lines[last].text)
    behind = lines[last + 1 : end]
    following = next((x for x in behind if inline or (x.blank_before and x is not behind[0])), None)
    if following is None or _ANSWERED.match(following.text) is None:
        return {}
    return {following.index: Part(SectionKind.DECISION, parts[above].heading, 0)}


def _without_pretenders(parts: dict[int, Part]) -> dict[int, Part]:
    """Keep the plainest name of a part where a looser one occurs beside it.

    Under "Sagsfremstilling" a heading "Konklusion" is the conclusion of a report, not the
    committee's, when the item has a "Beslutning" as well.
    """
    parts = _told_before(parts)
    decisions = {i: NAMED_DECISION.search(p.heading) is not None for i, p in parts.items()}
    named = any(decisions[i] for i, p in parts.items() if p.kind is SectionKind.DECISION)
    asked = any(
        "indstil" in p.heading.lower() or "beslutning" in p.heading.lower()
        for p in parts.values()
        if p.kind is SectionKind.RECOMMENDATION
    )
    kept: dict[int, Part] = {}
    last: SectionKind | None = None
    for index, part in sorted(parts.items()):
        loose_decision = part.kind is SectionKind.DECISION and named and not decisions[index]
        # "Udvalget besluttede:" under "Beslutning" goes on with it.
        loose_decision = loose_decision and last is not SectionKind.DECISION
        last = part.kind
        loose_request = (
            part.kind is SectionKind.RECOMMENDATION and asked and "anbefal" in part.heading.lower()
        )
        kept[index] = (
            replace(part, kind=SectionKind.CASE) if loose_decision or loose_request else part
        )
    return kept


def _told_before(parts: dict[int, Part]) -> dict[int, Part]:
    """Make "Referat" a heading over what was said where "Beslutning" or the like stands below."""
    concluded = [
        i
        for i, p in parts.items()
        if p.kind is SectionKind.DECISION and _CONCLUDES.search(p.heading)
    ]
    last = max(concluded, default=-1)
    return {
        i: replace(p, kind=SectionKind.CASE) if i < last and _TOLD.fullmatch(p.heading) else p
        for i, p in parts.items()
    }


def _within_part(lines: Sequence[Line], start: int, end: int, part: Part) -> list[Cut]:
    """Cut one part of an item: recommendations in its text, who decides, subheadings."""
    cuts: list[Cut] = []
    headings = {
        h.line: h
        for h in (
            plain_headings(lines[start:end], strict=True) if part.kind in _WITH_SUBHEADINGS else ()
        )
    }
    heading: str | None = part.heading or None
    path: tuple[str, ...] = ()
    place = start
    while place < end:
        line = lines[place]
        opens = recommendation_in(line.text) if part.kind in _MAY_RECOMMEND else None
        if part.kind is not SectionKind.DECISION and _AUTHORITY.match(line.text):
            cuts.append(Cut(line.span.start, SectionKind.AUTHORITY, None, line.span.start))
            place += 1
            if place < end:
                cuts.append(resume(lines[place], part.kind, heading, path))
        elif opens is not None:
            at = line.span.start + opens
            cuts.append(Cut(at, SectionKind.RECOMMENDATION, None, at))
            place = recommendation_end(lines, place, end)
            if place < end:
                cuts.append(resume(lines[place], part.kind, heading, path))
        else:
            if place in headings:
                heading, path = headings[place].title, (part.heading,) if part.heading else ()
                cuts.append(_at_heading(line, headings[place], part.kind, path))
            place += 1
    return cuts


def _at_heading(line: Line, h: PlainHeading, kind: SectionKind, path: tuple[str, ...]) -> Cut:
    return Cut(line.span.start, kind, h.title, line.span.start + h.length, path)


def _document_cuts(lines: Sequence[Line]) -> list[Cut]:
    """Cut a document without an agenda at its headings; one section where it has none."""
    cuts: list[Cut] = []
    above: list[PlainHeading] = []
    for h in plain_headings(lines, strict=False):
        above = [a for a in above if a.level < h.level]
        part = part_heading(lines[h.line].text)
        kind = part.kind if part else SectionKind.TEXT
        path = tuple(a.title for a in above)
        cuts.append(_at_heading(lines[h.line], h, _PLAIN_KINDS.get(kind, kind), path))
        above.append(h)
    if not cuts:
        return [Cut(0, SectionKind.TEXT, None, 0)]
    if cuts[0].start > lines[0].span.start:
        cuts.insert(0, Cut(0, SectionKind.HEADER, None, 0))
    return resumed(cuts)
