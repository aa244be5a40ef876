"""What a message that is no full question of its own asks: of the item, the meeting, the committee,
the term that was spoken of; else what is meant is asked back.
"""

import re
from dataclasses import replace

from bot.conversation.leaning import Leaning, Leans
from bot.conversation.naming import named_in, own_words
from bot.conversation.places import at_the_place, before_the_place
from bot.conversation.readings import Archive, Full, Unclear
from bot.conversation.turns import Turn
from bot.questions.intents import Intent
from bot.questions.question import Question
from bot.questions.wanted import Wanted
from index.danish.folding import fold


def asked_of_what_was_said(
    asked: Question, lean: Leaning, turn: Turn, archive: Archive
) -> Full | Unclear:
    """Return what a leaning message asks, or that nobody can tell."""
    if lean.is_of_the_meeting:
        told = _of_the_meeting(asked, lean, turn)
    elif turn.item is not None:
        told = _of_the_item(asked, lean, turn, archive)
    else:
        told = of_the_term(asked, turn, archive) or of_the_body(asked, turn, archive)
    if told is not None:
        return replace(told, is_certain=lean.how is Leans.SURELY)
    # "Hvad koster teltet?" may be asked of a tent that has a rate of its own.
    return Unclear(turn.language, asked.text if lean.nouns and not lean.says_it else "")


def _of_the_item(asked: Question, lean: Leaning, turn: Turn, archive: Archive) -> Full | None:
    """Return a question of the item of the matter that speaks of it, or else of the last one."""
    # What became of it stands in the newest paper: when it opened, what they were bought for.
    newest = not lean.nouns or _NOW.search(fold(asked.text)) is not None
    sought = asked.wanted if asked.wanted in _STANDS_BESIDE else None
    place = archive.place_of(lean.words, turn, sought, newest=newest) if lean.words else None
    if place is None and sought is not None and lean.words:
        place = archive.place_of(lean.words, turn)
    if place is None and lean.nouns and not lean.says_it:
        return None
    place = place or turn
    told = at_the_place(asked.text, place, asked.read_as, with_item=True)
    return Full(told, place, lean.words) if told is not None else None


_NOW = re.compile(r"\b(?:nu|i dag|now|today|currently)\b")
_STANDS_BESIDE = frozenset({Wanted.DATE, Wanted.NUMBER, Wanted.MONEY, Wanted.DURATION})
"""Sorts of answers that stand in the sentence that speaks of the thing."""


def _of_the_meeting(asked: Question, lean: Leaning, turn: Turn) -> Full | None:
    if turn.body is None or turn.day is None:
        return None
    told = at_the_place(asked.text, turn, asked.read_as, with_item=False)
    said = tuple(token.folded for token in lean.verbs)
    return Full(told, replace(turn, item=None), said) if told is not None else None


def of_the_term(asked: Question, turn: Turn, archive: Archive) -> Full | None:
    """Return "hvem driver NKD?" where it was asked what NKD stands for."""
    term = archive.read(turn.question).term
    return _said_of(term, _IT, asked) if term else None


def of_the_body(asked: Question, turn: Turn, archive: Archive) -> Full | None:
    """Return "hvor meget må KVAP selv bevilge?" where the committee itself was spoken of."""
    before = archive.read(turn.question)
    of_the_body = before.intent in _OF_A_BODY and len(before.bodies) == 1
    if not of_the_body or before.bodies[0].body.name != turn.body:
        return None
    of_its_meeting = asked.about_decision and asked.period is None and before.period is not None
    if of_its_meeting and before.period is not None and before.period.is_short:
        return None
    body = before.bodies[0].body
    told = _said_of(body.short, _THEY, asked)
    return replace(told, body=body.name) if told is not None else None


_OF_A_BODY = frozenset({Intent.INTRO, Intent.PEOPLE, Intent.DEFINITION, Intent.FACT})
_IT = re.compile(r"\b(?:den|det|it|this)\b", re.IGNORECASE)
_THEY = re.compile(
    r"\b(?:de|they|udvalget|rådet|the (?:committee|council|board)"
    r"|it(?= (?:meet|sit|consist|have)\b)|(?<=mødes )d(?:et|en)|(?<=medlemmer har )d(?:et|en))\b",
    re.IGNORECASE,
)


def of_the_body_named(asked: Question, turn: Turn) -> Full | None:
    """Return "how many members has KVAP?" of "the committee", whatever item was spoken of."""
    if turn.body is None or asked.about_decision or asked.people is not None or asked.period:
        return None
    if _A_BODY.search(asked.text) is None:
        return None
    told = _A_BODY.sub(lambda _: turn.body or "", asked.text, count=1)
    return Full(told, body=None, is_certain=False)


_A_BODY = re.compile(
    r"\b(?:udvalget|rådet|bestyrelsen|the (?:committee|council|board))\b(?! (?:for|of)\b)",
    re.IGNORECASE,
)


def _said_of(name: str, pronoun: re.Pattern[str], asked: Question) -> Full | None:
    told, found = pronoun.subn(lambda _: name, asked.text, count=1)
    return Full(told) if found else None


def of_the_matter(asked: Question, turn: Turn, archive: Archive) -> Full | None:
    """Return what a committee said or decided on the item that was spoken of.

    "Hvad anbefalede KVAP?" names no matter; below an item of another committee, it is that one.
    """
    if not asked.asks_what_was_said and asked.intent is not Intent.DECISION:
        return None
    body = asked.bodies[0].body.name
    if turn.item is not None and asked.period is None and turn.body != body:
        for step in archive.steps(turn):
            if step.place.body == body:
                told = at_the_place(asked.text, step.place, asked.read_as, with_item=True)
                return Full(
                    told or asked.text,
                    step.place,
                    body=body,
                    is_certain=True,
                    is_of_no_other_place=True,
                )
    before = archive.read(turn.about or turn.question)
    own = own_words(before)
    if own and before.read_as == asked.read_as and before_the_place(before.text) is None:
        named = named_in(before, own)
    else:
        named = f"“{turn.item}”"
    told = f"{asked.text.rstrip(' ?.!')} {_ON[asked.read_as]} {named}?"
    return Full(told, body=asked.bodies[0].body.name, is_certain=True)


_ON = {"da": "om", "en": "on"}
