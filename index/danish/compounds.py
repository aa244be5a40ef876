"""Danish compounds: *supervisionsgrupper* is found by *supervision* and by *gruppe*.

Splitting rests on two things only, both fixed, so that a word is taken apart in the same way when
it is indexed and when it is asked for, whatever else the archive holds, and a new document never
changes the terms of an old one:

- a linking -s- after an ending that nouns have (*-ion-s-, -hed-s-, -ning-s-, -else-s-, -tet-s-*),
  which hardly ever stands within a word;
- a list of words that compounds of the field are made of (`constituents.txt`).

A word is taken apart where every part is on the list; else at a linking -s-; else where one long
word of the list stands beside something that can be a word. A word that is on the list itself is
whole. With a capital it may be a name, and is taken apart in the third way only where it ends as
names do not: *Vægterordningen* stands first in its sentence, and *Vestergaard* may stand anywhere.
"""

import re
from functools import lru_cache
from pathlib import Path

from index.danish.folding import fold
from index.danish.stems import stem

_LIST = Path(__file__).with_name("constituents.txt")
_SHORTEST_COMPOUND = 6
_LONGEST_COMPOUND = 80
"""Letters, folded. The longest words of the language have some 60; taking a word apart costs the
square of its length and more, so that a longer one would hold up everybody who asks."""
_SHORTEST_PART = 3
_SHORTEST_UNKNOWN = 4
"""Letters of a part that is not on the list; with fewer, endings are taken for words."""
_SHORTEST_ANCHOR = 5
"""Letters of a listed word that may stand beside an unlisted one: *-tal* must not be found in
*hospital*, nor *-ring* in *evaluering*."""
_LINKED = re.compile(r".{3,}(?:ion|hed|ning|ling|ring|ding|else|skab|tet|dom|eri|ment)s")
_DERIVED = re.compile(
    r"[bdglmnt]?(?:els|lig|ing|ering|hed|somhed|ende|is[kte]|isation|iel|atis).*|ernes?|enes"
)
"""What is left when a word is cut before an ending instead of before a word."""
_STARTS = re.compile(
    r"(?:[bcdfghjklmnprstvz]|[bfgkps]l|[bdfgkptv]r|[bdfhkpst]j|[dhkst]v|[kgs]n|s[kmpt]|s[kpt]r"
    r"|s[kp]l|skv|skj|[cpt]h)?[aeiouy]"
)
"""How a Danish word can begin: one consonant, or one of these groups, before the first vowel."""
_DEFINITE = re.compile(r"[a-z]{4,}(?:en|et|erne|ene|ens|ets|ernes|enes)")
_PLACES = (
    "aa bakke banke borg bro brink bugt by bygning center dal dam eng fjeld fjord gaard gade hal "
    "have havn hede hjem hoej holm hospital hus kilde kirke klint klit koebing krog kro kvarter "
    "land lund mark minde mose museum moelle naes oe odde park plads plantage pynt rod rose sal "
    "sand sande skole skov skraent slette slot so sogn stad sted sti strand stue sund sygehus soe "
    "teater torp torv toft vaenge vang vej vig vinge"
)
"""What institutions and places are called by, with an article as well: *Skovlunden*."""
_BREAKS_OFF = re.compile(r"(?:[^aeiouyr]r|[^aeiouylr]l|[^aeiouy]v|[^aeiouyns]j)$")
"""How no Danish word ends: *begr|undes*."""


def parts(folded: str, *, name: bool = False) -> tuple[str, ...]:
    """Return the parts of a folded compound, links kept, none where it is not one.

    Put together the parts are the word again. `name`: it is written with a capital.
    """
    if len(folded) > _LONGEST_COMPOUND:
        return ()
    found = _parts(folded, name)
    return found if len(found) > 1 else ()


