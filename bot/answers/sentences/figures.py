"""Whether sentences give different figures for what is asked."""

import re
from collections.abc import Sequence
from decimal import Decimal

from index.danish.days import without_dates
from index.danish.numbers import find_numbers

_YEAR = re.compile(
    r"(?<![\d.,])(?:19|20)\d{2}(?![\d.,]*\d)(?!\s*(?:kr|kroner|DKK|%|pct))", re.IGNORECASE
)


def differ(question: str, sentences: Sequence[str]) -> bool:
    """Tell whether at least two sentences give figures, and none of one's is among the other's.

    Figures of the question itself ("in 2018", "gruppe 1") are left out, and days and years: that
    two sentences are both of 1 May does not make 74 and 78 one figure.
    """
    asked = _values(question)
    given = [values for sentence in sentences if (values := _values(sentence) - asked)]
    return any(not (one & other) for i, one in enumerate(given) for other in given[i + 1 :])


def _values(text: str) -> frozenset[Decimal]:
    numbers = find_numbers(_YEAR.sub(" ", without_dates(text)))
    return frozenset(value for number in numbers for value in number.values)
