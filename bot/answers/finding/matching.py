"""How much of a question stands in a stretch of text."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain

from bot.replies import Language
from index.archive import Term
from index.danish import compounds
from index.danish.stems import stem
from index.danish.stopwords import SMALL
from index.danish.words import folded_words, term_set
from index.search.coverage import forms_of, stands

PARTLY = 0.5
"""What it counts when only a part of a compound stands there: "besøg" for "hjemmebesøg"."""


_SHORT = 3
"""Letters of a part of a compound that mean too little by themselves."""

_SIDE_BY_SIDE = 3
"""Words within which the parts of a compound must stand: "tilskud til mad"."""


@cache
def small_words(language: Language) -> frozenset[str]:
    """Return the words that say nothing of a subject, parted as those of a text are: "let", "s"."""
    return frozenset(folded for word in SMALL[language] for folded in folded_words(word))


def matched(terms: Sequence[Term], text: str) -> frozenset[str]:
    """Return the question's words that stand in `text` in any form."""
    words = term_set(text)
    return frozenset(term.text for term in terms if stands(term, words))


def together(term: Term, text: str) -> bool:
    """Tell whether a text has a word of the question, or its parts side by side.

    "Arbejde i borgernes hjem" is not "hjemmearbejde" where the two stand sentences apart.
    """
    forms, there = forms_of(term.forms), term_set(text)
    if not forms.single.isdisjoint(there):
        return True
    parted = [form for form in forms.several if there.issuperset(form)]
    if not parted:
        return False
    words = [_terms_of(word) for word in text.split()]
    near = (frozenset().union(*words[at : at + _SIDE_BY_SIDE]) for at in range(len(words)))
    return any(any(map(window.issuperset, parted)) for window in near)


def names_thing(term: Term, text: str, title: str) -> bool:
    """Tell whether a text is about the thing that a word names, as one word, in parts or in part.

    The last part of a compound is what it is a sort of, so "strategien" may be the
    "biblioteksstrategi"; the first part names it only in the title. "Arbejdstid" and "borgernes
    hjem" are no "hjemmearbejde".
    """
    if together(term, text):
        return True
    words = frozenset(folded_words(text))
    lasts = frozenset(chain.from_iterable(_last(form) for form in term.forms))
    if lasts and any(not lasts.isdisjoint(_own(word)) for word in words):
        return True
    if _end_with(term.forms, words):
        return True
    firsts = frozenset(chain.from_iterable(_first(form) for form in term.forms))
    above = frozenset(part for word in folded_words(title) for part in (stem(word), *_first(word)))
    return not firsts.isdisjoint(above)


def stands_or_joins(term: Term, text: str) -> bool:
    """Tell whether a text has a word of the question, alone or as an end of a longer word.

    The last part of what is asked is not enough: "ventetid" is none of a "hospiceplads".
    """
    if together(term, text):
        return True
    words = frozenset(folded_words(text))
    return _begin_with(term.forms, words) or _end_with(term.forms, words)


def _begin_with(forms: Iterable[str], words: Iterable[str]) -> bool:
    """Tell whether a word is a compound of which a form is the first part, in no list of ours."""
    parts = _may_be_parts(forms)
    return bool(parts) and any(
        word.startswith(parts) and any(_is_longer(word, p) and word.startswith(p) for p in parts)
        for word in words
    )


def _end_with(forms: Iterable[str], words: Iterable[str]) -> bool:
    """Tell whether a word is a compound of which a form is the last part, in no list of ours."""
    parts = _may_be_parts(forms)
    least = min(map(len, parts), default=0) + _SHORT
    return bool(parts) and any(
        len(word) >= least
        and stem(word).endswith(parts)
        and any(_is_longer(word, p) and stem(word).endswith(p) for p in parts)
        for word in words
    )


def _may_be_parts(forms: Iterable[str]) -> tuple[str, ...]:
    return tuple(form for form in forms if len(form) >= _LONG and " " not in form)


def _is_longer(word: str, part: str) -> bool:
    return len(word) >= len(part) + _SHORT


_LONG = 5
"""Letters of an ending from which it is a word of its own and no ending."""


@lru_cache(maxsize=65_536)
def _terms_of(word: str) -> frozenset[str]:
    return term_set(word)


@lru_cache(maxsize=65_536)
def _own(word: str) -> frozenset[str]:
    """Return the stems of a word, and of the last part of a compound."""
    return frozenset((stem(word), *_last(word)))


@lru_cache(maxsize=65_536)
def _last(word: str) -> frozenset[str]:
    """Return the stem of the last part of a compound, nothing of any other word."""
    parts = compounds.parts(word)
    return frozenset({stem(parts[-1])} if parts and len(parts[-1]) > _SHORT else ())


@lru_cache(maxsize=65_536)
def _first(word: str) -> frozenset[str]:
    """Return the stem of the first part of a compound, nothing of any other word."""
    parts = compounds.parts(word)
    return frozenset({stem(compounds.without_link(parts[0]))} if parts else ())


def shares(terms: Sequence[Term], text: str) -> Mapping[str, float]:
    """Return how far each of the question's words stands in `text`: 1 whole, `PARTLY` in part."""
    words = term_set(text)
    found = {}
    for term in terms:
        if stands(term, words):
            found[term.text] = 1.0
        elif not words.isdisjoint(_parts_of(term.forms)):
            found[term.text] = PARTLY
    return found


def coverage(terms: Sequence[Term], present: frozenset[str] | Mapping[str, float]) -> float:
    """Return the share of the question's weight that `present` words carry, 0–1."""
    total = sum(term.weight for term in terms)
    if not total:
        return 0.0
    if isinstance(present, Mapping):
        return sum(term.weight * present.get(term.text, 0.0) for term in terms) / total
    return sum(term.weight for term in terms if term.text in present) / total


@lru_cache(maxsize=4_096)
def _parts_of(forms: tuple[str, ...]) -> frozenset[str]:
    return frozenset(chain.from_iterable(map(_parts, forms)))


@lru_cache(maxsize=16_384)
def _parts(form: str) -> frozenset[str]:
    """Return the parts of a compound, without itself and without bits too short to mean much."""
    return frozenset(p for p in term_set(form) if p != form and len(p) > _SHORT)


def without_bodies(text: str, head: Sequence[Term]) -> str:
    """Return a text without the names of committees, unless one is asked about.

    The "Praksisplanudvalg" is not the "praksisplan".
    """
    if any(_COMMITTEE.search(term.text) for term in head):
        return text
    return _COMMITTEE.sub(" ", text.lower())


_COMMITTEE = re.compile(
    r"\b\w{3,}(?:udvalg|råd|raad|bestyrelse|styregruppe|nævn|naevn|kommission)(?:e|et|en|ets|ens|s)?\b"
)
