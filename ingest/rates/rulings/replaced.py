"""What ended where its paper says from when there is another amount: today's, or the one before."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise, permutations

from index.danish.folding import fold
from index.danish.words import term_set
from index.documents import Document, Item
from index.rates.rate import Rate, Validity
from index.spans import Span
from ingest.rates.sentences.disclaimers import is_conditional
from ingest.rates.sentences.things import are_of_one_thing

_TODAY = re.compile(
    r"\b(?:i\s+dag|nu|aktuelt|nuværende|p\.?t\.|for\s+tiden|for\s+øjeblikket|gældende|currently|today"
    r"|at\s+present|now)(?![\w])",
    re.IGNORECASE,
)
_HAS_BEEN = re.compile(r"\bhar\b[^.]{0,20}\bværet\b|\bhas\s+been\b", re.IGNORECASE)
"""What its paper says of an amount until now: "har siden 2019 været 75 kr."."""
_FROM = re.compile(
    r"\W*(?:stk\.\s*\d+\W*)?(?:fra(?:\s+og\s+med)?|pr\.|med\s+virkning\s+fra|from|as\s+of|with\s+effect\s+from)\s"
    r"[^.]{0,4}\d",
    re.IGNORECASE,
)
"""How a sentence begins that tells what holds from a day on."""
_CHANGES = re.compile(
    r"\b(?:hæves|forhøjes|stiger|nedsættes|sænkes|ændres|reguleres|opreguleres|bliver|raised|increased|reduced"
    r"|changed|becomes|rises)\b",
    re.IGNORECASE,
)
_DAY = timedelta(days=1)


def with_ends(rates: Sequence[Rate], document: Document) -> list[Rate]:
    """Return rates, those of today with the day before the one from which another was decided."""
    ended = {
        id(old): until for item in document.items for old, until in _ends(rates, item, document)
    }
    ended |= _followed(rates, document) | _goes_on(rates, document)
    return [
        replace(rate, validity=Validity(rate.validity.since, ended[id(rate)]))
        if id(rate) in ended
        else rate
        for rate in rates
    ]


def _goes_on(rates: Sequence[Rate], document: Document) -> dict[int, date]:
    """Return when rates ended of which the next sentence tells the next amount, and from when.

    "Formanden modtager 7.000 kr. pr. år. Fra den 1. januar 2025 er beløbet 7.500 kr. pr. år." The
    next may be counted per something else, where it begins with its day.
    """
    return {
        id(old): new.validity.since - _DAY
        for old, new in pairwise(rates)
        if new.validity.since
        and not is_conditional(new.span.of(document.text))
        and (_is_same(old, new) or _is_counted_anew(old, new, document))
        and (old.validity.since or date.min) < new.validity.since
        and (old.validity.until is None)
        and not document.text[old.span.end : new.span.start].strip()
        and "\n\n" not in document.text[old.span.end : new.span.start]
    }


def _followed(rates: Sequence[Rate], document: Document) -> dict[int, date]:
    """Return when rates ended that begin on a day, where their paper has another from a later one.

    In another part of the paper the same name may be of another thing, unless it tells a change.
    """
    begun: defaultdict[object, list[Rate]] = defaultdict(list)
    for rate in rates:
        if rate.validity.since and not (rate.proposed or _is_yearly(rate)):
            begun[_mark(rate)].append(rate)
    places = [section.span for section in document.sections]
    ended: dict[int, date] = {}
    for same in begun.values():
        for old, new in permutations(same, 2):
            since, day = old.validity.since, new.validity.since
            if old.validity.until is not None or not (since and day and since < day):
                continue
            near = _place(old, places) == _place(new, places)
            if is_conditional(new.span.of(document.text)):
                continue
            if old.span != new.span and (near or _tells_change(new, document)):
                ended[id(old)] = min(ended.get(id(old), date.max), day - _DAY)
    return ended


def _place(rate: Rate, places: Sequence[Span]) -> Span | None:
    inside = [place for place in places if place.contains(rate.span)]
    return min(inside, key=lambda place: place.end - place.start, default=None)


def _tells_change(rate: Rate, document: Document) -> bool:
    words = rate.span.of(document.text)
    return _FROM.match(words) is not None or _CHANGES.search(words) is not None


def _is_counted_anew(old: Rate, new: Rate, document: Document) -> bool:
    """Tell whether the same thing is paid per something else from the day on that opens it."""
    if _mark(replace(old, unit=new.unit)) != _mark(new) or old.span == new.span:
        return False
    yearly = _is_yearly(old) or _is_yearly(new)
    return not yearly and _FROM.match(new.span.of(document.text)) is not None


def _is_same(old: Rate, new: Rate) -> bool:
    return _mark(old) == _mark(new) and old.span != new.span and not _is_yearly(old)


def _is_yearly(rate: Rate) -> bool:
    return rate.agreement_year is not None or rate.every_year


def _mark(rate: Rate) -> object:
    """Return what is the same of two amounts of one thing, whatever form its name stands in."""
    # "Kørselstilskud" and "kørselstilskuddet", "Honoraret" and "honoraret".
    # Word for word, for "under 8 m" and "over 8 m" differ in one that has no stem.
    name = tuple(frozenset(term_set(word)) or fold(word) for word in rate.name.split())
    yearly = rate.agreement_year, rate.every_year
    return name, fold(rate.payee or ""), rate.unit, rate.agreement, rate.proposed, rate.note, yearly


def _ends(rates: Sequence[Rate], item: Item, document: Document) -> Iterator[tuple[Rate, date]]:
    here = [rate for rate in rates if item.span.contains(rate.span) and not rate.proposed]
    for old in here:
        words = old.span.of(document.text)
        begun = old.validity.since if _HAS_BEEN.search(words) else None
        if old.validity.until or (old.validity.since and not begun):
            continue
        if not (begun or _TODAY.search(words)):
            continue
        days = {
            new.validity.since
            for new in here
            if new.validity.since
            and (begun is None or begun < new.validity.since)
            and new.amount != old.amount
            and _is_one(old, new)
        }
        if len(days) == 1:
            yield old, days.pop() - _DAY


def _is_one(old: Rate, new: Rate) -> bool:
    """Tell whether two rates of an item have one unit, and no names that say different things."""
    if old.unit != new.unit or old.agreement_year or new.agreement_year:
        return False
    return are_of_one_thing(old, new)
