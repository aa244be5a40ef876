"""Amounts of an item's prose and tables that its decision did not take as they stand.

"Gæsteplads: 150 kr. (2020)" in a table is what was recommended, where the decision is "godkendt,
dog forbliver prisen for en gæsteplads 140 kr.". What was yet to come when the body met is no rate
by an item that was put off, sent onward or changed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from index.danish.words import term_set
from index.decisions import Decision, Outcome
from index.documents import Document, Item
from index.rates.rate import Doubt, DoubtKind, Rate
from index.spans import Span
from ingest.rates.rulings.approvals import is_approved
from ingest.rates.rulings.named import adopts_the_rest
from ingest.rates.rulings.of_clauses import ruling_of
from ingest.rates.sentences.things import are_of_one_thing, thing_words

_OF_RATES = re.compile(
    r"takst|sats(?:en|er|erne)?\b|honorar|gebyr|afgift|kontingent|egenbetaling|vederlag|diæt|godtgørelse"
    r"|pris(?:en|er|erne)?\b|betaling|tilskud|\b(?:rate|fee|charge|price|tariff|allowance)s?\b",
    re.IGNORECASE,
)


def with_overruled(rates: Sequence[Rate], document: Document) -> list[Rate]:
    """Return rates, those as proposals that an item's decision did not take as they stand."""
    fell = {id(rate) for item in document.items for rate in _fell(rates, item, document)}
    return [
        replace(rate, doubts=(*rate.doubts, Doubt(DoubtKind.PROPOSED)))
        if id(rate) in fell
        else rate
        for rate in rates
    ]


def _fell(rates: Sequence[Rate], item: Item, document: Document) -> Iterator[Rate]:
    decision = document.decision_of(item.index)
    here = [rate for rate in rates if item.span.contains(rate.span)]
    if decision is None or not here:
        return
    asked = [rate for rate in here if _stands_in(rate, decision.recommendation)]
    settled = [rate for rate in here if _stands_in(rate, decision.words) and not rate.proposed]
    for rate in here:
        stands = _is_taken(decision, item, document, rate.validity.since)
        if rate.proposed or rate in settled:
            continue
        if rate in asked:
            if any(_replaces(one, rate, here) for one in settled):
                yield rate  # what its decision gives another amount for
            continue
        if any(_repeats(one, rate) for one in asked if one.proposed):
            yield rate
        elif _is_coming(rate, document):
            # "At taksterne godkendes" takes those that stand above it.
            open_ = not (asked or stands or _is_spared(rate, here, decision, document))
            if open_ or any(_replaces(one, rate, here) for one in settled):
                yield rate


def _is_taken(decision: Decision, item: Item, document: Document, since: date | None) -> bool:
    """Tell whether what an item gives as coming stands: approved, noted, or not its matter.

    What is approved from another day than the one it was to come on is told by no figure.
    """
    if decision.outcome is Outcome.NOTED or is_approved(decision, document.text):
        return True
    words = " ".join(span.of(document.text) for span in decision.recommendation)
    if not words or not _OF_RATES.search(f"{item.title} {words}"):
        return True
    whole = Span(decision.recommendation[0].start, decision.recommendation[-1].end)
    ruling = ruling_of(document, decision, whole)
    return ruling is not None and ruling.since in {None, since}


def _is_coming(rate: Rate, document: Document) -> bool:
    """Tell whether a rate was yet to begin when its paper was written."""
    since = rate.validity.since
    return since is not None and (document.date is None or since > document.date)


def _is_spared(rate: Rate, here: Sequence[Rate], decision: Decision, document: Document) -> bool:
    """Tell whether the change that an approval makes names another rate of the item, not this."""
    if not adopts_the_rest(decision, document):
        return False
    said = term_set(" ".join(span.of(document.text) for span in decision.words))
    mine = thing_words(rate) & said
    others = [thing_words(other) for other in here if other.name != rate.name]
    return any(words and words <= said and mine < words for words in others)


def _replaces(settled: Rate, rate: Rate, here: Sequence[Rate]) -> bool:
    """Tell whether a decision gives another amount for what a rate is for, at one time with it.

    Where one of the item is called as the decision says, no other of its kind is meant: "leje af
    trailer" is no "leje af telt".
    """
    called = thing_words(settled)
    if called and thing_words(rate) != called:
        others = (one for one in here if one is not settled and one.amount != settled.amount)
        if any(thing_words(one) == called for one in others):
            return False
    return (
        settled.amount != rate.amount
        and settled.unit.agrees_with(rate.unit)
        and settled.validity.overlaps(rate.validity)
        and are_of_one_thing(settled, rate)
    )


def _repeats(asked: Rate, rate: Rate) -> bool:
    """Tell whether prose only says beforehand what is then recommended."""
    return asked.amount == rate.amount and asked.unit == rate.unit and are_of_one_thing(asked, rate)


def _stands_in(rate: Rate, places: Sequence[Span]) -> bool:
    return any(place.overlaps(rate.span) for place in places)
