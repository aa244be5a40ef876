"""What the archive tells of the end of a rate: "gebyret for slæbestedet bortfalder fra 1. april".

Such a sentence holds no rate. It is quoted beside the rate that it may end, with what was decided,
and that rate is not told to be in force.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.answers.rates.terms import Match
from bot.answers.rates.word_index import calls
from bot.answers.telling.draft import Draft
from bot.questions.rates.rate_question import RateQuestion
from index.archive import Found, Group, View
from index.danish.days import find_dates
from index.danish.sentences import sentences
from index.danish.words import term_set
from index.decisions import Decision, Outcome
from index.documents import Document, DocumentKind, Item
from index.rates.amounts import parse_amount
from index.spans import Span

SHOWN = 2
"""Repeals quoted at most."""
_RATE = (
    r"\b\w*(?:takst|sats|satser|honorar|gebyr|afgift|pris|betaling|kontingent|godtgørelse|vederlag|leje|tillæg|tilskud)"
    r"(?:en|n|et|er|erne|ne)?\b|\b(?:rate|fee|charge|price|tariff|allowance)s?\b"
)
_OF_RATES = re.compile(_RATE, re.IGNORECASE)
_ENDS = re.compile(
    r"\b(?:annulleres?|annulleret|bortfald(?:er|t|e|et)?|ophæves?|ophævet|afskaff(?:es?|et)|frafald(?:es?|et|er|t)"
    r"|tilbagekald(?:es?|t)|sløjfes?|sløjfet|ophører|ophørte|nedlægges|abolish(?:es|ed)?|repeal(?:s|ed)?"
    r"|revok(?:es|ed)|annul(?:s|led)|cancel(?:s|led|ed)|scrap(?:s|ped)?|withdrawn|dropped|discontinued)\b"
    r"|\b(?:opkræves|betales)\s+(?:fremover\s+|herefter\s+)?ikke\s+(?:længere|mere)\b|\bno\s+longer\s+charged\b",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:hvis|såfremt|når|medmindre|ved|if|when|unless|ikke\s+(?:at\s+)?(?:bort|op|af|fra|an|til|sl)\w*|not)\b",
    re.IGNORECASE,
)
"""Of a sentence that ends nothing for all: "bortfalder ved afbud"."""
_FELL = frozenset(
    {Outcome.REJECTED, Outcome.DEFERRED, Outcome.SENT_BACK, Outcome.DISCUSSED, Outcome.RECOMMENDED}
)
_AMOUNT = re.compile(r"(?<![\w.,])\d[\d.]*(?:,\d+)?(?=\s?(?:kr\b|kroner\b|dkk\b))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Repeal:
    """Words that tell the end of a rate, with what was decided of them."""

    document: Document
    words: Span
    decided: tuple[Span, ...]
    since: date | None
    """The day that they name, else that of their paper."""


def repeals_of(
    asked: RateQuestion, found: Found, matches: Sequence[Match], view: View
) -> list[Repeal]:
    """Return what tells, by the time asked about, that one of some rates has ended."""
    period = asked.period
    last = (period.until if period else None) or asked.today
    told = {
        (repeal.document.id, repeal.words): repeal
        for group in found.groups
        if group.item is not None and group.document.kind is not DocumentKind.AGENDA
        for repeal in _in_item(group, group.item, view)
        if (repeal.since is None or repeal.since <= last)
        and any(_ends(repeal, group.item, match) for match in matches)
    }
    return list(told.values())[:SHOWN]


def write_repeals(draft: Draft, repeals: Sequence[Repeal]) -> None:
    """Quote what tells of the end of a rate, with the decision on it."""
    for repeal in repeals:
        for place in (repeal.words, *repeal.decided):
            if not draft.quotes(repeal.document, place):
                draft.quote(repeal.document, place)


def _in_item(group: Group, item: Item, view: View) -> Iterator[Repeal]:
    document = view.document(group.document.id)
    decision = document.decision_of(item.index)
    if decision is not None and decision.outcome in _FELL:
        return
    body = item.span.of(document.text)
    for place in sentences(body):
        words = place.moved(item.span.start)
        said = words.of(document.text)
        ending = _ENDS.search(said)
        if ending is None or _UNSURE.search(said):
            continue
        if _OF_RATES.search(f"{item.title} {said}") and _is_adopted(words, said, decision):
            decided = tuple(
                w for w in (decision.words if decision else ()) if not w.overlaps(words)
            )
            yield Repeal(document, words, decided, _day(said, decided, document))


def _is_adopted(words: Span, said: str, decision: Decision | None) -> bool:
    """Tell whether an end was decided, or told with its day; not only spoken of."""
    parts = (*decision.recommendation, *decision.words) if decision else ()
    return any(part.overlaps(words) for part in parts) or bool(find_dates(said))


def _day(said: str, decided: Sequence[Span], document: Document) -> date | None:
    texts = (*(words.of(document.text) for words in decided), said)
    days = [day for text in texts for _, day in find_dates(text)]
    return days[0] if days else document.date


def _ends(repeal: Repeal, item: Item, match: Match) -> bool:
    """Tell whether words of an end may be of a rate: by its name, its amount and its time."""
    rate, paper = match.rate, match.entry.document
    known = None not in (paper.date, repeal.document.date)
    older = known and repeal.document.date < paper.date  # type: ignore[operator]
    since = match.validity.since
    if older or (since is not None and repeal.since is not None and since >= repeal.since):
        return False
    if rate.span == repeal.words and paper.id == repeal.document.id:
        return False
    said = repeal.words.of(repeal.document.text)
    named = [parsed.value for one in _AMOUNT.findall(said) if (parsed := parse_amount(one))]
    if named and rate.amount not in named:
        return False
    words = term_set(f"{said} {item.title}")
    return any(set(call.split()) <= words for call in calls(rate))
