"""Items told by a word and a number before the title: "ORIENTERINGSPUNKT 4: Havnen".

"Ansøgning 21-05: Drivhus", "Sag 3/19: Kajen", and without a number "Drøftelsespunkt: Broen". Such a
line alone may name a matter of which a text speaks; where several stand over text and their numbers
rise, they are the headings of items.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.structure.items.candidates import folded_title, last_printed
from ingest.structure.items.entries import Heading
from ingest.structure.layout.lines import Line, texts_below, without_mark
from ingest.structure.layout.vocabulary import part_heading

_SORT = (
    r"(?:beslutnings|orienterings|drøftelses|behandlings|godkendelses|informations|debat|tema)punkt"
)
_LABELLED = re.compile(
    rf"(?P<label>{_SORT}|(?:dagsordens)?punkt|pkt\.?|sag|emne|ansøgning|henvendelse|klage|forslag|projekt)"
    r"\s+(?:nr\.?\s*)?(?P<number>\d{1,4}(?:\s?[-/.–]\s?\d{1,5})*)\s*(?:[:.)]|,|\s[–—-])\s+"
    r"(?P<title>[^\W_].{1,110}|[\"”»].{2,110})",
    re.IGNORECASE,
)
_SORTED = re.compile(
    rf"(?P<label>{_SORT})\s*(?::|\s[–—-])\s+(?P<title>[^\W_].{{1,110}})", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.;,:!]$|[a-zæøå]\.\s+[A-ZÆØÅ]")
_SORTS = re.compile(_SORT, re.IGNORECASE)
_POINT = "punkt"
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Labelled:
    line: int
    label: str
    """Its family: all sorts of points are numbered together or each by itself."""
    sort: str
    number: str
    title: str

    @property
    def key(self) -> tuple[int, ...]:
        """The number so that it compares: "21-05" stands between "21-04" and "21-11"."""
        return tuple(int(digits) for digits in re.findall(r"\d+", self.number))


def labelled_items(lines: Sequence[Line]) -> list[Heading]:
    """Return the headings that begin with a word and a number, or with the sort of a point."""
    found = [one for line in lines if (one := _labelled(line)) is not None]
    by_label: dict[str, list[_Labelled]] = {}
    for one in last_printed(found, lambda one: (one.sort, one.number, folded_title(one.title))):
        by_label.setdefault(one.label, []).append(one)
    runs = [run for run in by_label.values() if _is_agenda(lines, run)]
    if not runs:
        return []
    run = max(runs, key=len)
    apart = len({one.number for one in run}) < len(run)
    simple = all(len(one.key) == 1 for one in run) and not apart and run[0].label == _POINT
    headings = [
        Heading(one.line, one.line, one.number, one.title)
        if simple
        else Heading(one.line, one.line, None, without_mark(lines[one.line].text))
        for one in run
    ]
    return _with_peers(lines, headings)


def _labelled(line: Line) -> _Labelled | None:
    if not line.short:
        return None
    words = without_mark(line.text).strip("* ")
    match = _LABELLED.fullmatch(words) or _SORTED.fullmatch(words)
    if match is None or _SENTENCE.search(match["title"]) or match["title"][0].islower():
        return None
    sort = match["label"].lower().rstrip(".")
    label = _POINT if _SORTS.fullmatch(sort) or sort.endswith(_POINT) or sort == "pkt" else sort
    number = match.groupdict().get("number") or ""
    return _Labelled(line.index, label, sort, number, match["title"])


def _is_agenda(lines: Sequence[Line], run: Sequence[_Labelled]) -> bool:
    if len(run) < _FEWEST or not _stand_over_text(lines, run):
        return False
    if not any(one.number for one in run):
        # "Beslutningspunkt: …" may be what a part asks for; beside other sorts it heads an item.
        return len({one.sort for one in run}) > 1 or all(lines[one.line].level for one in run)
    return all(one.number for one in run) and (_rise(run) or all(map(_rise, _by_sort(run))))


def _by_sort(run: Sequence[_Labelled]) -> Iterable[list[_Labelled]]:
    return ([one for one in run if one.sort == sort] for sort in {one.sort for one in run})


def _rise(run: Sequence[_Labelled]) -> bool:
    return all(above.key < below.key for above, below in pairwise(run))


def _stand_over_text(lines: Sequence[Line], run: Sequence[_Labelled]) -> bool:
    """Tell whether most have text of their own: right below one another they are a list."""
    with_text = sum(map(bool, texts_below(lines, [one.line for one in run])))
    return 2 * with_text > len(run)


def _with_peers(lines: Sequence[Line], headings: list[Heading]) -> list[Heading]:
    """Add headings of the level that all of these have: items that need no number."""
    levels = {lines[h.line].level for h in headings}
    if len(levels) != 1 or 0 in levels:
        return headings
    known = {h.line for h in headings}
    added = [
        Heading(line.index, line.index, None, without_mark(line.text))
        for line in lines[headings[0].line :]
        if line.level in levels and line.index not in known and part_heading(line.text) is None
    ]
    return sorted([*headings, *added], key=lambda h: h.line)
