"""The amounts that a question names, and whether a text prints them, however either writes them.

"250,000" in an English question is the "250.000" of the papers, and "1.5 million" their "1,5 mio.".
"""

import re
from decimal import Decimal

from bot.questions.question import Question
from index.danish.numbers import Number, find_numbers

_UNIT_BEHIND = re.compile(
    r"\s*(?:kr\b\.?|kroner|%|pct\b\.?|per ?cent|procent|mio\b\.?|million\w*|DKK|euros?|EUR)",
    re.IGNORECASE,
)
_UNIT_BEFORE = re.compile(r"(?:\bkr\.?|\bDKK|\bEUR|€)\s*$", re.IGNORECASE)
_SCALE = re.compile(r"[^\W\d_]+\.?$")
"""The word of a number that says what it is counted in: "million"."""


def other_amounts(question: Question, text: str) -> list[str]:
    """Return the amounts that a question names and a text does not print, as typed."""
    printed = {value for number in find_numbers(text) for value in number.values}
    named = _amounts(question.text, question.read_as)
    return [shown for shown, values in named if printed.isdisjoint(values)]


def amounts_named(question: Question) -> list[str]:
    """Return the amounts that a question names, as typed."""
    return [shown for shown, _ in _amounts(question.text, question.read_as)]


def _amounts(text: str, language: str) -> list[tuple[str, frozenset[Decimal]]]:
    """Return each amount of a text as typed, with every value that it may stand for."""
    found = []
    for number in find_numbers(text, language):
        if not number.text[0].isdigit():
            continue
        start, end = number.span.start, number.span.end
        behind = _UNIT_BEHIND.match(text, end)
        before = _UNIT_BEFORE.search(text[:start])
        if behind or before or _SCALE.search(number.text):
            start, end = before.start() if before else start, behind.end() if behind else end
            shown = " ".join(text[start:end].split())
            found.append((shown, _values(number, language)))
    return found


def _values(number: Number, language: str) -> frozenset[Decimal]:
    """Return what a number may stand for; an English writer's comma parts thousands."""
    if language == "en" and number.other is not None and "," in number.text:
        return frozenset({number.other})
    return number.values
