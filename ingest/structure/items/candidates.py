"""A numbered line that may be the heading of an item, and a title without what is added to it."""

import re
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ingest.structure.layout.lines import Line, line_above

_Printed = TypeVar("_Printed")
LEADERS = re.compile(r"\.{3,}|…{1,}|(?:\. ){3,}")
"""What leads from a title to its page in a table of contents."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may be an item's heading."""

    line: int
    last_line: int
    """The line of the title, where that stands below the number."""
    number: str
    key: tuple[int, ...]
    title: str
    label: str
    style: str
    """Label and separator: the headings of one agenda look alike."""
    weight: int
    opens_group: bool = False
    """Stands right under "Lukkede punkter" or the like, where numbers may begin again."""
    untitled: bool = False
    """Has no title of its own, and is called by the first words of its text."""


_ASKS_FOR = re.compile(
    r"\bat\s*[:;.,]?$|\b(?:indstiller|indstilles|anbefaler|foreslår)\b[^.:]{0,60}[:;,]?$",
    re.IGNORECASE,
)
"""How a line ends over the clauses of a recommendation."""


def clauses_among(lines: Sequence[Line], found: Sequence[Candidate]) -> frozenset[int]:
    """Return the lines of the candidates that are clauses: "1. Budgettet godkendes" below "at"."""
    clauses: dict[int, Candidate] = {}
    for c in found:
        above = line_above(lines, c.line)
        before = clauses.get(above.index) if above is not None else None
        goes_on = before is not None and before.key[:-1] == c.key[:-1]
        asked = above is not None and _ASKS_FOR.search(above.text) and c.key[-1] == 1
        if not c.label and (asked or (goes_on and before and before.key[-1] + 1 == c.key[-1])):
            clauses[c.last_line] = c
    return frozenset(c.line for c in clauses.values())


def is_lettered(candidate: Candidate) -> bool:
    """Tell whether a number ends in a letter: "5a"."""
    return candidate.number[-1].isalpha()


def last_printed(
    found: Sequence[_Printed], known_by: Callable[[_Printed], Hashable]
) -> list[_Printed]:
    """Leave out what a list of contents announces, and what stands further down again."""
    last = {known_by(one): one for one in found}
    return [one for one in found if last[known_by(one)] is one]


def folded_title(title: str) -> str:
    """Return a title without what a table of contents adds to it: marks, leaders, the page."""
    bare = LEADERS.sub(" ", title)
    bare = re.sub(r"[(\[](?:åben|lukket|[a-zæøå])[)\]]", " ", bare, flags=re.IGNORECASE)
    bare = re.sub(r"\s*(?<![\d.])\d{1,3}\s*$", "", bare)
    return re.sub(r"[^a-zæøå0-9]+", "", bare.casefold())
