"""Words of a question that nothing knows, read as what they were meant to be.

Many type without æ, ø and å, and everybody mistypes. A word that stands in no paper, no glossary
and no list of words is read as the one word that it is one slip away from; whatever is known is
left as it is, for it may be meant.
"""

from collections.abc import Callable, Iterator
from itertools import product

from index.archive import WrittenWords
from index.danish.folding import fold

_SHORTEST = 5
"""Letters of a word that may be mistyped; every shorter one is one slip away from some other."""
_LONGEST = 40
_LONGER, _LONG = 6, 8
"""Letters from which a missing letter, and another one, is likelier a slip than another word."""
_LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
_MOST_PLACES = 6
"""Letters of a word that may each stand for others; with more, there are too many words to try."""

Known = Callable[[str], bool]


def without_marks(word: str, known: Known) -> str | None:
    """Return the folded word that was typed with "a" and "o" for æ, ø and å, where there is one."""
    places = [letter for letter in word if letter in _MEANT]
    if not places or len(places) > _MOST_PLACES or not word.isascii():
        return None
    each = ((letter, *_MEANT.get(letter, ())) for letter in word)
    found = [typed for typed in map("".join, product(*each)) if typed != word and known(typed)]
    return min(found, key=lambda typed: (len(typed), typed), default=None)


_MEANT = {"a": ("aa", "ae"), "o": ("oe",)}


def meant(word: str, known: Known, *, shortest: int = _SHORTEST) -> str | None:
    """Return the one folded word that a mistyped one is a slip away from; `None` where several are.

    It is taken as it was typed, in lower case: "å" is one letter that a finger slips from.

    The likelier slips go first: letters that changed places, one letter for two or two for one; in
    longer words a letter too many or too few, and another letter. No slip begins a word, and but
    for the first none ends one: forms of a word differ there.
    """
    if not shortest <= len(word) <= _LONGEST:
        return None
    slips = [_swapped(word), _doubled(word)]
    slips += [_lost(word)] if len(word) >= _LONGER or shortest < _SHORTEST else []
    slips += [_replaced(word)] if len(word) >= _LONG else []
    for slip in slips:
        if found := {typed for typed in map(fold, slip) if known(typed)}:
            return found.pop() if len(found) == 1 else None
    return None


def meant_name(word: str, papers: WrittenWords) -> str | None:
    """Return the one name of the papers that a mistyped one can only be, `None` where in doubt.

    A letter that is missing, doubled or swapped makes no other name; another letter does (Holby,
    Hovby), and names that end in -sen are spelt in many ways, each somebody's.
    """
    if len(word) < _SHORTEST or word.endswith(_OF_PERSONS):
        return None
    slips = {fold(typed) for typed in (*_swapped(word, 2), *_lost(word))}
    near = {typed for typed in (*slips, *map(fold, _replaced(word))) if papers.knows(typed)}
    return near.pop() if len(near) == 1 and near <= slips else None


_OF_PERSONS = ("sen", "sens", "son", "sons")


def _swapped(word: str, end: int = 1) -> Iterator[str]:
    for at in range(1, len(word) - end):
        if word[at] != word[at + 1]:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _doubled(word: str) -> Iterator[str]:
    """Yield the words with one of two like letters less, or a letter twice."""
    for at in range(1, len(word) - 1):
        if word[at] == word[at + 1]:
            yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at] + word[at:]


def _lost(word: str) -> Iterator[str]:
    """Yield the words with a letter less or a letter more."""
    for at in range(1, len(word) - 1):
        yield word[:at] + word[at + 1 :]
    for at in range(1, len(word)):
        for letter in _LETTERS:
            yield word[:at] + letter + word[at:]


def _replaced(word: str) -> Iterator[str]:
    for at in range(1, len(word) - 1):
        for letter in _LETTERS:
            if letter != word[at]:
                yield word[:at] + letter + word[at + 1 :]
