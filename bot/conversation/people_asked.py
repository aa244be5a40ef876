"""What a message of a thread asks of people: who was there, who led, who was against."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.conversation.its_body import of_its_people
from bot.conversation.leaning_questions import of_the_term
from bot.conversation.naming import own_words
from bot.conversation.other_items import where_that_was_voted_on
from bot.conversation.places import at_the_place
from bot.conversation.readings import Archive, Full, Unclear
from bot.conversation.turns import Turn
from bot.questions.intents import OF_A_MATTER, PeopleAspect
from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.replies import Language
from index.danish.folding import fold
from index.danish.words import Token

_LEADS = frozenset({PeopleAspect.CHAIR, PeopleAspect.OFFICE})
_OF_NO_MEETING = frozenset({PeopleAspect.OFFICE})
"""What is asked of people of a committee, whenever it met."""


def of_people(
    asked: Question, own: Sequence[Token], turn: Turn, archive: Archive, *, placed: bool
) -> Full | Unclear | None:
    """Return what a message asks of people in full; `None` where it is a question of its own.

    Args:
        asked: The message, without the words it opens with.
        own: The words by which it names a matter.
        turn: The turn before it.
        archive: Reads questions, and finds what a word stands for.
        placed: Whether it names a committee or a time.
    """
    if asked.people in _LEADS and pattern("of_a_project").search(fold(asked.text)):
        return Unclear(turn.language)  # not who leads the committee
    of_a_matter = asked.people in OF_A_MATTER
    if not of_a_matter and (of_its := of_its_people(asked, turn, archive)):
        return of_its
    if of_a_matter and (voted := where_that_was_voted_on(asked, turn, archive)):
        return voted
    if of_a_matter and _is_of_another_time(asked, own, turn):
        # Who was against another matter of that time answers something else.
        return Unclear(turn.language, is_sure=True)
    if then := _of_people_then(asked, own, turn) or _of_people_last_time(asked, turn, archive):
        return then
    if own or placed or asked.last_meeting:
        return None
    # "Who runs it?" below what a short form stands for is none of a meeting.
    return of_the_term(asked, turn, archive) or _of_people(asked, turn) or Unclear(turn.language)


def _is_of_another_time(asked: Question, own: Sequence[Token], turn: Turn) -> bool:
    """Tell whether a message names but a time, at which the matter was not treated."""
    placed = own or asked.bodies or asked.unknown_body
    return turn.item is not None and asked.period is not None and not placed


def _of_people_then(asked: Question, own: Sequence[Token], turn: Turn) -> Full | None:
    """Return "who led the meeting in April?" of the committee that was spoken of."""
    if asked.bodies or asked.unknown_body or own or asked.period is None or turn.body is None:
        return None
    at = replace(turn, item=None, day=None, time="")
    told = at_the_place(asked.text, at, asked.read_as, with_item=False)
    return Full(told) if told is not None else None


def _of_people_last_time(asked: Question, turn: Turn, archive: Archive) -> Full | None:
    """Return "who was absent last time?" of the committee that was spoken of."""
    if turn.body is None or asked.bodies or asked.unknown_body or asked.period:
        return None
    text = _LAST_TIME.sub(_LAST_MEETING[asked.read_as], asked.text)
    read = archive.read(text)
    if not read.last_meeting or own_words(read):
        return None
    told = at_the_place(text, replace(turn, day=None, time=""), asked.read_as, with_item=False)
    return Full(told, body=turn.body, is_certain=True) if told is not None else None


_LAST_TIME = re.compile(r"\b(?:sidste gang|sidst|last time)\b", re.IGNORECASE)
_LAST_MEETING: dict[Language, str] = {"da": "på sidste møde", "en": "at the last meeting"}


def _of_people(asked: Question, turn: Turn) -> Full | Unclear | None:
    """Return a question about people, of the meeting or the item that was spoken of."""
    if asked.people in _OF_NO_MEETING:
        turn = replace(turn, day=None)
    if turn.body is not None and asked.people not in OF_A_MATTER:
        named, found = _IT.subn(lambda _: turn.body or "", asked.text, count=1)
        if found:  # "who chairs it?"
            return Full(named, replace(turn, item=None, day=None))
    with_item = asked.people in OF_A_MATTER
    if with_item and turn.item is None and turn.day is None:
        return Unclear(turn.language, is_sure=_VOTED.search(fold(asked.text)) is not None)
    told = at_the_place(asked.text, turn, asked.read_as, with_item=with_item)
    place = turn if with_item else replace(turn, item=None)
    return Full(told, None if asked.people in _OF_NO_MEETING else place) if told else None


_VOTED = re.compile(r"\bstemte\b|\bvoted?\b")
_IT = re.compile(r"\b(?:det|den|it)(?=\W*$)", re.IGNORECASE)
