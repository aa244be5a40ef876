"""How much of a question stands in a text: the sign by which an answer is told from a near miss.

Every content word weighs by how rare it is in the archive, one that the archive does not hold at
all the most: "What is the capital of France?" finds passages on capital, but nothing of France.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
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


_TERMS_KEPT = 4_096
"""Words of questions whose forms stay parted into terms."""


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of a word, to be looked for in one text after the other."""

    single: frozenset[str]
    """Terms that are a form each."""
    several: tuple[frozenset[str], ...]
    """Forms of several terms, all of which must stand in a text."""

    @classmethod
    def of(cls, forms: Iterable[Sequence[str]]) -> "Forms":
        """Part forms by how many terms each has."""
        parted = [frozenset(form) for form in forms]
        return cls(
            frozenset().union(*(form for form in parted if len(form) == 1)),
            tuple(form for form in parted if len(form) != 1),
        )

    def stand_in(self, terms: frozenset[str]) -> bool:
        """Tell whether one of them stands among the terms of a text."""
        return not self.single.isdisjoint(terms) or any(map(terms.issuperset, self.several))


@dataclass(frozen=True)
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
        if self._whole.stand_in(terms):
            return 1.0
        return _PART_OF_COMPOUND if self._in_part.stand_in(terms) else 0.0

    @cached_property
    def _whole(self) -> Forms:
        return Forms.of(form.terms for form in self.asked.forms if form.whole)

    @cached_property
    def _in_part(self) -> Forms:
        return Forms.of(form.terms for form in self.asked.forms if not form.whole)

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
    return forms_of(term.forms).stand_in(terms)


@lru_cache(maxsize=_TERMS_KEPT)
def forms_of(forms: tuple[str, ...]) -> Forms:
    """Return the forms of a word of `Found.terms`, parted into terms."""
    return Forms.of(form.split() for form in forms)


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
