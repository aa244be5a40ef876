"""Decisions under a single letter: "B: Bevilget 40.000 kr.", "K: Listen bevares."."""

import re
from collections.abc import Sequence

from index.decisions import Outcome
from index.documents import SectionKind
from ingest.structure.entries import Entry
from ingest.structure.lines import Line, without_mark
from ingest.structure.outcomes import classify
from ingest.structure.vocabulary import Part

_LETTER = re.compile(r"(?P<letter>[A-ZÆØÅ])\s?:\s+(?=\S)")
_OF_DECISION = frozenset("BK")
"""*Beslutning*, *konklusion*."""
_UNTOLD = frozenset({Outcome.NONE, Outcome.UNCLASSIFIED})


def short_decisions(lines: Sequence[Line], entries: Sequence[Entry]) -> dict[int, Part]:
    """Return the lines that open a decision by one letter, "B:" or "K:", each with its part.

    None where other letters stand so too (then they are answers, or speakers), where an item has
    two, or where no line says what a decision says.
    """
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
