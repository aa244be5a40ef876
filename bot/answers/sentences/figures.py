"""Whether sentences give different figures for what is asked."""

from collections.abc import Sequence
from decimal import Decimal

from index.danish.numbers import find_numbers


def differ(question: str, sentences: Sequence[str]) -> bool:
    """Tell whether at least two sentences give figures, and none of one's is among the other's.

    Figures of the question itself ("in 2018", "gruppe 1") are left out.
    """
    asked = _values(question)
    given = [values for sentence in sentences if (values := _values(sentence) - asked)]
    return any(not (one & other) for i, one in enumerate(given) for other in given[i + 1 :])


def _values(text: str) -> frozenset[Decimal]:
    return frozenset(value for number in find_numbers(text) for value in number.values)
