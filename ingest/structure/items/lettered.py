"""Items that go by letters: "a) Havnen", "b) Kajen"; "B. Til beslutning" over "B1. Broen".

Letters stand before the points of many a list too. Items they are where they run in order over the
whole paper, each once and each with text, and where something is decided below them or the format
makes them headings.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.documents import SectionKind
from ingest.structure.items.candidates import folded_title, last_printed
from ingest.structure.items.entries import Heading
from ingest.structure.items.numbering import ROUTINE
from ingest.structure.layout.lines import Line, texts_below, without_mark
from ingest.structure.layout.vocabulary import part_heading

_LETTERED = re.compile(
    r"(?P<letter>[A-Za-zÆØÅæøå])(?:(?P<dot>\.)(?=\d))?(?P<number>\d{0,2})(?P<sep>[.):]|(?<=\.\d)|(?<=\.\d\d))\s+(?P<title>[\"”»]?[A-ZÆØÅ0-9].{1,110})"
)
_SENTENCE = re.compile(r"[.;,:!]$")
_ALPHABET = "abcdefghijklmnopqrstuvwxyzæøå"
_FEWEST = 3
_SPOKEN = re.compile(r"[A-ZÆØÅ]\.\s+[A-ZÆØÅ][\wæøå-]+(?:\s+[A-ZÆØÅ][\wæøå-]+)?$")


@dataclass(frozen=True, slots=True)
class _Lettered:
    line: int
    name: str
    key: tuple[int, ...]
    style: tuple[bool, str]
    title: str


def lettered_items(lines: Sequence[Line]) -> list[Heading]:
    """Return the headings of items that are told by letters, or nothing."""
    by_style: dict[tuple[bool, str], list[_Lettered]] = {}
    for line in lines:
        if (one := _lettered(line)) is not None:
            by_style.setdefault(one.style, []).append(one)
    runs = [
        last_printed(run, lambda one: (one.key, folded_title(one.title)))
        for run in by_style.values()
    ]
    runs = [run for run in runs if _is_agenda(lines, run)]
    return [Heading(x.line, x.line, x.name, x.title) for x in max(runs, key=len)] if runs else []


def _lettered(line: Line) -> _Lettered | None:
    words = without_mark(line.text)
    match = _LETTERED.fullmatch(words) if line.short else None
    if match is None or _SENTENCE.search(match["title"]) or _is_spoken(words, match["title"]):
        return None
    place = _ALPHABET.index(match["letter"].lower())
    key = (place, int(match["number"])) if match["number"] else (place,)
    dot = match["dot"] or ""
    name = f"{match['letter']}{dot}{match['number']}"
    style = match["letter"].isupper(), match["sep"] or dot  # "A." over "A.1"
    return _Lettered(line.index, name, key, style, match["title"])


def _is_spoken(words: str, title: str) -> bool:
    """Tell whether a line is a name with an initial: "B. Krog", and not "D. Eventuelt"."""
    return _SPOKEN.match(words) is not None and ROUTINE.match(title) is None


def _is_agenda(lines: Sequence[Line], run: Sequence[_Lettered]) -> bool:
    if len(run) < _FEWEST or run[0].key[0] != 0 or not _in_order(run):
        return False
    spans = texts_below(lines, [one.line for one in run])
    filled = [bool(own) for own in spans]
    grouped = [len(a.key) < len(b.key) for a, b in pairwise(run)] + [False]
    if not all(own or over for own, over in zip(filled, grouped, strict=True)):
        return False
    # A letter and a number, "C.2", is no mark of a list, wherever it stands.
    if not all(len(x.key) > 1 or lines[x.line].blank_before or lines[x.line].level for x in run):
        return False
    decided = sum(any(_decides(line) for line in own) for own in spans)
    return decided >= _FEWEST - 1 or all(lines[one.line].level for one in run)


def _in_order(run: Sequence[_Lettered]) -> bool:
    """Tell whether the letters go on by one, and the numbers below each from 1."""
    return all(_follows(above.key, below.key) for above, below in pairwise(run))


def _follows(above: tuple[int, ...], below: tuple[int, ...]) -> bool:
    if len(below) == 1:
        return below[0] == above[0] + 1
    if above[0] == below[0]:
        return below[1] == (above[1] + 1 if len(above) > 1 else 1)
    return below[0] == above[0] + 1 and below[1] == 1


def _decides(line: Line) -> bool:
    part = part_heading(line.text)
    return part is not None and part.kind is SectionKind.DECISION
