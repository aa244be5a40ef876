"""What a message of a thread may ask, in words that stand by themselves."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.conversation.leaning import leaning
from bot.conversation.named_instead import name_runs
from bot.conversation.naming import asks_something, named_in, own_words
from bot.conversation.places import before_the_place
from bot.conversation.readings import FollowUp, Unclear
from bot.conversation.turns import Turn
from bot.questions.question import Question
from bot.questions.wanted import Wanted
from bot.replies import Language, ReplyKind

Read = Callable[[str], Question]


@dataclass(frozen=True, slots=True)
class Wording:
    """A question that a message may stand for."""

    text: str
    kinds: frozenset[ReplyKind]
    """Kinds of reply that answer it."""
    told_of: str = ""
    """What the sentence that answers it must name, as typed; empty for nothing in particular."""


_FACTS = frozenset({ReplyKind.FACT, ReplyKind.RATE, ReplyKind.DEFINITION})
_RATES = frozenset({ReplyKind.RATE})
_DECISIONS = frozenset({ReplyKind.DECISION, ReplyKind.NOT_DECIDED, ReplyKind.FACT})


def wordings(
    message: Question,
    read_as: FollowUp | Unclear | None,
    turn: Turn,
    read: Read,
) -> Iterator[Wording]:
    """Give the questions that a message may stand for, the likeliest first."""
    before = read(before_the_place(turn.question) or turn.question)
    told_a_rate = turn.kind is ReplyKind.RATE
    if told_a_rate or not asks_something(message):
        yield from _of_rates(message, before, told_a_rate=told_a_rate)
    if isinstance(read_as, FollowUp) and read_as.is_fragment and (turn.papers or message.names):
        # "And in 2026?" is asked of the paper that told of 2024, "and in Hov?" of that on Nim.
        text = before_the_place(read_as.question) or read_as.question
        kinds = _RATES if turn.kind is ReplyKind.RATE else _FACTS
        yield Wording(text, kinds, _named(message) if message.names else "")
    if not asks_something(message):
        if named := _named(message):
            yield Wording(f"{_SAID[message.read_as]} {named}?", _FACTS, named)
        return
    yield from _named_in_full(message, before)
    yield Wording(message.text, _DECISIONS if message.about_decision else _FACTS)
    if not told_a_rate:
        yield from _of_rates(message, before, told_a_rate=False)


def _named(message: Question) -> str:
    own = own_words(message)
    return named_in(message, own) if own else ""


def _of_rates(message: Question, before: Question, *, told_a_rate: bool) -> Iterator[Wording]:
    """Give the rates that a message may ask for: "and for mentors?", "and in 2026?"."""
    asks, named = asks_something(message), _named(message)
    of_money = told_a_rate or before.wanted is Wanted.MONEY
    time = f" {message.period.words}" if message.period else ""
    if named and ((of_money and not asks) or message.wanted is Wanted.MONEY):
        yield Wording(f"{_RATE[message.read_as]} {named}{time}?", _RATES)
    things = leaning(before).nouns
    if of_money and time and things and not asks and not named:
        paid_for = _SET_ASIDE.sub("", named_in(before, things))
        yield Wording(f"{_RATE[before.read_as]} {paid_for}{time}?", _RATES)


def _named_in_full(message: Question, before: Question) -> Iterator[Wording]:
    """Give the message with a name for what it says by a pronoun.

    "How many patients do they have?" below a clinic is asked of that clinic.
    """
    runs = name_runs(before)
    if runs and not message.names and leaning(message).says_it:
        name = runs[-1].of(before.text)
        told, found = _PRONOUN.subn(lambda _: name, message.text, count=1)
        if found:
            yield Wording(told, _FACTS, name)


_PRONOUN = re.compile(r"\b(?:de|den|they|it)\b", re.IGNORECASE)
_SET_ASIDE = re.compile(r"^(?:\w+ ){1,2}(?:til|for|to) ")
"""What is said of money before what it is for: "set aside for"."""
_RATE: dict[Language, str] = {"da": "hvad er satsen for", "en": "what is the rate for"}
_SAID: dict[Language, str] = {"da": "hvad siges der om", "en": "what is said about"}
