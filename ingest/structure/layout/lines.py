"""A text as its non-empty lines, each with its place and what the format says about it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.spans import Span
from ingest.reading.extraction import Extraction, Heading
from ingest.structure.layout.noted_items import texts_behind_marks
from ingest.structure.layout.proposals import texts_of_proposals
from ingest.structure.layout.run_in_titles import texts_behind_titles
from ingest.structure.layout.run_on import BULLET, HEADING_LENGTH, cuts_in

_LINE = re.compile(r"[^\n\r\f\v\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\f\v\u2028\u2029]")

# What portals put around minutes. Readers remove most of it; what is left must not become an
# item, a decision or a heading.
_CHROME = re.compile(
    r"tilbage til (?:toppen|dagsorden(?:en)?|oversigt(?:en)?|forsiden)|til toppen|abonn[ée]r"
    r"|udskriv(?: (?:hele )?(?:dagsorden(?:en)?|dagsordnen|referat(?:et)?|siden|punktet))?"
    r"|søg(?: i dagsordener| dagsordener?)?|sådan søger du|sbsys dagsorden preview"
    r"|luk alle(?: punkter)?(?: referat)?"
    r"|åbn alle(?: punkter)?|fold (?:dette punkt|alle) (?:ind|ud)|se alle bilag|vis alle(?: bilag)?"
    r"|print(?: siden)?|læs højt|lyt|del(?: siden)?|gå til (?:hoved)?indhold(?:et)?|download"
    r"|hent (?:som )?pdf|vælg et eller flere søgekriterier.*"
    r"|.{0,40}\bside \d+|.{0,100}\bside \d+ (?:af|/) \d+"
    r"|cookies(?: og privatliv)?|privatlivspolitik|tilgængelighedserklæring|\d+ ?/ ?\d+"
    r"|forrige punkt|næste punkt|forrige|næste"
    r"|(?:var|er) (?:denne )?siden? (?:nyttig|til hjælp).*|kontakt webmaster|om cookies\b.*"
    r"|.{3,100}\b(?:cvr(?:[ .-]?nr)?[.:]* ?\d{8}|ean(?:[ .-]?(?:nr|nummer))?[.:]* ?\d{13})\.?"
    r"(?: · .{2,40})?",
    re.IGNORECASE,
)
_RULE = re.compile(r"[-–—_=*~]{4,}")
"""A line that parts what stands above it from what stands below."""
_FOOTER_LINK = re.compile(
    r"(?:åbningstider|kontakt(?:\s+os)?|abonn[ée]r.*|(?:om\s+)?cookies.*|privatliv.*|persondatapolitik"
    r"|databeskyttelse.*|tilgængelighed.*|sitemap|webmaster|log\s+ind|presse|job)",
    re.IGNORECASE,
)
"""Links below a web page; two of them on one line make it a footer."""
_BREADCRUMB = re.compile(
    r"(?:du er her ?:? ?)?(?:forside|hjem|home|start)(?:\s*[/>›»→|]\s*[^/>›»→|]+)+", re.IGNORECASE
)
"""Where a page lies within its site: "Forside / Politik / Byrådet"."""
_HASHES = re.compile(r"#{1,6}\s+")
_CHROME_BEFORE = re.compile(r"fold dette punkt (?:ind|ud)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One non-empty line."""

    index: int
    """Its place among the lines, from 0."""
    span: Span
    """White space at both ends excluded."""
    text: str
    """The words of `span`."""
    blank_before: bool
    """An empty line, or the start of the text, stands above."""
    blank_after: bool
    level: int
    """1–6 where the format marks a heading, else 0."""
    table: bool
    """Lies in a row of a table."""
    chrome: bool
    """Belongs to a web page and not to the document."""

    @property
    def bulleted(self) -> bool:
        """Whether a list mark stands in front."""
        return BULLET.match(self.text) is not None

    @property
    def short(self) -> bool:
        """Whether it could be a heading at all."""
        return len(self.text) <= HEADING_LENGTH and not self.table and not self.chrome


