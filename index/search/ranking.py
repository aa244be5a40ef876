"""Two lists of passages into one order, and passages into groups."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from index.passages import Passage, Place


@dataclass(frozen=True, slots=True)
class Blend:
    """How much the two lists and the coverage count; together 1."""

    vectors: float
    words: float
    coverage: float


_WORDS, _COVERAGE = 0.25, 0.35
"""Of a question all of whose words the archive knows. In the middle of a plateau: on three sets of
questions, recall moves by two hundredths between 0.15 and 0.4 of either."""


def blend(known: float) -> Blend:
    """Return how to mix, given the share of the question's weight that the archive knows, 0–1.

    In the archive's language that is nearly all; of an English question what the glossary could
    translate. Where words are missing the vectors, which know both languages, count for more.
    """
    words, coverage = _WORDS * known, _COVERAGE * known
    return Blend(1 - words - coverage, words, coverage)


_LEAST_SPREAD = 0.03
"""Of cosines, from a passage far down the list to the best. With less, all passages are about as
near, and their order is chance that must not be blown up to a full score."""


@dataclass(frozen=True)
class Lists:
    """What the vectors and the words found: score by passage id."""

    cosines: Mapping[str, float]
    usual_cosine: float | None
    words: Mapping[str, float]

    def nearness(self, passage: str) -> float:
        """Return how near the question a passage lies, 0 (as one far down) to 1 (the best)."""
        cosine = self.cosines.get(passage)
        if cosine is None or self.usual_cosine is None:
            return 0.0
        spread = max(self._best_cosine - self.usual_cosine, _LEAST_SPREAD)
        return max(0.0, (cosine - self.usual_cosine) / spread)

    def likeness(self, passage: str) -> float:
        """Return how well the words match, 0 to 1 (the best)."""
        score = self.words.get(passage)
        return score / self._best_score if score else 0.0

    @cached_property
    def _best_cosine(self) -> float:
        return max(self.cosines.values())

    @cached_property
    def _best_score(self) -> float:
        return max(self.words.values())


def usual(cosines: Sequence[float]) -> float | None:
    """Return what a passage far down a list of cosines (best first) scores.

    The mean of the lower half: a single passage at the end may be of any sort.
    """
    lower = cosines[len(cosines) // 2 :]
    return sum(lower) / len(lower) if lower else None


def grouped(passages: Iterable[Passage]) -> dict[Place, list[Passage]]:
    """Put passages of one place together, in the order in which the places are met."""
    groups: dict[Place, list[Passage]] = {}
    for passage in passages:
        groups.setdefault(passage.place, []).append(passage)
    return groups


def together(scores: Iterable[float]) -> float:
    """Return the score of a group: its best passage, and less of each further one.

    An item that speaks of the question in several places is a better answer than one that
    mentions it once, but no number of weak passages makes a strong one.
    """
    best = sorted(scores, reverse=True)[:_COUNTED]
    return sum(score * _FURTHER**rank for rank, score in enumerate(best))


_COUNTED, _FURTHER = 3, 0.15
