"""Decisions under a single letter, as old protocols put them: "B: Bevilget 40.000 kr."."""

import re
from collections.abc import Sequence

from index.decisions import Outcome
from index.documents import SectionKind
from ingest.structure.entries import Entry
from ingest.structure.lines import Line, without_mark
from ingest.structure.outcomes import classify
from ingest.structure.vocabulary import Part

_LETTER = re.compile(r"(?P<letter>[A-ZÆØÅ])\s?:\s+(?=\S)")
_OF_DECISION = "B"
_UNTOLD = frozenset({Outcome.NONE, Outcome.UNCLASSIFIED})


def short_decisions(lines: Sequence[Line], entries: Sequence[Entry]) -> dict[int, Part]:
    """Return the lines that open a decision by the letter "B:", each with the part it opens.

    None where other letters stand so too (then they are answers, or speakers), where an item has
    two, or where no line says what a decision says.
    """
    found: dict[int, Part] = {}
    words: list[str] = []
    for entry in entries:
        letters = [
            (line, match)
            for line in lines[entry.text : entry.end]
            if not line.table and (match := _LETTER.match(line.text)) is not None
        ]
        if len(letters) > 1 or any(match["letter"] != _OF_DECISION for _, match in letters):
            return {}
        for line, match in letters:
            found[line.index] = Part(SectionKind.DECISION, _OF_DECISION, match.end())
            words.append(without_mark(line.text[match.end() :]))
    return found if any(classify(one) not in _UNTOLD for one in words) else {}
