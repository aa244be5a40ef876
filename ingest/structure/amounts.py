"""Sums of money in a decision that are not those recommended."""

import re
from decimal import Decimal

from index.danish.numbers import find_numbers
from index.danish.sentences import sentences
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


def _kroner(text: str) -> frozenset[Decimal]:
    """Return the sums of money in a text, in kroner."""
    return frozenset(
        number.value
        for number in find_numbers(text)
        if _KRONER.match(text, number.span.end)
        or _KRONER_BEFORE.search(text, 0, number.span.start)
        or _SCALED.search(number.text)
    )
