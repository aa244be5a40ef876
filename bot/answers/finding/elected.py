"""Who was elected or won a tender: not told by an agenda, nor by who holds it until then."""

import re

from index.danish.folding import fold

_ASKS = re.compile(
    r"\bhvem (?:\w+ ){0,3}(?:blev|er|har)\b.*\b(?:(?:gen)?valgt|udpeget|konstitueret)\b"
    r"|\bhvem (?:vandt|valgte)\b|\bwho won\b"
    r"|\bwho (?:was|were|has been|have been) (?:re-?)?(?:elected|chosen|appointed)\b"
)
_BEFORE = re.compile(r"\b(?:nuvaerende|hidtidige|current|present)\b")


def asks_who_came_out(question: str) -> bool:
    """Tell whether it is asked who came out of an election or a tender."""
    return _ASKS.search(fold(question)) is not None


def tells_who_was_before(words: str) -> bool:
    """Tell whether words are of who held the office or the contract before it."""
    return _BEFORE.search(fold(words)) is not None
