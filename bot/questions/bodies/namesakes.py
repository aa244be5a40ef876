"""A body that a question calls by the kind of one that is held, and by another name of its own.

Where the archive has the papers of "Sundhedsklynge Vest", "Sundhedsklynge Nord" is another body,
of which it has none, however alike the matters.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from index.archive import BodyEntry
from index.danish.calendar import MONTH_NUMBERS
from index.danish.folding import fold
from index.danish.stems import stem
from index.danish.words import tokens
from index.spans import Span

_KIND_AND_NAME = re.compile(
    r"(?P<kind>[A-ZÆØÅ][\wæøå-]+)\s+(?P<name>[A-ZÆØÅ][\wæøå-]{2,})(?=[\s,]|$)"
)
_NO_KIND = frozenset({"region", "kommune", "amt", "danske", "dansk", "den", "det", "i/s"})
_BESIDE = frozenset({"region", "kommune", "amt", *(fold(month) for month in MONTH_NUMBERS)})
"""What with a capital behind a body's kind is no name of another."""


def namesake(question: str, bodies: Sequence[BodyEntry]) -> Span | None:
    """Return where a question names a body that is not held, as one of its kind is named."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for body in bodies:
        for name in body.names:
            if (parted := _kind_and_name(name)) is not None:
                names[parted[0]].add(parted[1])
    asked = tokens(question)
    for place, kind in enumerate(asked[:-1]):
        own, behind = names.get(stem(kind.folded)), asked[place + 1]
        between = question[kind.span.end : behind.span.start]
        if own is None or between.strip() or not behind.text[:1].isupper():
            continue
        if stem(behind.folded) not in own and behind.folded not in _BESIDE and len(behind.text) > 2:
            return Span(kind.span.start, behind.span.end)
    return None


@lru_cache(maxsize=4096)
def _kind_and_name(name: str) -> tuple[str, str] | None:
    """Return the stems of what kind of body a name tells and of its own name, if it has both.

    Kept, as each question is compared with the names of all bodies.
    """
    found = _KIND_AND_NAME.match(name)
    if found is None or fold(found["kind"]) in _NO_KIND:
        return None
    return stem(fold(found["kind"])), stem(fold(found["name"]))
