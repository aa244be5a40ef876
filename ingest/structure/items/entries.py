"""How far an item reaches: from the lines above its heading that belong to it, to the next one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.danish.case_numbers import find_case_numbers, leading_case_numbers, normalise
from index.documents import SectionKind
from ingest.structure.items.logs import cells_of, is_done, tells_progress
from ingest.structure.items.markings import (
    case_numbers_of,
    closed_numbers,
    closes,
    closes_as_title,
    group,
    is_closed_line,
    is_marking,
    is_openness,
    says_closed,
    speaks_both_ways,
    speaks_of_the_past,
)
from ingest.structure.items.seals import answers_part, part_is_sealed
from ingest.structure.layout.lines import Line
from ingest.structure.layout.vocabulary import part_heading

_LEADING_NUMBER = re.compile(
    r"(?P<words>(?:sags?(?:nr|nummer|id)?|j\.?\s?nr|journalnr|journalnummer|brev-?id)\.?\s*:?\s*\d[\w./-]{3,}\w)"
    r"\s*[.,:;–-]?\s+(?=\S)",
    re.IGNORECASE,
)
"""A labelled case number before the title: "J.nr. 8-70-11-96. Broer"."""
_SERIAL = re.compile(
    r"(?:(?:19|20)\d\d|[019]\d|2\d)\s?[-–/]\s?(?!(?:19|20)\d\d$)(?:0\d{3,5}|\d{4,6}|(?:0\d\d|[3-9]\d\d))"
)
"""A year and a serial number, alone in brackets behind a title: "Ny bro (21-0456)"."""
_LABELLED = re.compile(
    r"(?:punkt|pkt\.?|ad\.?|sag)\s+(?:nr\.?\s*)?(?P<number>\d{1,3}[a-z]?)\b(?![/.-]\d)",
    re.IGNORECASE,
)
_SAID_LATER = frozenset({SectionKind.DECISION, SectionKind.ANNEXES})
"""Parts that may open with the number of another case: "Bilag: Sagsnr. 24/17 - kort.pdf"."""
_FIRST_PARTS = 3
"""Lines of a cell that may be a mark as well as text: "Lukket" further down may be a shop."""
_MOST_ABOVE = 6
"""Lines above a heading that may belong to it: case number, openness, the title once more."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An item as lines: `first` ≤ `heading` ≤ `title` < `text` ≤ `end`."""

    number: str | None
    title: str
    first: int
    """Its first line: the heading, or the case number above it."""
    heading: int
    title_line: int
    text: int
    """The first line after the heading and the markings below it."""
    end: int
    """The line after its last."""
    case_numbers: tuple[str, ...]
    closed: bool
    heading_end: int | None = None
    """Where the heading ends in the text, if its line goes on: in a row of a table."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Where an item's heading stands."""

    line: int
    title_line: int
    number: str | None
    title: str
    end: int | None = None
    """Where it ends in the text, if not with its line."""


