"""What a question is after, by its words and by what they leave unsaid.

"KEU, 6. december 2018" is a committee and a time, and asks for what was decided there.
"""

from dataclasses import dataclass

from bot.questions.intents import (
    Intent,
    ListAspect,
    PeopleAspect,
    intent_of,
    list_aspect,
    people_aspect,
)
from bot.questions.notes import list_noted, people_noted
from bot.questions.scopes import (
    Changes,
    asks_decisions_alone,
    asks_introduction,
    asks_meeting_alone,
    changes_asked_for,
)
from bot.questions.times.period import Period


@dataclass(frozen=True, slots=True)
class Scope:
    """What a question is about, and what is left of its words."""

    subject: str
    """The question without the words that became body, period and case number."""
    period: Period | None
    bodies: bool
    """Whether it names a body of the archive."""
    numbered: bool
    """Whether it names a case by its number."""
    last_meeting: bool
    """Whether it names the last meeting."""


@dataclass(frozen=True, slots=True)
class Aim:
    """What is to be told."""

    intent: Intent
    people: PeopleAspect | None = None
    list: ListAspect | None = None
    changes: Changes | None = None


def aim_of(text: str, asks: str, scope: Scope, known_terms: frozenset[str]) -> Aim:
    """Return what a question is after.

    Args:
        text: The question.
        asks: The question without the title of an item, which asks for nothing.
        scope: What it is about.
        known_terms: Folded abbreviations and names that the archive explains.
    """
    intent = intent_of(asks, known_terms=known_terms, has_case_number=scope.numbered)
    people, listed = people_aspect(asks), list_aspect(asks)
    if intent in _NAMING or scope.numbered:
        return Aim(intent, people, listed)
    if (changes := changes_asked_for(text, scope.subject)) is not None:
        return Aim(Intent.CHANGES, people, listed, changes)
    if asks_introduction(text, scope.subject):
        return Aim(Intent.INTRO, people, listed)
    if _asks_all_decided(scope):
        return Aim(Intent.LIST, people, ListAspect.DECISIONS)
    return _noted(intent, scope) or Aim(intent, people, listed)


_NAMING = frozenset({Intent.PEOPLE, Intent.CASE_NUMBER})
"""Intents of questions that name something: they ask neither what is new nor for an overview."""


def _asks_all_decided(scope: Scope) -> bool:
    """Tell whether a question names a committee or its last meeting, and nothing it treated."""
    if scope.bodies and asks_decisions_alone(scope.subject):
        return True
    if scope.last_meeting and asks_meeting_alone(scope.subject):
        return True
    nothing_more = not any(map(str.isalnum, scope.subject))
    return scope.period is not None and scope.bodies and nothing_more


def _noted(intent: Intent, scope: Scope) -> Aim | None:
    """Return what a note of a committee and a word or two is after, `None` if it is none."""
    if not scope.bodies or intent not in {Intent.FACT, Intent.DECISION}:
        return None
    if (people := people_noted(scope.subject)) is not None:
        return Aim(Intent.PEOPLE, people)
    if (listed := list_noted(scope.subject)) is not None:
        return Aim(Intent.LIST, list=listed)
    return None
