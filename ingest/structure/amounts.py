"""Sums of money and numbers of things in a decision that are not those recommended."""

import re
from decimal import Decimal

from index.danish.numbers import find_numbers
from index.danish.sentences import sentences
from index.danish.stems import stem
from index.danish.words import tokens
from index.decisions import Outcome
from ingest.structure.outcomes import classify

_KRONER = re.compile(r"[\s\xa0]*(?:kr|kroner|dkk|t\.?\s?kr)\b", re.IGNORECASE)
_KRONER_BEFORE = re.compile(r"(?:\bkr\.?|\bkroner|\bdkk)[\s\xa0]*$", re.IGNORECASE)
_SCALED = re.compile(r"(?:mio|mill|mia|tkr)\w*\.?$", re.IGNORECASE)
_LIMIT = re.compile(
    r"\b(?:loft\w*|overgrænse\w*|øvre\s+grænse|beløbsgrænse\w*|op\s+til|ikke\s+over(?:stige\w*|skride\w*)?"
    r"|inden\s+for\s+(?:en|et)\s+(?:\w+\s+)?(?:ramme|beløb)|begrænse[st]?\s+til|nedsat\s+til|sænket\s+til"
    r"|reduceret\s+til|forhøjet\s+til)\b",
    re.IGNORECASE,
)


def changes_amount(words: str, recommended: str) -> bool:
    """Tell whether what approves names a sum or a limit that was not recommended.

    Args:
        words: The decision.
        recommended: The recommendation, empty where there is none. Without a sum of its own it is
            changed by a limit only: "bevilgede 60.000 kr." may be all that was asked for.
    """
    asked = _kroner(recommended)
    for span in sentences(words):
        said = span.of(words)
        if classify(said) is not Outcome.APPROVED:
            continue
        new = _kroner(said) - asked
        if new and (asked or _LIMIT.search(said)):
            return True
    return False


def changes_number(words: str, recommended: str) -> bool:
    """Tell whether what approves counts a thing otherwise than the recommendation did.

    "en udvidelse til 14 senge" where 16 were recommended: another number of the same thing.
    """
    asked = _counted(recommended)
    for span in sentences(words):
        said = span.of(words)
        if classify(said) is not Outcome.APPROVED:
            continue
        for thing, numbers in _counted(said).items():
            if thing in asked and not numbers & asked[thing]:
                return True
    return False


_COUNTED_WITHIN = 3
"""Words between a number and the thing it counts: "16 brugerstyrede senge"."""
_LEAST_LETTERS = 4


def _counted(text: str) -> dict[str, frozenset[Decimal]]:
    """Return the numbers that stand before each word, by the word's stem."""
    found: dict[str, frozenset[Decimal]] = {}
    numbers = {number.span.start: number.value for number in find_numbers(text)}
    words = tokens(text)
    for at, token in enumerate(words):
        value = numbers.get(token.span.start)
        if value is None:
            continue
        for following in words[at + 1 : at + 1 + _COUNTED_WITHIN]:
            if following.is_number:
                break
            if len(following.folded) >= _LEAST_LETTERS:
                thing = stem(following.folded)
                found[thing] = found.get(thing, frozenset()) | {value}
    return found


def _kroner(text: str) -> frozenset[Decimal]:
    """Return the sums of money in a text, in kroner."""
    return frozenset(
        number.value
        for number in find_numbers(text)
        if _KRONER.match(text, number.span.end)
        or _KRONER_BEFORE.search(text, 0, number.span.start)
        or _SCALED.search(number.text)
    )
