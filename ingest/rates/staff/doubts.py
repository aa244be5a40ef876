"""What a table's figures tell only together: two ways of writing, sums, a misplaced comma."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from index.danish.folding import fold
from ingest.rates.sentences.misprints import leapt
from ingest.rates.staff.series import Placed
from ingest.rates.staff.sheets import CellError

_SUM = re.compile(
    r"(?:i\s*alt|sum|total(?:t|en)?|subtotal|hovedsum|samlet(?:\s+sum)?)\s*[:.]?", re.I
)
_ENGLISH = re.compile(r"\d,\d{3}\.\d|\d(?:,\d{3}){2,}(?!\d)|(?<![\d.,])\d+\.\d{1,2}(?![\d.,])")
_DANISH = re.compile(r"\d\.\d{3},\d|\d(?:\.\d{3}){2,}(?!\d)|(?<![\d.,])\d+,\d{1,2}(?![\d.,])")
_EITHER = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?P<mark>[.,])\d{3}(?![\d.,])")


def is_sum(name: str) -> bool:
    """Tell whether a row is named for a sum of others ("I alt"), and so is no rate."""
    return _SUM.fullmatch(name.strip()) is not None


def ambiguous(placed: Sequence[Placed]) -> list[CellError]:
    """Return errors of figures such as "1,234" that nothing in the table tells to be either."""
    figures = [one.rate.printed for one in placed]
    danish = any(map(_DANISH.search, figures))
    english = any(map(_ENGLISH.search, figures))
    english = english or (not danish and any(one.header.english for one in placed))
    marks = {found["mark"] for figure in figures if (found := _EITHER.search(figure))}
    if danish and not english:
        return []
    # A point groups thousands in Danish; three decimals are as rare as an English comma.
    read = marks if english or len(marks) > 1 else {","}
    return [
        one.error("amount", f"{one.rate.printed!r} may be thousands or decimals in this table")
        for one in placed
        if (found := _EITHER.search(one.rate.printed)) and found["mark"] in read
    ]


def with_leaps(placed: Sequence[Placed]) -> list[Placed]:
    """Return the rates, one that is many times all others of its name marked as doubtful."""
    series: defaultdict[object, list[Placed]] = defaultdict(list)
    for one in placed:
        series[fold(one.rate.name), one.rate.unit].append(one)
    return [
        replace(one, rate=leapt(one.rate, [o.rate for o in same if o is not one]))
        for one in placed
        for same in [series[fold(one.rate.name), one.rate.unit]]
    ]
