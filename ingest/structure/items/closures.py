"""Headings of closed items that were taken for text: a safety net beside the agenda.

Closed when in doubt: such a line begins a closed item, which ends where the next heading of the
agenda begins, or with the document. A sentence on closed items ("punkt 6 behandles for lukkede
døre") is none, nor an annex that is closed, nor an entry of a table of contents.
"""

import re
from collections.abc import Iterator, Sequence

from index.documents import SectionKind
from ingest.structure.items.badges import without_badge
from ingest.structure.items.candidates import Candidate, folded_title
from ingest.structure.items.entries import Heading
from ingest.structure.items.markings import (
    closed_numbers,
    closes,
    closes_as_title,
    group,
    is_closed_line,
    is_marking,
)
from ingest.structure.layout.lines import Line, without_mark
from ingest.structure.layout.vocabulary import part_heading

_SENTENCE = re.compile(
    r"^(?:at|og|samt|som|der|blev|bliver|er|var|behandle\w*|drøfte\w*)\b|[,;]$"
    r"|\b(?:er|var|bliver|blev|skal|kan|vil|må|bør|har|havde|(?:afhold|behandl|drøft|udsætt|flytt|lukk)es"
    r"|(?!lukkede)[a-zæøå]{3,}edes?)\b",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\.?$")
_NAMES_ITEM = re.compile(r"(?:punkt|sag|dagsorden|behandling)\b", re.IGNORECASE)
_ANNEX = re.compile(r"bilag\b|.*\.(?:pdf|docx?|xlsx?|pptx?)\b", re.IGNORECASE)
_MOST_WORDS = 20


def heads_closed(title: str) -> bool:
    """Tell whether the words behind a number are the title of a closed item, and no sentence."""
    words = title.strip()
    bare = _bare(words)
    if _ANNEX.match(words):
        return False
    return closes(words) and len(bare.split()) <= _MOST_WORDS and not _SENTENCE.search(bare)


def _bare(title: str) -> str:
    return _BRACKET.sub("", without_badge(title))


def with_closed_items(
    lines: Sequence[Line], headings: Sequence[Heading], numbered: Sequence[Candidate]
) -> list[Heading]:
    """Add an item for every heading of a closed item, or of a group of such, that is none yet.

    Its text would otherwise belong to the open item before it, and be read by everyone.

    Args:
        lines: All of the document.
        headings: Of the items that were recognised.
        numbered: All lines that look like a numbered heading.
    """
    known = {place for h in headings for place in range(h.line, h.title_line + 1)}
    at = {c.line: c for c in numbered}
    added = {h.line: h for h in _groups(lines, headings) if h.line not in known}
    taken = set(added)
    for line in _within_text(lines, headings, known):
        if line.index in taken:
            continue
        c = at.get(line.index)
        if c is not None and not known.isdisjoint(range(c.line, c.last_line + 1)):
            continue  # its title stands on a line that heads an item already
        if c is not None:
            if is_closed_heading(lines, c) and not _is_announced(c, headings):
                for h in _run_from(c, at, known | taken):
                    within = range(h.line, h.title_line + 1)
                    added = {place: one for place, one in added.items() if place not in within}
                    added[h.line] = h
                    taken.update(within)
        elif _stands_alone(line, named=not headings):
            added[line.index] = Heading(line.index, line.index, None, without_mark(line.text))
    return list(_surely_open(lines, headings, added))


def _surely_open(
    lines: Sequence[Line], headings: Sequence[Heading], added: dict[int, Heading]
) -> Iterator[Heading]:
    """Yield all headings, but below an added one none that is only a part of the closed item."""
    shut = False
    for h in sorted([*headings, *added.values()], key=lambda h: h.line):
        if h.line in added:
            shut = True
        elif shut and h.number is None and part_heading(lines[h.line].text) is not None:
            continue
        else:
            shut = False
        yield h


def _groups(lines: Sequence[Line], headings: Sequence[Heading]) -> Iterator[Heading]:
    """Yield a heading for every one over closed items under which no item was recognised."""
    places = frozenset(h.line for h in headings)
    for line in lines[headings[0].line :] if headings else ():
        if line.index not in places and group(line):
            below = _below(lines, line)
            if below is None or below.index not in places:
                yield Heading(line.index, line.index, None, without_mark(line.text))


def _within_text(
    lines: Sequence[Line], headings: Sequence[Heading], known: set[int]
) -> Iterator[Line]:
    """Yield the lines that are neither headings, nor marks beside one, nor annexes."""
    part: SectionKind | None = None
    starts = frozenset(h.line for h in headings)
    beside = False
    for line in lines:
        if line.index in known:
            part, beside = None, True
            continue
        beside = beside and is_marking(line)
        found = part_heading(line.text) if line.short else None
        part = found.kind if found is not None else part
        annex = part is SectionKind.ANNEXES and not _NAMES_ITEM.search(line.text)
        if group(line) is not None or (annex and not line.text[0].isdigit()):
            continue
        if line.short and not beside:
            below = _below(lines, line) if is_marking(line) else None
            if below is None or below.index not in starts:
                yield line


def _below(lines: Sequence[Line], line: Line) -> Line | None:
    """Return the next line that is no mark, where it is near: a paper may be all marks."""
    near = range(line.index + 1, min(line.index + 1 + _NEAR, len(lines)))
    return next((lines[at] for at in near if not is_marking(lines[at])), None)


_NEAR = 20
"""Lines below a mark in which the heading that it belongs to may stand."""


def is_closed_heading(lines: Sequence[Line], c: Candidate) -> bool:
    """Tell whether a numbered line, or the line below it, says that its item is closed."""
    below = lines[c.last_line + 1] if c.last_line + 1 < len(lines) else None
    marked = below is not None and is_closed_line(below) and not _SENTENCE.search(c.title)
    return marked or heads_closed(c.title)


def _is_announced(c: Candidate, headings: Sequence[Heading]) -> bool:
    """Tell whether a line only names an item that stands further down: in a list of contents."""
    below = [h for h in headings if h.line > c.line]
    if any((h.number, folded_title(h.title)) == (c.number, folded_title(c.title)) for h in below):
        return True
    first = below[0].number if below and len(below) == len(headings) else None
    return first is not None and first.isdigit() and int(first) <= c.key[0]


def _run_from(c: Candidate, at: dict[int, Candidate], known: set[int]) -> Iterator[Heading]:
    """Yield a closed heading, and the headings right below it that go on from it."""
    following: Candidate | None = c
    while following is not None and following.line not in known:
        c = following
        yield Heading(c.line, c.last_line, c.number, c.title)
        following = at.get(c.last_line + 1)
        if following is not None and (
            following.style != c.style or following.key != (*c.key[:-1], c.key[-1] + 1)
        ):
            following = None


def _stands_alone(line: Line, *, named: bool) -> bool:
    """Tell whether a line without a number is the heading of a closed item.

    Args:
        line: One within the text.
        named: Where there is no item, which "Lukket punkt" would close as a whole, so does that.
    """
    words = without_mark(line.text)
    if line.bulleted or line.text[0].isdigit() or _ANNEX.match(words):
        return False
    alone = bool(line.level) or (line.blank_before and line.blank_after)
    if is_marking(line):
        # "LUKKET" between empty lines; in small letters it may be opening hours.
        loud = words.isupper() or bool(line.level) or (named and is_closed_line(line, named=True))
        return alone and is_closed_line(line) and loud
    # "Lukkede punkter: 3 og 4" names items, and is no heading.
    names_items = bool(closed_numbers(line)) and _BRACKET.search(words) is None
    # A heading of the format is a title, where a letter counts too; a sentence is none.
    titled = line.level > 0 and closes_as_title(words) and not _SENTENCE.search(_bare(words))
    if (
        names_items
        or not (heads_closed(words) or titled)
        or words.endswith(".")
        or part_heading(line.text)
    ):
        return False
    return alone or _NAMES_ITEM.search(words) is not None
