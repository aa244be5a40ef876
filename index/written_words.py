"""How the papers write a word: whether it stands in any, and with which capitals.

What is told of a word is told from passages that the audiences of a view may see, and from nothing
else; so no capital shows that a closed paper holds a name.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache

from index.archive import Written
from index.danish.folding import fold
from index.danish.stems import stem
from index.passages import Passage
from index.words import Field, WeightedTerm, WordIndex

_LOOKED_AT = 20
"""Passages that are read for how a word is written."""
_KEPT = 4_096
"""Words whose writing is remembered, per view."""


class WrittenWords:
    """The words of a view's passages. Safe to use from several threads."""

    def __init__(
        self,
        words: WordIndex,
        passages: Callable[[Collection[str]], Mapping[str, Passage]],
        names: Mapping[str, str],
    ) -> None:
        """Take the word index, what reads passages, and the names of `names_beside`."""
        self._words = words
        self._passages = passages
        self._names = names
        self._kept = lru_cache(maxsize=_KEPT)(self._written)

    def knows(self, word: str) -> bool:
        """Tell whether a folded word stands in a paper, or papers are called by it."""
        frequency = self._words.document_frequency
        return (
            frequency(word, Field.WORDS) > 0
            or frequency(word, Field.HEADER) > 0  # a short form of a committee
            or word in self._names
        )

    def holds(self, word: str) -> bool:
        """Tell whether a paper or its title holds a folded word in any form, or inside another."""
        root, frequency = stem(word), self._words.document_frequency
        return self.knows(word) or frequency(root) > 0 or frequency(root, Field.HEADER) > 0

    def is_name_of_papers(self, word: str) -> bool:
        """Tell whether papers are called by a folded word: their folder, or their committee."""
        return word in self._names

    def written(self, words: str) -> Written:
        """Return how folded words, one behind the other, are written."""
        return self._kept(words)

    def _written(self, words: str) -> Written:
        typed = words.split()
        wanted = [WeightedTerm(word, field=Field.WORDS) for word in typed]
        wanted += [WeightedTerm(stem(word), field=Field.HEADER) for word in typed]
        ids = [id_ for id_, _ in self._words.search(wanted, _LOOKED_AT)]
        inside: Counter[str] = Counter()
        anywhere: Counter[str] = Counter()
        sought = _as_written(typed)
        for passage in self._passages(ids).values():
            for text in (passage.header, passage.text):
                for found in sought.finditer(text):
                    way = " ".join(found[0].split())
                    anywhere[way] += 1
                    if _WITHIN.search(text, max(0, found.start() - _BEFORE), found.start()):
                        inside[way] += 1
        if not anywhere and words in self._names:
            anywhere[self._names[words]] += 1
        return Written(inside, anywhere)


_BEFORE = 40
"""Characters before a word that tell whether a sentence begins with it."""
_WITHIN = re.compile(r"[^\W\d_](?:[,;]|[\"”»)])?[ \t/(-]+[\"“«(]?\Z")
"""What stands before a word within a sentence: another word, on the same line."""
_BLANKS = r"\s+"
_EITHER = {"ae": "(?:ae|[æä])", "oe": "(?:oe|[øö])", "aa": "(?:aa|å)"}


def _as_written(words: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern of folded words in whatever case, with æ, ø, å or without."""
    ways = (re.sub("ae|oe|aa", lambda pair: _EITHER[pair[0]], re.escape(w)) for w in words)
    return re.compile(rf"(?<![^\W_]){_BLANKS.join(ways)}(?![^\W_])", re.IGNORECASE)


def names_beside(sources: Collection[str], shorts: Collection[str]) -> Mapping[str, str]:
    """Return what papers are called by and need not hold, folded, with the way it is written.

    Args:
        sources: Where the papers lie: a town's name may stand in no other place.
        shorts: Short forms of committees.
    """
    folders = {folder for source in sources for folder in source.split("/")[:-1]}
    names = {fold(word): word.capitalize() for f in folders for word in _WORD.findall(f)}
    return names | {fold(short): short for short in shorts}


_WORD = re.compile(r"[^\W\d_]{2,}")
