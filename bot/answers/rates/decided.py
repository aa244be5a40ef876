"""What was decided on the items that rates were read from, where that is no plain approval.

Where it was put off, what became of it since: another amount may have been decided on.
"""

from collections.abc import Sequence

from bot.answers.matters.matter import outcome_of
from bot.answers.matters.returns import PUT_OFF, followed
from bot.answers.rates.terms import Match
from bot.answers.telling.decision_words import what_became
from bot.answers.telling.draft import Draft
from index.archive import Filter, View
from index.decisions import Decision, Outcome
from index.documents import Document
from index.rates.rate import Origin
from index.spans import Span

SHOWN = 2
"""Items at most whose decision is quoted."""
_PLAIN = frozenset({Outcome.APPROVED, Outcome.NONE})


def write_decisions(draft: Draft, told: Sequence[Match], view: View) -> None:
    """Quote what was decided on each item that a rate stands in, where it says more than yes."""
    places = list(dict.fromkeys(place for match in told for place in _words(match, view)))
    items = list(dict.fromkeys((document, item) for document, item, _ in places))[:SHOWN]
    unsaid = [
        (view.document(document), words)
        for document, item, words in places
        if (document, item) in items and not draft.quotes(view.document(document), words)
    ]
    if not unsaid:
        return
    draft.heading(draft.phrase("decided_heading"))
    for document, words in unsaid:
        draft.quote(document, words)
    put_off = [
        entry
        for document_id, item in items
        for entry in view.items(Filter(documents=frozenset({document_id})))
        if entry.item.index == item and outcome_of(entry) in PUT_OFF
    ]
    for one in followed(put_off, view, by_body=True):
        draft.add(what_became(draft, one, view))


def decision_on(document: Document, place: Span) -> Decision | None:
    """Return the decision on the item that a place stands in."""
    item = next((one for one in document.items if one.span.contains(place)), None)
    return document.decision_of(item.index) if item is not None else None


def _words(match: Match, view: View) -> list[tuple[str, int, Span]]:
    """Return where the words of a decision stand that is no plain approval."""
    if match.rate.origin is not Origin.EXTRACTED or match.rate.verified:
        return []
    document = view.document(match.entry.document.id)
    decision = decision_on(document, match.rate.span)
    if decision is None or decision.outcome in _PLAIN:
        return []
    until = match.validity.until
    if until is not None and document.date is not None and until < document.date:
        return []  # it had ended when the body met
    return [
        (document.id, decision.item, words)
        for words in decision.words
        if not words.contains(match.rate.span)
    ]
