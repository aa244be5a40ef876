"""What ended where its paper says from when there is another amount: today's, or the one before."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from index.danish.words import term_set
from index.documents import Document, Item
from index.rates.rate import Rate, Validity
from ingest.rates.subjects import GENERIC

_TODAY = re.compile(
    r"\b(?:i\s+dag|nu|aktuelt|nuværende|p\.?t\.|for\s+tiden|for\s+øjeblikket|gældende|currently|today"
    r"|at\s+present|now)(?![\w])",
    re.IGNORECASE,
)
_RATE_NAME = re.compile(r"\b\w*(?:takst|sats|honorar|gebyr|pris|betaling|tillæg)\w*\b", re.I)
_DAY = timedelta(days=1)


def with_ends(rates: Sequence[Rate], document: Document) -> list[Rate]:
    """Return rates, those of today with the day before the one from which another was decided."""
    ended = {
        id(old): until for item in document.items for old, until in _ends(rates, item, document)
    }
    ended |= _goes_on(rates, document)
    return [
        replace(rate, validity=Validity(rate.validity.since, ended[id(rate)]))
        if id(rate) in ended
        else rate
        for rate in rates
    ]


def _goes_on(rates: Sequence[Rate], document: Document) -> dict[int, date]:
    """Return when rates ended of which the next sentence tells the next amount, and from when.

    "Formanden modtager 7.000 kr. pr. år. Fra den 1. januar 2025 er beløbet 7.500 kr. pr. år."
    """
    return {
        id(old): new.validity.since - _DAY
        for old, new in pairwise(rates)
        if new.validity.since
        and _is_same(old, new)
        and (old.validity.since or date.min) < new.validity.since
        and (old.validity.until is None)
        and not document.text[old.span.end : new.span.start].strip()
        and "\n\n" not in document.text[old.span.end : new.span.start]
    }


def _is_same(old: Rate, new: Rate) -> bool:
    yearly = old.agreement_year or new.agreement_year or old.every_year or new.every_year
    one = (old.name, old.payee, old.unit, old.agreement, old.proposed, old.note)
    other = (new.name, new.payee, new.unit, new.agreement, new.proposed, new.note)
    return one == other and old.span != new.span and not yearly


def _ends(rates: Sequence[Rate], item: Item, document: Document) -> Iterator[tuple[Rate, date]]:
    here = [rate for rate in rates if item.span.contains(rate.span) and not rate.proposed]
    for old in here:
        if old.validity.dated or not _TODAY.search(old.span.of(document.text)):
            continue
        days = {
            new.validity.since
            for new in here
            if new.validity.since and new.amount != old.amount and _is_of_one_thing(old, new)
        }
        if len(days) == 1:
            yield old, days.pop() - _DAY


def _is_of_one_thing(old: Rate, new: Rate) -> bool:
    """Tell whether two rates of an item have one unit, and no names that say different things."""
    if old.unit != new.unit or old.agreement_year or new.agreement_year:
        return False
    words = [term_set(_RATE_NAME.sub("", rate.name)) for rate in (old, new)]
    plain = any(GENERIC.fullmatch(rate.name) for rate in (old, new))
    return plain or not words[0].isdisjoint(words[1])
