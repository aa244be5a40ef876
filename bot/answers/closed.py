"""Items dealt with behind closed doors: only their headings can be answered with."""

from collections.abc import Sequence

from bot.answers import matching
from bot.answers.draft import Draft
from bot.answers.places import item_name, linked
from bot.answers.searches import for_decision, for_fact
from bot.questions.intents import Intent
from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.replies import Reply, ReplyKind
from index.archive import Found, ItemEntry, Term, View
from index.danish.folding import fold

NAMED = 0.5
"""Share of the question's weight that must stand in the heading of a closed item."""
HINTED = 0.3
"""The same where the question itself says that the item was closed."""


def answer(question: Question, view: View) -> Reply | None:
    """Say that what is asked was dealt with in a closed item, `None` when no such item fits."""
    closed = [entry for entry in view.items(question.filter()) if entry.item.closed]
    if not closed:
        return None
    asks = for_decision if question.intent is Intent.DECISION else for_fact
    found = view.search(asks(question))
    terms = [term for term in found.terms if not _says_closed(term.text)]
    shares = [_share(terms, entry) for entry in closed]
    best = max(range(len(closed)), key=shares.__getitem__)
    asks_for_closed = _says_closed(question.text) and (question.bodies or question.period)
    fits = shares[best] >= NAMED and shares[best] >= _elsewhere(terms, found)
    hinted = asks_for_closed and (len(closed) == 1 or shares[best] >= HINTED)
    if not fits and not hinted:
        return None
    entry = closed[best]
    draft = Draft(question.text, question.language)
    document = view.document(entry.document.id)
    draft.heading(item_name(draft, document, entry.item))
    draft.add(linked(draft.phrase("closed"), draft.cite(document, entry.item.heading)))
    return draft.reply(ReplyKind.CLOSED)


def _says_closed(text: str) -> bool:
    return pattern("closed").search(fold(text)) is not None


def _share(terms: Sequence[Term], entry: ItemEntry) -> float:
    return matching.coverage(terms, matching.shares(terms, entry.item.title))


def _elsewhere(terms: Sequence[Term], found: Found) -> float:
    """Return the most that the title of an open item holds of the question."""
    titles = (g.item.title for g in found.groups if g.item and not g.item.closed)
    return max((matching.coverage(terms, matching.shares(terms, t)) for t in titles), default=0.0)
