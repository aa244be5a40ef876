"""Sums of money and numbers of things in a decision that are not those recommended."""

import re
from decimal import Decimal

from index.danish.numbers import Number, find_numbers
from index.danish.sentences import sentences
from index.danish.stems import stem
from index.danish.words import tokens
from index.decisions import Outcome
from ingest.structure.outcomes.classifying import classify

_KRONER = re.compile(r"[\s\xa0]*(?:kr|kroner|dkk|t\.?\s?kr)\b", re.IGNORECASE)
_KRONER_BEFORE = re.compile(r"(?:\bkr\.?|\bkroner|\bdkk)[\s\xa0]*$", re.IGNORECASE)
_SCALED = re.compile(r"(?:mio|mill|mia|tkr)\w*\.?$", re.IGNORECASE)
_LIMIT = re.compile(
    r"\b(?:loft\w*|overgrænse\w*|øvre\s+grænse|beløbsgrænse\w*|op\s+til|ikke\s+over(?:stige\w*|skride\w*)?"
    r"|inden\s+for\s+(?:en|et)\s+(?:\w+\s+)?(?:ramme|beløb)|begrænse[st]?\s+til|nedsat\s+til|sænket\s+til"
    r"|reduceret\s+til|forhøjet\s+til)\b",
    re.IGNORECASE,
)


_WITH_SUM = re.compile(
    r"\b(?:godkend|tiltråd|tiltræd|vedtag|imødekom)\w*\s+(?:\w+\s+){0,2}?med\s+"
    r"(?:(?:et|en|i\s+alt)\s+(?:\w+\s+)?(?:(?:beløb|ramme|sum|tilskud|bevilling|støtte|udgift|pris)\s+)?(?:på|af)?\s*)?(?:kr\.?\s*)?\d",
    re.IGNORECASE,
)
"""An approval with a sum of its own: "Godkendt med et beløb på 50.000 kr."."""
_ASKED_FOR = re.compile(
    r"(?:\b(?:an)?søg(?:er|es|te|tes|t|ning(?:en|er|erne)?)\b(?:\s*:)?\s*(?:(?:\w+\s+){0,3}om\s+|på\s+)?"
    r"|\banmod(?:er|ede|et|ning(?:en)?)\s+om\s+|\b(?:mod|af|for)\s+(?:de\s+)?(?:ønskede|foreslåede|oprindelige)\s+)"
    r"(?:(?:et\s+)?(?:tilskud|beløb|støtte|tillægsbevilling|bevilling)\s+på\s+)?(?:i\s+alt\s+|kr\.?\s*|de\s+)*$",
    re.IGNORECASE,
)
"""What stands before a sum that was asked for: "ansøgning om", "mod ansøgte"."""
_ASKED_WITHIN = 80
"""Characters before the sum in which that stands."""


_PROPOSES = re.compile(
    r"\b(?:foreslå\w*|(?:\w+)?forslag(?:et)?\s+(?:om|til|på)|indstill(?:er|es|ede)|anbefal(?:er|es|ede)|ønskes|(?:an)?søges)\b",
    re.IGNORECASE,
)


def proposed_in(told: str) -> str:
    """Return the sentences of an item that propose something: "Rammen foreslås hævet til 6 timer".

    Plain minutes and tables have no part for what is recommended.
    """
    said = (span.of(told) for span in sentences(told))
    return "\n".join(sentence for sentence in said if _PROPOSES.search(sentence))


def changes_amount(words: str, recommended: str, told: str = "") -> bool:
    """Tell whether what approves names a sum or a limit that was not recommended.

    Args:
        words: The decision.
        recommended: The recommendation, empty where there is none. Without a sum of its own it is
            changed by a limit, or by a sum with which it is approved and that stands nowhere in the
            item; "bevilgede 60.000 kr." may be all that was asked for.
        told: What else the item says: an application may have named its sum there.
    """
    asked, applied = _kroner(recommended), _asked_for(words)
    for span in sentences(words):
        said = span.of(words)
        if classify(said) is not Outcome.APPROVED:
            continue
        granted = _kroner(said) - applied
        if granted - asked and (asked or _LIMIT.search(said)):
            return True
        if recommended and not asked and _WITH_SUM.search(said) and granted - _kroner(told):
            return True
        wanted = applied or _asked_for(told)
        if granted and not asked and wanted and not granted & wanted:
            return _all_granted(said) is None
    return False


def _all_granted(said: str) -> re.Match[str] | None:
    """Find the words of a full grant, beside which another sum is no cut."""
    return re.search(r"\b(?:det|de)\s+(?:an)?søgte\b|\bfuldt\s+ud\b", said, re.IGNORECASE)


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


def _asked_for(text: str) -> frozenset[Decimal]:
    """Return the sums of money that a text says were applied for, in kroner."""
    return frozenset(
        number.value
        for number in _sums(text)
        if _ASKED_FOR.search(text, max(0, number.span.start - 80), number.span.start)
    )


def _kroner(text: str) -> frozenset[Decimal]:
    """Return the sums of money in a text, in kroner."""
    return frozenset(number.value for number in _sums(text))


def _sums(text: str) -> list[Number]:
    return [
        number
        for number in find_numbers(text)
        if _KRONER.match(text, number.span.end)
        or _KRONER_BEFORE.search(text, 0, number.span.start)
        or _SCALED.search(number.text)
    ]
