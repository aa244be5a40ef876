"""What a message of a thread asks in full: of another item, of people, of what was spoken of."""

import re
from collections.abc import Callable, Sequence

from bot.conversation.as_of_now import of_now
from bot.conversation.exchanges import exchanged, moved, of_another_matter, of_another_office
from bot.conversation.former_holders import of_who_is_now, of_who_was_before
from bot.conversation.leaning import Leans, leaning
from bot.conversation.leaning_questions import (
    asked_of_what_was_said,
    of_the_body,
    of_the_body_named,
    of_the_matter,
)
from bot.conversation.listed import of_one_listed
from bot.conversation.meeting_beside import of_the_meeting_beside
from bot.conversation.named_instead import (
    of_another_item,
    of_another_name,
    of_another_number,
)
from bot.conversation.naming import FEW, asks_something, is_definite, named_in, own_words
from bot.conversation.openings import DECIDED, SAID
from bot.conversation.other_items import (
    at_that_time,
    of_a_titled_item,
    of_the_meeting_listed,
    of_what_is_split_off,
    where_it_ended,
    where_it_is_told_of,
    where_it_stands,
    where_somebody_voted,
)
from bot.conversation.other_titles import of_another_title
from bot.conversation.people_asked import of_people
from bot.conversation.places import at_the_place, before_the_place, is_placed
from bot.conversation.rate_fragments import of_another_time_or_rate
from bot.conversation.readings import Archive, Full, Unclear
from bot.conversation.recommended import of_the_recommendation
from bot.conversation.turns import Turn
from bot.conversation.what_they_did import of_what_they_did
from bot.questions.intents import Intent
from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.questions.wanted import Wanted
from bot.replies import Language
from index.danish.folding import fold
from index.danish.words import Token, tokens


def in_full(
    asked: Question, turn: Turn, archive: Archive, *, opened: bool
) -> Full | Unclear | None:
    """Return what a message asks in full; `None` where it is a question of its own.

    Args:
        asked: The message, without the words it opens with.
        turn: The turn before it.
        archive: Reads questions, and finds what a word stands for.
        opened: Whether it opened with words that go on from another message.
    """
    own = own_words(asked)
    placed = bool(asked.bodies or asked.unknown_body or asked.period)
    if other := _of_an_item_it_names(asked, turn, archive) or of_what_they_did(asked, own, turn):
        return other
    if recommended := of_the_recommendation(asked, turn, archive):
        return recommended
    if told := of_the_meeting_beside(asked, turn, archive):
        return told
    if told := of_now(asked, turn, archive) or of_another_title(asked, turn, archive):
        return told
    if former := of_who_was_before(asked, turn, archive):
        return former
    if opened and not asks_something(asked):
        before = archive.read(turn.question)
        if rate := of_another_time_or_rate(before, asked, turn.language):
            return Full(rate, is_certain=True)
    if opened and own and not asks_something(asked):
        return _of_what_it_names(asked, own, turn, archive, placed=placed)
    if asked.people is not None:
        return of_people(asked, own, turn, archive, placed=placed)
    if not own and (told := _of_what_was_asked(asked, turn, archive, placed=placed, opened=opened)):
        return told
    if opened and not placed and pattern("names_none").fullmatch(fold(asked.text).strip(" ?.!")):
        return Unclear(turn.language)
    return _of_it(asked, own, turn, archive, placed=placed)


def _of_an_item_it_names(asked: Question, turn: Turn, archive: Archive) -> Full | None:
    """Return a question of the item that a message names by number, title, or how it ended."""
    if item := of_another_item(asked, turn):
        return Full(item, is_certain=True)
    if listed := of_one_listed(asked, turn):
        return listed
    return (
        of_what_is_split_off(asked.text, turn, archive)
        or where_it_is_told_of(asked, turn, archive)
        or where_it_ended(asked, turn, archive)
        or where_somebody_voted(asked, turn, archive)
        or where_it_stands(asked, turn, archive)
    )


def _of_what_was_asked(
    asked: Question, turn: Turn, archive: Archive, *, placed: bool, opened: bool
) -> Full | Unclear | None:
    """Return what a message asks that names no matter: of the meeting, or at another time."""
    if not placed and (listed := of_the_meeting_listed(asked, turn, archive)):
        return listed
    if tail := _behind_the_figure(asked):
        return Full(exchanged(archive.read(turn.question).text, "", tail))
    if not placed or not (opened or not asks_something(asked)):
        return None
    of_a_body = asked.bodies and asks_something(asked) and asked.period is None
    if of_a_body and turn.item and (told := of_the_matter(asked, turn, archive)):
        return told
    return at_that_time(asked, turn, archive) or _moved(asked, turn, archive)


