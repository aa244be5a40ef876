"""Items dealt with behind closed doors: only their headings can be answered with."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from bot.answers.finding import matching
from bot.answers.finding.relevance import relevant
from bot.answers.finding.searches import for_decision, for_fact
from bot.answers.telling.draft import Draft
from bot.answers.telling.places import item_name, linked
from bot.conversation.turns import Turn
from bot.questions.intents import Intent
from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.replies import Reply, ReplyKind
from index.archive import Filter, Found, ItemEntry, Term, View
from index.danish import compounds
from index.danish.folding import fold
from index.danish.stems import stem
from index.danish.stopwords import MEETING
from index.danish.words import tokens
from index.documents import CLOSED, Document, DocumentKind, Item
from index.search.coverage import stands

NAMED = 0.5
"""Share of the question's weight that must stand in the heading of a closed item."""
HINTED = 0.3
"""The same where the question itself says that the item was closed."""


def answer(question: Question, view: View) -> Reply | None:
    """Say that what is asked was dealt with in a closed item, `None` when no such item fits."""
    if CLOSED in view.audiences:
        return None
    closed = view.items(replace(question.filter(), only_closed=True))
    if not closed:
        return None
    asks = for_decision if question.intent is Intent.DECISION else for_fact
    found = view.search(asks(question))
    of_every = MEETING[question.read_as]
    of_doors = _says_closed(question.text)
    terms = [
        term
        for term in found.terms
        if not (_says_closed(term.text) or (of_doors and _MARK.fullmatch(term.text)))
        and term.text not in of_every
    ]
    # Whose paper it is says nothing of what an item of it is on.
    bodies = frozenset().union(*(_words(e.document.body.name) for e in closed if e.document.body))
    matter = [
        term
        for term in terms
        if not (term.text in question.names and stands(term, bodies))
        and not question.given.issuperset(term.text.split())
    ]
    terms = matter or terms
    shares = [_share(terms, entry) for entry in closed]
    best = max(range(len(closed)), key=shares.__getitem__)
    asks_for_closed = of_doors and (question.bodies or question.period)
    # An open item that fits as well is what was asked about: it can be answered.
    fits = shares[best] >= NAMED and shares[best] > _elsewhere(question, terms, found)
    hinted = asks_for_closed and (len(closed) == 1 or shares[best] >= HINTED)
    if not fits and not hinted:
        return None
    entry = closed[best]
    draft = Draft(question.text, question.language)
    return say_closed(draft, view.document(entry.document.id), entry.item)


def of_place(question: Question, place: Turn | None, view: View) -> Reply | None:
    """Say that an item is closed of which something is asked, `None` where it is open to read.

    Whatever else could answer would be of another item.
    """
    if place is None or place.item is None or place.day is None or CLOSED in view.audiences:
        return None
    for entry in view.items(Filter(since=place.day, until=place.day, only_closed=True)):
        body = entry.document.body.name if entry.document.body else None
        if (entry.item.title, body) == (place.item, place.body) and entry.decision is None:
            draft = Draft(question.text, question.language)
            return say_closed(draft, view.document(entry.document.id), entry.item)
    return None


def say_closed(draft: Draft, document: Document, item: Item) -> Reply:
    """Name a closed item, resting on its heading: nothing else of it may be told."""
    draft.heading(item_name(draft, document, item))
    held = document.kind is not DocumentKind.AGENDA
    said = draft.phrase("closed" if held else "closed_on_agenda")
    draft.add(linked(said, draft.cite(document, item.heading)))
    return draft.reply(ReplyKind.CLOSED)


_MARK = re.compile(r"lukke(?:t|de)|fortrolige?t?|offentligt?")
"""Folded words of a title by which an item is marked as closed."""


def _says_closed(text: str) -> bool:
    return pattern("closed").search(fold(text)) is not None


def _share(terms: Sequence[Term], entry: ItemEntry) -> float:
    return matching.coverage(terms, _named(terms, entry.item.title))


def _named(terms: Sequence[Term], title: str) -> frozenset[str]:
    """Return the question's words that a title names, by a word or by what a compound is about.

    "Personalesag" is about *personale*; "lejemål" is not about *mål*.
    """
    words = _words(title)
    return frozenset(term.text for term in terms if stands(term, words))


@lru_cache(maxsize=8_192)
def _words(title: str) -> frozenset[str]:
    words: set[str] = set()
    for token in tokens(title):
        if _MARK.fullmatch(token.folded):
            continue  # "Køb af grund (lukket)" is on no thing that is shut
        parts = compounds.parts(token.folded)
        words |= {stem(token.folded), *([stem(compounds.without_link(parts[0]))] if parts else [])}
    return frozenset(words)


def _elsewhere(question: Question, terms: Sequence[Term], found: Found) -> float:
    """Return the most that anything open holds of the question: a title, of a fact any passage."""
    open_groups = [g for g in found.groups if not (g.item and g.item.closed)]
    if question.intent is Intent.FACT and relevant(question, found):
        told = (" ".join(hit.passage.text for hit in g.hits) for g in open_groups)
        return max(
            (matching.coverage(terms, matching.matched(terms, t)) for t in told), default=0.0
        )
    titles = (g.item.title for g in open_groups if g.item)
    return max((matching.coverage(terms, _named(terms, title)) for title in titles), default=0.0)
