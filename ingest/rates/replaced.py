"""What is paid today, by a paper whose recommendation of another amount was approved: it ended."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

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
    return [
        replace(rate, validity=Validity(None, ended[id(rate)])) if id(rate) in ended else rate
        for rate in rates
    ]


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
