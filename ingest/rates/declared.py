"""What a section says of all its amounts: "Alle beløb er i kroner og uden moms."."""

import re

from index.danish.sentences import sentences

_DECLARES = re.compile(
    r"\b(?:beløb|honorar|vederlag|takst|sats|pris|gebyr|afgift|tal|amount|price|fee|rate|charge|figure)"
    r"(?:er|erne|en|ene|ne|et|s)?(?:\s+[a-zæøå]+){0,6}?\s+(?:i|in)\s+(?:(?:hele|danske|danish|whole)\s+)*"
    r"(?:1\.?000\s*|tusinde?r?\s+|t\.?\s?|mio\.?\s?|mill\.?\s?)?(?:kroner|kr\b|dkk|øre)",
    re.IGNORECASE,
)
_LONGEST = 200
"""Characters: a longer sentence tells a story."""


def declared_in(section: str) -> str:
    """Return the sentence of a section that says in what its amounts are counted, or nothing.

    Where two say so, they may be of different tables, and neither is taken.
    """
    found = [
        " ".join(span.of(section).split())
        for span in sentences(section)
        if span.end - span.start <= _LONGEST and _DECLARES.search(span.of(section))
    ]
    return found[0] if len(found) == 1 else ""
