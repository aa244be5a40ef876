"""What a section, or a paper, says of all its amounts: "Alle beløb er i kroner og uden moms."."""

import re

from index.danish.sentences import sentences
from index.documents import Document

_DECLARES = re.compile(
    r"\b(?:beløb|honorar|vederlag|takst|sats|pris|gebyr|afgift|tal|amount|price|fee|rate|charge|figure)"
    r"(?:er|erne|en|ene|ne|et|s)?(?:\s+[a-zæøå]+){0,6}?\s+(?:i|in)\s+(?:(?:hele|danske|danish|whole)\s+)*"
    r"(?:1\.?000\s*|tusinde?r?\s+|t\.?\s?|mio\.?\s?|mill\.?\s?)?(?:kroner|kr\b|dkk|øre)",
    re.IGNORECASE,
)
_ALL = re.compile(r"(?:alle|samtlige|priser(?:ne)?|takster(?:ne)?|all)\b", re.IGNORECASE)
_LONGEST_TOP = 2_000
"""Characters of the top of a paper."""
_LONGEST = 200
"""Characters: a longer sentence tells a story."""


def declared_for(section: str, at_top: str) -> str:
    """Return what a section says so, or else what the top of its paper says of all amounts."""
    found = _declared_in(section)
    return found[0] if len(found) == 1 else "" if found else at_top


def declared_at_top(document: Document) -> str:
    """Return what the top of a paper says so, where it speaks of all its amounts, or nothing."""
    found = _declared_in(document.text[: _top(document)])
    return found[0] if len(found) == 1 and _ALL.match(found[0]) else ""


def _top(document: Document) -> int:
    """Return where the first part under a heading begins, with the text below a paper's title."""
    starts = [section.span.start for section in document.sections if section.span.start]
    return min([*starts, _LONGEST_TOP, len(document.text)]) if starts else 0


def _declared_in(section: str) -> list[str]:
    """Return the sentences of a section that say in what its amounts are counted.

    Where two say so, they may be of different tables, and neither is taken.
    """
    return [
        " ".join(span.of(section).split())
        for span in sentences(section)
        if span.end - span.start <= _LONGEST and _DECLARES.search(span.of(section))
    ]
