"""A committee that an English question calls by a name which fits none of the archive's.

"The water board" may be the "Nordmose Vandråd", and may be none that is held: nothing tells. So
nothing is listed for it, neither everybody's nor nobody's.
"""

import re

from index.danish import stopwords
from index.danish.words import tokens

_HEADS = frozenset({"board", "council", "committee", "panel", "commission", "group", "assembly"})
_NO_NAME = stopwords.ENGLISH | frozenset(
    (
        *("new", "old", "whole", "full", "entire", "same", "present", "current", "local", "own"),
        *("each", "every", "any", "which", "what", "other", "another", "last", "next", "first"),
        *("open", "closed", "all", "both", "one", "only", "various", "different", "particular"),
    )
)
"""Words before such a head that say of no committee which it is."""


def unresolved_body(question: str) -> str | None:
    """Return the words that call a committee "the … board", in a question that names none held."""
    asked = tokens(question)
    for place, token in enumerate(asked):
        if token.folded not in _HEADS:
            continue
        first = place
        while first and asked[first - 1].folded not in _NO_NAME and place - first < _MOST_WORDS:
            first -= 1
        article = asked[first - 1].folded if first else ""
        if first < place and article == "the":
            return question[asked[first].span.start : token.span.end]
    return None


_MOST_WORDS = 3


def unresolved_fund(question: str) -> str | None:
    """Return the words that call a fund which gives or refuses: "afvist af puljen for X".

    A fund is as often what others decide on, so it must stand where one that decides does.
    """
    found = _FUND.search(question) or _FUND_ENGLISH.search(question)
    return found["name"] if found is not None else None


_GIVES = r"afvis(?:te|er)|bevilgede|bevilger|gav|tildelte|besluttede|vedtog|udsatte|afslog"
_FUND = re.compile(
    rf"\b(?:{_GIVES}|(?:afvist|bevilget|tildelt|besluttet|vedtaget|udsat|givet)\s+af)\s+"
    r"(?P<name>(?:pulje|fond|legat|stiftelse)(?:n|en|et)\s+(?:for|til)\s+\w[\w\s-]*?"
    r"|\w{4,}(?:pulje|fond|legat)(?:n|en|et))(?=\s+(?:i|den|siden)\b|\W*$)",
    re.IGNORECASE,
)
_FUND_ENGLISH = re.compile(
    r"\b(?:by|did|has)\s+the\s+(?P<name>(?:[\w-]+\s+){1,3}?(?:fund|foundation|trust|pool))\b",
    re.IGNORECASE,
)
