"""Supplements to agreements by their titles: what they say goes before the agreement they amend."""

import re

SUPPLEMENT = (
    r"(?:allonge|tillægsaftale|tillægsoverenskomst|tillægskontrakt|aftaletillæg|kontrakttillæg"
    r"|tillæg(?=\s+(?:(?:nr\.?\s*)?\d+\s+)?til\b|\s+nr\.)|addendum|supplement(?=\s+to\b))"
)
"""What a paper is called that amends an agreement."""
_TITLE = re.compile(rf"\W*(?:\d+\.\s+)?{SUPPLEMENT}(?!\w)", re.IGNORECASE)


def is_supplement(title: str) -> bool:
    """Tell whether a paper is by its title a supplement to an agreement."""
    return _TITLE.match(title) is not None
