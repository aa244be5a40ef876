"""Lists of rates, by name: what applies on a day, and what did."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import msgspec

from bot.answers.rates.elsewhere import Papers
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


class ListedRate(msgspec.Struct, frozen=True):
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

    They come by name and time; what only a draft or an agenda gives that better papers of the
    meeting replace is left out.

    Args:
        view: The archive.
        words: Empty for all rates.
        day: On which a rate is said to apply or not.
        history: Also those that do not apply on the day, or of which that is not known.
    """
    # In a capital, a word is a name, and is not parted: "Udløbssats".
    wanted = term_set(words.lower())
    papers = Papers(view)
    able = [entry for entry in view.rates() if papers.stand(entry)]
    named = [e for e in able if _is_named(e, words, wanted)]
    entries = named or [e for e in able if wanted <= _words(e)]
    listed = []
    for match in all_dated(entries, view):
        status = match.rate.status(day, match.validity)
        if history or (status is RateStatus.IN_FORCE and not match.rate.proposed):
            citation = Citation(1, view.document(match.entry.document.id), match.rate.span)
            listed.append(Listed(match.entry, match.validity, status, citation))
    return sorted(listed, key=_order)


def _is_named(entry: RateEntry, words: str, wanted: frozenset[str]) -> bool:
    """Tell whether a rate's names hold all words, whole or as a part: "tolk" in "videotolkning"."""
    told = " ".join(entry.rate.all_names)
    return wanted <= term_set(told.lower()) or all(w in fold(told) for w in fold(words).split())


def of_status(listed: Sequence[Listed], status: str) -> list[Listed]:
    """Return the rates of a list of one status, as lists show it; a proposal has no other."""
    return [one for one in listed if shown_status(one) == status]


def shown_status(one: Listed) -> str:
    """Return the word for a rate's status in a list: what is only proposed is never in force."""
    return "proposed" if one.entry.rate.proposed else one.status.value.replace("_", " ")


def listed_object(one: Listed) -> ListedRate:
    """Return a rate as `rates --json` lists it."""
    rate = one.entry.rate
    return ListedRate(
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
