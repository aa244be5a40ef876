"""Whether a paper that is of no meeting calls itself a draft: "UDKAST – ikke vedtaget"."""

import re
from collections.abc import Sequence

from index.danish.calendar import MONTH_PATTERN
from index.documents import DocumentKind
from ingest.structure.layout.lines import Line, without_mark

_HEAD_LINES = 6
"""Non-empty lines at the top in which a paper says what it is."""
_WORD = r"(?:\w*udkast|kladde|draft)"
_MARK = re.compile(
    rf"\W*{_WORD}\b(?:\W+(?:af|pr|per|den|d|version|v|ver|nr|of|til|for|i|not|adopted|ikke|endnu|vedtaget|godkendt"
    rf"|underskrevet|endeligt?|høring|kommentering|drøftelse|\d+|{MONTH_PATTERN}))*\W*",
    re.IGNORECASE,
)
"""A line that says no more than how far a paper has come: "UDKAST af 3. maj, ikke vedtaget"."""
_OF_IT = re.compile(
    rf"\W*{_WORD}\b(?:\s+(?:til|to|of)\b|\W+[–—-]\W*)(?!\s*(?:referat|dagsorden)).+", re.I
)
"""A title that does: "Udkast til lokalaftale om …"."""
_BEHIND = re.compile(rf".*(?:[(\[,]|\s[–—-])\s*{_WORD}\b\W*(?:af\b[^)]*)?\W*", re.IGNORECASE)
"""A title that ends with it: "Aftale om … (udkast)"."""
_IN_NAME = re.compile(r"(?:^|[\W_])(?:udkast|kladde|draft)(?:$|[\W_])", re.IGNORECASE)
_ADOPTED_AS_A_WHOLE = frozenset({DocumentKind.AGREEMENT, DocumentKind.STRATEGY, DocumentKind.TERMS})
"""Kinds of paper that are adopted; a memo may be *on* a draft."""


def is_draft_paper(
    head: Sequence[Line], kind: DocumentKind, *, title: str | None, source: str
) -> bool:
    """Tell whether a paper that is of no meeting says at its top, or in its name, that it is one.

    Args:
        head: Its first lines.
        kind: What it is.
        title: The file's own.
        source: Its place and name.
    """
    lines = [line.text for line in head[:_HEAD_LINES] if line.short]
    words = [without_mark(text) for text in (*([title] if title else []), *lines)]
    if any(map(_MARK.fullmatch, words)):
        return True
    if kind not in _ADOPTED_AS_A_WHOLE:
        return False
    file = source.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    told = any(_OF_IT.fullmatch(text) or _BEHIND.fullmatch(text) for text in words)
    return told or _IN_NAME.search(file) is not None
