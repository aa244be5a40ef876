"""A supplement to an agreement: which one it amends, and from when it applies."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from index.danish.days import find_dates
from index.danish.sentences import sentences
from index.documents import Document
from index.rates.rate import Rate, Validity
from index.rates.supplements import SUPPLEMENT, is_supplement

_HEAD_LENGTH = 400
"""Characters at the top of a supplement in which it names its agreement."""
_WRAPPED = r"\n(?=(?-i:[a-zæøå])|(?:19|20)\d\d)"
"""Where a name goes on in the next line."""
_AMENDS = re.compile(
    rf"{SUPPLEMENT}(?!\w)[^.\n]{{0,20}}(?:nr\.?\s*\d+)?\W*\s(?:til|to)\s+(?:den\s+|the\s+)?"
    r"(?P<kind>(?:[\wæøå]+-?)?(?:aftale|overenskomst|kontrakt|agreement|contract))(?:en|n)?\s+"
    rf"(?P<of>(?:om|for|vedr\w*\.?|on)\s+(?:[^.,;:(\n]|{_WRAPPED})+?)"
    r"(?=\s+(?:mellem|imellem|indgået|af\s+(?:den\s+|d\.\s*)?\d|underskrevet|gældende|between|of\s+\d)\b"
    rf"|\s*(?:[.,;:(]|(?!{_WRAPPED})\n|$))",
    re.IGNORECASE,
)
"""What it calls itself, and the agreement: "Allonge nr. 2 til Aftale om snerydning 2021-2024"."""
_BEGINS = re.compile(
    r"\b(?:allongen|tillægget|\w*tillægsaftalen|\w*tillægsoverenskomsten|aftaletillægget|addendum)\b"
    r"[^.]{0,40}?\b(?:træder\s+i\s+kraft|trådte\s+i\s+kraft|gælder|har\s+virkning|får\s+virkning"
    r"|er\s+gældende|applies|takes\s+effect)\s+(?:fra(?:\s+og\s+med)?\s+|pr\.?\s+|from\s+|on\s+)?"
    r"(?:den\s+|d\.\s*)?$",
    re.IGNORECASE,
)
"""What stands before the first day of a supplement."""


def amended_by(document: Document) -> str | None:
    """Return the name of the agreement that a supplement amends, `None` for any other paper."""
    if not is_supplement(document.title):
        return None
    # A title that goes on in the next line was cut short.
    for words in (document.text[:_HEAD_LENGTH], document.title):
        if found := _AMENDS.search(words):
            return f"{found['kind'].capitalize()} {' '.join(found['of'].split())}"
    return None


def with_first_day(rates: Sequence[Rate], document: Document) -> list[Rate]:
    """Return rates, those of a supplement that tell no time from the day on which it begins."""
    first = _first_day(document)
    if first is None:
        return list(rates)
    return [
        rate
        if rate.validity.dated or rate.agreement_year or rate.every_year
        else replace(rate, validity=Validity(first))
        for rate in rates
    ]


def _first_day(document: Document) -> date | None:
    """Return the one day on which a supplement says that it begins."""
    if amended_by(document) is None:
        return None
    days = {
        day
        for place in sentences(document.text)
        for words in [place.of(document.text)]
        for span, day in find_dates(words)
        if _BEGINS.search(words[: span.start])
    }
    return days.pop() if len(days) == 1 else None
