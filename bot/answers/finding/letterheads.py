"""Whose paper it is, by the lines at its top: "Nordby Lystbådehavn", and below it the committee."""

from itertools import takewhile

from index.documents import Document

_LINES = 5
_LONGEST = 80
"""Characters of a line of a letterhead."""


def letterhead(document: Document) -> str:
    """Return the lines above all else in a paper, up to the first that tells a day or who came."""
    top = document.text[: _LINES * _LONGEST].split("\n")
    lines = [line.strip(" \t\r\f#*|") for line in top]
    named = takewhile(_names, [line for line in lines if line])
    return "\n".join([line for _, line in zip(range(_LINES), named, strict=False)])


def _names(line: str) -> bool:
    return len(line) <= _LONGEST and ":" not in line and not any(map(str.isdigit, line))
