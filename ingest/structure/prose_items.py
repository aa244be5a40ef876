"""Minutes in prose: below headings without numbers it is told what was said and what was settled.

"Økonomi" over "Kassereren fortalte … Bestyrelsen besluttede at købe bænken." is an item and its
decision. Any paper has such headings; so they are items only where the paper is of a meeting that
was held, and where sentences below several of them settle something.
"""

import re
from collections.abc import Sequence

from index.danish.days import find_dates
from index.danish.sentences import sentences
from index.documents import SectionKind
from ingest.structure.decisions.notes import decides
from ingest.structure.items.agenda import NO_AGENDA, Agenda
from ingest.structure.items.closures import with_closed_items
from ingest.structure.items.entries import Heading, read_entries
from ingest.structure.layout.headings import is_running_text, plain_headings
from ingest.structure.layout.lines import Line, texts_below, without_mark
from ingest.structure.layout.vocabulary import part_heading

_MEETING = re.compile(r"møde|generalforsamling|referat|protokol|meeting|minutes", re.IGNORECASE)
_CAME = re.compile(
    r"(?:med\s+til\s+mødet|til\s*stede|(?:frem)?mødte?|deltog|deltagere|afbud|fraværende|udeblevet|ikke\s+til\s*stede|present|apologies)\b",
    re.IGNORECASE,
)
"""Who came, or did not, is known when all is over."""
_OF_HEAD = re.compile(
    r"hvem\s+(?:var|kom|deltog)\b.*|(?:\w*referat|dagsorden|indhold\w*|\w*protokol|program|medlemmer|kontakt)\b[^.]{0,40}",
    re.IGNORECASE,
)
_TOP = 15
"""Lines in which a paper says of which meeting it is."""
_MOST_SILENT = 4
"""Items to each that settles something: much is only told, but a report settles nothing."""
_FEWEST = 2
_FEWEST_UNMARKED = 3
"""Headings that only their looks give away."""


def prose_agenda(lines: Sequence[Line], *, minutes: bool) -> Agenda:
    """Return the items of minutes in prose, or none.

    Args:
        lines: All of the document, in which no items were found but closed ones.
        minutes: Whether the paper calls itself minutes; otherwise it must tell who came.
    """
    top = next((x.index for x in lines[:_TOP] if _is_of_meeting(x)), None)
    if top is None or not (minutes or any(_CAME.match(x.text) for x in lines[:_TOP])):
        return NO_AGENDA
    found = _headings(lines, top)
    if not found:
        return NO_AGENDA
    texts = texts_below(lines, [h.line for h in found])
    settled = sum(any(map(_settles, own)) for own in texts)
    if settled < _FEWEST or _MOST_SILENT * settled < len(found):
        return NO_AGENDA
    if not all(any(x.table or is_running_text(x) for x in own) for own in texts):
        return NO_AGENDA
    entries = read_entries(lines, with_closed_items(lines, found, ()))
    # Where only looks tell a heading, nobody can tell how far what is closed reaches.
    if not lines[found[0].line].level and any(entry.closed for entry in entries):
        return NO_AGENDA
    return Agenda(entries, sure=True, contents=None)


def _is_of_meeting(line: Line) -> bool:
    return line.short and _MEETING.search(line.text) is not None and bool(find_dates(line.text))


def _headings(lines: Sequence[Line], top: int) -> list[Heading]:
    """Return the headings of the outermost level that has several, else those by their looks."""
    found = [
        h for h in plain_headings(lines[top + 1 :], strict=False) if _may_be_item(lines, h.line)
    ]
    marked = [h for h in found if lines[h.line].level]
    levels = sorted({h.level for h in marked})
    for level in levels:
        same = [h for h in marked if h.level == level]
        if len(same) >= _FEWEST:
            return [Heading(h.line, h.line, None, h.title) for h in same]
    if levels or len(found) < _FEWEST_UNMARKED:
        return []
    return [Heading(h.line, h.line, None, h.title) for h in found]


def _may_be_item(lines: Sequence[Line], place: int) -> bool:
    line = lines[place]
    words = without_mark(line.text)
    part = part_heading(line.text)
    if part is not None and part.kind in {SectionKind.ATTENDANCE, SectionKind.ANNEXES}:
        return False
    return not (_OF_HEAD.fullmatch(words) or _CAME.match(words) or words.endswith(":"))


def _settles(line: Line) -> bool:
    return any(decides(span.of(line.text), None) for span in sentences(line.text))
