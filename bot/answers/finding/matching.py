"""How much of a question stands in a stretch of text."""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from bot.replies import Language
from index.archive import Term
from index.danish.stopwords import SMALL
from index.danish.words import folded_words, term_set
from index.search.coverage import stands

PARTLY = 0.5
"""What it counts when only a part of a compound stands there: "besøg" for "hjemmebesøg"."""


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
    if not stands(term, term_set(text)):
        return False
    words = [term_set(word) for word in text.split()]
    return any(
        stands(term, frozenset().union(*words[at : at + _SIDE_BY_SIDE])) for at in range(len(words))
    )


def shares(terms: Sequence[Term], text: str) -> Mapping[str, float]:
    """Return how far each of the question's words stands in `text`: 1 whole, `PARTLY` in part."""
    words = term_set(text)
    found = {}
    for term in terms:
        if stands(term, words):
            found[term.text] = 1.0
        elif any(not words.isdisjoint(_parts(form)) for form in term.forms):
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


@lru_cache(maxsize=16_384)
def _parts(form: str) -> frozenset[str]:
    """Return the parts of a compound, without itself and without bits too short to mean much."""
    return frozenset(p for p in term_set(form) if p != form and len(p) > 3)
