"""Whether two rates of a paper are of one thing, by what their names say beside that they are."""

import re

from index.danish.words import term_set
from index.rates.rate import Rate
from ingest.rates.sentences.subjects import GENERIC

_RATE_NAME = re.compile(
    r"\b\w*(?:takst|sats|honorar|gebyr|pris|betaling|tillæg|afgift)\w*\b"
    r"|\b(?:price|fee|rate|charge)s?\b",
    re.IGNORECASE,
)


def are_of_one_thing(one: Rate, other: Rate) -> bool:
    """Tell whether one of two names says nothing ("taksten"), or they have a word in common."""
    plain = any(GENERIC.fullmatch(rate.name) for rate in (one, other))
    return plain or not thing_words(one).isdisjoint(thing_words(other))


def thing_words(rate: Rate) -> frozenset[str]:
    """Return the words of a name that say what for."""
    return term_set(_RATE_NAME.sub("", rate.name))
