"""Several prices of one row, each in a column that says for whom: "Pris medlem", "Pris gæst"."""

import re
from collections.abc import Iterator

from index.rates.units import parse_unit, unit_in_cell
from ingest.rates.staff.sheets import Row

_WORD = r"(?:pris|takst|sats|beløb|gebyr|honorar|betaling|price|fee|rate|amount|charge|tariff)"
_BEFORE = re.compile(
    rf"{_WORD}(?:en|n|et|er|erne|s)?[\s:,(\u2013-]+(?:for\s+)?(?P<whose>[^\d()]{{3,40}}?)\s*\)?",
    re.IGNORECASE,
)
_BEHIND = re.compile(rf"(?P<whose>[^\d()]{{3,40}}?)(?:\s+|-|s)?{_WORD}", re.IGNORECASE)
_OF_TIME_OR_KIND = re.compile(
    r"\b(?:gammel|gamle|ny|nye|nuværende|tidligere|kommende|før|efter|nu|foreslået|forslag|budget|regnskab|samlet|i\s*alt|total|enheds|pr|per"
    r"|old|new|current|previous|former|next|proposed|unit|moms|vat|afgift|excl|incl|ekskl|inkl|eksklusive?|inklusive?|uden|med|navn\w*|name)\b",
    re.IGNORECASE,
)
"""What tells a time, a kind or the tax of an amount, and not for whom it is."""


def priced_columns(row: Row) -> Iterator[tuple[int, str]]:
    """Yield the columns of a header that give a price for somebody, with the words for whom."""
    for at, cell in enumerate(row.cells):
        heading = cell.shown.strip()
        found = _BEFORE.fullmatch(heading) or _BEHIND.fullmatch(heading)
        if found is None:
            continue
        whose = found["whose"].strip(" -,:")
        is_unit = parse_unit(whose) is not None or unit_in_cell(whose) is not None
        if len(whose) > 2 and not (is_unit or _OF_TIME_OR_KIND.search(whose)):
            yield at, whose.lower()
