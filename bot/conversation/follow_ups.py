"""Follow-ups as questions that stand alone: "og i 2019?" after "what did KEU decide in 2018?".

By rules, so that the same two messages always mean the same, and the reader is shown what was
read. A question that names its own matter stands alone: a change of subject is never overlooked.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.conversation.full_questions import in_full
from bot.conversation.named_instead import of_the_year_beside
from bot.conversation.naming import (
    FEW,
    asks_something,
    is_definite,
    own_words,
    tells_its_language,
)
from bot.conversation.openings import A_MEETING, behind, said_again
from bot.conversation.places import is_placed
from bot.conversation.readings import Archive, FollowUp, Full, Unclear
from bot.conversation.turns import Turn
from bot.questions.patterns import pattern
from bot.questions.period_words import IN, told_in
from bot.questions.question import Question
from bot.questions.times.agreement_ages import agreement_by_age
from bot.replies import Language
from index.danish.folding import fold
from index.danish.words import Token, tokens


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
    if again := said_again(folded, language, turn, archive.read(turn.question).text):
        return again
    corrects = pattern("correction").match(folded)
    opening = corrects or pattern("follow_up").match(folded)
    rest = behind(asked.text, opening[0]) if opening else asked.text
    if corrects and (denied := _DENIED.match(rest)):
        rest = denied["instead"]
    if opening:
        rest = A_MEETING.sub("", rest)
    if asked.case_numbers or not any(character.isalnum() for character in rest):
        return None
    if _DENIAL.match(rest if corrects else asked.text):
        return Unclear(language)
    rest = of_the_year_beside(archive.read(turn.question), rest) or rest
    if _YEAR.fullmatch(rest.strip(" ?.!")) and (opening or rest.rstrip().endswith("?")):
        rest = f"{IN[archive.read(turn.question).read_as]} {rest}"
    message = archive.read(rest) if rest != asked.text else asked
    asks = asks_something(message)
    opened = opening is not None or (not asks and _is_bare(message))
    full = in_full(message, turn, archive, opened=opened)
    if isinstance(full, Unclear):
        return replace(full, language=language)
    own = own_words(message)
    if full is None:
        if corrects and asks:
            return FollowUp(rest, language)
        if opening and asks and turn.item and _takes_as_known(message, own):
            # "og hvad sagde udkastet?", of which the item does not speak.
            return Unclear(language, rest)
        lost = opening is not None and not asks and not message.unknown_body
        if lost and not own and not (message.bodies or message.period):
            return Unclear(language)
        return Unclear(language, rest) if lost and own else None
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
    # Nor is an agreement called "the old one" by its papers.
    aged = agreement_by_age(full.question)
    by_age = aged is not None and all(token.folded in aged.folded for token in own)
    foreign = message.read_as != "da" or by_age
    of_a_name = pattern("asks_a_name").search(fold(full.question)) is not None
    return FollowUp(
        full.question,
        language,
        or_alone=may_be_own and not full.is_certain,
        is_fragment=not asks,
        things=known if len(known) == len(own) else (),
        wanted=message.wanted or (archive.read(full.question).wanted if not asks else None),
        place=full.place,
        bodies=_bodies(message, full) if instead or full.body else frozenset(),
        said=tuple(archive.stems_of(word) for word in full.said),
        period=message.period if instead else None,
        # The archive speaks Danish: what an English word is called there, its translation tells.
        instead=tuple(t.folded for t in own) if instead and not foreign else (),
        of_a_name=of_a_name,
        is_of_no_other_place=full.is_of_no_other_place,
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
    if len(names) == 1 and turn.body in names and turn.day is None and before.period is not None:
        # A list of what a meeting put off also cites the meetings that it came back to.
        return replace(turn, day=before.period.since) if before.period.is_day else turn
    if len(names) != 1 or turn.body in names:
        return turn
    at = replace(turn, body=names[0], day=None)
    if turn.body is not None or before.period is None:
        return at
    if before.period.is_day:
        return replace(at, day=before.period.since)
    return replace(at, time=told_in(before.period, spoken, before.read_as))


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


def _is_bare(asked: Question) -> bool:
    """Tell whether a message is an abbreviation, a committee or a year, with a question mark.

    Or a thing behind a preposition: "for pensionister?".
    """
    words = tokens(asked.text)
    told = bool(asked.bodies or asked.period) or any(
        token.text.isupper() and len(token.text) > 1 for token in words
    )
    told = told or (bool(words) and pattern("preposition").fullmatch(words[0].folded) is not None)
    return told and asked.text.rstrip().endswith("?") and len(words) <= FEW


_YEAR = re.compile(r"(?:19|20)\d{2}")
