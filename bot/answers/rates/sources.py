"""Several sources of one rate: which repeat each other, which disagree, and which goes first."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.answers.rates.terms import Match
from bot.answers.rates.word_index import aside_of, calls
from bot.questions.rates.sides import is_opposite, sides_in
from index.danish.folding import fold
from index.documents import DocumentKind
from index.rates.agreements import agreement_key
from index.rates.codes import is_code
from index.rates.rate import Rate, Validity
from index.rates.supplements import is_supplement
from index.rates.units import Unit, kind_of


def contradict(one: Match, other: Match) -> bool:
    """Tell whether two sources give different figures for what looks like one thing."""
    return (
        one.rate.amount != other.rate.amount
        and not _told_together(one, other)
        and not (_is_past(one, other) or _is_past(other, one))
        and not (is_followed(one, other) or is_followed(other, one))
        and alike(one, other)
        and _same_thing(one.rate, other.rate)
    )


def _told_together(one: Match, other: Match) -> bool:
    """Tell whether one paper gives both figures, and tells them apart: by a word, or by a time."""
    if one.entry.document.id != other.entry.document.id:
        return False
    dated = one.validity.dated and other.validity.dated
    return one.rate.span == other.rate.span or not dated


def _is_past(one: Match, other: Match) -> bool:
    """Tell whether one had ended when a paper was written that gives the other without a time."""
    until, day = one.validity.until, other.entry.document.date
    return not other.validity.dated and until is not None and day is not None and until < day


def is_followed(one: Match, other: Match) -> bool:
    """Tell whether a later paper gives another amount from a later day on, and one has no end."""
    since, later = one.validity.since, other.validity.since
    papers = one.entry.document.date, other.entry.document.date
    if one.rate.verified or one.validity.until is not None or None in (since, later, *papers):
        return False
    return since < later and papers[0] < papers[1]  # type: ignore[operator]


def may_follow(later: Match, earlier: Match) -> bool:
    """Tell whether two rates are one by their names, and its figure changed.

    A name such as "taksten" says nothing of its own: two of them are no one rate.
    """
    mine, theirs = later.rate, earlier.rate
    return mine.unit == theirs.unit and _same_thing(mine, theirs)


def may_follow_where_asked(later: Match, earlier: Match) -> bool:
    """Tell the same of two matches of one question, which says what "taksten" is for."""
    mine, theirs = later.rate, earlier.rate
    plain = not (calls(mine) and calls(theirs))
    if plain and _is_each(mine.unit) and _is_each(theirs.unit):
        return True  # "pr. voksen" and "pr. person"
    return mine.unit == theirs.unit and (plain or _same_thing(mine, theirs))


_EACH = frozenset(("person", "voksen", "voksne", "gæst", "besøgende", "deltager", "billet"))
"""Nouns for each who pays to come in."""


def _is_each(unit: Unit) -> bool:
    return len(unit.per) == 1 and kind_of(unit.per[0]) in _EACH


def is_agreements_own(match: Match) -> bool:
    """Tell whether a rate stands in the agreement itself, or in a supplement to it."""
    paper = match.entry.document
    amends = match.rate.agreement is not None and is_supplement(paper.title)
    return paper.kind is DocumentKind.AGREEMENT or amends


def in_order(matches: Sequence[Match]) -> list[Match]:
    """Return matches best first: verified, then an agreement's own before what contradicts it."""
    own = [match for match in matches if is_agreements_own(match)]

    def led(match: Match) -> bool:
        return not is_agreements_own(match) and any(contradict(other, match) for other in own)

    return sorted(
        matches,
        key=lambda m: (not m.rate.verified, led(m), -round(m.score, 6), is_agendas(m)),
    )


def is_agendas(match: Match) -> bool:
    """Tell whether a rate was only read from an agenda: minutes go before it."""
    return not match.rate.verified and match.entry.document.kind is DocumentKind.AGENDA


def without_agendas(matches: Sequence[Match], told: Sequence[Match]) -> list[Match]:
    """Leave out what an agenda only repeats of a rate that is told from another paper."""
    others = [other for other in told if not is_agendas(other)]
    return [
        match
        for match in matches
        if not is_agendas(match)
        or not any(
            other.rate.amount == match.rate.amount
            and other.validity.overlaps(match.validity)
            and may_follow_where_asked(other, match)
            for other in others
        )
    ]


