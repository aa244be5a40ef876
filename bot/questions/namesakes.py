"""A body that a question calls by the kind of one that is held, and by another name of its own.

Where the archive has the papers of "Sundhedsklynge Vest", "Sundhedsklynge Nord" is another body,
of which it has none, however alike the matters.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

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
            found = _KIND_AND_NAME.match(name)
            if found is not None and fold(found["kind"]) not in _NO_KIND:
                names[stem(fold(found["kind"]))].add(stem(fold(found["name"])))
    asked = tokens(question)
    for place, kind in enumerate(asked[:-1]):
        own, behind = names.get(stem(kind.folded)), asked[place + 1]
        between = question[kind.span.end : behind.span.start]
        if own is None or between.strip() or not behind.text[:1].isupper():
            continue
        if stem(behind.folded) not in own and behind.folded not in _BESIDE and len(behind.text) > 2:
            return Span(kind.span.start, behind.span.end)
    return None
