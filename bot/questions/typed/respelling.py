"""Words of a question that nothing knows, read as what they were meant to be.

Many type without æ, ø and å, and everybody mistypes. A word that stands in no paper, no glossary
and no list of words is read as the one word that it is one slip away from; whatever is known is
left as it is, for it may be meant.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, product

from index.archive import WrittenWords
from index.danish.folding import fold
from index.danish.stems import stem

_SHORTEST = 5
"""Letters of a word that may be mistyped; every shorter one is one slip away from some other."""
LONGEST = 40
"""And at most: the words that lie one slip away from a longer one are too many to try."""
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


def meant(
    word: str, known: Known, root: Callable[[str], str] = stem, *, shortest: int = _SHORTEST
) -> str | None:
    """Return the one folded word that a mistyped one is a slip away from; `None` where several are.

    It is taken as it was typed, in lower case: "å" is one letter that a finger slips from. Forms
    with one `root` are one word; of them the likeliest slip is taken: one letter for two or two
    for one, then letters that changed places, then in longer words a letter too many or too few,
    and at last another letter. No slip begins a word, and none but the second ends one: forms of a
    word differ there.
    """
    if not shortest <= len(word) <= LONGEST:
        return None
    near = _known(known, _doubled(word), _swapped(word))
    lost = _known(known, _lost(word))
    if not near and len(word) < _LONGER and shortest == _SHORTEST:
        return None
    found = near + lost or (_known(known, _replaced(word)) if len(word) >= _LONG else [])
    return found[0] if len({root(one) for one in found}) == 1 else None


def _known(known: Known, *slips: Iterable[str]) -> list[str]:
    return [typed for typed in map(fold, chain(*slips)) if known(typed)]


def meant_name(word: str, papers: WrittenWords) -> str | None:
    """Return the one name of the papers that a mistyped one can only be, `None` where in doubt.

    A letter that is missing, doubled or swapped makes no other name; another letter does (Holby,
    Hovby), and names that end in -sen are spelt in many ways, each somebody's.
    """
    if not _SHORTEST <= len(word) <= LONGEST or word.endswith(_OF_PERSONS):
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
