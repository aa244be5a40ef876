"""Where the meetings of a file begin that holds several: a year's protocol, two committees in one.

A reference to another meeting must not part a paper. So the head of a meeting is a line of its own
that names its day, and below it stand who was there and items that are numbered anew, or go on.
What looks like such a head, and lacks one of them, is told as a doubt.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from index.danish.days import find_dates
from index.documents import SectionKind
from index.spans import Span
from ingest.reading.extraction import Extraction, Heading
from ingest.structure.items.agenda import Agenda, find_agenda
from ingest.structure.layout.lines import Line, read_lines, without_mark
from ingest.structure.layout.vocabulary import part_heading

_KIND = (
    r"(?:(?:beslutnings|møde|konklusions|kort|udvidet|godkendt|ikke\s+godkendt|udkast\s+til)?\s*"
    r"(?:referat|protokol(?:udskrift)?|dagsorden|udskrift))"
)
_BODY = (
    r"(?:[\wæøåÆØÅ-]*(?:udvalg(?:et)?|råd(?:et)?|nævn(?:et)?|bestyrelsen?|gruppen?|komit[eé](?:en)?|forum(?:met)?|direktionen?|forsamlingen?"
    r"|kommissionen?|repræsentantskabet?|styrelsen?))"
)
_MEETING = r"(?:[\wæøå-]*møde(?:t|dato|dag)?)"
_NAMED = re.compile(rf"\b(?:{_KIND}|{_MEETING}|{_BODY}|dato|afholdt)\b", re.IGNORECASE)
_KIND_WORD = re.compile(rf"\b{_KIND}\b", re.IGNORECASE)
_BODY_LINE = re.compile(
    rf"(?:[\wæøåÆØÅ.,-]+\s+){{0,6}}{_BODY}(?:\s+(?:for|i|om)\s+.{{2,60}})?", re.IGNORECASE
)
_BESIDE = re.compile(
    rf"\b(?:{_KIND}|{_MEETING}|{_BODY}|dato|tid(?:spunkt)?|af|fra|for|i|til|over|den|d|det|om|og|på|afholdt|holdt|nr|ordinære?t?"
    r"|ekstraordinære?t?|konstituerende|(?:man|tirs|ons|tors|fre|lør|søn)dag(?:en)?|kl(?:okken)?|side)\b|[\W\d_]",
    re.IGNORECASE,
)
"""What a line with the day of a meeting may hold beside it."""
_NO_HEAD = re.compile(
    r"\b(?:næste|forrige|sidste|kommende|foregående|tidligere|tilsvarende|behandl\w+|beslut(?!nings?(?:referat|protokol))\w*|godkendelse|bilag|orientering|indkald\w+"
    r"|udsat|udsæt\w+|fortsæt\w+|vedr\w*|jf|jævnfør|henvis\w+|se|frist|senest|inden|afbud|udsendt|udskrevet|offentliggjort|underskrevet)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:næste|forrige|sidste|kommende|foregående|tidligere|bilag)\b", re.IGNORECASE
)
_END = re.compile(
    r"(?:mødet\s+(?:\w+\s+)?(?:hævet|slut\w*|afsluttet|hævedes)|(?:næste\s+møde|underskrift\w*|eventuelt|evt)\b)",
    re.IGNORECASE,
)
"""How minutes end."""
_NUMBERED = re.compile(
    r"(?:punkt|pkt|sag|ad|item)?\.?\s*(?:nr\.?\s*)?\d{1,3}[.:)]\s+\D", re.IGNORECASE
)
_PRESENT = re.compile(
    r"(?:til\s?stede|tilstede|deltagere|mødt|medlemmer|afbud|fraværende|mødedeltagere)\b",
    re.IGNORECASE,
)
_OF_ITEMS = frozenset({SectionKind.RECOMMENDATION, SectionKind.DECISION, SectionKind.CASE})
_MOST_OTHER_WORDS = 5
_MOST_ABOVE = 4
"""Lines of a head above the one with the day: kind, body, authority."""
_REACH = 40
"""Lines below the day in which the first item must begin."""
_SOON = 15
"""The same where the numbers go on from the meeting before: nothing else parts the two."""
_NEAR = 8
_ENDED = 4
_MOST = 400


@dataclass(frozen=True, slots=True)
class MeetingPlace:
    """A meeting within a file."""

    span: Span
    doubtful: bool
    """Whether it seems to hold the head of another meeting, which could not be parted."""


@dataclass(frozen=True, slots=True)
class _Head:
    line: int
    """Of the day."""
    first: int
    """Where the head begins."""
    day: date
    bodies: frozenset[str]
    kind: bool
    """Whether it says that it is minutes, a protocol or an agenda."""
    named: bool
    """Whether it says anything beside the day."""


def meetings_in(extraction: Extraction, lines: Sequence[Line]) -> tuple[MeetingPlace, ...]:
    """Return the meetings of a file, which cover its text: one in nearly all of them."""
    text = extraction.text
    heads = list(_distinct(_heads(lines)))
    whole = (MeetingPlace(Span(0, len(text)), doubtful=False),)
    if not 1 < len(heads) <= _MOST:
        return whole
    sure, quoted = _sure(extraction, lines, heads)
    starts = [0, *(lines[head.first].span.start for head in sure[1:]), len(text)]
    unsure = (head for head in heads if head not in sure)
    dropped = [head for head in unsure if head in quoted or _may_be_one(lines, heads, head)]
    doubts = [lines[head.line].span.start for head in dropped]
    # A first head that no items follow is the cover of the file.
    doubts = doubts if len(sure) > 1 or len(dropped) + len(sure) > 1 else []
    return tuple(
        MeetingPlace(Span(start, end), any(start <= place < end for place in doubts))
        for start, end in pairwise(starts)
    )


def cut(extraction: Extraction, span: Span) -> Extraction:
    """Return what a format says of one part of a text, with places that count from its start."""
    by = -span.start

    def inside(one: Span) -> Span:
        return Span(max(one.start, span.start), min(one.end, span.end)).moved(by)

    return replace(
        extraction,
        text=span.of(extraction.text),
        pages=tuple(
            replace(page, span=inside(page.span))
            for page in extraction.pages
            if page.span.overlaps(span)
        ),
        headings=tuple(
            Heading(h.span.moved(by), h.level) for h in extraction.headings if span.contains(h.span)
        ),
        table_rows=tuple(row.moved(by) for row in extraction.table_rows if span.contains(row)),
        title=None,  # of the file, and so of none of its meetings
    )


def _heads(lines: Sequence[Line]) -> Iterator[_Head]:
    for line in lines:
        day = _day_of(line)
        if day is None or (line.index and _leads_elsewhere(lines[line.index - 1])):
            continue
        first = _first_of_head(lines, line)
        words = [without_mark(one.text) for one in lines[first : line.index + 1]]
        # "Parkudvalget" may stand right below the day as well.
        below = lines[line.index + 1 : line.index + 2]
        named = [*words, *(without_mark(one.text) for one in below)]
        yield _Head(
            line.index,
            first,
            day,
            frozenset(w.casefold() for w in named if _BODY_LINE.fullmatch(w)),
            kind=any(map(_KIND_WORD.search, words)),
            named=any(map(_NAMED.search, words)),
        )


def _day_of(line: Line) -> date | None:
    """Return the day in a line that holds a day of a meeting and hardly anything else."""
    words = without_mark(line.text)
    if not line.short or line.table or line.bulleted or words.endswith((":", ",", ";")):
        return None
    if _NO_HEAD.search(words) or _NUMBERED.match(words) or _is_part(words):
        return None
    found = find_dates(words)
    if len(found) != 1:
        return None
    span, day = found[0]
    rest = _BESIDE.sub(" ", words[: span.start] + " " + words[span.end :]).split()
    names = [word for word in rest if word[:1].isupper()]
    return day if len(rest) <= _MOST_OTHER_WORDS and len(names) == len(rest) else None


def _leads_elsewhere(above: Line) -> bool:
    """Tell whether the line over a day says that it is another meeting's: "Næste møde"."""
    return above.short and len(above.text.split()) < _NEAR and _OTHER.search(above.text) is not None


