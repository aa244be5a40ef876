"""What a paper says of amounts that are regulated: one that it prints may be another by now."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

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
    for id_ in dict.fromkeys(m.entry.document.id for m in told if _is_old(m, today)):
        document = view.document(id_)
        for place in _regulating(document):
            if not draft.quotes(document, place):
                draft.say("rate_regulated")
                draft.quote(document, place)
            break


def _is_old(match: Match, today: date) -> bool:
    since = match.validity.since
    by_year = match.rate.agreement_year is not None
    return not match.rate.verified and not by_year and since is not None and since + _A_YEAR < today


def _regulating(document: Document) -> Iterator[Span]:
    for match in _REGULATED.finditer(document.text):
        start = document.text.rfind("\n", 0, match.start()) + 1
        end = document.text.find("\n", match.end())
        line = document.text[start : end if end >= 0 else len(document.text)]
        for span in sentences(line):
            place = span.moved(start)
            words = place.of(document.text)
            if place.start <= match.start() < place.end and _AMOUNTS.search(words):
                yield place
