"""The sort of body that a question speaks of without naming one: "udvalget", "the council"."""

import re

from bot.questions.question import Question
from index.archive import BodyEntry, View
from index.danish.folding import fold

_SORTS = (
    (re.compile(r"\budvalgets?\b|\bcommittee"), re.compile("udvalg")),
    (re.compile(r"\bbestyrelsens?\b|\bboard\b"), re.compile("bestyrelse|fond|styregruppe")),
    (re.compile(r"\b(?:raadets?|council)\b"), re.compile("raad|kommunalbestyrelse")),
    (re.compile(r"\bkommissionens?\b|\bcommission\b"), re.compile("kommission")),
)

SORTS_OF_BODY = frozenset(
    (
        *("udvalget", "udvalgets", "bestyrelsen", "bestyrelsens", "raadet", "raadets"),
        *("kommissionen", "committee", "board", "council", "commission"),
    )
)
"""Folded words for a body of some sort."""


def is_of_sort(name: str, question: Question) -> bool:
    """Tell whether a body's name is of such a sort as a question speaks of, if it does of one."""
    sorts = [sort for words, sort in _SORTS if words.search(fold(question.text))]
    return not sorts or any(sort.search(fold(name)) for sort in sorts)


def bodies_of_sort(question: Question, view: View) -> tuple[BodyEntry, ...] | None:
    """Return the bodies of the sort that a question speaks of, `None` where there is no such body.

    Empty where it speaks of none, or all bodies are of it: nothing is left out.
    """
    held = view.bodies()
    kept = tuple(body for body in held if is_of_sort(body.body.name, question))
    if held and not kept:
        return None
    return kept if len(kept) < len(held) else ()