def _of_what_it_names(
    asked: Question, own: Sequence[Token], turn: Turn, archive: Archive, *, placed: bool
) -> Full | None:
    """Return the question before, of what a fragment names: an office, a thing, another matter."""
    read = archive.read
    if not asked.bodies and not asked.period:
        for question in filter(None, (turn.question, turn.about)):
            if named := of_another_name(read(question), asked, own):
                return Full(named, is_certain=True)
        for question in filter(None, (turn.question, turn.about)):
            if numbered := of_another_number(read(question), asked):
                return _of_its_item(numbered, asked, turn, archive)
        if told := _of_one_by_its_number(asked, own, turn, archive):
            return told
    if office := of_another_office(read(of_who_is_now(turn.question)), asked):
        return Full(office)
    of_a_matter = read(turn.question).intent is Intent.DECISION and not is_placed(turn.question)
    if not placed and not of_a_matter and (item := of_a_titled_item(asked, own, turn, archive)):
        return item
    if not placed and (told := _of_what_it_speaks(asked, own, turn, archive, opened=True)):
        return told
    other = of_another_matter(read(turn.about or turn.question), asked, own, read, turn.language)
    if other is None and not placed:
        return of_a_titled_item(asked, own, turn, archive)
    return Full(other) if other is not None else None


def _of_its_item(told: str, asked: Question, turn: Turn, archive: Archive) -> Full:
    """Return a question of the item of the thread's matter that speaks of what a fragment names."""
    words = [t.folded for t in tokens(asked.text) if t.is_number or t in own_words(asked)]
    place = archive.place_of(words, turn) if not is_placed(told) else None
    placed = at_the_place(told, place, asked.read_as, with_item=True) if place else None
    number = next((t.folded for t in tokens(asked.text) if t.is_number), "")
    return Full(placed or told, place if placed else None, (number,) if placed else ())


def _of_one_by_its_number(
    asked: Question, own: Sequence[Token], turn: Turn, archive: Archive
) -> Full | None:
    """Return what the item says of "department 3", where it or the question speaks of departments.

    Another item whose title names one of that number is none that anybody spoke of.
    """
    numbered = [token for token in tokens(asked.text) if token.is_number]
    if turn.item is None or not numbered or len(own) != 1:
        return None
    before = tokens(before_the_place(turn.question) or turn.question)
    if not any(archive.stems_of(own[0].folded) & archive.stems_of(t.folded) for t in before):
        spoken = archive.place_of([own[0].folded, numbered[-1].folded], turn)
        if spoken is None or spoken.item != turn.item:
            return None
    words = asked.text[own[0].span.start : numbered[-1].span.end]
    said = f"{SAID[asked.read_as]} {_ON[asked.read_as]} {words}"
    told = at_the_place(said, turn, asked.read_as, with_item=True)
    return Full(told, turn, (numbered[-1].folded,)) if told is not None else None


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
    if told := _of_a_body(asked, turn, archive, says_it=lean.says_it):
        return told
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
            return _at(archive.read(DECIDED[asked.read_as]), turn)
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


def _of_a_body(asked: Question, turn: Turn, archive: Archive, *, says_it: bool) -> Full | None:
    """Return what is asked of the committee: "hvor meget kan *de* selv bevilge?"."""
    if turn.item is None and says_it and (told := of_the_body(asked, turn, archive)):
        return told
    return of_the_body_named(asked, turn)


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
        words = f"{SAID[asked.read_as]} {_ON[asked.read_as]} {named_in(asked, own)}"
    told = at_the_place(words, place, asked.read_as, with_item=True)
    return Full(told, place) if told is not None else None


_ON: dict[Language, str] = {"da": "om", "en": "about"}
_THAT = re.compile(r"^(?:hvem|hvad|hvornaar|hvorfor|who|what|when|why) .*\b(?:det|that|this)\W*$")
_YEAR = re.compile(r"(?:19|20)\d{2}")


def _behind_the_figure(asked: Question) -> str:
    """Return what follows a word that stands for the last answer: "satsen *i år 2*"."""
    words = tokens(asked.text)
    if len(words) < 2 or pattern("the_figure").fullmatch(words[0].folded) is None:
        return ""
    return asked.text[words[1].span.start :].rstrip(" ?.!")
