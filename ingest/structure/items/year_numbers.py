"""Items numbered by the year: "17/08  Ny bro" below "17/07  Referat", each with text of its own.

The same looks are a case number's, or a day's. Items they are where they run on by one over the
whole paper, under one year, each at the start of a line of its own.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.structure.items.candidates import folded_title, last_printed
from ingest.structure.items.entries import Heading
from ingest.structure.layout.lines import Line, texts_below, without_mark

_NUMBERED = re.compile(
    r"(?P<year>(?:19|20)?\d\d)(?P<sep>[/.-])(?P<number>\d{1,3})[.:)]?\s+(?P<title>[\"”»]?[A-ZÆØÅ].{2,140})"
)
_BESIDE = re.compile(r"\s{3,}\S.*$")
"""What stands beside a title at the other margin: "Ny bro          Sagsansvarlig: Ib Krog"."""
_SENTENCE = re.compile(r"[.;,:!]$")
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class _Numbered:
    line: int
    year: str
    sep: str
    number: int
    name: str
    title: str


def year_numbered_items(lines: Sequence[Line]) -> list[Heading]:
    """Return the headings of items that are told by the year and a number, or nothing."""
    by_year: dict[tuple[str, str], list[_Numbered]] = {}
    for line in lines:
        if (one := _numbered(line)) is not None:
            by_year.setdefault((one.year, one.sep), []).append(one)
    runs = (
        last_printed(run, lambda one: (one.number, folded_title(one.title)))
        for run in by_year.values()
    )
    runs_on = [run for run in runs if _is_agenda(lines, run)]
    if not runs_on:
        return []
    return [Heading(one.line, one.line, one.name, one.title) for one in max(runs_on, key=len)]


def _numbered(line: Line) -> _Numbered | None:
    match = _NUMBERED.fullmatch(without_mark(line.text)) if line.short else None
    if match is None:
        return None
    title = _BESIDE.sub("", match["title"])
    if _SENTENCE.search(title):
        return None
    year, sep, number = match["year"], match["sep"], match["number"]
    return _Numbered(line.index, year, sep, int(number), f"{year}{sep}{number}", title)


def _is_agenda(lines: Sequence[Line], run: Sequence[_Numbered]) -> bool:
    if len(run) < _FEWEST or any(b.number != a.number + 1 for a, b in pairwise(run)):
        return False
    return all(texts_below(lines, [one.line for one in run]))