def _is_part(words: str) -> bool:
    """Tell whether words head the part of an item: "Udvalgets beslutning den 3. maj 2010"."""
    part = part_heading(words)
    if part is None or part.kind is SectionKind.ATTENDANCE:
        return False
    return _KIND_WORD.match(words) is None or part.length < len(words)


def _first_of_head(lines: Sequence[Line], dated: Line) -> int:
    first = dated.index
    while first > 0 and dated.index - first < _MOST_ABOVE:
        above = lines[first - 1]
        words = without_mark(above.text)
        kind = _KIND_WORD.match(words) is not None or above.level > 0
        if (
            not above.short
            or above.bulleted
            or _NUMBERED.match(words)
            or words.endswith((".", ":"))
        ):
            break
        if not (
            kind
            or _BODY_LINE.fullmatch(words)
            or re.fullmatch(r"(?:[\wæøåÆØÅ-]+\s){1,3}(?:Kommune|Amt)|Region\s\S+", words)
        ):
            break
        first -= 1
    return first


def _distinct(heads: Iterator[_Head]) -> Iterator[_Head]:
    """Yield the heads that name another day or body than the one above: pages repeat theirs."""
    last: _Head | None = None
    for head in heads:
        other = last is None or head.day != last.day
        if not other and last is not None and head.bodies and last.bodies:
            other = head.bodies.isdisjoint(last.bodies)
        if other:
            yield head
            last = head


