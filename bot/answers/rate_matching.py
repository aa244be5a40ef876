"""Which rates a question means: by name, unit, agreement and year; none where that is not sure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.answers.meetings import is_superseded
from bot.answers.rate_terms import Term, known_terms
from bot.questions.rates import RateQuestion, is_generic, same_unit
from index.archive import RateEntry, View
from index.archive import Term as Word
from index.danish.folding import fold
from index.danish.words import term_set
from index.rates.agreements import agreement_key, year_of
from index.rates.rate import Rate, Validity
from index.rates.units import Unit
from index.search.coverage import stands

ENOUGH = 0.8
"""Share of the weight of what is asked for that a rate's name and surroundings must hold."""
IN_NAME = 0.5
"""Share of it that the name itself must hold."""
_AROUND = 0.75
"""What a word counts that stands around the name only."""
_ASIDE = 0.5
"""The same, in the name's own brackets: "(herunder praksis uden for klynger)"."""
LOOKED_AT = 60
"""Rates at most that are looked at more closely; nobody reads more."""
NEAR_BEST = 0.85
"""Share of the best rate's score from which another may be meant as well."""


@dataclass(frozen=True, slots=True)
class Match:
    """A rate that is meant, with when it applies as far as anything in the archive says."""

    entry: RateEntry
    score: float
    validity: Validity
    term: Term | None = None
    """What tells the calendar time of its agreement's year, where its own words do not."""

    @property
    def rate(self) -> Rate:
        """The rate."""
        return self.entry.rate


def find_matches(asked: RateQuestion, terms: tuple[Word, ...], view: View) -> list[Match]:
    """Return the rates that a question means, best first; verified ones before candidates."""
    scored = [(s, entry) for s, entry in _scored(asked, terms, view) if not entry.rate.proposed]
    best = max((score for score, _ in scored), default=0.0)
    near = sorted(
        ((s, e) for s, e in scored if s >= NEAR_BEST * best),
        key=lambda one: (not one[1].rate.verified, -one[0]),
    )
    near = [(s, e) for s, e in near[:LOOKED_AT] if not _old_paper(e, view)]
    terms_of = known_terms(view) if near else {}
    matches = _without_copies([dated(entry, score, terms_of) for score, entry in _once(near)])
    return sorted(matches, key=lambda match: (not match.rate.verified, -match.score))


def is_proposed(asked: RateQuestion, terms: tuple[Word, ...], view: View) -> bool:
    """Tell whether a proposal fits the question: what else fits may be what it replaced."""
    return any(entry.rate.proposed for _, entry in _scored(asked, terms, view))


def _scored(
    asked: RateQuestion, terms: tuple[Word, ...], view: View
) -> list[tuple[float, RateEntry]]:
    subject = asked.subject(terms)
    return [
        (score, entry)
        for entry in view.rates()
        if _fits(asked, entry.rate) and (score := _score(asked, subject, entry)) >= ENOUGH
    ]


def _without_copies(matches: Sequence[Match]) -> list[Match]:
    """Leave out candidates that say what a verified rate says."""
    verified = [match for match in matches if match.rate.verified]
    return [m for m in matches if m.rate.verified or not any(_says(v, m) for v in verified)]


def _says(one: Match, other: Match) -> bool:
    mine, theirs = one.rate, other.rate
    years = {rate.agreement_year for rate in (mine, theirs)} - {None}
    agreements = {agreement_key(rate.agreement) for rate in (mine, theirs) if rate.agreement}
    return (
        mine.amount == theirs.amount
        and mine.unit.agrees_with(theirs.unit)
        and len(years) <= 1
        and len(agreements) <= 1
        and one.validity.overlaps(other.validity)
    )


def dated(entry: RateEntry, score: float, terms: Mapping[str, Term]) -> Match:
    """Return a rate with the calendar time of its agreement's year, where that is known."""
    rate = entry.rate
    term = terms.get(agreement_key(rate.agreement)) if rate.agreement else None
    if rate.validity.dated or term is None:
        return Match(entry, score, rate.validity)
    if rate.agreement_year is not None:
        year = year_of(term.validity, rate.agreement_year)
        return Match(entry, score, year or rate.validity, term if year else None)
    if rate.every_year and term.validity.until is not None:
        return Match(entry, score, term.validity, term)
    return Match(entry, score, rate.validity)


