"""Items that are all numbered 1: a list that a web page broke into lists of one.

Editors set text between the entries of a numbered list, and each entry begins a list anew: "1.
Godkendelse af dagsorden", some lines, "1. Økonomi". Which number an item had nobody can tell.
"""

import re
from collections.abc import Sequence

from ingest.structure.items.candidates import Candidate
from ingest.structure.layout.lines import Line, line_above
from ingest.structure.layout.vocabulary import part_heading

_FEWEST = 3
"""Entries of a broken list: two lists may stand in the text of any item."""
_MOST_WORDS = 14
"""Words of a title; a longer entry is a sentence."""
_LEADS_IN = re.compile(r"(?:[:,;]|\b(?:at|om|indstilles?|indstiller|foreslår|anbefaler))$", re.I)
"""How a line ends that a list goes on from, as a recommendation does."""


def items_all_one(lines: Sequence[Line], found: Sequence[Candidate]) -> list[tuple[int, str]]:
    """Return the title line and the title of each item, where all of them have the number 1."""
    ones = [c for c in found if _may_be_item(lines, c)]
    if len(ones) < _FEWEST:
        return []
    within = range(ones[0].line, ones[-1].line)
    goes_on = any(c.line in within and c.style == ones[0].style and c.key == (2,) for c in found)
    return [(c.line, c.title) for c in ones] if not goes_on else []


def _may_be_item(lines: Sequence[Line], c: Candidate) -> bool:
    line = lines[c.line]
    if c.key != (1,) or c.label or c.style != "." or c.last_line != c.line or line.level:
        return False
    if not line.blank_before or not c.title[:1].isupper() or len(c.title.split()) > _MOST_WORDS:
        return False
    above = line_above(lines, c.line)
    if above is None:
        return True
    part = part_heading(above.text)
    alone = part is not None and part.length >= len(above.text)
    return not (alone or _LEADS_IN.search(above.text))
