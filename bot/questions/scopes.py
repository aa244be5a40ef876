"""Questions about everything at once: an introduction to a body, and what changed since a day.

They are recognised by what they do *not* name: "tell me about KEU" asks for an introduction, "tell
me about KEU's mileage rate" does not, and "what changed in the agreement" asks for a fact.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from bot.questions.patterns import first, pattern
from bot.questions.wanted import wanted_by
from index.danish.folding import fold
from index.danish.stopwords import SMALL
from index.danish.words import folded_words

_EMPTY = (
    SMALL["da"]
    | SMALL["en"]
    | {"raadet", "udvalget", "bestyrelsen", "committee", "council", "board", "body", "arkivet"}
    | {"archive", "medlem", "member", "nyt", "ny", "new"}
)


class ChangesAspect(StrEnum):
    """What of all that changed is asked about. The values name the patterns."""

    MEETINGS = "meetings"
    DECISIONS = "decisions"
    RATES = "rates"
    DOCUMENTS = "documents"


@dataclass(frozen=True, slots=True)
class Changes:
    """A question about what changed."""

    aspect: ChangesAspect | None
    """`None` for everything."""
    open_ended: bool
    """Whether it asks "since" a time, to this day, and not within one."""


def asks_introduction(text: str, subject: str) -> bool:
    """Tell whether a question asks to be introduced to a body, or to the archive.

    Args:
        text: The question.
        subject: The question without the words that name body and period.
    """
    return pattern("intro").search(fold(text)) is not None and not _left(subject, "intro")


def names_body_alone(text: str, given: Collection[str]) -> bool:
    """Tell whether a message is the name of a committee and nothing else: "KEU".

    Args:
        text: The message.
        given: The folded words that name a body, a period or a case.
    """
    return all(word in given for word in folded_words(text))


def asks_decisions_alone(subject: str) -> bool:
    """Tell whether decisions are asked for, and of what is not said: "beslutninger KEU"."""
    return pattern("decisions_alone").fullmatch(fold(subject).strip(" .:?!")) is not None


BY_PLACE = {"last_but_one_meeting": -2, "last_meeting": -1, "first_meeting": 0}
"""Patterns that name a meeting by its place among those held, and that place."""


def asks_meeting_alone(subject: str) -> bool:
    """Tell whether a question names a meeting by its place, and no matter treated there."""
    plain = wanted_by(subject) is None
    return plain and not _left(subject, *BY_PLACE)


def changes_asked_for(text: str, subject: str) -> Changes | None:
    """Return what changes are asked for, `None` when a question asks for something else.

    The arguments are as in `asks_introduction`.
    """
    folded = fold(text)
    if pattern("changes").search(folded) is None:
        return None
    aspect = first("changed", folded)
    left = _left(subject, "changes", "last_meeting", "since")
    if aspect is not None:
        left = {word for word in left if not pattern("changed", aspect).search(word)}
    if left:
        return None
    since = pattern("since").search(folded) is not None
    return Changes(ChangesAspect(aspect) if aspect else None, since)


def _left(subject: str, *groups: str) -> set[str]:
    """Return the words of a subject that say something beside asking."""
    folded = fold(subject)
    for group in groups:
        folded = pattern(group).sub(" ", folded)
    words = folded_words(re.sub(r"\b['’]s\b", " ", folded))
    return {word for word in words if word not in _EMPTY}
