"""Whether sentences give different figures for what is asked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.answers.sentences.excerpts import is_line
from index.danish.days import without_dates
from index.danish.folding import fold
from index.danish.numbers import find_numbers

_YEAR = re.compile(
    r"(?<![\d.,])(?:19|20)\d{2}(?![\d.,]*\d)(?!\s*(?:kr|kroner|DKK|%|pct))", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence, a point of a list or a row of a table, and where it stands."""

    words: str
    document: str

    @property
    def thing(self) -> str | None:
        """What a row or a point is of: its words without figures, folded; `None` of a sentence."""
        if not is_line(self.words):
            return None
        return " ".join(re.sub(r"[^a-z]+", " ", fold(_undated(self.words))).split())


def differ(question: str, told: Sequence[Told]) -> bool:
    """Tell whether at least two give figures for one thing, and none of one's is the other's.

    Figures of the question itself ("in 2018", "gruppe 1") are left out, and days and years: that
    two sentences are both of 1 May does not make 74 and 78 one figure.
    """
    asked = _values(question)
    given = [(one, values) for one in told if (values := _values(one.words) - asked)]
    return any(
        not (values & others) and not _are_lines_of_one_list(one, other)
        for at, (one, values) in enumerate(given)
        for other, others in given[at + 1 :]
    )


def _are_lines_of_one_list(one: Told, other: Told) -> bool:
    """Tell whether a paper lists two things, each with a figure of its own: a budget, a tariff."""
    if one.document != other.document or one.thing is None or other.thing is None:
        return False
    return one.thing != other.thing


def _values(text: str) -> frozenset[Decimal]:
    numbers = find_numbers(_undated(text))
    return frozenset(value for number in numbers for value in number.values)


def _undated(text: str) -> str:
    return _YEAR.sub(" ", without_dates(text))
