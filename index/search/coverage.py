"""How much of a question stands in a text: the sign by which an answer is told from a near miss.

Every content word weighs by how rare it is in the archive, one that the archive does not hold at
all the most: "What is the capital of France?" finds passages on capital, but nothing of France.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from index.archive import Term
from index.search.holdings import Words
from index.search.terms import Asked, Form, Part
from index.words import Field

_MEETING_SHARE = 0.15
"""What a word of every meeting weighs, of what its rarity would give it. Not nothing, so that a
question of such words alone still ranks what holds them first."""
_PART_OF_COMPOUND = 0.4
"""What it counts when only a part of a compound that was asked for stands there."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A word of the question with what it weighs in this archive."""

    asked: Asked
    weight: float
    known: bool
    """Whether any of its forms stands anywhere in the archive."""
    reach: float
    """How far any text of the archive can hold it, 0–1."""

    def share_in(self, terms: frozenset[str]) -> float:
        """Return how far the word stands among the terms of a text, 0–1."""
        best = 0.0
        for form in self.asked.forms:
            if terms.issuperset(form.terms):
                if form.whole:
                    return 1.0
                best = _PART_OF_COMPOUND
        return best

    def as_term(self) -> Term:
        """Return what a reader of the result is told of it."""
        forms = dict.fromkeys(" ".join(form.terms) for form in self.asked.forms if form.whole)
        return Term(self.asked.text, tuple(forms), self.weight, self.known, self.asked.translated)


def weigh(asked: Iterable[Asked], words: Words) -> tuple[Weighed, ...]:
    """Weigh the words of a question; those that only say what sort of answer is wanted are gone."""
    return tuple(_weighed(one, words) for one in asked if one.part is not Part.QUESTION)


def coverage(weighed: Sequence[Weighed], *texts: frozenset[str]) -> float:
    """Return the share of the question's weight that stands in some of the texts, 0–1.

    Args:
        weighed: The words of the question.
        texts: The terms of each passage; a form of several words must stand in one of them whole.
    """
    total = sum(one.weight for one in weighed)
    if not total or not texts:
        return 0.0
    return sum(one.weight * max(map(one.share_in, texts)) for one in weighed) / total


def known_share(weighed: Sequence[Weighed]) -> float:
    """Return the share of the question's weight that stands anywhere in the archive, 0–1."""
    total = sum(one.weight for one in weighed)
    return sum(one.weight * one.reach for one in weighed) / total if total else 0.0


def stands(term: Term, terms: frozenset[str]) -> bool:
    """Tell whether a word of the question stands in a text, in any form.

    Args:
        term: A word of `Found.terms`.
        terms: The text's `index_terms`.
    """
    return any(terms.issuperset(form.split()) for form in term.forms)


def _weighed(asked: Asked, words: Words) -> Weighed:
    frequency = max((_frequency(form, words) for form in asked.forms if form.whole), default=0)
    # As BM25 weighs; a word that stands nowhere gets the most there is.
    rarity = log(1 + (words.passages - frequency + 0.5) / (frequency + 0.5))
    share = _MEETING_SHARE if asked.part is Part.MEETING else 1.0
    reach = 1.0 if frequency else _PART_OF_COMPOUND * _partly_known(asked, words)
    return Weighed(asked, rarity * share, frequency > 0, reach)


def _partly_known(asked: Asked, words: Words) -> bool:
    return any(_frequency(form, words) for form in asked.forms if not form.whole)


def _frequency(form: Form, words: Words) -> int:
    """Return in how many passages a form can stand at most: as often as its rarest term."""
    return min(
        words.document_frequency(term) or words.document_frequency(term, Field.HEADER)
        for term in form.terms
    )