def read_lines(extraction: Extraction) -> tuple[Line, ...]:
    """Cut the text into its non-empty lines; one that holds several, as scraped text does, too."""
    text = extraction.text
    spans = [span for match in _LINE.finditer(text) if (span := _stripped(text, *match.span()))]
    headings = sorted(extraction.headings, key=lambda heading: heading.span)
    rows = sorted(extraction.table_rows)
    written = [span.of(text) for span in spans]
    behind_marks = {
        **texts_behind_titles(written),
        **texts_behind_marks(written),
        **texts_of_proposals(written),
    }
    lines: list[Line] = []
    gap_before = True
    for place, span in enumerate(spans):
        following = spans[place + 1].start if place + 1 < len(spans) else None
        gap_after = following is None or _gap(text, span.end, following)
        level, table = _level(span, headings), _inside(span, rows)
        below = spans[place + 1].of(text) if place + 1 < len(spans) else ""
        if table or level:
            parts = [span]
        elif place in behind_marks:
            parts = _cut(text, span, [behind_marks[place]])
        else:
            parts = _cut(text, span, cuts_in(span.of(text), below[:HEADING_LENGTH]))
        for part in parts:
            words = part.of(text)
            lines.append(
                Line(
                    index=len(lines),
                    span=part,
                    text=words,
                    blank_before=gap_before if part == parts[0] else False,
                    blank_after=gap_after if part == parts[-1] else False,
                    level=level,
                    table=table,
                    chrome=is_chrome(words),
                )
            )
        gap_before = gap_after
    return tuple(lines)


def _cut(text: str, span: Span, at: Sequence[int]) -> list[Span]:
    cut = ((span.start + a, span.start + b) for a, b in pairwise([0, *at, len(span)]))
    return [part for start, end in cut if (part := _stripped(text, start, end))]


def is_chrome(words: str) -> bool:
    """Tell whether a line is a portal's own words."""
    if len(words) > HEADING_LENGTH:
        return False
    links = [p for p in re.split(r"\s[·|]\s|\s{2,}", words) if _FOOTER_LINK.fullmatch(p.strip())]
    return (
        len(links) > 1
        or is_rule(words)
        or _CHROME.fullmatch(without_mark(words)) is not None
        or bool(breadcrumb(words))
    )


def is_rule(words: str) -> bool:
    """Tell whether a line is drawn with signs: "----------"."""
    return _RULE.fullmatch(words) is not None


def breadcrumb(words: str) -> tuple[str, ...]:
    """Return the parts of a line that tells where a page lies within its site, or nothing."""
    if len(words) > HEADING_LENGTH or _BREADCRUMB.fullmatch(words) is None:
        return ()
    return tuple(part.strip() for part in re.split(r"[/>›»→|]", words))


def without_mark(text: str) -> str:
    """Return the words of a line without a list mark, "#" or a portal's words in front."""
    found = BULLET.match(text) or _CHROME_BEFORE.match(text) or _HASHES.match(text)
    return text[found.end() :] if found else text


def trimmed(text: str, start: int, end: int, lines: Sequence[Line] = ()) -> Span:
    """Return `start`–`end` without white space, and without `lines` of chrome, at both ends."""
    first, last = 0, len(lines)
    while (
        first < last and lines[first].chrome and not text[start : lines[first].span.start].strip()
    ):
        start, first = lines[first].span.end, first + 1
    while last > first and lines[last - 1].chrome:
        end, last = lines[last - 1].span.start, last - 1
    return _stripped(text, start, end) or Span(start, start)


def line_above(lines: Sequence[Line], index: int) -> Line | None:
    """Return the line above one, past what is chrome; `None` at the top."""
    return next((lines[at] for at in reversed(range(index)) if not lines[at].chrome), None)


def paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """Group lines that no empty line parts; chrome is left out."""
    groups: list[list[Line]] = []
    for line in lines:
        if line.chrome:
            continue
        if groups and not line.blank_before:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def lines_in(lines: Sequence[Line], body: Span) -> Sequence[Line]:
    """Return the lines that overlap `body`; the first may begin before it."""
    first = bisect_left(lines, body.start, key=lambda line: line.span.end)
    last = bisect_left(lines, body.end, key=lambda line: line.span.start)
    while first < last and lines[first].span.end <= body.start:
        first += 1
    return lines[first:last]


def _stripped(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _gap(text: str, end: int, start: int) -> bool:
    return len(_BREAK.findall(text, end, start)) > 1


def _level(span: Span, headings: list[Heading]) -> int:
    starts = bisect_right(headings, span.start, key=lambda heading: heading.span.start) - 1
    for place in (starts, starts + 1):
        if 0 <= place < len(headings) and headings[place].span.overlaps(span):
            return headings[place].level
    return 0


def _inside(span: Span, rows: list[Span]) -> bool:
    place = bisect_right(rows, span) - 1
    return any(0 <= p < len(rows) and rows[p].overlaps(span) for p in (place, place + 1))


def texts_below(lines: Sequence[Line], headings: Sequence[int]) -> list[Sequence[Line]]:
    """Return the lines below each heading up to the next, or to the end.

    Args:
        lines: All of a document.
        headings: Where they stand among these, in order.
    """
    ends = (*headings[1:], len(lines))
    return [lines[at + 1 : end] for at, end in zip(headings, ends, strict=True)]