def with_first_days(matches: Sequence[Match]) -> list[Match]:
    """Return matches, none of a bare year before the day from which its amount was set.

    "Gebyret er i 2023 5 kr." says nothing of January, where another paper sets it from April.
    """
    return [_from_day(match, matches) for match in matches]


def _from_day(match: Match, others: Sequence[Match]) -> Match:
    since, until = match.validity.since, match.validity.until
    if match.rate.verified or since is None or until is None:
        return match
    if (since.month, since.day, until.month, until.day) != (1, 1, 12, 31):
        return match
    days = [
        begun
        for other in others
        for begun in [other.validity.since]
        if begun is not None
        and since < begun <= min(until, since.replace(month=12, day=31))
        and (begun.month, begun.day) != (1, 1)
        and other.rate.amount == match.rate.amount
        and may_follow_where_asked(other, match)
        and other.rate.agreement_year is None is match.rate.agreement_year
    ]
    return replace(match, validity=Validity(min(days), until)) if days else match


def without_copies(matches: Sequence[Match]) -> list[Match]:
    """Leave out candidates that repeat a verified rate, or the agreement's own table."""
    sources: defaultdict[Decimal, list[Match]] = defaultdict(list)
    for match in matches:
        if match.rate.verified or is_agreements_own(match):
            sources[match.rate.amount].append(match)
    return [
        match
        for match in matches
        if match.rate.verified
        or not any(_repeats(match, other) for other in sources[match.rate.amount])
    ]


def _repeats(match: Match, source: Match) -> bool:
    """Tell whether a candidate says what a source of the same amount says."""
    if not alike(match, source):
        return False
    if source.rate.verified:
        return True
    if is_agreements_own(match) or not is_agreements_own(source):
        return False
    if not _same_thing(match.rate, source.rate):
        return False
    if match.validity.dated:
        return match.validity == source.validity
    # A paper of a later time may mean that the rate went on.
    day = match.entry.document.date
    until = source.validity.until
    return day is not None and (until is None or day <= until)


def alike(one: Match, other: Match) -> bool:
    """Tell whether unit, agreement, year and time may be the same."""
    mine, theirs = one.rate, other.rate
    years = {rate.agreement_year for rate in (mine, theirs)} - {None}
    agreements = {agreement_key(rate.agreement) for rate in (mine, theirs) if rate.agreement}
    return (
        mine.unit.agrees_with(theirs.unit)
        and len(years) <= 1
        and len(agreements) <= 1
        and one.validity.overlaps(other.validity)
    )


def _same_thing(mine: Rate, theirs: Rate) -> bool:
    """Tell whether two rates have a name or a code in common, and no two codes."""
    codes = [{name for name in rate.names if is_code(name)} for rate in (mine, theirs)]
    if all(codes) and codes[0].isdisjoint(codes[1]):
        return False
    asides = [aside_of(rate.name) for rate in (mine, theirs)]
    if all(asides) and asides[0] != asides[1]:
        return False
    if is_opposite(sides_in(mine.name), theirs.name):
        return False  # "høj sats" and "lav sats"
    if not calls(mine) and not calls(theirs):
        # "Taksten" and "taksten": only who gets it, or their agreement, can make them one.
        payees = {fold(rate.payee or "") for rate in (mine, theirs)}
        return payees != {""} and len(payees) == 1
    names = [set(map(fold, rate.all_names)) for rate in (mine, theirs)]
    return not (names[0].isdisjoint(names[1]) and calls(mine).isdisjoint(calls(theirs)))


def prevails(one: Match, other: Match) -> str:
    """Return the phrase that says which of two sources goes before the other, and why."""
    papers = one.entry.document, other.entry.document
    if papers[0].id == papers[1].id:
        return "rate_one_paper_differs"
    if one.rate.verified != other.rate.verified:
        return "rate_verified_prevails"
    if is_agreements_own(one) != is_agreements_own(other):
        return "rate_agreement_prevails"
    if None in (days := {paper.date for paper in papers}) or len(days) == 1:
        return "rate_none_prevails"
    return "rate_newer_prevails"
