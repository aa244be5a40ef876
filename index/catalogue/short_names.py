"""Short names of committees that only the paths of their papers have: "piu/PIU-2024-09-18.docx"."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from index.danish.abbreviations import may_be_short_for
from index.danish.compounds import is_listed
from index.danish.folding import fold
from index.danish.stopwords import DANISH

_SHORTEST, _LONGEST = 2, 5
"""Letters of a short name."""
_FILES = 2
"""Papers of a body that have a word in their names, from which it may be the body's."""
_OF_ANY_PAPER = frozenset(("ref", "dag", "dgo", "dok", "pkt", "prot", "bil", "min", "mdr", "ekstr"))
"""What files of papers are called for short, whoever met."""
_WORD = re.compile(r"[^\W\d_]+")


def short_names(
    papers: Iterable[tuple[str, str]], names: Mapping[str, Iterable[str]]
) -> dict[str, tuple[str, ...]]:
    """Return the short names of bodies by their keys, as their paths have them, in capitals.

    A folder, or a word in the names of several files, is a body's where it holds the meetings of
    no other and its letters stand for the name: in order, from the beginning of a word on. A word
    of the language is none of these.

    Args:
        papers: The key of a body and where a paper lies, of each paper of a meeting.
        names: The names of each body, by its key.
    """
    held: dict[str, set[str]] = {}
    counts: Counter[str] = Counter()
    for key, source in papers:
        *folders, file = map(fold, source.split("/"))
        words = set(_WORD.findall(file.rpartition(".")[0])) - _OF_ANY_PAPER
        counts.update(dict.fromkeys(folders, _FILES))
        counts.update(words)
        for short in words.union(folders):
            held.setdefault(short, set()).add(key)
    named = [fold(name) for of_body in names.values() for name in of_body]
    taken = {*named, *(word for name in named for word in _WORD.findall(name)), *DANISH}
    found: dict[str, list[str]] = {}
    for short, keys in held.items():
        if len(keys) > 1 or counts[short] < _FILES or short in taken or not _may_be_short(short):
            continue
        (key,) = keys
        if any(_stands_for(short, name) for name in names[key]):
            found.setdefault(key, []).append(short.upper())
    return {key: tuple(sorted(shorts)) for key, shorts in found.items()}


def _may_be_short(word: str) -> bool:
    letters = word.isalpha() and _SHORTEST <= len(word) <= _LONGEST
    return letters and not is_listed(word)


def _stands_for(short: str, name: str) -> bool:
    """Tell whether letters stand in a name in their order, the first of them as a word's first."""
    words = fold(name).replace("-", " ").split()
    return any(may_be_short_for(short, "".join(words[at:])) for at in range(len(words)))
