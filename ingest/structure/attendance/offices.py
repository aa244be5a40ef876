"""Offices that look like names: "Kontorchef Ib Krog, Nære Indkøb" names one person.

Two words with capitals behind a comma may be the next person as well. What stands so behind several
persons, each on a line of its own, is where they work.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from index.documents import Attendee
from ingest.structure.layout.lines import Line

_SEVERAL = 2


def persons_only(found: Sequence[Attendee], lines: Sequence[Line]) -> list[Attendee]:
    """Leave out what was taken for a person, and is where several of those who came work."""
    behind = Counter(name for name, _ in {(a.name, a.span) for a in found if _behind(a, lines)})
    offices = {name for name, times in behind.items() if times >= _SEVERAL}
    alone = {a.name for a in found if a.name in offices and not _behind(a, lines)}
    return [a for a in found if a.name not in offices - alone]


def _behind(one: Attendee, lines: Sequence[Line]) -> bool:
    """Tell whether a person is named behind another and a comma, at the end of the line."""
    place = bisect_right(lines, one.span.start, key=lambda line: line.span.start) - 1
    if place < 0:
        return False
    line = lines[place]
    before = line.text[: one.span.start - line.span.start].rstrip()
    rest = line.text[one.span.end - line.span.start :].strip(" .")
    return before.endswith(",") and before.count(",") == 1 and not rest