def read_entries(lines: Sequence[Line], headings: Sequence[Heading]) -> tuple[Entry, ...]:
    """Return the items under `headings`, each with its case numbers and whether it is closed."""
    above = _numbers_stand_above(lines, headings)
    starts = frozenset(h.line for h in headings)
    firsts = [
        _first_line(lines, h, headings[place - 1] if place else None, above, starts)
        for place, h in enumerate(headings)
    ]
    marked_above = any(_is_marked(lines[f : h.line]) for f, h in zip(firsts, headings, strict=True))
    entries: list[Entry] = []
    progress = tells_progress(lines)
    in_closed_group = False
    for place, h in enumerate(headings):
        end = firsts[place + 1] if place + 1 < len(firsts) else len(lines)
        text = _text_line(lines, h, end)
        own = lines[firsts[place] : h.line]
        marks = [*own, *lines[h.title_line + 1 : text]]
        in_closed_group = _group_at(lines, firsts[place], h.line, in_closed_group)
        # A mark between two headings may belong to either where marks stand above: both then.
        either = marked_above and firsts[place] > 0 and is_closed_line(lines[firsts[place] - 1])
        either = either and not _is_marked(own) and not _names_another(lines[firsts[place] - 1], h)
        headed = [lines[place] for place in sorted({h.line, h.title_line})]
        numbers = [n for line in (*marks, *headed) for n in case_numbers_of(line)]
        title, in_title = _without_case_number(h.title)
        closed = (
            in_closed_group
            or either
            or closes_as_title(h.title)
            or any(closes(mark.text) for mark in marks)
            or any(says_closed(line) or _cell_says_closed(line) for line in lines[text:end])
            or any(part_is_sealed(lines, line) for line in lines[text:end])
            or any(speaks_both_ways(line) for line in lines[end : _heading_after(headings, place)])
        )
        entries.append(
            Entry(
                number=h.number,
                title=_clean(title) or h.title,
                first=firsts[place],
                heading=h.line,
                title_line=h.title_line,
                text=text,
                end=end,
                case_numbers=tuple(dict.fromkeys([*numbers, *in_title]))
                or _numbers_in_text(lines[text:end]),
                closed=closed
                or (h.end is not None and _row_is_closed(lines[h.line], progress=progress)),
                heading_end=h.end,
            )
        )
    return _with_named(lines, entries)


def _numbers_in_text(lines: Sequence[Line]) -> tuple[str, ...]:
    """Return the case numbers that open an item's text, or the text of one of its parts."""
    opens = True
    for line in lines:
        if line.chrome:
            continue
        part = part_heading(line.text)
        words = line.text[part.length :] if part is not None else line.text
        is_inline = part is not None and part.kind not in _SAID_LATER
        if (opens or is_inline) and (found := leading_case_numbers(words.strip())):
            return found
        opens = part is not None and not words.strip() and part.kind not in _SAID_LATER
    return ()


def _heading_after(headings: Sequence[Heading], place: int) -> int:
    return headings[place + 1].line if place + 1 < len(headings) else 0


