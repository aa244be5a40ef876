"""What of a document's text is not worth finding: its table of contents and its page numbers.

They stay in the text, so that no place in it moves; they only become no passages. A contents page
holds the words of every title and the answer to nothing, so it is found first and helps nobody.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.documents import Document, Section
from index.spans import Span
from ingest.structure.items.candidates import folded_title

_LINE = re.compile(r"[^\n\r\f]+")
_LEADERS = re.compile(r"(?:\.{4,}|…{2,}|(?:\. ){4,}|_{4,})\s*\d{0,4}\s*$")
_CONTENTS = re.compile(r"indhold(?:sfortegnelse)?|contents", re.IGNORECASE)
_NUMBER = re.compile(
    r"[\s•·*–-]*(?:(?:punkt|pkt\.?|sag|ad)?\s*(?:nr\.?\s*)?\d{1,3}(?:\.\d{1,2})*[.:)]*\s*[–-]?\s*){0,2}",
    re.IGNORECASE,
)
_PAGE_NUMBER = re.compile(
    r"[-–]\s*\d{1,4}\s*[-–]|side\s+\d{1,4}(?:\s*(?:af|/|of)\s*\d{1,4})?", re.IGNORECASE
)
_BARE_NUMBER = re.compile(r"\d{1,4}")
_LONGEST = 200
"""Characters of a line in a table of contents."""
_SHORTEST_RUN = 3
"""Lines in a row that repeat titles; fewer may be a sentence that happens to name two."""


@dataclass(frozen=True, slots=True)
class Titles:
    """What a document calls its items and sections, folded; and where its pages end."""

    items: frozenset[str]
    page_ends: frozenset[int]
    """Where the last line of each page ends."""


def titles_of(document: Document) -> Titles:
    """Return the titles that a table of contents would repeat."""
    names = [item.title for item in document.items]
    names += [section.heading for section in document.sections if section.heading]
    text = document.text
    ends = {page.span.start + len(page.span.of(text).rstrip()) for page in document.pages}
    return Titles(frozenset(filter(None, map(_folded, names))), frozenset(ends))


def worth_finding(document: Document, section: Section, titles: Titles) -> tuple[Span, ...]:
    """Return the stretches of a section's body without contents pages and outer page numbers.

    A page number inside a stretch stays: the text before and after it is one.
    """
    text, body = document.text, section.body
    lines = [
        Span(*found)
        for match in _LINE.finditer(text, body.start, body.end)
        if (found := _stripped(text, *match.span()))
    ]
    words = [line.of(text) for line in lines]
    noise = [_is_page_number(w, x, titles) for w, x in zip(words, lines, strict=True)]
    for run in _contents(words, section, titles, has_items=bool(document.items)):
        noise[run] = [True] * (run.stop - run.start)
    return tuple(_stretches(lines, noise))


def _contents(
    words: Sequence[str], section: Section, titles: Titles, *, has_items: bool
) -> Iterator[slice]:
    """Yield the runs of lines that are a table of contents."""
    entries = [_is_entry(line, section, titles) for line in words]
    least = _SHORTEST_RUN
    named = section.item is None and _CONTENTS.fullmatch((section.heading or "").strip(" .:"))
    # "Indhold" over a list that repeats nothing may be what a course teaches.
    if named and (has_items or 2 * sum(entries) >= len(entries)):
        entries = [len(line) <= _LONGEST and line[-1] not in "!?;:" for line in words]
        least = 1
    start = 0
    for place in range(len(words) + 1):
        if place < len(words) and (entries[place] or _is_between(words, entries, place)):
            continue
        if place - start >= least:
            yield slice(start, place)
        start = place + 1


def _is_between(words: Sequence[str], entries: Sequence[bool], place: int) -> bool:
    """Tell whether a numbered line stands among entries: a title that was shortened or changed."""
    among = 0 < place < len(words) - 1 and entries[place - 1] and entries[place + 1]
    return among and words[place][0].isdigit() and len(words[place]) <= _LONGEST


def _is_entry(words: str, section: Section, titles: Titles) -> bool:
    if len(words) > _LONGEST:
        return False
    if _LEADERS.search(words) or _PAGE_NUMBER.fullmatch(words):
        return True
    return section.item is None and _folded(words) in titles.items


def _is_page_number(words: str, line: Span, titles: Titles) -> bool:
    if _PAGE_NUMBER.fullmatch(words):
        return True
    return line.end in titles.page_ends and _BARE_NUMBER.fullmatch(words) is not None


def _stretches(lines: Sequence[Span], noise: list[bool]) -> Iterator[Span]:
    """Yield what lies between runs of noise; a single line of noise parts nothing."""
    start: int | None = None
    last = 0
    for place, line in enumerate(lines):
        if noise[place]:
            alone = not any(noise[max(place - 1, 0) : place] + noise[place + 1 : place + 2])
            if start is not None and not alone:
                yield Span(start, last)
                start = None
            continue
        start = line.start if start is None else start
        last = line.end
    if start is not None:
        yield Span(start, last)


def _folded(title: str) -> str:
    number = _NUMBER.match(title)
    return folded_title(title[number.end() :] if number else title)


def _stripped(text: str, start: int, end: int) -> tuple[int, int] | None:
    words = text[start:end]
    kept = words.strip()
    if not kept:
        return None
    first = start + len(words) - len(words.lstrip())
    return first, first + len(kept)
