"""Decisions under a single letter or behind an arrow: "B: Bevilget 40.000 kr.", "=> Udsat."."""

import re
from collections.abc import Sequence

from index.decisions import Outcome
from index.documents import SectionKind
from ingest.structure.items.entries import Entry
from ingest.structure.layout.lines import Line, without_mark
from ingest.structure.layout.vocabulary import Part
from ingest.structure.outcomes.classifying import classify

_LETTER = re.compile(r"(?P<letter>[A-ZÆØÅ])\s?:\s+(?=\S)")
_OF_DECISION = frozenset("BK")
"""*Beslutning*, *konklusion*."""
_ARROW = re.compile(r"(?:[=-]{1,2}>|[→⇒➔➜►▶])\s*(?=[A-ZÆØÅ0-9])")
_FEWEST_ARROWS = 2
_UNTOLD = frozenset({Outcome.NONE, Outcome.UNCLASSIFIED})


def short_decisions(lines: Sequence[Line], entries: Sequence[Entry]) -> dict[int, Part]:
    """Return the lines that open a decision by one letter or an arrow, each with its part.

    None where other letters stand so too (then they are answers, or speakers), where an item has
    two, or where no line says what a decision says.
    """
    return _lettered(lines, entries) or _pointed_out(lines, entries)


def _pointed_out(lines: Sequence[Line], entries: Sequence[Entry]) -> dict[int, Part]:
    """Return the lines behind an arrow, where most such lines end their items and some decide."""
    found: dict[int, Part] = {}
    told = 0
    for entry in entries:
        arrows = [
            (line, match)
            for line in lines[entry.text : entry.end]
            if not line.table and (match := _ARROW.match(line.text)) is not None
        ]
        if len(arrows) > 1:
            return {}
        for line, match in arrows:
            found[line.index] = Part(SectionKind.DECISION, "", match.end())
            told += classify(line.text[match.end() :]) not in _UNTOLD
    return found if told and len(found) >= _FEWEST_ARROWS else {}


def _lettered(lines: Sequence[Line], entries: Sequence[Entry]) -> dict[int, Part]:
    found: dict[int, Part] = {}
    words: list[str] = []
    used: set[str] = set()
    for entry in entries:
        letters = [
            (line, match)
            for line in lines[entry.text : entry.end]
            if not line.table and (match := _LETTER.match(line.text)) is not None
        ]
        used |= {match["letter"] for _, match in letters}
        if len(letters) > 1 or len(used) > 1 or not used <= _OF_DECISION:
            return {}
        for line, match in letters:
            found[line.index] = Part(SectionKind.DECISION, match["letter"], match.end())
            words.append(without_mark(line.text[match.end() :]))
    return found if any(classify(one) not in _UNTOLD for one in words) else {}
