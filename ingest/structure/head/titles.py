"""What a document is called: for people, in lists and above quotations."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from index.danish.case_numbers import find_case_numbers
from index.danish.days import format_date
from index.documents import Body, DocumentKind, Section
from ingest.structure.head.capitals import lowered
from ingest.structure.head.kinds import is_sentence, kind_of_words, unspaced
from ingest.structure.layout.headings import is_running_text
from ingest.structure.layout.lines import Line, without_mark
from ingest.structure.layout.vocabulary import part_heading

_GENERIC = re.compile(
    r"(?:møde\w*|dato|sted|tid|side|sagsnr|referat|dagsorden|til|fra|notat|emne|bilag|indhold\w*|åben|lukket"
    r"|godkendt|udkast|beslutningsprotokol|mødereferat|strategi|kommissorium|medlemmer|deltagere)\W*",
    re.IGNORECASE,
)
_LONGEST_TITLE = 160
_SEVERAL = 2
_LETTERHEAD = re.compile(
    r"(?:region\s+\w+|(?:\w+[ -]){1,3}(?:kommune|amt|amtskommune|amtsråd|regionen)"
    r"|regionshuset(?:\s+\w+)?)\W*",
    re.IGNORECASE,
)
"""Who sends a paper; never what it is about."""
_TITLED = re.compile(r"(?:titel|title|overskrift)\s*:\s*(?P<title>\S.*)", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?:emne|vedr(?:ørende)?\.?|angående|ang\.?|subject|re)\s*:\s*(?P<title>\S.*)", re.IGNORECASE
)
_NO_TITLE = re.compile(
    r"@|https?:|www\.|\btlf\b|telefon|^mail\b|^side\s\d|^(?:til|fra|cc|att|vedr|ref|dato|sagsbeh\w*)\b\.?:?"
    r"|^(?:den|d\.)\s\d|^sags?(?:nr|id)|^j\.?\s?nr|^[\d\s./:-]+$",
    re.IGNORECASE,
)
_KIND_WORDS = {
    DocumentKind.MINUTES: "Referat",
    DocumentKind.AGENDA: "Dagsorden",
}


def title_of(
    head: Sequence[Line],
    kind: DocumentKind,
    body: Body | None,
    day: date | None,
    sections: Sequence[Section],
    *,
    given: str | None,
    source: str,
) -> str:
    """Return a title for people; the name of the file only where the text has none."""
    if kind in _KIND_WORDS and body is not None:
        words = [
            _KIND_WORDS[kind],
            body.name + (f" ({body.abbreviation})" if _has_both(body) else ""),
        ]
        return ", ".join(words + ([format_date(day, "da")] if day else []))
    # The first heading of minutes is that of what the meeting came to first.
    headed = sections[:2] if kind not in _KIND_WORDS else ()
    opening = next((s.heading for s in headed if _opens(s)), None)
    found = next(_titles(head, given, opening), None)
    if found is not None:
        return lowered(found)
    name = source.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return re.sub(r"[_\s]+", " ", name).strip() or source


def _has_both(body: Body) -> bool:
    return body.abbreviation is not None and body.abbreviation != body.name


def _titles(head: Sequence[Line], given: str | None, opening: str | None) -> Iterator[str]:
    """Yield possible titles, best first: by label, kind, format, what the file says of itself."""
    able = [line for line in head if _may_be_title(line)]
    yield from _labelled(head, _TITLED)
    yield from _over_two_lines(head)
    kinds = [line for line in able if kind_of_words(line.text) and len(line.text.split()) > 1]
    over_all = next((line.index for line in able if line.level == 1), len(head))
    of_parts = [line for line in kinds if line.level > 1 and line.index > over_all]
    for line in kinds:
        # Below one heading over all of it, several that name a kind are those of parts.
        if len(of_parts) < _SEVERAL or line not in of_parts:
            yield without_mark(line.text).rstrip(" .:")
    yield from _labelled(head, _ABOUT)
    # A heading of the format below running text is that of a part, whatever its level.
    text = next((x.index for x in head if is_running_text(x) and not x.level), len(head))
    on_top = (x for x in able if x.level and x.index < text)
    for line in sorted(on_top, key=lambda x: x.level):
        yield without_mark(line.text)
    if given:
        yield given
    # Below a letterhead the first heading over text is the title, unless it is numbered.
    if opening and not opening[0].isdigit() and opening[0] != "§" and len(opening.split()) > 1:
        yield opening
    for line in able:
        if len(line.text.split()) > 1 and not is_running_text(line):
            yield without_mark(line.text).rstrip(" .:")
    for line in head:
        words = without_mark(line.text)
        fits = line.short and len(words) <= _LONGEST_TITLE and line.index < text
        if (
            fits
            and part_heading(words) is None
            and not (is_sentence(words) or _says_nothing(words))
        ):
            yield line.text.rstrip(" .:")


def _over_two_lines(head: Sequence[Line]) -> Iterator[str]:
    """Yield "Aftale om havnevagt" of a page that has "AFTALE" over "om havnevagt"."""
    for line, below in pairwise(head):
        kind = unspaced(without_mark(line.text)).rstrip(" :")
        about = without_mark(below.text).rstrip(" .:")
        alone = kind.isalpha() and line.short and kind_of_words(kind) is not None
        if alone and below.short and _WHAT_ABOUT.match(about) and len(about) <= _LONGEST_TITLE:
            yield f"{kind.capitalize()} {about}"


_WHAT_ABOUT = re.compile(r"(?:om|vedr\.|vedrørende|angående|for)\s+\S+\s+\S")


def _labelled(head: Sequence[Line], label: re.Pattern[str]) -> Iterator[str]:
    """Yield what stands behind a label ("titel: …"), quotation marks of front matter taken off."""
    for line in head:
        match = label.fullmatch(without_mark(line.text)) if line.short else None
        if match is not None and len(match["title"]) <= _LONGEST_TITLE:
            yield match["title"].strip(" \"'")


def _opens(section: Section) -> bool:
    """Tell whether a section's heading may name the whole document."""
    named = section.heading is not None and section.item is None
    return named and not _says_nothing(section.heading or "")


def _says_nothing(words: str) -> bool:
    return bool(
        _LETTERHEAD.fullmatch(words) or _GENERIC.fullmatch(words) or _NO_TITLE.search(words)
    )


def _may_be_title(line: Line) -> bool:
    words = without_mark(line.text)
    if not line.short or len(words) > _LONGEST_TITLE or line.bulleted:
        return False
    if is_sentence(words) or _says_nothing(words) or part_heading(words) is not None:
        return False
    return not (words.endswith((",", ";")) or find_case_numbers(words)) and any(
        c.isalpha() for c in words
    )
