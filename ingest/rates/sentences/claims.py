"""Whether the words of a sentence make its figure a rate, and not a sum that was once paid."""

import re
from collections.abc import Sequence

from index.rates.rate import Rate
from index.rates.units import PERCENT, is_period_only
from ingest.rates.sentences.readings import Reading
from ingest.rates.sentences.subjects import RATE_WORD, STATES, Subject, in_head, says_who_pays

_COSTS = re.compile(
    r"\b(?:honoreres|godtgøres|aflønnes|afregnes|vederlægges)\b"
    # One of a kind has a price; "skabene koster 96.000 kr." is an expense.
    r"|\b(?:en|et|én|ét|hver|hvert)\s+(?:[\wæøå-]+\s+){1,3}koster\b"
    r"|\bkoster\s+(?:en|et|én|ét)\s+(?:[^\W\d]+\s+){1,6}$",
    re.IGNORECASE,
)
_EXPENSE = re.compile(
    r"\b(?:mer|mindre|total)?(?:udgift|omkostning|bevilling|budget|pulje|ramme|besparelse|indtægt|overskud"
    r"|underskud|provenu|finansiering|forbrug)\w*",
    re.IGNORECASE,
)
_PER_CENT = re.compile(
    r"\b\w*(?:procent|procenten|sats|satsen|rente|renten|promille|promillen|overhead|tillæg|tillægget|regulering"
    r"|reguleringen)\b",
    re.IGNORECASE,
)
_PRICE = re.compile(
    r"(?<![\d-])\b\w*pris(?:en|er|erne)?\b|\b(?:price|fee|rate|charge)s?\b", re.IGNORECASE
)
"""A noun that makes what is counted by the day or the year a rate; elsewhere it may be a sum."""
_PRICE_SET = re.compile(
    r"\b\w*prisen\s+(?:[^\W\d]+\s+){0,6}(?:hæves|sættes|fastsættes|forhøjes|nedsættes|sænkes|ændres|reguleres)\s+"
    r"(?:fra\s+[\d.,]+\s*(?:kr\.?|kroner)?\s+)?til\s*$",
    re.IGNORECASE,
)
"""How a head ends that sets a price; of what was bought it is never said."""
_GETS = re.compile(
    r"\b(?:modtager|modtog|får|fik|oppebærer|beløbet|satsen|(?:er|udgør)\s+(?:den|det)|receives?|gets?)\s*$",
    re.IGNORECASE,
)
"""What stands before an amount that people get, below a heading that calls it a rate."""
_OF_RATES = re.compile(
    r"\b(?:takst|pris)(?:bog|blad|liste|katalog|regulativ|oversigt)\w*|\b(?:takster|priser|gebyrer)(?:ne)?\b"
    r"|\b(?:price|fee|tariff)\s*(?:list|book|sheet)\b",
    re.IGNORECASE,
)
"""A heading below which what something is by the day or the month is what it costs."""
_AMOUNT = r"(?:kr\.?\s*)?\d[\d.,]*(?:\s*(?:kr\.?|kroner))?\s*"
_IN_YEARS = r"(?:i|for)\s+(?:19|20)\d\d(?:\s*(?:og|-|–)\s*(?:19|20)\d\d)?"
_PAID_FOR = re.compile(
    r"\s*(?:for|ved)\s+(?:en|et|hver|hvert)\s[^.:;,]*\b(?:betale[rs]|yde[rs]|afregnes|honoreres)\b[^.:;,\d]*"
    rf"(?:{_AMOUNT}|{_AMOUNT}{_IN_YEARS}(?:\s*(?:,|og|samt)\s*{_AMOUNT}{_IN_YEARS})+\.?\s*)",
    re.IGNORECASE,
)
"""A sentence that is a name and an amount, or one a year: "For en vask betaler havnen 300 kr."."""
_POINT_OF_FEES = re.compile(
    r"[ \t]*(?:[-•*▪●○◦‣–]|[a-zæøå]\)|\d{1,2}[.)])\s+[^\W\d][^:\n]*:\s*"
    r"(?:kr\.?\s*)?[\d.,]+\s*(?:kr\.?|kroner|DKK)?\s*",
    re.IGNORECASE,
)
"""A point of a list that is a name and an amount: "- Saltning: 300 kr."."""
_FEES = re.compile(
    r"\b\w*(?:takst|gebyr|kontingent)(?:er|erne)\b|\b(?:priser|prices|fees)\b", re.IGNORECASE
)
"""A heading below which every amount is a fee, whatever the paper is."""
_FEES_OF_AGREEMENT = re.compile(
    r"\b\w*(?:honorar|takst|gebyr|sats|kontingent|pris)(?:er|erne|et|en)?\b"
    r"|\b(?:ydelser|prices|fees|rates)\b",
    re.IGNORECASE,
)
"""The same in an agreement; in minutes, what stands below "Honorarer" may have been paid once."""
_NEAR = 90
"""Characters before a figure in which a word must call it a rate."""


