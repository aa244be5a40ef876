"""What became of an open matter as a later paper tells it under an item on something else.

"Lukning af saunaen" was only discussed; at the next meeting "Siden sidst" has "Ledelsen har
besluttet, at saunaen lukker om søndagen". It is a likeness of words, and is told as one.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.answers.finding.meetings import one_paper_each
from bot.answers.matters import matter
from bot.answers.matters.titles import name_other_places, share_a_thing, telling_things
from index.archive import Filter, ItemEntry, View
from index.danish.folding import fold
from index.danish.sentences import sentences
from index.danish.stems import stem
from index.danish.words import compound_terms, folded_words
from index.decisions import Outcome
from index.documents import MEETING_PAPERS, Document
from index.spans import Span

WITHIN = timedelta(days=400)
SHARE = 0.5
"""Of the things that a title names, how many a sentence must name as well."""
_MOST_ITEMS = 2
"""Later items that may tell of the thing: what stands in more is what the body is there for."""
_OPEN = (matter.UNDECIDED | {Outcome.DISCUSSED, Outcome.RECOMMENDED}) - {Outcome.NONE}
_DECIDED = re.compile(
    r"\b(?:har|er|blev) (?:\w+ ){0,2}?(?:besluttet|vedtaget|godkendt|bevilget|afsat|afvist"
    r"|afslaaet|lukket|aabnet|valgt|indfoert)\b"
    r"|\b(?:besluttede|vedtog|godkendte|bevilgede|afsatte|afviste|afslog|tiltraadte|forkastede"
    r"|indgik|valgte)\b"
)
"""Words, folded, by which a sentence tells what somebody decided."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a later paper, with the item in which it stands."""

    entry: ItemEntry
    document: Document
    place: Span


def told_later(entry: ItemEntry, view: View) -> Told | None:
    """Return the last sentence that tells what was decided of an item that was left open."""
    day, key, body = entry.document.date, entry.document.body_key, entry.document.body
    if day is None or key is None or entry.item.closed or not matter.of_substance(entry):
        return None
    if matter.outcome_of(entry) not in _OPEN:
        return None
    name = body.name if body is not None else ""
    title = entry.item.title
    things = telling_things(title, name)
    if not things:
        return None
    after = Filter(
        bodies=frozenset({key}),
        since=day + timedelta(days=1),
        until=day + WITHIN,
        kinds=MEETING_PAPERS,
    )
    later = [
        one
        for one in one_paper_each(view.items(after))
        # An item on such a thing that is not the same matter is on another one of them.
        if not one.item.closed and not share_a_thing(title, one.item.title, name)
    ]
    told = (_telling(one, title, things, view) for one in later)
    telling = [one for one in told if one is not None]
    if not 0 < len(telling) <= _MOST_ITEMS:
        return None
    return max(telling, key=lambda told: told.entry.document.date or date.min)


def _telling(entry: ItemEntry, title: str, things: frozenset[str], view: View) -> Told | None:
    document = view.document(entry.document.id)
    whole = entry.item.span.of(document.text)
    for span in sentences(whole):
        words = span.of(whole)
        if name_other_places(title, words):
            continue
        if _DECIDED.search(fold(words)) and len(things & _things(words)) >= SHARE * len(things):
            return Told(entry, document, span.moved(entry.item.span.start))
    return None


def _things(words: str) -> frozenset[str]:
    own = folded_words(words)
    inner = (part for word in own for part in compound_terms(word))
    return frozenset((*map(stem, own), *inner))
