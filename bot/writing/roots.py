"""What words of one family share: *budget* and *budgetteret*, *bevilge* and *bevilling*.

Coarser than a stem, and so of no use for finding: but where a sentence is held against the very
passage that it was written from, two words with one root are nearly always one thing.
"""

import re
from functools import lru_cache

from index.danish.words import term_set

SHORTEST = 5
"""Letters of a root; shorter ones are shared by chance."""
_ENDINGS = re.compile(
    r"(?:ering|ation|tion|ning|ling|else|ing|hed|skab|isk|lig|sel|ede|ere|ant|ent|er|et|en|te|t|e|s)$"
)


@lru_cache(maxsize=65_536)
def root(term: str) -> str:
    """Return the root of an index term; itself, where it is short or no word."""
    while term.isalpha() and (shorter := _ENDINGS.sub("", term)) != term:
        if len(shorter) < SHORTEST:
            break
        term = shorter
    return term


def rooted(text: str) -> frozenset[str]:
    """Return the index terms of a text, and their roots."""
    terms = term_set(text)
    return terms | {root(term) for term in terms}