def _fits(asked: RateQuestion, rate: Rate) -> bool:
    """Tell whether unit, agreement and year are not others than those asked for."""
    units = {same_unit(key) for key in rate.unit.per}
    if not asked.per <= units:
        return False
    if asked.agreement and (not rate.agreement or agreement_key(rate.agreement) != asked.agreement):
        return False
    return asked.year is None or rate.agreement_year in {asked.year, None}


def _score(asked: RateQuestion, subject: Sequence[Word], entry: RateEntry) -> float:
    """Return how much of what is asked for the rate holds, 0–1."""
    rate = entry.rate
    total = sum(term.weight for term in subject)
    if not total:
        # "What is the rate per km?": the unit is all there is to go by.
        return 1.0 if asked.per else 0.0
    generic = not _own(rate.name, rate.payee)
    words = _Words.of(rate, entry.document.title)
    shares = [(term.weight, words.share(term, rate, generic=generic)) for term in subject]
    named = sum(weight for weight, share in shares if share >= _ASIDE and share != _AROUND)
    if named < IN_NAME * total and not generic:
        return 0.0
    return sum(weight * share for weight, share in shares) / total


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a rate as a question may meet them."""

    name: frozenset[str]
    aside: frozenset[str]
    around: frozenset[str]

    @classmethod
    def of(cls, rate: Rate, title: str) -> "_Words":
        """Return the words of a rate."""
        return _words(rate.all_names, rate.payee, rate.about, rate.unit, rate.agreement, title)

    def share(self, term: Word, rate: Rate, *, generic: bool) -> float:
        """Return how far a word of the question stands there, 0–1."""
        if stands(term, self.name) or _names_unit(term, rate):
            return 1.0
        if stands(term, self.aside):
            return _ASIDE
        if stands(term, self.around):
            return 1.0 if generic else _AROUND
        return 0.0


def _names_unit(term: Word, rate: Rate) -> bool:
    """Tell whether a word is the unit's own: "km" in "km-taksten"."""
    return not _unit_words(rate.unit).isdisjoint(term.forms)


@lru_cache(maxsize=1_024)
def _unit_words(unit: Unit) -> frozenset[str]:
    return term_set(unit.words("da"))


@lru_cache(maxsize=65_536)
def _own(name: str, payee: str | None) -> bool:
    """Tell whether a name says what it is for: "taksten" does not."""
    return bool(payee) or not all(is_generic(word) for word in fold(name).split())


@lru_cache(maxsize=65_536)
def _words(
    names: tuple[str, ...],
    payee: str | None,
    about: str,
    unit: Unit,
    agreement: str | None,
    title: str,
) -> _Words:
    plain, aside = _parted(" ".join((*names, payee or "")))
    units = f"{unit.words('da')} {unit.words('en')} {agreement or ''}"
    return _Words(term_set(plain), term_set(aside), term_set(f"{about} {units} {title}"))


def _parted(name: str) -> tuple[str, str]:
    """Return a name without what stands in brackets, and that."""
    start, end = name.find("("), name.find(")")
    if start < 0 or end < start:
        return name, ""
    return f"{name[:start]} {name[end + 1 :]}", name[start:end]


def _old_paper(entry: RateEntry, view: View) -> bool:
    return is_superseded(entry.document, view)


def _once(scored: Iterable[tuple[float, RateEntry]]) -> list[tuple[float, RateEntry]]:
    """Return each rate once, however many papers repeat it: a verified one, or the newest."""
    kept: dict[object, tuple[float, RateEntry]] = {}
    for score, entry in sorted(scored, key=lambda one: not one[1].rate.verified):
        rate = entry.rate
        agreement = agreement_key(rate.agreement) if rate.agreement else None
        same = rate.amount, rate.unit.per, agreement, rate.agreement_year, rate.validity
        key = (fold(rate.name), fold(rate.payee or ""), *same)
        kept.setdefault(key, (score, entry))
    return list(kept.values())
