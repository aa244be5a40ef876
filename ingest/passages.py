"""A document into the passages that are embedded, found and quoted.

A passage lies within one section of one item. It is cut where a reader would pause: between
paragraphs, else between the lines of a list, else between sentences, and only in the last resort
inside one. Lengths are counted in characters: a Danish word piece of the model is some 3.6
characters, so a passage at its cap is about 400 of the 512 pieces that the model reads.
"""

import re
from collections.abc import Iterator, Sequence

from index.danish.days import format_date
from index.documents import CLOSED, Document, Item, Section, SectionKind
from index.passages import Passage
from index.spans import Span
from ingest.structure.contents import titles_of, worth_finding

TARGET = 560
"""Characters of a passage to aim for: about 155 word pieces."""
SMALLEST = 160
"""A last piece shorter than this joins the one before it, within the cap."""
CAP = 1150
"""No passage is longer: about 320 word pieces, 400 in text of many numbers."""
LIST_CAP = 840
"""A list stays with the sentence that leads into it up to one and a half times the target."""
HEADER_LENGTH = 260
"""Characters of a header at most: some 70 word pieces, so header and passage fit together."""

_BREAK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_LINE_END = re.compile(r"\n+\s*")
# Good enough to cut at, and linear on a line of any length.
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”)]?\s+(?=[A-ZÆØÅ\"”»(•])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:kr|pkt|nr|jf|bl\.a|ca|mio|mia|inkl|ekskl|evt|eks|fx|vedr|pr|kl|hhv|stk|dvs|m\.v|mv|max"
    r"|maks|afd|m\.fl|dr|st|\d{1,2}|[A-ZÆØÅ]))\.$",
    re.IGNORECASE,
)
_ABBREVIATION = 10
_LIST_MARK = re.compile(r"(?:[•·◦▪■●○*–—-]|\d{1,2}[.)]|[a-zæøå]\)|at\b)\s*", re.IGNORECASE)
_BEFORE_MARK = re.compile(rf"\n+[^\S\n]*(?={_LIST_MARK.pattern})", re.IGNORECASE)
_KIND_NAMES = {
    SectionKind.RECOMMENDATION: "Indstilling",
    SectionKind.DECISION: "Beslutning",
    SectionKind.AUTHORITY: "Sagen afgøres af",
    SectionKind.ATTENDANCE: "Deltagere",
}
"""What a section is called in the header where the text gives it no heading."""


_LEADS = re.compile(
    r"(?::|\b(?:at|følgende|af|med|fra|til)|indstiller,?|indstilles,?)\s*$", re.IGNORECASE
)
_WHOLE = frozenset({SectionKind.DECISION, SectionKind.RECOMMENDATION, SectionKind.AUTHORITY})


def split(document: Document) -> tuple[Passage, ...]:
    """Return the passages of a document, in order.

    They never overlap, and cover the body of every section but for white space, tables of contents
    and page numbers at its ends: those stay in the text and are not searched.
    """
    passages: list[Passage] = []
    titles = titles_of(document)
    for section in document.sections:
        item = document.items[section.item] if section.item is not None else None
        header = header_of(document, item, section)
        closed = item is not None and item.closed
        spans = (
            span
            for stretch in worth_finding(document, section, titles)
            for span in _cut(document.text, section.kind, stretch)
        )
        for span in spans:
            passages.append(
                Passage(
                    document=document.id,
                    index=len(passages),
                    item=section.item,
                    section=section.index,
                    span=span,
                    header=header,
                    text=span.of(document.text),
                    audience=CLOSED if closed else document.audience,
                )
            )
    return tuple(passages)


def header_of(document: Document, item: Item | None, section: Section) -> str:
    """Return the line that tells a passage's place: body, date, item, section."""
    within = item is not None and document.body is not None
    parts = [document.body.short if within and document.body else document.title]
    day = format_date(document.date, "da") if document.date is not None else None
    if day is not None and day not in parts[0]:
        parts.append(day)
    if item is not None:
        parts.append(f"{item.number}. {item.title}" if item.number else item.title)
    parts.extend(section.path)
    heading = section.heading or _KIND_NAMES.get(section.kind)
    if heading and (item is None or heading != item.title):
        parts.append(heading)
    # One part may repeat another: a section named as its document.
    line = " · ".join(dict.fromkeys(re.sub(r"\s+", " ", part).strip() for part in parts))
    return line if len(line) <= HEADER_LENGTH else line[: HEADER_LENGTH - 1].rstrip() + "…"


def _cut(text: str, kind: SectionKind, body: Span) -> list[Span]:
    if len(body) <= (CAP if kind in _WHOLE else TARGET):
        return [body]
    return _packed(list(_blocks(text, list(_pieces(text, body)))))


def _packed(blocks: Sequence[Span]) -> list[Span]:
    """Join neighbouring blocks up to the target."""
    found: list[Span] = []
    for block in blocks:
        if found and block.end - found[-1].start <= TARGET:
            found[-1] = Span(found[-1].start, block.end)
        else:
            found.append(block)
    if len(found) > 1 and len(found[-1]) < SMALLEST and found[-1].end - found[-2].start <= CAP:
        found[-2:] = [Span(found[-2].start, found[-1].end)]
    return found


def _blocks(text: str, pieces: Sequence[Span]) -> Iterator[Span]:
    """Yield pieces, a list joined to the sentence that leads into it where that fits."""
    place = 0
    while place < len(pieces):
        block = pieces[place]
        place += 1
        if _leads(text, block):
            while place < len(pieces) and _is_listed(text, pieces[place]):
                if pieces[place].end - block.start > LIST_CAP:
                    break
                block = Span(block.start, pieces[place].end)
                place += 1
        yield block


def _leads(text: str, piece: Span) -> bool:
    return _LEADS.search(text, max(piece.start, piece.end - 40), piece.end) is not None


def _is_listed(text: str, piece: Span) -> bool:
    return _LIST_MARK.match(text, piece.start, piece.end) is not None


def _pieces(text: str, body: Span) -> Iterator[Span]:
    """Yield the stretches that are kept whole: paragraphs, lines, sentences, at worst words."""
    for paragraph in _divided(text, body, _BREAK):
        for part in _divided(text, paragraph, _BEFORE_MARK):
            if len(part) <= TARGET:
                yield part
                continue
            for line in _divided(text, part, _LINE_END):
                if len(line) <= TARGET:
                    yield line
                    continue
                for sentence in _divided(text, line, _SENTENCE_END):
                    yield from _within_cap(text, sentence)


def _divided(text: str, span: Span, at: re.Pattern[str]) -> Iterator[Span]:
    start = span.start
    for match in at.finditer(text, span.start, span.end):
        tail = text[max(start, match.start() - _ABBREVIATION) : match.start()]
        if match.start() <= start or (at is _SENTENCE_END and _ABBREVIATED.search(tail)):
            continue
        yield from _stripped(text, start, match.start())
        start = match.end()
    yield from _stripped(text, start, span.end)


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)


def _within_cap(text: str, sentence: Span) -> Iterator[Span]:
    """Yield a sentence; one beyond the cap between words; a word beyond it in even lengths."""
    start = sentence.start
    while sentence.end - start > CAP:
        stop = start + TARGET
        space = max(text.rfind(mark, start + 1, stop) for mark in (" ", "\n", "\t"))
        cut = space if space > start else stop
        yield Span(start, cut)
        start = cut
        while start < sentence.end and text[start].isspace():
            start += 1
    if start < sentence.end:
        yield Span(start, sentence.end)
