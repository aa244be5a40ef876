"""What a question says that somebody was against: "against closing the school in Elby".

What is done and what it is done to tell one motion from another on the same thing, and from the
same motion on another: who was against keeping the school, or against closing the bath, was against
something else.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers.finding import matching
from bot.questions.question import Question
from index.archive import Found, Group, Term, View
from index.danish.folding import fold
from index.danish.stopwords import SMALL
from index.danish.words import folded_words
from index.decisions import Decision
from index.documents import Document

_OPPOSED = re.compile(
    r"\b(?:i?mod|nej til)(?: (?:et |det )?(?:aendrings)?forslag(?:et)? (?:om|til))? at "
    r"(?P<da>[a-z]{3,})(?P<da_what>[^?.,]*)"
    r"|\b(?:i?mod|nej til) (?:en |et |den |det )?(?P<noun>[a-z]{2,}(?:ning|else|lse)(?:en|n)?) "
    r"af (?P<noun_what>[^?.,]*)"
    r"|\bagainst (?:the (?:proposal|motion|plan|idea) (?:to|of) )?(?P<en>[a-z]{3,}ing)\b"
    r"(?! (?:of|to|the same)\b)(?P<en_what>[^?.,]*)"
    r"|\bagainst (?:the )?(?P<of>[a-z]{4,}) of (?P<of_what>[^?.,]*)"
)
_WHERE = re.compile(
    r"\b(?:in|at|on|by|during|when|for|of|to|with|i|paa|ved|fra|da|under|for|af|til|med|om)\b"
)


@dataclass(frozen=True, slots=True)
class Opposed:
    """The words of a motion, as far as the archive or a translation knows them."""

    act: tuple[Term, ...]
    thing: tuple[Term, ...]


def opposed(question: Question, found: Found) -> Opposed | None:
    """Return what a question says that somebody was against, `None` where it names no act."""
    named = _OPPOSED.search(fold(question.text))
    if named is None:
        return None
    act, what = next(
        (named[kind], named[f"{kind}_what"])
        for kind in ("da", "noun", "en", "of")
        if named[kind] is not None
    )
    small = SMALL[question.read_as]
    able = [t for t in found.terms if t.known or t.translated]
    things = [w for w in folded_words(_WHERE.split(what)[0]) if w not in small]
    held = [[t for t in able if word in t.text.split()] for word in things]
    # The last word is what the thing is: a "harbour office" is an office, whatever is of a harbour.
    thing = next((terms for terms in reversed(held) if terms), [])
    return Opposed(tuple(t for t in able if act in t.text.split()), tuple(thing))


def of_motion(motion: Opposed, groups: Sequence[Group], view: View) -> list[Group]:
    """Return the items on the thing of a motion, those first that put the very motion."""
    on_thing = [g for g in groups if _is_on(motion.thing, g, view)]
    put = [g for g in on_thing if _holds(motion.act, _put_in(g, view))]
    return [*put, *(g for g in on_thing if g not in put)]


def puts_motion(motion: Opposed, group: Group, view: View) -> bool:
    """Tell whether an item's title, recommendation or decision has what was to be done."""
    return _holds(motion.act, _put_in(group, view))


def _holds(terms: Sequence[Term], text: str) -> bool:
    return not terms or bool(matching.shares(terms, text))


def _is_on(thing: Sequence[Term], group: Group, view: View) -> bool:
    text = view.document(group.document.id).text
    words = group.item.words(text) if group.item else text
    title = group.item.title if group.item else ""
    return not thing or any(matching.names_thing(term, words, title) for term in thing)


def _put_in(group: Group, view: View) -> str:
    if group.item is None:
        return ""
    document = view.document(group.document.id)
    decision = document.decision_of(group.item.index)
    return f"{group.item.title} {_said(decision, document)}"


def _said(decision: Decision | None, document: Document) -> str:
    spans = (*decision.recommendation, *decision.words) if decision else ()
    return " ".join(span.of(document.text) for span in spans)