def _sure(
    extraction: Extraction, lines: Sequence[Line], heads: Sequence[_Head]
) -> tuple[list[_Head], list[_Head]]:
    """Return the heads below which there surely is a meeting, and those that may be quoted."""
    text = extraction.text
    starts = [lines[head.first].span.start for head in heads]
    chosen: list[_Head] = []
    quoted: list[_Head] = []
    last: int | None = None
    latest = heads[0].day
    for head, start, end in zip(heads, starts, [*starts[1:], len(text)], strict=True):
        own = read_lines(cut(extraction, Span(start, end)))
        agenda = find_agenda(own)
        numbers = _numbers(agenda)
        # Minutes that are quoted are of an earlier day, and the numbers go on behind them.
        soon = head.day > latest and bool(agenda.entries) and agenda.entries[0].first <= _SOON
        reach = last if soon or not numbers or numbers[0] == 1 else None
        is_meeting = _is_meeting(own, agenda, head, numbers, reach, first=not chosen)
        if (
            is_meeting
            and chosen
            and head.day < latest
            and not _begins_anew(extraction, lines, head)
        ):
            quoted.append(head)
        elif is_meeting:
            chosen.append(head)
            latest = max(latest, head.day)
            last = numbers[-1] if numbers else last
        elif chosen and numbers:
            last = max(last or 0, numbers[-1])
    return chosen, quoted


def _begins_anew(extraction: Extraction, lines: Sequence[Line], head: _Head) -> bool:
    """Tell whether a head opens a page, or the one above it was brought to its end."""
    start = lines[head.first].span.start
    if any(0 <= start - page.span.start <= _NEAR for page in extraction.pages):
        return True
    above = lines[max(0, head.first - _ENDED) : head.first]
    return any(line.short and _END.match(without_mark(line.text)) for line in above)


def _numbers(agenda: Agenda) -> list[int]:
    found = (re.match(r"\d+", entry.number or "") for entry in agenda.entries)
    return [int(match[0]) for match in found if match]


def _is_meeting(
    own: Sequence[Line],
    agenda: Agenda,
    head: _Head,
    numbers: Sequence[int],
    last: int | None,
    *,
    first: bool,
) -> bool:
    if not agenda.entries or agenda.entries[0].first > _REACH:
        return False
    attended = any(map(_tells_presence, own[: agenda.entries[0].first]))
    if first:
        return attended or head.named
    again = bool(numbers) and numbers[0] == 1 and last is not None
    goes_on = bool(numbers) and last is not None and numbers[0] > last
    if attended:
        return again or goes_on or (head.named and not numbers)
    return again and head.kind and (agenda.sure or any(map(_opens_part, own)))


def _opens_part(line: Line) -> bool:
    part = part_heading(line.text) if line.short else None
    return part is not None and part.kind in _OF_ITEMS and _KIND_WORD.match(part.heading) is None


def _tells_presence(line: Line) -> bool:
    words = without_mark(line.text)
    return line.short and _PRESENT.match(words) is not None


def _may_be_one(lines: Sequence[Line], heads: Sequence[_Head], head: _Head) -> bool:
    """Tell whether a head is one of a meeting, though what is below it was not understood.

    One head may name several days, that of the paper too; between two meetings there are items.
    """
    below = lines[head.line + 1 : head.line + 1 + _NEAR]
    if not head.named or not any(map(_tells_presence, below)):
        return False
    following = next((h.first for h in heads if h.line > head.line), head.line)
    between = (*lines[heads[0].line : head.first], *lines[head.line : following])
    return any(_opens_part(line) or _NUMBERED.match(line.text) for line in between)
