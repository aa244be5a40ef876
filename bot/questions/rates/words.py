"""Words that say that a rate is asked for, and not which."""

import re

from index.danish.folding import fold
from index.danish.stems import stem, stem_english

_DANISH = """
    sats satser takst takster honorar godtgørelse gebyr beløb pris løn kr krone kroner penge midler
    tilskud gældende aktuel nuværende ny nye nyt nyeste gammel gamle forrige tidligere seneste år
    betaling betale betales betalt udbetales
    ydes ydet afsat afsættes tilføres reguleret dag størrelse høj lav pr koste koster tjener tjene
    stor højst maksimalt sat sammen
"""
_ENGLISH = """
    rate rates fee fees tariff price amount funding money pay pays paid payment current currently
    charge per year valid today cost costs receive receives earn earns new applicable agreement
    agreed kroner dkk get level size under most maximum together old previous former
"""
_GENERIC = frozenset(
    (*(stem(fold(word)) for word in _DANISH.split()), *map(stem_english, _ENGLISH.split()))
)
"""Stems of words that say that a rate is asked for, and not which."""


JOINS = frozenset(("for", "of", "to", "per", "af", "til"))
"""Words within a term that mean nothing alone: "pay for"."""
_SUMS = re.compile(r"tilskud|penge|midler|beloeb|funding|money|amount|loen|level|niveau")
"""Words, folded, that may ask for other sums of a matter than its rate."""


def is_generic(word: str) -> bool:
    """Tell whether a folded word says that a rate is meant, and not which."""
    # A word that is a stem already is none of another: "taks" of "takst".
    return not _GENERIC.isdisjoint((word, stem(word), stem_english(word)))


def only_says_rate(word: str) -> bool:
    """Tell whether a folded word says nothing but that a rate is meant; "tilskud" says more."""
    return is_generic(word) and not _SUMS.match(word)
