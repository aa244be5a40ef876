"""Lists of rates, by name: what applies on a day, and what did."""

from dataclasses import dataclass
from datetime import date

import msgspec

from bot.answers.rates.terms import all_dated
from bot.citations import Citation
from bot.rendering.as_json import CitationObject, citation_object
from index.archive import RateEntry, View
from index.danish.folding import fold
from index.danish.words import term_set
from index.rates.rate import RateStatus, Validity


@dataclass(frozen=True, slots=True)
class Listed:
    """A rate of a list, with its place."""

    entry: RateEntry
    validity: Validity
    status: RateStatus
    citation: Citation


class ListedObject(msgspec.Struct, frozen=True):
    """A rate of a list, for a program; amounts are decimal numbers with a point."""

    name: str
    names: list[str]
    payee: str | None
    note: str | None
    amount: str
    as_printed: str
    unit: str
    agreement: str | None
    agreement_year: int | None
    valid_from: date | None
    valid_to: date | None
    status: str
    origin: str
    verified: bool
    doubts: list[str]
    citation: CitationObject


def list_rates(view: View, words: str, day: date, *, history: bool) -> list[Listed]:
    """Return rates whose name, payee, agreement or surroundings hold all of `words`.

    They come by name and time.

    Args:
        view: The archive.
        words: Empty for all rates.
        day: On which a rate is said to apply or not.
        history: Also those that do not apply on the day, or of which that is not known.
    """
    # In a capital, a word is a name, and is not parted: "Udløbssats".
    wanted = term_set(words.lower())
    entries = [e for e in view.rates() if wanted <= _words(e)] if words else list(view.rates())
    named = [e for e in entries if wanted <= term_set(" ".join(e.rate.all_names).lower())]
    listed = []
    for match in all_dated(named or entries, view):
        status = match.rate.status(day, match.validity)
        if history or status is RateStatus.IN_FORCE:
            citation = Citation(1, view.document(match.entry.document.id), match.rate.span)
            listed.append(Listed(match.entry, match.validity, status, citation))
    return sorted(listed, key=_order)


def listed_object(one: Listed) -> ListedObject:
    """Return a rate as `rates --json` lists it."""
    rate = one.entry.rate
    return ListedObject(
        name=rate.name,
        names=list(rate.names),
        payee=rate.payee,
        note=rate.note,
        amount=f"{rate.amount:f}",
        as_printed=rate.printed,
        unit=rate.unit.words("da"),
        agreement=rate.agreement,
        agreement_year=rate.agreement_year,
        valid_from=one.validity.since,
        valid_to=one.validity.until,
        status=one.status.value,
        origin=rate.origin.value,
        verified=rate.verified,
        doubts=[doubt.kind.value for doubt in rate.doubts],
        citation=citation_object(one.citation),
    )


def _words(entry: RateEntry) -> frozenset[str]:
    rate = entry.rate
    told = (*rate.all_names, rate.payee or "", rate.about, rate.agreement or "")
    return term_set(" ".join(told).lower())


def _order(one: Listed) -> tuple[str, str, date, int]:
    rate = one.entry.rate
    since = one.validity.since or date.min
    return fold(rate.name), fold(rate.agreement or ""), since, rate.agreement_year or 0
