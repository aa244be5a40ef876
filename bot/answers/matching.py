"""How much of a question stands in a stretch of text."""

from collections.abc import Sequence

from index.archive import Term
from index.danish.words import term_set
from index.search.coverage import stands


def matched(terms: Sequence[Term], text: str) -> frozenset[str]:
    """Return the question's words that stand in `text` in any form."""
    words = term_set(text)
    return frozenset(term.text for term in terms if stands(term, words))


def coverage(terms: Sequence[Term], present: frozenset[str]) -> float:
    """Return the share of the question's weight that `present` words carry, 0–1."""
    total = sum(term.weight for term in terms)
    return sum(term.weight for term in terms if term.text in present) / total if total else 0.0