def _with_named(lines: Sequence[Line], entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Close the items that a sentence elsewhere names; where none has the number, its own."""
    numbers = {entry.number for entry in entries}
    within = [(e, frozenset().union(*map(closed_numbers, lines[e.text : e.end]))) for e in entries]
    head = lines[: entries[0].first] if entries else ()
    named = frozenset().union(*map(closed_numbers, head), *(found for _, found in within))
    parents = {(number or "").partition(".")[0] for number in numbers}  # "2" of "2.1"
    return tuple(
        replace(
            e,
            closed=e.closed
            or e.number in named
            or (e.number or "").partition(".")[0] in named
            or bool(found - numbers - parents),
        )
        for e, found in within
    )


def _row_is_closed(row: Line, *, progress: bool) -> bool:
    """Tell whether a cell of a row says "Lukket", or "Ja" in a column of that name.

    Where the column "Status" tells how far things have come (`progress`), a thing that is
    "Lukket" there is done.
    """
    return _cell_says_closed(row) or any(
        any(closes(part) for part in _parts(value)[:_FIRST_PARTS])
        or (closes(column) and re.match(r"(?:ja|x)\b", value, re.IGNORECASE))
        for column, value in cells_of(row)
        if not is_done(column, value, progress=progress)
    )


def _cell_says_closed(row: Line) -> bool:
    """Tell whether a line or a sentence in a cell of a table says that the item is closed."""
    if not row.table:
        return False
    values = (value for _, value in cells_of(row))
    return any(says_closed(replace(row, text=part)) for v in values for part in _parts(v) if part)


def _parts(value: str) -> list[str]:
    """Return what were the lines of a cell, as far as the reader left them apart."""
    return [part.strip() for part in re.split(r";\s|(?<=[.!?])\s", value)]


def _is_marked(lines: Sequence[Line]) -> bool:
    return any(is_openness(line) for line in lines)


def _first_line(
    lines: Sequence[Line], h: Heading, before: Heading | None, above: bool, starts: frozenset[int]
) -> int:
    """Return the first line of an item: the markings and repeated titles directly above it."""
    after = before.title_line if before is not None else -1
    text = _text_line(lines, before, h.line) if before is not None else 0
    first = h.line
    while first - 1 > after and h.line - first < _MOST_ABOVE:
        line = lines[first - 1]
        if line.chrome or speaks_of_the_past(line) or answers_part(lines, line, starts):
            break
        if _names_another(line, h):
            break
        repeated = len(line.text) < 2 * len(h.title) + 20 and _same(line.text, h)
        marks = above and is_marking(line)
        # "Fortroligt" below the text of one item speaks of the next.
        speaks = is_openness(line) and line.index >= text
        if not (repeated or marks or speaks or group(line) is not None):
            break
        first -= 1
    return first


def _names_another(line: Line, h: Heading) -> bool:
    """Tell whether a line is of another item: "Punkt 4 Lukket sag" ends a list of contents."""
    named = _LABELLED.match(line.text)
    return named is not None and h.number is not None and named["number"].lower() != h.number


def _same(words: str, h: Heading) -> bool:
    bare = re.sub(r"\W+", "", words.casefold())
    title = re.sub(r"\W+", "", h.title.casefold())
    return bool(title) and bare in {title, f"{h.number or ''}{title}", f"punkt{h.number}{title}"}


def _text_line(lines: Sequence[Line], h: Heading, end: int) -> int:
    place = h.title_line + 1
    while place < end and is_marking(lines[place]) and part_heading(lines[place].text) is None:
        place += 1
    # Never give the whole of an item to its markings: a last line of chrome ends the item above.
    return min(place, end)


def _numbers_stand_above(lines: Sequence[Line], headings: Sequence[Heading]) -> bool:
    """Tell on which side of its heading this document puts an item's case number."""
    above = below = 0
    for h in headings:
        below += any(case_numbers_of(x) for x in lines[h.title_line + 1 : h.title_line + 3])
        before = lines[h.line - 1] if h.line else None
        above += before is not None and bool(case_numbers_of(before))
    return above > below or (above > 0 and above == below)


def _group_at(lines: Sequence[Line], first: int, heading: int, current: bool) -> bool:
    """Return whether the item whose lines begin at `first` stands under a closed group."""
    for line in lines[first : heading + 1]:
        state = group(line)
        current = current if state is None else state
    return current


def _without_case_number(title: str) -> tuple[str, tuple[str, ...]]:
    """Part a title from a labelled case number on the same line."""
    bracket = re.search(r"\s*[(\[](?P<words>[^()\[\]]{5,60})[)\]]\s*$", title)
    if bracket and (numbers := find_case_numbers(bracket["words"])):
        return title[: bracket.start()], tuple(number for _, number in numbers)
    if bracket and _SERIAL.fullmatch(bracket["words"]):
        return title[: bracket.start()], (normalise(bracket["words"]),)
    leading = _LEADING_NUMBER.match(title)
    if leading and (numbers := find_case_numbers(leading["words"])):
        return title[leading.end() :], tuple(number for _, number in numbers)
    match = re.search(
        r"\s*[–,(\[-]?\s*(?:sags?(?:nr|nummer|id)?|j\.?\s?nr|journalnr|journalnummer|brev-?id)\.?\s*:?"
        r"\s*(\d[\w./-]{4,})[)\]]?\s*$",
        title,
        re.IGNORECASE,
    )
    if match is None:
        return title, ()
    return title[: match.start()], (match[1].upper(),)


def _clean(title: str) -> str:
    title = re.sub(r"^[(\[](?:åben|åbent|lukket|b|o|d)[)\]]\s*", "", title, flags=re.IGNORECASE)
    title = re.sub(r"\s*\(\s*\w?\s*\)\s*$", "", title)
    return re.sub(r"\s+", " ", title).strip() or title.strip()
