"""A committee that an English question calls by a name which fits none of the archive's.

"The water board" may be the "Nordmose Vandråd", and may be none that is held: nothing tells. So
nothing is listed for it, neither everybody's nor nobody's.
"""

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
