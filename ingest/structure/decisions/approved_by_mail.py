"""Minutes that were approved between meetings, and say so below their last item."""

import re
from collections.abc import Sequence

from ingest.structure.layout.lines import Line, without_mark

_APPROVED = re.compile(
    r"(?:dette\s+)?(?:referat|protokol)(?:et|len)?\s+(?:er|blev)\s+(?:\w+\s+)?godkendt\s+(?:af\s+\w+\s+)?"
    r"(?:pr\.?|via|på|over|ved)\s+(?:e-?)?mail\b",
    re.IGNORECASE,
)
_LAST_LINES = 3


def tells_of_this_paper(sentence: str) -> bool:
    """Tell whether a sentence says that the minutes in which it stands were approved by mail."""
    return _APPROVED.match(without_mark(sentence)) is not None


def approval_below(lines: Sequence[Line]) -> list[Line]:
    """Return the lines at the end of minutes that tell of their approval."""
    return [line for line in lines[-_LAST_LINES:] if tells_of_this_paper(line.text)]
