"""Whether a sentence says what somebody advises."""

import re
from collections.abc import Sequence

from index.danish.folding import fold
from index.danish.stems import stem
from index.danish.words import folded_words

_ADVISES = re.compile(
    r"\b(?:anbefal|tilraad|foresl|vurder|indstil|frarraad|fraraad|recommend|advis|propos|suggest)\w*"
)


def advises(who: str, terms: Sequence[str], words: str) -> bool:
    """Tell whether a sentence says what somebody advises, by any of the words for them."""
    said = fold(words)
    if _ADVISES.search(said) is None:
        return False
    named = {stem(who.rsplit(maxsplit=1)[-1]), *terms}
    return any(
        stem(word) == one or (len(one) >= _LONG and stem(word).endswith(one))
        for word in folded_words(said)
        for one in named
    )


_LONG = 5
"""Letters of a word that may be the last part of another: "orgelkonsulent"."""
