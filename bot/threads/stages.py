"""At which meeting of its matter a message is asked: "the first offer", "what is the price now?".

A matter that comes back has a price at each of its meetings, and a vote. What a message says of the
time tells which is meant; and what something costs, with nothing said of any time, is what it costs
by the newest paper.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from bot.conversation.leaning import leaning
from bot.conversation.naming import own_words
from bot.conversation.places import before_the_place
from bot.conversation.readings import Step
from bot.conversation.turns import Turn
from bot.questions.intents import PeopleAspect
from bot.questions.question import Question
from bot.questions.times.period import Period
from bot.questions.wanted import Wanted
from bot.threads.asking import asks_how_it_stands
from index.decisions import Outcome


class Stage(Enum):
    """Which of the meetings of a matter, by their order."""

    FIRST = auto()
    THEN = auto()
    """That which was spoken of, or the first where that is the newest."""
    BEFORE = auto()
    """That before the one that was spoken of."""
    NEWEST = auto()


@dataclass(frozen=True, slots=True)
class Staged:
    """A message without what it says of the time, and where it is asked."""

    text: str
    place: Turn
    is_said: bool
    """Whether the message says of which meeting it is; else it may be of any."""


def staged(
    message: Question,
    turn: Turn,
    steps: Callable[[Turn], Sequence[Step]],
    read: Callable[[str], Question],
    met_then: Callable[[Turn, Period], Turn | None],
) -> Staged | None:
    """Return where a message is asked that says of which meeting it is, or is of the newest one.

    `None` for any other.

    Args:
        message: The message, read by itself.
        turn: What the thread is about.
        steps: Returns the items of its matter, the newest first.
        read: Reads a question.
        met_then: Returns the item of the committee that speaks of the matter at a time; `None`
            where none or several do.
    """
    if turn.item is None or _names_a_place(message):
        return None
    if message.period is not None:
        return _at_that_time(message, message.period, turn, steps, read, met_then)
    said = _said(message.text)
    became = asks_how_it_stands(message) and not own_words(message)
    if said is None and not became and not _is_of_today(message, turn, read):
        return None
    stage, text = said or (Stage.NEWEST, message.text)
    if stage is Stage.BEFORE:
        return _as_it_was(message, turn, steps)
    known = steps(turn)
    if said is None and leaning(message).nouns:
        # What is only on the agenda of a meeting to come is no fee that applies.
        known = [step for step in known if step.outcome is not Outcome.NONE] or known
    places = [step.place for step in known]
    if len({place.day for place in places}) < 2:
        # Of one meeting alone it need not be said; "now" asks how the matter stands all the same.
        return Staged(text, turn, is_said=True) if stage is not Stage.NEWEST else None
    if stage is Stage.THEN and turn.day != places[0].day:
        return Staged(text, turn, is_said=True)
    place = places[0] if stage is Stage.NEWEST else places[-1]
    return Staged(text, place, is_said=said is not None)


def _as_it_was(
    message: Question, turn: Turn, steps: Callable[[Turn], Sequence[Step]]
) -> Staged | None:
    """Return "what was it before that?" as what was asked before, of the meeting before."""
    earlier = [s.place for s in steps(turn) if s.place.day and turn.day and s.place.day < turn.day]
    if not earlier or own_words(message):
        return None
    text = before_the_place(turn.question) or turn.question
    return Staged(text, earlier[0], is_said=False)


def _names_a_place(message: Question) -> bool:
    placed = message.bodies or message.unknown_body or message.case_numbers or message.last_meeting
    return bool(placed or message.list)


def _at_that_time(
    message: Question,
    then: Period,
    turn: Turn,
    steps: Callable[[Turn], Sequence[Step]],
    read: Callable[[str], Question],
    met_then: Callable[[Turn, Period], Turn | None],
) -> Staged | None:
    """Return a message of the meeting that the matter had at a time: "hvad var den i februar?"."""
    is_vote = message.people is PeopleAspect.AGAINST and not own_words(message)
    other = message.about_decision or message.people is not None or message.yes_or_no
    if other and not is_vote:
        return None
    places = [step.place for step in steps(turn)]
    of_then = [place for place in places if then.recurs_on(place.day)]
    if is_vote:
        # Another item of that meeting, on which nobody voted, is not what is asked of.
        text = _bare(re.sub(rf"{_LED_IN}{re.escape(then.words)}", "", message.text, count=1))
        there = turn if turn.day in {place.day for place in of_then} else None
        place = there or next(iter(of_then), None) or met_then(turn, then)
        return Staged(text, place, is_said=True) if place is not None and text else None
    if not of_then or len({place.day for place in places}) == len({p.day for p in of_then}):
        return None
    text = _bare(re.sub(rf"{_LED_IN}{re.escape(then.words)}", "", message.text, count=1))
    if text and not own_words(message) and message.wanted in {None, read(turn.question).wanted}:
        # "And what was it in February?" asks again what was asked before.
        text = before_the_place(turn.question) or turn.question
    return Staged(text, of_then[0], is_said=False) if text else None


_LED_IN = r"(?:\s*\b(?:tilbage i|back in|i|in|on|den|fra|from|til|of)\b)?\s*"
"""What stands before the words of a time."""


def _said(text: str) -> tuple[Stage, str] | None:
    """Return which meeting a message says, and the message without the words that say so."""
    for stage, pattern in _STAGES:
        without, found = pattern.subn("", text, count=1)
        if found and (bare := _bare(without)):
            return stage, bare
    return None


def _bare(text: str) -> str:
    """Return what is left of a message, without the gap; empty where it is no word."""
    return re.sub(r"\s+(?=[?.!,]|\s|$)", "", text.strip()) if re.search(r"\w", text) else ""


def _is_of_today(message: Question, turn: Turn, read: Callable[[str], Question]) -> bool:
    """Tell whether it is asked what the matter costs, and nothing else of it.

    A question that was asked of one meeting goes on about that meeting.
    """
    if message.wanted is not Wanted.MONEY or _PAST.search(message.text):
        return False
    if not all(_AMOUNT.fullmatch(token.folded) for token in leaning(message).nouns):
        return False
    return read(before_the_place(turn.question) or turn.question).period is None


_VERSIONS = (
    r"(?:til)?bud(?:det|dene|s|dets)?\b|forslag|udkast|overslag|pris|beløb|budget|indstilling"
    r"|offer|bid|proposal|draft|estimate|price|quote|budget|recommendation"
)
"""What comes in one version after the other."""
_STAGES = (
    (
        Stage.FIRST,
        re.compile(
            rf"\b(?:første|first)\s+(?={_VERSIONS})"
            r"|\b(?:oprindelig(?:t|e)?|(?:helt )?i (?:starten|begyndelsen)"
            r"|til at (?:begynde|starte) med|i første omgang|in the first place"
            r"|original(?:ly)?|at first|initial(?:ly)?|(?:in|at) the (?:beginning|start))\b",
            re.IGNORECASE,
        ),
    ),
    (
        Stage.BEFORE,
        re.compile(
            r"(?<=\bvar d[ei][nt] )(?:før(?: det)?|tidligere|hidtil|før i tiden)(?=\W*$)"
            r"|(?<=\bwas it )(?:before(?: that| then)?|previously|earlier)(?=\W*$)",
            re.IGNORECASE,
        ),
    ),
    (Stage.THEN, re.compile(r"\b(?:dengang|den gang|back then|at the time)\b", re.IGNORECASE)),
    (
        Stage.NEWEST,
        re.compile(
            rf"\b(?:nyeste|seneste|endelige|latest|newest|final)\s+(?={_VERSIONS})"
            r"|\b(?:(?:lige )?nu|i dag|for tiden|til sidst|i sidste ende|endte med at"
            r"|end(?:ed)? up(?=\s+\w+ing\b)|(?:right )?now|today|currently|at present|in the end"
            r"|finally)\b",
            re.IGNORECASE,
        ),
    ),
)
_AMOUNT = re.compile(
    r"(?:\w*honorar|\w*takst|\w*sats|pris|gebyr|betaling|tilskud|\w*leje|kontingent|beloeb)(?:en|et|n)?"
    r"|fee|rate|price|charge|rent|amount|subsidy|grant"
)
"""What an amount is called, and nothing that it is for, folded."""
_PAST = re.compile(
    r"\b(?:kostede|var|blev|havde|did|was|were|had|cost(?=\s*\?*$))\b", re.IGNORECASE
)
"""How it is asked what has been."""
