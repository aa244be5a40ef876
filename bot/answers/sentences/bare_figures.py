"""Figures that stand alone: cells of a table whose rows lost their shape.

"655 kr." on a line of its own is of the line above, or of a column that stands further up. Which
one the text no longer tells, so it is the price of nothing that is asked about.
"""

import re

from bot.answers.sentences.evidence import Evidence
from index.documents import Document

_FIGURE = r"(?:kr\.?\s*)?-?\d[\d.,]*(?:\s*(?:,-|kr\.?|kroner|dkk|pct\.?|%))?"
_ALONE = re.compile(rf"\W*{_FIGURE}(?:\s*\([^()]{{1,30}}\))?\W*", re.IGNORECASE)
_BEHIND_LABEL = re.compile(rf"[^\n]*[^\W\d][^\n]*\n\s*{_FIGURE}\s*", re.IGNORECASE)


def is_bare_figure(evidence: Evidence) -> bool:
    """Tell whether what is quoted is a figure alone, or one of several below their label."""
    words = evidence.excerpt.span.of(evidence.document.text)
    if _ALONE.fullmatch(words):
        return True
    below = _line_below(evidence.document, evidence.excerpt.span.end)
    return _BEHIND_LABEL.fullmatch(words) is not None and _ALONE.fullmatch(below) is not None


def _line_below(document: Document, end: int) -> str:
    rest = document.text[end : end + 200].lstrip()
    return rest.split("\n", 1)[0] if rest else "-"
