"""From when to when something applies, as the words around the two days say it."""

import re
from collections.abc import Sequence
from datetime import date

from index.rates.rate import Validity
from index.spans import Span

BEFORE_A_DAY = (
    r"(?:i\s+perioden\s+|for\s+(?:the\s+period|perioden)\s+)?"
    r"(?:fra(?:\s+og\s+med)?\s+|from\s+|pr\.?\s+|as\s+of\s+)?(?:den\s+|d\.\s*|the\s+)?"
)
"""A pattern of what may stand between "Gælder" and the first day."""
_BETWEEN = re.compile(
    r"\s*(?:(?:og\s+)?(?:frem\s+)?(?:til(?:\s+og\s+med)?|indtil|t\.o\.m\.)|(?:up\s+)?to|until|through|[-–—])"
    r"\s*(?:den\s+|d\.\s*|the\s+)?",
    re.IGNORECASE,
)


def validity_from(text: str, dates: Sequence[tuple[Span, date]]) -> Validity | None:
    """Return the time that begins with the first of some dates of a text.

    It ends with the second where the words between them say so; `None` if that is before it began.
    """
    (first, since), *later = dates
    until: date | None = None
    if later and _BETWEEN.fullmatch(text[first.end : later[0][0].start]):
        until = later[0][1]
    return Validity(since, until) if until is None or until > since else None
