"""When agreements run, as documents and tables of the staff tell it: years of theirs as days."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.answers.rates.word_index import RateIndex, index_of
from index.archive import DocumentEntry, RateEntry, View
from index.danish.folding import fold
from index.rates.agreements import agreement_key, term_from, undated_key, year_at, year_of
from index.rates.rate import Origin, Rate, Validity
from index.rates.supplements import is_supplement
from index.spans import Span


@dataclass(frozen=True, slots=True)
class Term:
    """When an agreement runs, with the words that say so."""

    validity: Validity
    document: DocumentEntry
    span: Span


@dataclass(frozen=True, slots=True)
class Match:
    """A rate that is meant, with when it applies as far as anything in the archive says."""

    entry: RateEntry
    score: float
    validity: Validity
    term: Term | None = None
    """What tells the calendar time of its agreement or of a year of it, where its own words do
    not."""
    year: int | None = None
    """The year of its agreement that it is of, by its own words or by its days."""
    named: bool = True
    """Whether it is called by words of the question, and not only by what the glossary gives."""

    @property
    def rate(self) -> Rate:
        """The rate."""
        return self.entry.rate

    @property
    def thing(self) -> tuple[str, str | None]:
        """What it is a rate of, whatever the year: its name, folded, and its agreement."""
        return fold(self.rate.name), self.rate.agreement


def known_terms(view: View) -> Mapping[str, Term]:
    """Return when agreements run, by `agreement_key`.

    A table that the staff keep goes before the words of a document. Where documents disagree on the
    day on which an agreement begins, nothing is known of it.
    """
    told, kept = _from_documents(view), _from_tables(index_of(view.rates()))
    # Where both begin on one day, the words of the document may say the end as well.
    alike = {k for k in told.keys() & kept.keys() if _begin_alike(told[k], kept[k])}
    return told | {key: term for key, term in kept.items() if key not in alike}


def _begin_alike(one: Term, other: Term) -> bool:
    return one.validity.since == other.validity.since


def dated(entry: RateEntry, score: float, terms: Mapping[str, Term]) -> Match:
    """Return a rate with the calendar time of its agreement or the year of it, where known.

    What somebody confirmed holds for the time that it had then: with another, because its paper
    says otherwise now, it is a candidate again.
    """
    match = _dated(entry, score, terms)
    confirmed = entry.rate.confirmed
    if confirmed is None or confirmed == match.validity:
        return match
    again = replace(entry.rate, verified=False, confirmed=None)
    return replace(match, entry=replace(entry, rate=again))


def all_dated(entries: Iterable[RateEntry], view: View) -> list[Match]:
    """Return rates as matches, each with the calendar time of its agreement, where known."""
    terms = known_terms(view)
    return [dated(entry, 1.0, terms) for entry in entries]


def _dated(entry: RateEntry, score: float, terms: Mapping[str, Term]) -> Match:
    rate = entry.rate
    term = _term_of(rate.agreement, terms) if rate.agreement else None
    number = rate.agreement_year
    if term is None:
        return Match(entry, score, rate.validity, year=number)
    if rate.validity.dated:
        match = _within(entry, score, term)
        return replace(match, year=number or year_at(term.validity, match.validity))
    if number is not None:
        year = year_of(term.validity, number)
        return Match(entry, score, year or rate.validity, term if year else None, number)
    # What an agreement says itself holds while it runs; what a paper says of it, only where it
    # says so.
    own = entry.document.id == term.document.id
    if own or (rate.every_year and term.validity.until is not None):
        return Match(entry, score, term.validity, term)
    return Match(entry, score, rate.validity)


def _term_of(agreement: str, terms: Mapping[str, Term]) -> Term | None:
    """Return when an agreement runs, which may name itself without the years that others tell."""
    key = agreement_key(agreement)
    if key in terms:
        return terms[key]
    term = terms.get(undated_key(agreement))
    begins = term.validity.since if term is not None else None
    return term if begins is not None and key.endswith(f" {begins.year}") else None


def _within(entry: RateEntry, score: float, term: Term) -> Match:
    """Return a rate with days of its own: what an agreement says itself holds in its term only.

    "I 2023" is not the January of an agreement that begins in April.
    """
    own, whole = entry.rate.validity, term.validity
    if is_supplement(entry.document.title) and own.until is None and own.overlaps(whole):
        # What amends an agreement runs as long as it does.
        return Match(entry, score, Validity(own.since, whole.until), term)
    read = entry.rate.origin is Origin.EXTRACTED and not entry.rate.corrected
    if not read or entry.document.id != term.document.id or not own.overlaps(whole):
        return Match(entry, score, own)
    since = max((day for day in (own.since, whole.since) if day), default=None)
    until = min((day for day in (own.until, whole.until) if day), default=None)
    if Validity(since, until) == own:
        return Match(entry, score, own)
    return Match(entry, score, Validity(since, until), term)


def _from_documents(view: View) -> dict[str, Term]:
    told: defaultdict[str, list[Term]] = defaultdict(list)
    for entry in view.agreements():
        agreement = entry.agreement
        term = Term(agreement.validity, entry.document, agreement.span)
        told[agreement_key(agreement.name)].append(term)
    return {
        # The one that says most: an end as well as a beginning.
        key: max(terms, key=lambda term: term.validity.until is not None)
        for key, terms in told.items()
        if len({term.validity.since for term in terms}) == 1
        and len({term.validity.until for term in terms} - {None}) <= 1
    }


@lru_cache(maxsize=4)
def _from_tables(index: RateIndex) -> dict[str, Term]:
    rows: defaultdict[str, list[RateEntry]] = defaultdict(list)
    for entry in index.entries:
        if entry.rate.verified and entry.rate.agreement:
            rows[agreement_key(entry.rate.agreement)].append(entry)
    found = {}
    for key, entries in rows.items():
        validity = term_from(entry.rate for entry in entries)
        dated = next((e for e in entries if e.rate.agreement_year and e.rate.validity.since), None)
        if validity is not None and dated is not None:
            found[key] = Term(validity, dated.document, dated.rate.span)
    return found
