"""The question before, of another person, another place or another item than it named."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.conversation.naming import leads_in
from bot.conversation.places import at_the_place, before_the_place
from bot.conversation.turns import Turn
from bot.questions.patterns import pattern
from bot.questions.period_words import IN
from bot.questions.question import Question
from bot.replies import Language
from index.danish.folding import fold
from index.danish.stems import stem
from index.danish.words import Token, tokens
from index.spans import Span


def of_another_name(before: Question, asked: Question, own: Sequence[Token]) -> str | None:
    """Return the question before, of the person or place that a fragment names instead.

    Only a name gives way to a name, and a place behind "in" to one behind "in": "and in Lyngvad?".
    """
    if not own or not all(token.folded in asked.names or _is_name(token) for token in own):
        return None
    span = Span(own[0].span.start, own[-1].span.end)
    lead = _lead(asked, own)
    runs = name_runs(before)
    if lead:
        runs = [run for run in runs if _led_by(before.text, run, lead)]
    if len(runs) != 1:
        return None
    return f"{before.text[: runs[0].start]}{span.of(asked.text)}{before.text[runs[0].end :]}"


def _is_name(token: Token) -> bool:
    return token.text[0].isupper() and not token.text.isupper()


def _lead(asked: Question, own: Sequence[Token]) -> str:
    """Return "in" where a place follows it, else what leads to what is named."""
    ahead = fold(asked.text[: own[0].span.start]).split()
    return "i" if ahead and ahead[-1] in _IN else leads_in(asked, own)


_IN = {"i", "in", "paa", "on"}


def _led_by(text: str, run: Span, lead: str) -> bool:
    ahead = fold(text[: run.start]).split()
    return bool(ahead) and (ahead[-1] == lead or (lead == "i" and ahead[-1] in _IN))


def name_runs(before: Question) -> list[Span]:
    """Return the names of a question that are no committee's, each of its words in a row."""
    text = before_the_place(before.text) or before.text
    runs: list[Span] = []
    last: Token | None = None
    for token in tokens(text):
        named = token.folded in before.names and token.folded not in before.given
        if named and token.text[0].isupper() and sum(map(str.isupper, token.text)) == 1:
            gap = text[last.span.end : token.span.start] if last is not None else None
            if gap is not None and not gap.strip(" -"):
                runs[-1] = Span(runs[-1].start, token.span.end)
            else:
                runs.append(token.span)
            last = token
        else:
            last = None
    return runs


def of_another_number(before: Question, asked: Question) -> str | None:
    """Return the question before, of the other one that a fragment names by its number.

    "And in department 7?" below "what does the rent in department 3 rise?". `None` where the
    question before names no such thing by a number.
    """
    named = _NUMBERED.search(fold(asked.text))
    text = before_the_place(before.text) or before.text
    if named is None:
        return None
    words = tokens(text)
    for thing, number in pairwise(words):
        if number.text[0].isdigit() and stem(thing.folded) == stem(named["thing"]):
            return f"{text[: number.span.start]}{named['number']}{before.text[number.span.end :]}"
    return None


_NUMBERED = re.compile(r"\b(?P<thing>[a-z]{3,}) (?:nr\.? |no\.? )?(?P<number>\d{1,3}[a-z]?)\W*$")
"""What is one of several by its number, at the end of a folded message."""


def of_another_item(asked: Question, turn: Turn) -> str | None:
    """Return a question of an item that is named by its number, of the meeting that was spoken of.

    "And item 4?" asks what was decided on it. `None` where no number or no meeting is known.
    """
    number = pattern("item_number").search(fold(asked.text))
    if number is None or turn.body is None or turn.day is None:
        return None
    if asked.bodies or asked.period or asked.people is not None:
        return None
    spoken: Language = asked.read_as
    words = f"{_ON_ITEM[spoken]} {number[number.lastgroup or 0]}"
    if asked.wanted is not None and not asked.about_decision:
        words = asked.text
    return at_the_place(words, Turn("", spoken, turn.body, turn.day), spoken, with_item=False)


_ON_ITEM: dict[Language, str] = {
    "da": "hvad blev besluttet på punkt",
    "en": "what was decided on item",
}


def of_the_year_beside(before: Question, words: str) -> str | None:
    """Return "in 2025" for "the year before" a question of 2026; `None` where no year is known."""
    period = before.period
    if period is None or period.year is None:
        return None
    for step, beside in _BESIDE:
        if beside.fullmatch(fold(words).strip(" ?.!")):
            return f"{IN[before.read_as]} {period.year + step}"
    return None


_BEFORE = re.compile(
    r"(?:i )?(?:(?:the )?(?:year before|previous year)|aaret (?:foer|forinden|forud))"
)
_AFTER = re.compile(r"(?:i )?(?:(?:the )?(?:year after|next year|following year)|aaret efter)")
_BESIDE = ((-1, _BEFORE), (1, _AFTER))
