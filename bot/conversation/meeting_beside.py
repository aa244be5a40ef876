"""The meeting before or after the one that was spoken of: "og mødet før?"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.conversation.naming import asks_something
from bot.conversation.openings import DECIDED
from bot.conversation.places import at_the_place
from bot.conversation.readings import Archive, Full, Unclear
from bot.conversation.turns import Turn
from bot.questions.intents import OF_A_MATTER, PeopleAspect
from bot.questions.question import Question
from bot.questions.wanted import Wanted
from bot.replies import Language

_LED_IN = r"\s*\b(?:(?:på|ved|fra|til|om|at|in|of|from)\s+)?"
_BEFORE = re.compile(
    rf"{_LED_IN}(?:mødet\s+(?:før|forinden|inden)(?:\s+(?:det|da))?|(?:det\s+)?(?:forrige|foregående)\s+møde(?:t)?"
    r"|the\s+meeting\s+before(?:\s+(?:that|this))?|the\s+(?:previous|prior|preceding)\s+meeting)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"{_LED_IN}(?:mødet\s+efter(?:\s+det)?|(?:det\s+)?(?:næste|følgende|efterfølgende)\s+møde(?:t)?(?:\s+efter)?"
    r"|the\s+meeting\s+after(?:\s+(?:that|this))?|the\s+(?:next|following|subsequent)\s+meeting)\b",
    re.IGNORECASE,
)


def of_the_meeting_beside(asked: Question, turn: Turn, archive: Archive) -> Full | Unclear | None:
    """Return what a message asks of the meeting before or after the one that was spoken of.

    `None` where it names none such, or asks when it is; nobody can tell where the archive has none.
    """
    if turn.body is None or turn.day is None or asked.bodies or asked.wanted is Wanted.DATE:
        return None
    for beside, before in ((_BEFORE, True), (_AFTER, False)):
        rest, found = beside.subn(" ", asked.text, count=1)
        if found:
            day = _day_beside(turn, archive, before=before)
            if day is None:
                return Unclear(turn.language)
            message = archive.read(" ".join(rest.split()))
            return _at(day, message, asked.read_as, turn, archive)
    return None


def _day_beside(turn: Turn, archive: Archive, *, before: bool) -> date | None:
    """Return the day of the committee's meeting next to a turn's; `None` where there is none."""
    days: Sequence[date] = [
        day
        for entry in archive.read(turn.body or "").bodies
        if entry.body.name == turn.body
        for day in entry.meetings
    ]
    assert turn.day is not None
    if before:
        return max((day for day in days if day < turn.day), default=None)
    return min((day for day in days if day > turn.day), default=None)


def _at(day: date, asked: Question, spoken: Language, turn: Turn, archive: Archive) -> Full | None:
    """Return what is asked at a meeting: of the matter, if it was treated there, or of people."""
    before = archive.read(turn.question)
    if not asks_something(asked):
        # "And the meeting before?" asks again who was there, else what was decided.
        again = before.people is not None and before.people not in OF_A_MATTER
        words = _WHO[before.people] if again and before.people in _WHO else None
        asked = archive.read(words[spoken] if words else DECIDED[spoken])
    there = replace(turn, item=None, day=day, time="")
    of_it = asked.about_decision or asked.people in OF_A_MATTER
    if of_it and (step := next((s for s in archive.steps(turn) if s.place.day == day), None)):
        there = step.place
    told = at_the_place(asked.text, there, spoken, with_item=there.item is not None)
    return Full(told, there, is_certain=True) if told is not None else None


_WHO: dict[PeopleAspect, dict[Language, str]] = {
    PeopleAspect.ABSENT: {"da": "hvem var fraværende", "en": "who was absent"},
    PeopleAspect.PRESENT: {"da": "hvem deltog", "en": "who attended"},
    PeopleAspect.CHAIR: {"da": "hvem ledede mødet", "en": "who chaired the meeting"},
}
"""What may be asked of people at any meeting."""
