"""What an address remembers of the words that it leads to, and where they stand now.

A place is counted in characters, and a paper that has changed since has other words there. So an
address holds a digest of its words as well, and never the words: addresses are logged and shared.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import accumulate

from index.spans import Span

_DIGEST = 5
"""Bytes: one of a million places is taken for another once in a million papers."""
LONGEST_SOUGHT = 4_000
"""Characters of words that are looked for elsewhere: to try every place of a long paper takes as
much as they are long, and anybody may write an address."""
_WORD = re.compile(r"\S+")
_BEGINS = re.compile(r"(?<![^\W_])\S")
"""Where a quotation may begin in what stands between two blanks: with it, or behind a mark."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The length of words whose white space is folded, and their digest."""

    length: int
    digest: str

    @classmethod
    def of(cls, words: str) -> "Fingerprint":
        """Return that of words, however their lines are broken."""
        folded = " ".join(words.split())
        return cls(len(folded), _digest(folded))

    def __str__(self) -> str:
        """Return it as it stands in an address."""
        return f"{self.length}-{self.digest}"

    def places(self, text: str) -> list[Span]:
        """Return where such words stand in a text."""
        return list(self._places(text)) if 0 < self.length <= LONGEST_SOUGHT else []

    def _places(self, text: str) -> Iterator[Span]:
        words = list(_WORD.finditer(text))
        folded = " ".join(word[0] for word in words)
        starts = [0, *accumulate(len(word[0]) + 1 for word in words)]
        for word, start in zip(words, starts, strict=False):
            for begins in _BEGINS.finditer(word[0]):
                end = start + begins.start() + self.length
                if end > len(folded):
                    return
                if _digest(folded[start + begins.start() : end]) != self.digest:
                    continue
                last = bisect_right(starts, end - 1) - 1
                ends = words[last].start() + end - starts[last]
                yield Span(word.start() + begins.start(), ends)


def _digest(folded: str) -> str:
    return blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=_DIGEST).hexdigest()
