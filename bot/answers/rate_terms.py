"""When agreements run, as documents and tables of the staff tell it: years of theirs as days."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from index.archive import DocumentEntry, RateEntry, View
from index.rates.agreements import agreement_key, term_from
from index.rates.rate import Validity
from index.spans import Span


@dataclass(frozen=True, slots=True)
class Term:
    """When an agreement runs, with the words that say so."""

    validity: Validity
    document: DocumentEntry
    span: Span


def known_terms(view: View) -> Mapping[str, Term]:
    """Return when agreements run, by `agreement_key`.

    A table that the staff keep goes before the words of a document. Where documents disagree on the
    day on which an agreement begins, nothing is known of it.
    """
    return _from_documents(view) | _from_tables(view)


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


def _from_tables(view: View) -> dict[str, Term]:
    rows: defaultdict[str, list[RateEntry]] = defaultdict(list)
    for entry in view.rates():
        if entry.rate.verified and entry.rate.agreement:
            rows[agreement_key(entry.rate.agreement)].append(entry)
    found = {}
    for key, entries in rows.items():
        validity = term_from(entry.rate for entry in entries)
        dated = next((e for e in entries if e.rate.agreement_year and e.rate.validity.since), None)
        if validity is not None and dated is not None:
            found[key] = Term(validity, dated.document, dated.rate.span)
    return found
