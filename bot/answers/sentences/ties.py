"""Whose vote decides where the sides are even: a rule, which no single vote answers."""

import re

from index.danish.folding import fold

_ASKS = re.compile(
    r"\b(?:casting|deciding) vote\b|\btied? votes?\b|\b(?:afgoerende|udslagsgivende) stemme\b"
    r"|\bstemmelighed\b|\bstemmer(?:ne)? (?:staar|er|bliver) lige\b|\blige mange stemmer\b"
    r"|\bvotes? (?:is|are|be) (?:equal|even|tied|a tie)\b|\bequal(?:ity of)? votes?\b"
)
_TELLS = re.compile(
    r"\bstemmelighed\b|\bstemmerne staar lige\b|\b(?:afgoerende|udslagsgivende)\b.{0,40}\bstemme\w*"
    r"|\bstemme\w*\b.{0,40}\b(?:afgoer|udslagsgivende|udslaget)\w*"
    r"|\b(?:casting|deciding) vote\b|\bequality of votes\b"
)


def asks_of_a_tie(text: str) -> bool:
    """Tell whether a question asks who decides where a vote is even."""
    return _ASKS.search(fold(text)) is not None


def tells_of_a_tie(text: str) -> bool:
    """Tell whether words say whose vote decides then."""
    return _TELLS.search(fold(text)) is not None
