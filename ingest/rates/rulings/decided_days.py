"""The day from which a decision says that all the amounts of its item hold.

"Godkendt, dog er prisen 40 kr. Taksterne gælder fra 1. januar 2024." dates the amount before it,
and those of the table that it adopts.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from index.danish.days import find_dates
from index.danish.sentences import sentences
from index.documents import Document, Item
from index.rates.rate import UNDATED, Rate, Validity

_HOLD = re.compile(
    r"\W*(?:(?:de|det|den|disse|alle|samtlige)\s+)?(?:(?:nye|ændrede|vedtagne|øvrige)\s+)?"
    r"(?:takst|pris|sats|gebyr|beløb|honorar|kontingent|leje|afgift|betaling|ændring)(?:er|erne|en|ene|ne|et|n)?\s+"
    r"(?:gælder|træder\s+i\s+kraft|har\s+virkning|får\s+virkning|er\s+gældende)\s+"
    r"(?:(?:fra(?:\s+og\s+med)?|pr\.?|den|d\.)\s*)+$"
    r"|\W*(?:the\s+)?(?:new\s+)?(?:rates|fees|prices|charges)\s+(?:apply|take\s+effect|are\s+in\s+force)\s+(?:from|on|as\s+of)\s+$",
    re.IGNORECASE,
)
"""All that stands before the day; an amount or a name there would be of one rate alone."""


def with_decided_days(rates: Sequence[Rate], document: Document) -> list[Rate]:
    """Return rates, undated ones that a decision adopts from the day that it names for all."""
    since = {
        id(rate): day for item in document.items for rate, day in _dated(item, rates, document)
    }
    return [
        replace(rate, validity=Validity(since[id(rate)])) if id(rate) in since else rate
        for rate in rates
    ]


def _dated(item: Item, rates: Sequence[Rate], document: Document) -> Iterator[tuple[Rate, date]]:
    days = _days(item, document)
    if len(days) != 1:
        return
    (day,) = days
    for rate in rates:
        here = item.span.contains(rate.span) and rate.agreement_year is None
        if here and not rate.proposed and rate.validity == UNDATED:
            yield rate, day


def _days(item: Item, document: Document) -> set[date]:
    """Return the days that sentences of a decision name for all its amounts."""
    decision = document.decision_of(item.index)
    told: set[date] = set()
    for place in decision.words if decision else ():
        words = place.of(document.text)
        for span in sentences(words):
            said = span.of(words)
            found = find_dates(said)
            if len(found) == 1 and _HOLD.fullmatch(said[: found[0][0].start]):
                told.add(found[0][1])
    return told