def is_listed(folded: str) -> bool:
    """Tell whether a folded word is on the list, or made of words that are."""
    if len(folded) > _LONGEST_COMPOUND:
        return False
    return folded in _listed() or stem(folded) in _by_stem() or bool(_all_known(folded))


def without_link(part: str) -> str:
    """Return a part without the -s- that links it to the next: *kvalitets* → *kvalitet*."""
    if part.endswith("s") and (_LINKED.fullmatch(part) or part[:-1] in _listed()):
        return part[:-1]
    return part


@lru_cache(maxsize=65_536)
def _parts(word: str, name: bool) -> tuple[str, ...]:
    if len(word) < _SHORTEST_COMPOUND or not (word.isalpha() and word.isascii()):
        return (word,)
    if stem(word) in _by_stem() or word in _listed():
        return (word,)
    if known := _all_known(word):
        return known
    best = max((_rank(word, at, name), at) for at in range(_SHORTEST_PART, len(word) - 2))
    if best[0] == (0, 0):
        return (word,)
    return _parts(word[: best[1]], name) + _parts(word[best[1] :], name)


def _rank(word: str, at: int, name: bool) -> tuple[int, int]:
    """Return how good a boundary is: its sort, then the length of what vouches for it."""
    left, right = word[:at], word[at:]
    if not _possible(left, right):
        return (0, 0)
    if _LINKED.fullmatch(left):
        return (3, len(left))
    if name and not _is_no_name(right):
        return (0, 0)
    if (anchor := _anchor_last(right)) >= _SHORTEST_ANCHOR:
        return (2, anchor)
    if not name and left in _listed() and len(left) >= _SHORTEST_ANCHOR:
        return (1, len(left))
    return (0, 0)


def _is_no_name(last: str) -> bool:
    """Tell whether a last part has an ending that no name has, and is no part of a place's."""
    return _DEFINITE.fullmatch(last) is not None and stem(last) not in _place_stems()


@lru_cache(maxsize=1)
def _place_stems() -> frozenset[str]:
    return frozenset(map(stem, _PLACES.split()))


def _possible(left: str, right: str) -> bool:
    """Tell whether both sides can be words, listed or not."""
    if min(len(left), len(right)) < _SHORTEST_UNKNOWN:
        return False
    if _BREAKS_OFF.search(left) or not _STARTS.match(right) or not _STARTS.match(left):
        return False
    return bool(_by_stem().get(stem(right))) or not _DERIVED.fullmatch(right)


def _anchor_last(part: str) -> int:
    """Return the length of the listed word that a last part is a form of, 0 for none."""
    if (length := _by_stem().get(stem(part))) is not None:
        return length
    return len(part) if _all_known(part) else 0


@lru_cache(maxsize=65_536)
def _all_known(word: str) -> tuple[str, ...]:
    """Return the fewest listed words, at least two, that make up `word`, none where they do not."""
    shortest: tuple[str, ...] = ()
    for at in range(_SHORTEST_PART, len(word) - 2):
        left, right = word[:at], word[at:]
        if not (left in _listed() or (left.endswith("s") and left[:-1] in _listed())):
            continue
        rest = (right,) if stem(right) in _by_stem() else _all_known(right)
        # Of two ways with equally many parts the one with the longer first part is taken last.
        if rest and (not shortest or len(rest) + 1 <= len(shortest)):
            shortest = (left, *rest)
    return shortest


@lru_cache(maxsize=1)
def _listed() -> frozenset[str]:
    lines = _LIST.read_text(encoding="utf-8").splitlines()
    words = (word for line in lines if not line.startswith("#") for word in line.split())
    return frozenset(fold(word) for word in words)


@lru_cache(maxsize=1)
def _by_stem() -> dict[str, int]:
    """Return the stems of the listed words, with the length of the longest word that has it."""
    lengths: dict[str, int] = {}
    for word in _listed():
        root = stem(word)
        if len(root) >= _SHORTEST_PART:
            lengths[root] = max(len(word), lengths.get(root, 0))
    return lengths
