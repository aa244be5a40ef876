"""Words the archive does not hold, taken for typing errors of words that it does."""

from collections import Counter
from collections.abc import Iterable
from itertools import chain

from index.danish.stems import stem
from index.danish.words import tokens, word_terms
from index.passages import Passage

SHORTEST = 5
"""Letters; every shorter word is one error away from some other."""
LONGEST = 80
"""Letters; no language has a longer word, and looking for what it resembles takes long."""
_TWO_ERRORS_FROM = 9
"""Letters from which two errors are still more likely an error than another word."""


def errors_allowed(word: str) -> int:
    """Return how many typing errors a folded word may have, 0 where it is to be left alone."""
    if not SHORTEST <= len(word) <= LONGEST or not word.isalpha():
        return 0
    return 2 if len(word) >= _TWO_ERRORS_FROM else 1


def likely(word: str, passages: Iterable[Passage]) -> str | None:
    """Return the index term of the word that `word` was most likely meant to be.

    The one with the fewest errors; of several the most frequent; then the first in the alphabet.
    A word is not taken for another whose first letter differs: people rarely mistype that one, and
    names that differ in it are other names.
    """
    most, root = errors_allowed(word), stem(word)
    errors: dict[str, int] = {}
    counts: Counter[str] = Counter()
    for token in chain.from_iterable(tokens(passage.text) for passage in passages):
        if token.folded[:1] != word[:1]:
            continue
        own, *parts = word_terms(token.text) or (token.folded,)
        # A stem is shorter, so that fewer errors make another word of it.
        of_stems = {term: _errors(root, term, errors_allowed(root[:-1])) for term in (own, *parts)}
        of_stems[own] = min(of_stems[own], _errors(word, token.folded, most))
        for term, count in of_stems.items():
            if 0 < count <= most:
                errors[term] = min(count, errors.get(term, count))
                counts[term] += 1
    return min(errors, key=lambda term: (errors[term], -counts[term], term), default=None)


def nearest_word(word: str, words: Iterable[str]) -> str | None:
    """Return which of some folded words `word` was most likely meant to be."""
    most = errors_allowed(word)
    found = {other: _errors(word, other, most) for other in words if other[:1] == word[:1]}
    near = [other for other, errors in found.items() if 0 < errors <= most]
    return min(near, key=lambda other: (found[other], other), default=None)


def _errors(word: str, other: str, most: int) -> int:
    """Return the distance of two words, or more than `most` where their lengths show it."""
    return distance(word, other) if abs(len(word) - len(other)) <= most else most + 1


def distance(one: str, other: str) -> int:
    """Return how many letters must be added, left out, replaced or swapped with the next."""
    before: list[int] = []
    last: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = last, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
    return row[-1]
