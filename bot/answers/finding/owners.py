"""Whose a list is to be: "hvad er åbent i I/S Fjordvand?", where no body goes by that name."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.questions.patterns import pattern
from bot.questions.question import Question
from index.archive import BodyEntry, View
from index.danish.folding import fold
from index.danish.words import folded_words

_OF_WHOM = re.compile(
    r"\b(?:[Ii]|[Hh]os|[Aa]f|[Ii]n|[Bb]y|[Oo]f|[Aa]t)\s+(?:the\s+)?"
    r"(?P<name>[A-ZÆØÅ][\w/ÆØÅæøå&-]*(?:\s+[A-ZÆØÅ][\wÆØÅæøå-]*){0,4})\s*\??$"
)
_A_NAME = 4
"""Letters of a word that names."""


def of_its_owner(question: Question, view: View) -> Question:
    """Return a question of a list as one of the bodies that the name at its end is part of."""
    return question if question.bodies else replace(question, bodies=owners(question, view))


def owners(question: Question, view: View) -> tuple[BodyEntry, ...]:
    """Return the bodies in whose names the name at the end of a question stands."""
    named = frozenset(_names(question))
    return tuple(body for body in view.bodies() if named and named <= _words(body.names))


def owner_named(question: Question) -> str | None:
    """Return the name at the end of a question behind "in", "of" or "by", as typed."""
    found = _OF_WHOM.search(question.text)
    return found["name"] if found is not None and _names(question) else None


def _names(question: Question) -> list[str]:
    found = _OF_WHOM.search(question.text)
    if found is None or pattern("matter").search(fold(question.text)):
        return []
    names = [word for word in folded_words(found["name"]) if len(word) >= _A_NAME]
    return [word for word in names if word not in question.given]


def _words(names: Sequence[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in folded_words(name))
