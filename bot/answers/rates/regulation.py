"""What a paper says of amounts that are regulated: one that it prints may be another by now."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.answers.rates.clause_scopes import holds_for
from bot.answers.rates.terms import Match
from bot.answers.telling.draft import Draft
from index.archive import View
from index.danish.sentences import sentences
from index.documents import Document
from index.spans import Span

_A_YEAR = timedelta(days=365)
_REGULATED = re.compile(
    r"\b(?:op)?(?:reguleres|indekseres|pristalsreguleres|fremskrives)\b(?!\s+ikke)", re.IGNORECASE
)
_AMOUNTS = re.compile(
    r"\b\w*(?:honorar|sats|takst|beløb|tilskud|ydelse|pris|godtgørelse|vederlag)\w*", re.IGNORECASE
)


def write_regulation(draft: Draft, told: Sequence[Match], view: View, today: date) -> None:
    """Quote what the papers of candidates say of regulating amounts, a year after they begin.

    A table that staff keep has its rows regulated already.
    """
    old = [match for match in told if _is_old(match, today)]
    for id_ in dict.fromkeys(match.entry.document.id for match in old):
        document = view.document(id_)
        places = [match.rate.span for match in old if match.entry.document.id == id_]
        clauses = list(regulating(document))
        holding = next((c for c in clauses if _is_of_one(document, c, places)), None)
        for clause in (holding,) if holding else clauses[:1]:
            if not draft.quotes(document, clause):
                draft.say("rate_regulated" if holding else "rate_regulated_others")
                draft.quote(document, clause)


def _is_of_one(document: Document, clause: Span, places: Sequence[Span]) -> bool:
    said = clause.of(document.text)
    return any(holds_for(said, document.text, place) for place in places)


def _is_old(match: Match, today: date) -> bool:
    since = match.validity.since
    # What is agreed year by year is regulated by that; nor does a row say what comes after it.
    by_year = match.rate.agreement_year is not None or match.year is not None
    return not match.rate.verified and not by_year and since is not None and since + _A_YEAR < today


def regulating(document: Document) -> Iterator[Span]:
    """Yield the sentences of a paper that say how amounts are regulated."""
    for match in _REGULATED.finditer(document.text):
        start = document.text.rfind("\n", 0, match.start()) + 1
        end = document.text.find("\n", match.end())
        line = document.text[start : end if end >= 0 else len(document.text)]
        for span in sentences(line):
            place = span.moved(start)
            words = place.of(document.text)
            if place.start <= match.start() < place.end and _AMOUNTS.search(words):
                yield place
