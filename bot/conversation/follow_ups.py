"""Follow-ups as questions that stand alone: "og i 2019?" after "what did KEU decide in 2018?".

By rules, so that the same two messages always mean the same, and the reader is shown what was
read. A question that names its own matter stands alone: a change of subject is never overlooked.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.conversation.exchanges import exchanged, moved, of_another_matter, of_another_office
from bot.conversation.leaning import Leans, leaning
from bot.conversation.leaning_questions import asked_of_what_was_said, of_the_matter
from bot.conversation.naming import (
    FEW,
    asks_something,
    is_definite,
    named_in,
    own_words,
    tells_its_language,
)
from bot.conversation.places import at_the_place, is_placed
from bot.conversation.rate_fragments import of_another_rate
from bot.conversation.readings import Archive, FollowUp, Full, Unclear
from bot.conversation.turns import Turn
from bot.questions.intents import Intent, PeopleAspect
from bot.questions.patterns import pattern
from bot.questions.period_words import IN, told_in
from bot.questions.question import Question
from bot.questions.wanted import Wanted
from bot.replies import Language
from index.danish.folding import fold
from index.danish.words import Token, folded_words, tokens

_OF_A_MATTER = frozenset({PeopleAspect.AGAINST})
"""What is asked of people on one matter; the rest is asked of a meeting.

