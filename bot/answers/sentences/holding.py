"""How far a sentence holds the sort of thing a question asks for: a number, a day, a person."""

import re
from collections.abc import Sequence

from bot.answers.finding import matching
from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.questions.wanted import Wanted, counting, holds
from index.archive import Term
from index.danish.folding import fold
from index.danish.words import tokens

_MONEY = re.compile(r"\d[\d.,]*\s*(?:kr\b|kroner|mio|mia|t\.?\s?kr|%|pct|procent)", re.I)
_SPAN = re.compile(
    r"\b[\w.,-]+\s+(?:\w+\s+)?(?:måned(?:er)?|uger?|dage?|døgn|timer?|minut(?:ter)?|months?|weeks?|days?|hours?|minutes?)\b",
    re.IGNORECASE,
)
_OF_TIME = re.compile(
    r"\b(?:aar|maaned|uge|dag|doegn|time|minut|year|month|week|day|hour|minute)\w*\b|\w(?:timer|dage|uger)\b"
)
"""Units of time: what is counted by them is nothing else, unless a question counts them."""
_ENGLISH = re.compile(r"\b(?:the|of|and|is|are|was|be|may|must|shall|an|by)\b", re.IGNORECASE)
_SOME_ENGLISH = 2
_TO = re.compile(r"\bto\b", re.IGNORECASE)
_SHARE = re.compile(
    r"\d\s*(?:%|pct\.?|procent)\s+af\s+(?P<what>(?:alle\s+|de\s+)?[\wæøå-]+(?:\s+[\wæøå-]+)?)", re.I
)
_CLOSE = 3
"""Words between a number and what it counts."""
_NUMBER_ALONE = 0.6
"""What a number is worth that counts something else than what is asked about."""


def held(question: Question, terms: Sequence[Term], text: str) -> float:
    """Return how far a sentence holds what is wanted, beyond what the question itself says, 0–1.

    Numbers of the question ("gruppe 1-sikret", "i 2018") do not answer how many, nor does an
    amount of money; a number that counts what is asked about ("412 besøg") answers best.
    """
    wanted = question.wanted
    if wanted is None:
        return 0.0
    for word in question.text.split():
        if any(map(str.isdigit, word)):
            text = text.replace(word.strip("?.,:;!()\"'"), " ")
    if wanted is not Wanted.NUMBER:
        return holds(wanted, text)
    if len(_ENGLISH.findall(text)) >= _SOME_ENGLISH:
        text = _TO.sub(" ", text)  # an English "to" is no Danish two
    if _shares(terms, text):
        return _NUMBER_ALONE  # "9 procent af sejlerne" tells how many as far as it was counted
    text = counting(_MONEY.sub(" ", text))
    if not _OF_TIME.search(fold(question.text)):
        text = _SPAN.sub(" ", text)  # "within four weeks" counts no members
    return 1.0 if _counts(terms, text) else _NUMBER_ALONE * holds(wanted, text)


def _shares(terms: Sequence[Term], text: str) -> bool:
    """Tell whether a share is one of what is asked about: "9 procent af sejlerne"."""
    of = (match["what"] for match in _SHARE.finditer(text))
    return any(matching.shares(terms, what) for what in of)


def _counts(terms: Sequence[Term], text: str) -> bool:
    """Tell whether a number stands right before a word of the question."""
    found = tokens(text)
    number = pattern("holds", Wanted.NUMBER.value)
    return any(
        number.search(token.folded)
        and matching.shares(terms, " ".join(t.text for t in found[at + 1 : at + 1 + _CLOSE]))
        for at, token in enumerate(found)
    )
