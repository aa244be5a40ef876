"""What a decision leaves as it was recommended when it changes something else.

"Godkendt med den ændring, at honoraret er 70 kr." says nothing of the day: it is the one that was
recommended. "Godkendt for 2031" grants one year of two.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from index.danish.days import find_dates
from index.decisions import Decision, Outcome
from index.documents import Document, Item
from index.rates.rate import UNDATED, Rate, Validity
from index.spans import Span
from ingest.rates.sentences.things import are_of_one_thing
from ingest.structure.outcomes.coverage import years_granted


def as_recommended(rates: Sequence[Rate], document: Document) -> list[Rate]:
    """Return rates, with the day of the recommendation or the years that were granted of it."""
    times = {
        id(rate): validity
        for item in document.items
        for rate, validity in _times(rates, item, document)
    }
    return [
        replace(rate, validity=times[id(rate)]) if id(rate) in times else rate for rate in rates
    ]


def _times(
    rates: Sequence[Rate], item: Item, document: Document
) -> Iterator[tuple[Rate, Validity]]:
    decision = document.decision_of(item.index)
    if decision is None or decision.outcome is not Outcome.APPROVED_WITH_CHANGE:
        return
    here = [rate for rate in rates if item.span.contains(rate.span)]
    asked = [rate for rate in here if _stands_in(rate, decision.recommendation)]
    granted = _years(decision, document)
    for rate in asked:
        since, until = rate.validity.since, rate.validity.until
        if granted and since and until and since.year in granted and until.year not in granted:
            yield rate, Validity(since, date(max(granted), 12, 31))
    words = "\n".join(place.of(document.text) for place in decision.words)
    if find_dates(words):
        return
    for rate in here:
        if not _stands_in(rate, decision.words) or rate.validity != UNDATED:
            continue
        alike = (a for a in asked if a.unit == rate.unit and are_of_one_thing(a, rate))
        days = {one.validity for one in alike if one.validity.since}
        if len(days) == 1:
            yield rate, days.pop()


def _years(decision: Decision, document: Document) -> frozenset[int]:
    words, asked = (
        "\n".join(place.of(document.text) for place in places)
        for places in (decision.words, decision.recommendation)
    )
    return years_granted(words, asked)


def _stands_in(rate: Rate, places: Sequence[Span]) -> bool:
    return any(place.overlaps(rate.span) for place in places)
