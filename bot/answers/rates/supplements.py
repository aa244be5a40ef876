"""Rates of an agreement that a supplement to it has changed: they end where the new ones begin."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.answers.rates.terms import Match
from index.danish.folding import fold
from index.danish.words import term_set
from index.rates.agreements import may_be_one
from index.rates.rate import Rate, Validity
from index.rates.supplements import is_supplement

_DAY = timedelta(days=1)


def with_supplements(matches: Sequence[Match]) -> list[Match]:
    """Return matches, those of an agreement up to the day before a supplement's of one name."""
    amending = [
        match
        for match in matches
        if match.validity.since is not None
        and match.rate.agreement is not None
        and not match.rate.proposed
        and is_supplement(match.entry.document.title)
    ]
    return [_ended(match, amending) for match in matches] if amending else list(matches)


def _ended(match: Match, amending: Sequence[Match]) -> Match:
    since, until = match.validity.since, match.validity.until
    days = [
        begun
        for other in amending
        for begun in [other.validity.since]
        if begun is not None
        and (since or date.min) < begun <= (until or date.max)
        and _amends(other, match)
    ]
    if not days or match.rate.verified:
        return match
    return replace(match, validity=Validity(since, min(days) - _DAY))


def _amends(later: Match, match: Match) -> bool:
    """Tell whether a supplement gives what a rate of its agreement is from its own day on."""
    new, old = later.rate, match.rate
    if later.entry.document.id == match.entry.document.id:
        return False
    if old.agreement is None or not may_be_one(old.agreement, new.agreement or ""):
        return False
    yearly = old.agreement_year != new.agreement_year
    return not yearly and new.unit.agrees_with(old.unit) and _is_named_alike(new, old)


def _is_named_alike(new: Rate, old: Rate) -> bool:
    """Tell whether two names are the same, in whatever form: "tillægget" and "tillæg"."""
    if fold(new.payee or "") != fold(old.payee or ""):
        return False
    names = [" ".join(fold(rate.name).split()) for rate in (new, old)]
    stems = [term_set(name) for name in names]
    return names[0] == names[1] or (bool(stems[0]) and stems[0] == stems[1] and not _digits(names))


def _digits(names: Sequence[str]) -> bool:
    """Tell whether names differ in their figures: "under 8 km" and "over 8 km" have one stem."""
    return any(character.isdigit() for name in names for character in name)
