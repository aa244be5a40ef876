"""Follow-ups as questions that stand alone: "og i 2019?" after "what did KEU decide in 2018?".

By rules, so that the same two messages always mean the same, and the reader is shown what was
read. A question that names its own matter stands alone: a change of subject is never overlooked.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.conversation.antecedents import stems_in
from bot.conversation.exchanges import exchanged, moved, of_another_matter, of_another_office
from bot.conversation.naming import FEW, asks_something, is_definite, named_in, own_words
from bot.conversation.places import IN, at_the_place
from bot.conversation.turns import Turn
from bot.questions.intents import PeopleAspect
from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.questions.wanted import Wanted
from bot.replies import Language, Reply
from index.danish.folding import fold
from index.danish.stems import stem
from index.danish.stopwords import SMALL
from index.danish.words import Token, folded_words, tokens

_OF_A_MATTER = frozenset({PeopleAspect.AGAINST})
"""What is asked of people on one matter; the rest is asked of a meeting."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A follow-up, as the question that it stands for."""

    question: str
    language: Language
    """Of the reply."""
    or_alone: bool = True
    """Whether the message may be a question of its own where this one finds nothing."""
    things: tuple[str, ...] = ()
    """Folded words that name a thing as known; an answer to the message alone speaks of them."""

    def gives_way_to(self, reply: Reply) -> bool:
        """Tell whether the reply to the message alone is taken where this question has none."""
        if not self.or_alone or not reply.kind.asserts:
            return False
        if not self.things:
            return True
        first = reply.citations[0] if reply.citations else None
        spoken = stems_in(folded_words(first.quote)) if first is not None else frozenset()
        return all(stem(thing) in spoken for thing in self.things)


@dataclass(frozen=True, slots=True)
class Archive:
    """What reading a follow-up needs of the archive."""

    read: Callable[[str], Question]
    """Reads a question."""
    place_of: Callable[[Sequence[str], Turn], Turn | None]
    """Returns a turn at the item of its matter that speaks of a thing, by its folded words."""


def stand_alone(asked: Question, turn: Turn, archive: Archive) -> FollowUp | None:
    """Return what a follow-up asks in full, `None` where it stands alone.

    Args:
        asked: The message, read by itself.
        turn: The turn before it.
        archive: Reads questions, and finds what a word stands for.
    """
    folded = fold(asked.text).strip()
    language = _language_of(asked, turn)
    for name in ("english", "danish"):
        if pattern("in_language", name).search(folded):
            return FollowUp(turn.question, "en" if name == "english" else "da", or_alone=False)
    corrects = pattern("correction").match(folded)
    opening = corrects or pattern("follow_up").match(folded)
    rest = _behind(asked.text, opening[0]) if opening else asked.text
    if asked.case_numbers or not any(character.isalnum() for character in rest):
        return None
    if _YEAR.fullmatch(rest.strip(" ?.!")) and opening:
        rest = f"{IN[archive.read(turn.question).read_as]} {rest}"
    message = archive.read(rest) if opening else asked
    asks = asks_something(message)
    question = _in_full(message, turn, archive, opened=opening is not None)
    if question is None:
        return FollowUp(rest, language) if corrects and asks else None
    own = own_words(message)
    named = bool(own) and not (corrects and not asks) and not pattern("version").search(folded)
    known = tuple(token.folded for token in own if is_definite(token, message))
    things = known if len(known) == len(own) else ()
    return FollowUp(question, language, named or message.people is not None, things)


def _language_of(asked: Question, turn: Turn) -> Language:
    """Return the language of a message; of one that has no word to tell it, that of the last."""
    both = SMALL["da"] & SMALL["en"]
    telling = SMALL[asked.read_as] - both
    told = any(token.folded in telling for token in tokens(asked.text))
    return asked.language if told else turn.language


def _behind(text: str, opening: str) -> str:
    """Return a text without the words it opens with, which are folded and may be longer there."""
    words = tokens(text)[len(folded_words(opening)) :]
    return text[words[0].span.start :] if words else ""


def _in_full(asked: Question, turn: Turn, archive: Archive, *, opened: bool) -> str | None:
    read = archive.read
    own = own_words(asked)
    placed = bool(asked.bodies or asked.unknown_body or asked.period)
    if opened and own and not asks_something(asked):
        before = read(turn.about or turn.question)
        if office := of_another_office(read(turn.question), asked):
            return office
        if not placed and (told := _of_what_it_speaks(asked, own, turn, archive, opened=True)):
            return told
        return of_another_matter(before, asked, own, turn, read)
    if asked.people is not None:
        if own or placed or asked.last_meeting:
            return None
        with_item = asked.people in _OF_A_MATTER
        return at_the_place(asked.text, turn, asked.read_as, with_item=with_item)
    if not own and (tail := _behind_the_figure(asked)):
        return exchanged(read(turn.question).text, "", tail)
    if not own and placed and (opened or not asks_something(asked)):
        return moved(read(turn.question), asked)
    folded = fold(asked.text)
    of_it = pattern("of_it").search(folded) is not None
    if not own and not placed and _is_of_a_rate_in_force(folded, turn, read):
        return turn.question  # the reply says from when to when
    if not own and not placed and (asked.about_decision or of_it or asked.wanted):
        return at_the_place(asked.text, turn, asked.read_as, with_item=True)
    if of_it and not asked.bodies and len(own) <= FEW:
        if asked.period is not None and not asked.about_decision and not own:
            return moved(read(turn.question), asked)
        return at_the_place(asked.text, turn, asked.read_as, with_item=True)
    return None if placed else _of_what_it_speaks(asked, own, turn, archive, opened=False)


def _is_of_a_rate_in_force(folded: str, turn: Turn, read: Callable[[str], Question]) -> bool:
    """Tell whether it is asked when that applies which was asked before: a rate of no meeting."""
    asks = pattern("in_force").search(folded) is not None
    return asks and turn.item is None and read(turn.question).wanted is Wanted.MONEY


def _of_what_it_speaks(
    asked: Question, own: Sequence[Token], turn: Turn, archive: Archive, *, opened: bool
) -> str | None:
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
        words = _SAID[asked.read_as].format(named_in(asked, own))
    return at_the_place(words, place, asked.read_as, with_item=True)


_SAID = {"da": "hvad siges der om {}", "en": "what is said about {}"}


_YEAR = re.compile(r"(?:19|20)\d{2}")


def _behind_the_figure(asked: Question) -> str:
    """Return what follows a word that stands for the last answer: "satsen *i år 2*"."""
    words = tokens(asked.text)
    if len(words) < 2 or pattern("the_figure").fullmatch(words[0].folded) is None:
        return ""
    return asked.text[words[1].span.start :].rstrip(" ?.!")
