"""What a rate was before or is after, beside what it is: "mod 36 kr. i 2023", "derefter 55 kr."."""

import re
from dataclasses import replace
from datetime import timedelta

from index.rates.rate import Validity
from ingest.rates.sentences.qualifiers import NONE, Qualifiers, read_anywhere

_WORD = re.compile(r"[^\W\d_]+")
_UNTIL_NOW = re.compile(r"hidtil|hidtidig[et]?|tidligere|førhen|forhen")
_AGAINST = re.compile(rf"{_UNTIL_NOW.pattern}|i?mod|før|var|sammenlignet")
_BESIDE = re.compile(
    r"og|men|mens|hvor|der|den|det|de|i|en|et|blev|er|har|været|ydet|betalt|givet|med|taksten"
    r"|satsen|honoraret|beløbet"
)
"""Words that may stand with these, and name nothing new."""
_AFTERWARDS = re.compile(
    r"derefter|herefter|hvorefter|derpå|siden|nu|senere|fremover|efterfølgende|hvor|thereafter|now|since"
    r"|afterwards"
)
_MOVES = re.compile(
    r"stig(?:er|et)|steg|fald(?:er|et|t)|sæt(?:tes|ter)|sat|hæve[st]|hævet|nedsæt(?:tes)|nedsat|forhøje[st]"
    r"|forhøjet|regulere[st]|reguleret|ændre[st]|ændret|blev(?:et)?|bliver|udgør|er|var|har|været|being"
    r"|is|was|rises?|raised|lowered"
)
_AT_FIRST = re.compile(
    r"og|men|and|but|den|det|ned|op|til|fra|og|frem|taksten|satsen|honoraret|beløbet|to|it"
)
_DAY = timedelta(days=1)


def is_compared(between: str) -> bool:
    """Tell whether words between two figures say that the second is what the first was before."""
    words = _words(read_anywhere(between)[1])
    against = [word for word in words if _AGAINST.fullmatch(word)]
    return bool(against) and all(_BESIDE.fullmatch(w) for w in words if w not in against)


def time_before(between: str, own: Qualifiers, now: Validity) -> Qualifiers | None:
    """Return the time of a figure that another is compared with, `None` where nothing tells it.

    Args:
        between: The words from the other figure to this one.
        own: What is said beside this one.
        now: When the other one applies.
    """
    told = own if own.dated else read_anywhere(between)[0]
    if told.dated:
        return told
    if now.since is None or not any(map(_UNTIL_NOW.fullmatch, _words(between))):
        return None
    return replace(NONE, agreement=own.agreement, until=now.since - _DAY)


def is_successor(between: str) -> bool:
    """Tell whether words between two figures say that the second took the first's place."""
    words = _words(read_anywhere(between)[1])
    after = [word for word in words if _AFTERWARDS.fullmatch(word)]
    rest = [word for word in words if word not in after]
    return bool(after) and all(_MOVES.fullmatch(w) or _AT_FIRST.fullmatch(w) for w in rest)


def time_after(between: str, own: Qualifiers, before: Validity) -> Qualifiers:
    """Return the time of a figure that took another's place; of which nothing is told: none.

    Args:
        between: The words from the other figure to this one.
        own: What is said beside this one.
        before: When the other one applied.
    """
    if own.dated:
        return own
    told = read_anywhere(between)[0]
    if told.since is not None:
        return replace(NONE, agreement=own.agreement, since=told.since)
    if before.until is None or before.since is not None:
        return replace(NONE, agreement=own.agreement)
    # "Indtil 1. januar, hvor den stiger": that day is the first of the new one.
    first = before.until if "hvor" in _words(between) else before.until + _DAY
    return replace(NONE, agreement=own.agreement, since=first)


def ended_before(one: Validity, following: Qualifiers) -> Validity:
    """Return when a rate applied that another took the place of from its last day on."""
    if following.since is not None and one.until == following.since and one.since != one.until:
        return Validity(one.since, following.since - _DAY)
    return one


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