Alone it is asked of nothing: who was against another matter answers something else.
"""
_OF_NO_MEETING = frozenset({PeopleAspect.OFFICE})
"""What is asked of people of a committee, whenever it met."""


def stand_alone(asked: Question, turn: Turn, archive: Archive) -> FollowUp | Unclear | None:
    """Return what a follow-up asks in full, `None` where it stands alone.

    Args:
        asked: The message, read by itself.
        turn: The turn before it.
        archive: Reads questions, and finds what a word stands for.
    """
    folded = fold(asked.text).strip()
    language = asked.language if tells_its_language(asked) else turn.language
    turn = replace(_at_what_was_asked(turn, archive.read, language), language=language)
    if again := _again(folded, language, turn, archive.read(turn.question).text):
        return again
    corrects = pattern("correction").match(folded)
    opening = corrects or pattern("follow_up").match(folded)
    rest = _behind(asked.text, opening[0]) if opening else asked.text
    if corrects and (denied := _DENIED.match(rest)):
        rest = denied["instead"]
    if opening:
        rest = _A_MEETING.sub("", rest)
    if asked.case_numbers or not any(character.isalnum() for character in rest):
        return None
    if _DENIAL.match(rest if corrects else asked.text):
        return Unclear(language)
    if _YEAR.fullmatch(rest.strip(" ?.!")) and (opening or rest.rstrip().endswith("?")):
        rest = f"{IN[archive.read(turn.question).read_as]} {rest}"
    message = archive.read(rest) if rest != asked.text else asked
    asks = asks_something(message)
    opened = opening is not None or (not asks and _is_bare(message))
    full = _in_full(message, turn, archive, opened=opened)
    if isinstance(full, Unclear):
        return replace(full, language=language)
    own = own_words(message)
    if full is None:
        if corrects and asks:
            return FollowUp(rest, language)
        if opening and asks and turn.item and _takes_as_known(message, own):
            # "og hvad sagde udkastet?", of which the item does not speak.
            return Unclear(language, rest)
        lost = opening is not None and not asks and not message.unknown_body and own
        return Unclear(language, rest) if lost else None
    exchanged_only = corrects is not None and not asks
    may_be_own = bool(own) and not exchanged_only and not pattern("version").search(folded)
    return _follow_up(full, message, archive, language, may_be_own=may_be_own)


def _follow_up(
    full: Full, message: Question, archive: Archive, language: Language, *, may_be_own: bool
) -> FollowUp:
    """Return how a message was read that stands for a question in full."""
    own, asks = own_words(message), asks_something(message)
    known = tuple(token.folded for token in own if is_definite(token, message))
    instead = full.place is None and not asks
    of_a_name = pattern("asks_a_name").search(fold(full.question)) is not None
    return FollowUp(
        full.question,
        language,
        or_alone=may_be_own and not full.is_certain,
        is_fragment=not asks,
        things=known if len(known) == len(own) else (),
        wanted=message.wanted,
        place=full.place,
        bodies=_bodies(message, full) if instead or full.body else frozenset(),
        said=tuple(archive.stems_of(word) for word in full.said),
        period=message.period if instead else None,
        # The archive speaks Danish: what an English word is called there, its translation tells.
        instead=tuple(t.folded for t in own) if instead and message.read_as == "da" else (),
        of_a_name=of_a_name,
        is_of_an_item=not own and is_placed(full.question),
    )


def _bodies(message: Question, full: Full) -> frozenset[str]:
    named = {entry.body.name for entry in message.bodies}
    return frozenset({full.body} if full.body else named)


def _at_what_was_asked(turn: Turn, read: Callable[[str], Question], spoken: Language) -> Turn:
    """Return a turn at the committee that its question names, where the answer has no item.

    Where nothing answered, also at the time: below "no such meeting" no other meeting is meant.
    """
    if turn.item is not None:
        return turn
    before = read(turn.question)
    names = [entry.body.name for entry in before.bodies]
    if len(names) != 1 or turn.body in names:
        return turn
    at = replace(turn, body=names[0], day=None)
    if turn.body is not None or before.period is None:
        return at
    if before.period.is_day:
        return replace(at, day=before.period.since)
    return replace(at, time=told_in(before.period, spoken, before.read_as))


def _again(folded: str, language: Language, turn: Turn, before: str) -> FollowUp | None:
    """Return the question before, to be told in another language, or with where it stands.

    Of who wants to know more, what the item says.
    """
    for name in ("english", "danish"):
        if pattern("in_language", name).search(folded):
            return FollowUp(before, "en" if name == "english" else "da", or_alone=False)
    if not pattern("again").search(folded):
        return None
    if turn.item is not None and pattern("more").search(folded):
        told = at_the_place(_SAID[language], turn, language, with_item=True)
        if told is not None:
            return FollowUp(told, language, or_alone=False, place=turn)
    return FollowUp(before, language, or_alone=False)


_DENIED = re.compile(
    r"\W*(?:ikke|not)\s+(?P<denied>\w+(?:\s+\w+){0,3}?)(?:\s*,|\s+(?:men|but))\s*(?:men\s+|but\s+)?"
    r"(?P<instead>\S.*)",
    re.IGNORECASE,
)
"""What is denied before it is exchanged: "ikke KEU, KUU"."""
_DENIAL = re.compile(r"\W*(?:(?:nej|næ|no|nope)\W+)?(?:ikke|not)\s+\w+(?:\s+\w+){0,2}\W*$", re.I)
"""A denial with nothing in the place of what it denies."""


def _takes_as_known(asked: Question, own: Sequence[Token]) -> bool:
    """Tell whether a question names no committee, time or name, and a thing as known."""
    placed = asked.bodies or asked.unknown_body or asked.period or asked.names
    return not placed and any(is_definite(token, asked) for token in own)


_A_MEETING = re.compile(
    r"^(?:på\s+)?(?:mødet|the\s+meeting|referatet)\s+(?=(?:i|in|den|on|fra|of)\b)", re.I
)
"""What a time may be said of: "jeg mener *mødet* i 2024"."""


def _is_bare(asked: Question) -> bool:
    """Tell whether a message is an abbreviation, a committee or a year, with a question mark."""
    words = tokens(asked.text)
    told = bool(asked.bodies or asked.period) or any(
        token.text.isupper() and len(token.text) > 1 for token in words
    )
    return told and asked.text.rstrip().endswith("?") and len(words) <= FEW


def _behind(text: str, opening: str) -> str:
    """Return a text without the words it opens with, which are folded and may be longer there."""
    words = tokens(text)[len(folded_words(opening)) :]
    return text[words[0].span.start :] if words else ""


def _in_full(
    asked: Question, turn: Turn, archive: Archive, *, opened: bool
) -> Full | Unclear | None:
    own = own_words(asked)
    placed = bool(asked.bodies or asked.unknown_body or asked.period)
    if opened and not asks_something(asked):
        before = archive.read(turn.question)
        if rate := of_another_rate(before, asked, turn.language):
            return Full(rate, is_certain=True)
    if opened and own and not asks_something(asked):
        return _of_what_it_names(asked, own, turn, archive, placed=placed)
    if asked.people is not None:
        if own or placed or asked.last_meeting:
            return None
        return _of_people(asked, turn) or Unclear(turn.language)
    if not own and (tail := _behind_the_figure(asked)):
        return Full(exchanged(archive.read(turn.question).text, "", tail))
    if not own and placed and (opened or not asks_something(asked)):
        return _moved(asked, turn, archive)
    return _of_it(asked, own, turn, archive, placed=placed)


def _of_what_it_names(
    asked: Question, own: Sequence[Token], turn: Turn, archive: Archive, *, placed: bool
) -> Full | None:
    """Return the question before, of what a fragment names: an office, a thing, another matter."""
    read = archive.read
    if office := of_another_office(read(turn.question), asked):
        return Full(office)
    if not placed and (told := _of_what_it_speaks(asked, own, turn, archive, opened=True)):
        return told
    other = of_another_matter(read(turn.about or turn.question), asked, own, read, turn.language)
    return Full(other) if other is not None else None


def _of_people(asked: Question, turn: Turn) -> Full | Unclear | None:
    """Return a question about people, of the meeting or the item that was spoken of."""
    if asked.people in _OF_NO_MEETING:
        turn = replace(turn, day=None)
    if turn.body is not None and asked.people not in _OF_A_MATTER:
        named, found = _IT.subn(lambda _: turn.body or "", asked.text, count=1)
        if found:  # "who chairs it?"
            return Full(named, replace(turn, item=None, day=None))
    with_item = asked.people in _OF_A_MATTER
    if with_item and turn.item is None and turn.day is None:
        return Unclear(turn.language, is_sure=_VOTED.search(fold(asked.text)) is not None)
    told = at_the_place(asked.text, turn, asked.read_as, with_item=with_item)
    place = turn if with_item else replace(turn, item=None)
    return Full(told, None if asked.people in _OF_NO_MEETING else place) if told else None


def _moved(asked: Question, turn: Turn, archive: Archive) -> Full | Unclear | None:
    told = moved(archive.read(turn.question), asked, archive.read)
    sure = bool(asked.bodies or (asked.period and _YEAR.search(asked.period.words)))
    return Full(told) if told is not None else Unclear(turn.language, is_sure=sure)


def _of_it(
    asked: Question, own: Sequence[Token], turn: Turn, archive: Archive, *, placed: bool
) -> Full | Unclear | None:
    """Return a question that says "it", or asks on without naming anything, of the last answer."""
    lean = leaning(asked)
    folded = fold(asked.text)
    of_it = pattern("of_it").search(folded) is not None or _THAT.search(folded) is not None
    if not lean.nouns and not placed and _is_of_a_rate_in_force(folded, turn, archive.read):
        # It says from when to when, and whether it is regulated.
        said = ("reguleres",) if pattern("regulated").search(folded) else ()
        return Full(archive.read(turn.question).text, said=said, is_certain=True)
    if lean.how is Leans.SURELY and lean.words and not asked.about_decision:
        return asked_of_what_was_said(asked, lean, turn, archive)
    of_a_body = asked.bodies and not lean.nouns and asked.period is None
    if of_a_body and turn.item is not None and (told := of_the_matter(asked, turn, archive)):
        return told
    leans = asked.about_decision or of_it or asked.wanted
    if not own and not placed and leans and _asks_of_one_thing(asked):
        # "How much was it?" is asked of an item; of a whole meeting, only what was decided.
        if turn.item is None and (of_it or asked.yes_or_no or not asked.about_decision):
            return Unclear(turn.language, is_sure=asked.about_decision)
        if asked.yes_or_no and asked.about_decision and turn.item is not None:
            # Also of what was put off: "er det vedtaget?" is answered by the words of its decision.
            return _at(archive.read(_DECIDED[asked.read_as]), turn)
        return _at(asked, turn) or Unclear(turn.language, is_sure=asked.about_decision)
    if of_it and not asked.bodies and len(own) <= FEW:
        if asked.period is not None and not asked.about_decision and not own:
            if not any(map(str.isdigit, asked.period.words)):
                return None  # "is it today?"
            return _moved(asked, turn, archive)
        return _at(asked, turn) if turn.item is not None else None
    told = None if placed else _of_what_it_speaks(asked, own, turn, archive, opened=False)
    if told is None and lean.how is not Leans.NOT:
        return asked_of_what_was_said(asked, lean, turn, archive)
    return told


def _asks_of_one_thing(asked: Question) -> bool:
    """Tell whether no list and no overview is asked for."""
    return asked.list is None and asked.intent not in {Intent.INTRO, Intent.CHANGES}


def _at(asked: Question, turn: Turn) -> Full | None:
    told = at_the_place(asked.text, turn, asked.read_as, with_item=True)
    return Full(told, turn) if told is not None else None


def _is_of_a_rate_in_force(folded: str, turn: Turn, read: Callable[[str], Question]) -> bool:
    """Tell whether it is asked when that applies which was asked before: a rate of no meeting."""
    asks = pattern("in_force").search(folded) is not None
    if not asks or turn.item is not None or is_placed(turn.question):
        return False
    return read(turn.question).wanted is Wanted.MONEY


def _of_what_it_speaks(
    asked: Question, own: Sequence[Token], turn: Turn, archive: Archive, *, opened: bool
) -> Full | None:
    """Return a question on "kurset" of the item that speaks of a course, if one does."""
    if not 1 <= len(own) <= FEW:
        return None
    counted = asked.wanted is Wanted.NUMBER and len(own) > 1
    if not counted and not all(is_definite(token, asked) for token in own):
        return None
    place = archive.place_of([token.folded for token in own], turn)
    if place is None:
        return None
    words = asked.text
    if opened:
        words = f"{_SAID[asked.read_as]} {_ON[asked.read_as]} {named_in(asked, own)}"
    told = at_the_place(words, place, asked.read_as, with_item=True)
    return Full(told, place) if told is not None else None


_DECIDED: dict[Language, str] = {"da": "hvad blev besluttet", "en": "what was decided"}
_SAID: dict[Language, str] = {"da": "hvad siges der", "en": "what is said"}
_ON: dict[Language, str] = {"da": "om", "en": "about"}
_VOTED = re.compile(r"\bstemte\b|\bvoted?\b")
_THAT = re.compile(r"^(?:hvem|hvad|hvornaar|hvorfor|who|what|when|why) .*\b(?:det|that|this)\W*$")
_IT = re.compile(r"\b(?:det|den|it)(?=\W*$)", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d{2}")


def _behind_the_figure(asked: Question) -> str:
    """Return what follows a word that stands for the last answer: "satsen *i år 2*"."""
    words = tokens(asked.text)
    if len(words) < 2 or pattern("the_figure").fullmatch(words[0].folded) is None:
        return ""
    return asked.text[words[1].span.start :].rstrip(" ?.!")