def is_listed_fee(text: str, about: str, *, of_agreement: bool) -> bool:
    """Tell whether a sentence is a fee and what for, by the heading above it.

    Args:
        text: The sentence.
        about: Title of its item and headings of its section.
        of_agreement: Whether it stands in an agreement, or in a list of prices.
    """
    heading = about.rpartition(" · ")[2]
    fees = _FEES_OF_AGREEMENT if of_agreement else _FEES
    called = fees.search(heading) is not None and not _EXPENSE.search(f"{heading} {text}")
    told = _POINT_OF_FEES.fullmatch(text) or (of_agreement and _PAID_FOR.fullmatch(text))
    return called and bool(told)


def heading_of_fees(about: str) -> Subject | None:
    """Return what the heading above a sentence of an agreement is of, where it is of fees.

    Args:
        about: Title of its item and headings of its section: "Aftale om lods · § 2 Vagthonorar".
    """
    for heading in about.split(" · ")[:-_ABOVE_A_CLAUSE:-1]:
        if _FEES_OF_AGREEMENT.search(heading) and not _EXPENSE.search(heading):
            return in_head(heading)
    return None


_ABOVE_A_CLAUSE = 3
"""One more than the headings that may be of fees: of "§ 3. Honorar" and "Stk. 1", the first."""


def makes_rate(text: str, about: str, read: Reading, rate: Rate, reads: Sequence[Reading]) -> bool:
    """Tell whether words make the figure a rate, and not a sum that was once paid.

    Args:
        text: The sentence.
        about: Title of its item and headings of its section.
        read: The figure.
        rate: What was read of it.
        reads: All figures of the sentence.
    """
    start = read.figure.span.start
    before = text[max(0, start - _NEAR) : start]
    called = RATE_WORD.search(f"{before} {rate.name}") is not None
    states = STATES.search(before) is not None
    if rate.unit.currency == PERCENT:
        return states and (_PER_CENT.search(before) is not None)
    if not is_period_only(rate.unit.per):
        return True
    if _EXPENSE.search(f"{before} {rate.name}"):
        return False
    if rate.unit.per:
        # "Gæster betaler 90 kr. pr. døgn": who pays by the day pays a price.
        # Of "§ 4. Funktionsvederlag" and "Stk. 2", the first says what the second is of.
        above = " ".join(about.split(" · ")[-2:])
        gets = _GETS.search(before) and RATE_WORD.search(above)
        listed = states and _OF_RATES.search(above)
        return called or says_who_pays(before) or bool(_PRICE.search(before) or gets or listed)
    years = sum(other.says.year is not None for other in reads)
    if rate.agreement_year is not None:
        return called or years > 1
    if rate.validity.since is not None and _PRICE_SET.search(before):
        return True
    return (called and states) or _COSTS.search(before) is not None
