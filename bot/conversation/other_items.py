"""Another item than the last one, as a message names it: by its title, or by how it ended."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.conversation.leaning import Leaning, leaning
from bot.conversation.naming import asks_something, own_words
from bot.conversation.openings import DECIDED, SAID, split_off
from bot.conversation.places import at_the_place
from bot.conversation.readings import Archive, Full, Unclear
from bot.conversation.turns import Turn
from bot.questions.intents import ListAspect
from bot.questions.patterns import first, pattern
from bot.questions.question import Question
from bot.questions.wanted import Wanted
from index.danish.folding import fold
from index.danish.words import Token
from index.decisions import Outcome


def of_a_titled_item(
    asked: Question, own: Sequence[Token], turn: Turn, archive: Archive
) -> Full | None:
    """Return what was decided on the item of the meeting whose title a fragment names.

    "Og blodprøverne?" below one item is asked of the one on blood samples of the same meeting,
    unless the item that was spoken of is on them as well.
    """
    words = [token.folded for token in own]
    place = archive.titled(words, turn) if _OTHER.search(asked.text) is None else None
    if place is None or _is_of(words, turn, archive):
        return None
    told = at_the_place(DECIDED[asked.read_as], place, asked.read_as, with_item=True)
    return _settled(told, place) if told is not None else None


_OTHER = re.compile(r"\b(?:other|andet|anden|andre)\b", re.IGNORECASE)
"""Said of another one of what was spoken of, and of no title."""


def _is_of(words: Sequence[str], turn: Turn, archive: Archive) -> bool:
    """Tell whether the title of the item that was spoken of names a thing, too."""
    if turn.item is None:
        return False
    spoken = archive.stems_of_title(turn.item)
    return all(archive.stems_of(word) & spoken for word in words)


def of_what_is_split_off(text: str, turn: Turn, archive: Archive) -> Full | None:
    """Return "hvorfor blev den afvist?" of the item that is named ahead of it: "videoen, …"."""
    parts = split_off(text)
    if parts is None:
        return None
    named, asked = archive.read(parts[0]), archive.read(parts[1])
    own, lean = own_words(named), leaning(asked)
    of_it = (asked.about_decision and not own_words(asked)) or (
        lean.says_it and len(lean.nouns) <= 1
    )
    if asks_something(named) or not own or not of_it:
        return None
    place = archive.titled([token.folded for token in own], turn, anywhere=True)
    if place is None:
        return None
    if lean.words and not asked.about_decision:
        # When it opens stands in the newest paper that speaks of opening.
        place = archive.place_of(lean.words, place, asked.wanted, newest=True) or place
    told = at_the_place(asked.text, place, asked.read_as, with_item=True)
    return _settled(told, place) if told is not None else None


def where_it_is_told_of(asked: Question, turn: Turn, archive: Archive) -> Full | None:
    """Return "what is the plan about?" of the item that has it in its title.

    The item that was spoken of may only mention it.
    """
    own = own_words(asked)
    if turn.item is None or not own or asked.bodies or asked.period:
        return None
    if pattern("asks_content").search(fold(asked.text)) is None:
        return None
    words = [token.folded for token in own]
    if _is_of(words, turn, archive):
        return None
    place = archive.titled(words, turn, anywhere=True)
    told = at_the_place(asked.text, place, asked.read_as, with_item=True) if place else None
    return _settled(told, place) if told is not None and place is not None else None


def where_it_ended(asked: Question, turn: Turn, archive: Archive) -> Full | None:
    """Return "why was it put off?" of the item of the case that was put off: not of a later one.

    And "wasn't it put off once?", which is so even if it was adopted in the end.
    """
    whether = asked.yes_or_no and asked.wanted is None
    if not whether and asked.wanted not in _OF_AN_END:
        return None
    if turn.item is None or own_words(asked):
        return None
    folded = fold(asked.text)
    if pattern("put_off").search(folded):
        ended = Outcome.DEFERRED
    elif (name := first("outcome", folded)) in _ENDS:
        ended = Outcome(name)
    else:
        return None
    ends = [s.place for s in archive.steps(turn) if s.outcome is ended]
    if not whether:
        return _at(asked, ends)
    if ended is Outcome.APPROVED or not ends:
        return None  # "is it adopted?" is asked of the item that was spoken of
    told = at_the_place(DECIDED[asked.read_as], ends[0], asked.read_as, with_item=True)
    return _settled(told, ends[0]) if told is not None else None


def where_somebody_voted(asked: Question, turn: Turn, archive: Archive) -> Full | None:
    """Return "why did Holm vote against it?" of the item that was spoken of, where it names Holm.

    The newest item of the case may be another on which the same person voted.
    """
    if asked.wanted is not Wanted.REASON or turn.item is None or asked.bodies or asked.period:
        return None
    named = [token for token in own_words(asked) if _VOTED.fullmatch(token.folded) is None]
    if not named or _VOTED.search(fold(asked.text)) is None:
        return None
    if any(token.folded not in asked.names for token in named):
        return None
    words = [token.folded for token in named]
    place = archive.place_of(words, turn)
    told = at_the_place(asked.text, place, asked.read_as, with_item=True) if place else None
    return Full(told, place, tuple(words), is_certain=True) if told is not None else None


def where_that_was_voted_on(asked: Question, turn: Turn, archive: Archive) -> Full | Unclear | None:
    """Return "who was against when they closed it in May?" of the item of the matter that says so.

    Alone it is asked of whatever was closed.
    """
    parts = _WHEN_IT.match(asked.text)
    if parts is None or turn.item is None or asked.bodies or asked.unknown_body:
        return None
    then = asked.period
    of_then = [s.place for s in archive.steps(turn) if then and then.recurs_on(s.place.day)]
    if then and not of_then:
        return None
    lean = leaning(archive.read(parts["when"]))
    place = of_then[0] if of_then else _where_it_was(lean, turn, archive)
    if place is None:
        return Unclear(turn.language, is_sure=True)
    told = at_the_place(parts["asked"], place, asked.read_as, with_item=True)
    return _settled(told, place) if told is not None else None


def _where_it_was(lean: Leaning, turn: Turn, archive: Archive) -> Turn | None:
    """Return the item of the matter that speaks of what happened then; `None` where none does."""
    return archive.place_of(lean.words, turn) if lean.words else turn


_WHEN_IT = re.compile(
    r"(?P<asked>.*?),?\s+(?P<when>(?:da|dengang|when)\s+.*\b(?:den|det|de|it|they)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
"""A question with a clause that says of which time it is, and names its matter by a pronoun."""
_VOTED = re.compile(r"\bstem(?:t|te|mer|me)\b|\bi?mod\b|\buenig\b|\bvot(?:e|ed|ing)\b|\bagainst\b")


def of_the_meeting_listed(asked: Question, turn: Turn, archive: Archive) -> Full | None:
    """Return "what was put off?" of the meeting that was spoken of, be it one that is not there.

    The next meeting is one of the same committee.
    """
    if asked.list in _OF_ITS_MEETINGS and turn.body is not None:
        at = replace(turn, item=None, day=None, time="")
        told = at_the_place(asked.text, at, asked.read_as, with_item=False)
        return Full(told, is_certain=True) if told is not None else None
    if asked.list not in _OF_A_MEETING or asked.last_meeting:
        return None
    before = archive.read(turn.question)
    if turn.body is None and before.unknown_body and before.period is not None:
        turn = replace(turn, body=before.unknown_body, day=None, time=before.period.words)
    if turn.body is None or (turn.day is None and not turn.time):
        return None
    told = at_the_place(asked.text, turn, asked.read_as, with_item=False)
    return Full(told, is_certain=True) if told is not None else None


_OF_ITS_MEETINGS = frozenset({ListAspect.NEXT, ListAspect.PLAN})
"""What is asked of the committee, whichever meeting was spoken of: "when is the next one?"."""
_OF_A_MEETING = frozenset(
    {ListAspect.DEFERRED, ListAspect.CLOSED, ListAspect.AGENDA, ListAspect.DECISIONS}
)


def where_it_stands(asked: Question, turn: Turn, archive: Archive) -> Full | None:
    """Return "what is recommended now?" of the newest item of the case."""
    if turn.item is None:
        return None
    if pattern("came_back").search(fold(asked.text)):
        return _where_it_came_back(asked, turn, archive)
    goes = pattern("how_it_goes").search(fold(asked.text)) is not None
    now = asked.about_decision and pattern("stands_now").search(fold(asked.text)) is not None
    now = now and not own_words(asked)
    if not (goes or now):
        return None
    newest = [step.place for step in archive.steps(turn)]
    if goes and newest:
        told = at_the_place(SAID[asked.read_as], newest[0], asked.read_as, with_item=True)
        return _settled(told, newest[0]) if told is not None else None
    if asked.yes_or_no and newest:
        told = at_the_place(DECIDED[asked.read_as], newest[0], asked.read_as, with_item=True)
        return _settled(told, newest[0]) if told is not None else None
    return _at(asked, newest)


def _where_it_came_back(asked: Question, turn: Turn, archive: Archive) -> Full | None:
    """Return what was decided at the next meeting that the matter came to."""
    later = [step.place for step in archive.steps(turn) if _is_later(step.place, turn)]
    if not later:
        return None
    told = at_the_place(DECIDED[asked.read_as], later[-1], asked.read_as, with_item=True)
    return _settled(told, later[-1]) if told is not None else None


def _is_later(place: Turn, turn: Turn) -> bool:
    return place.day is not None and turn.day is not None and place.day > turn.day


def at_that_time(asked: Question, turn: Turn, archive: Archive) -> Full | None:
    """Return "what was decided in 2024?" of the item that the case had then."""
    if asked.period is None or turn.item is None or not asked.about_decision:
        return None
    then = asked.period
    return _at(asked, [s.place for s in archive.steps(turn) if then.recurs_on(s.place.day)])


def _at(asked: Question, places: Sequence[Turn]) -> Full | None:
    """Return a question at the first of some places."""
    if not places:
        return None
    told = at_the_place(asked.text, places[0], asked.read_as, with_item=True)
    return _settled(told, places[0]) if told is not None else None


def _settled(told: str, place: Turn) -> Full:
    return Full(told, place, is_certain=True, is_of_no_other_place=True)


_OF_AN_END = frozenset({Wanted.REASON, Wanted.DATE, Wanted.PERSON, Wanted.DURATION})
_ENDS = frozenset({"rejected", "sent_back", "approved"})
