"""Rates for those who are not something: "ikke-medlem" is no "medlem", and the other way about."""

import re
from collections.abc import Sequence

from bot.answers.rates.terms import Match
from index.archive import Term
from index.danish.calendar import MONTH_PATTERN
from index.danish.folding import fold
from index.danish.stems import stem

_NOT = re.compile(r"\b(?:ikke|non)[- ](?P<who>[a-z]{3,})")


def without_contrary(text: str, terms: Sequence[Term], matches: Sequence[Match]) -> list[Match]:
    """Leave out rates for those who are not what a question names, or are what it says is not.

    A question that names neither is told of both; and where none is left, nothing is left out.
    """
    told = [(match, _denied(" ".join(match.rate.all_names))) for match in matches]
    known = frozenset().union(*(denied for _, denied in told))
    named = {form for term in terms for form in term.forms}
    if not known & named:
        return list(matches)
    denies = _NOT.search(fold(text)) is not None
    return [match for match, denied in told if bool(denied) is denies] or list(matches)


def _denied(text: str) -> frozenset[str]:
    return frozenset(stem(found["who"]) for found in _NOT.finditer(fold(text)))


def of_named_month(text: str, matches: Sequence[Match]) -> Sequence[Match]:
    """Return the rates whose own name has a month that is asked for: "tillægget i juli"."""
    months = {found.group().lower() for found in _MONTH.finditer(text)}
    named = [match for match in matches if months & _months_of(match)]
    return named or matches


def _months_of(match: Match) -> set[str]:
    called = f"{match.rate.name} {match.rate.payee or ''}"
    return {found.lower() for found in _MONTH.findall(called)}


_MONTH = re.compile(rf"\b(?:{MONTH_PATTERN})\b", re.IGNORECASE)
