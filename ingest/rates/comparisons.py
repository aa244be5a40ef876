"""What a rate was before, beside what it is: "38 kr. i 2024 mod 36 kr. i 2023", "(hidtil 36)"."""

import re
from dataclasses import replace
from datetime import timedelta

from index.rates.rate import Validity
from ingest.rates.qualifiers import NONE, Qualifiers, read_anywhere

_WORD = re.compile(r"[^\W\d_]+")
_UNTIL_NOW = re.compile(r"hidtil|hidtidig[et]?|tidligere|førhen|forhen")
_AGAINST = re.compile(rf"{_UNTIL_NOW.pattern}|i?mod|før|var|sammenlignet")
_BESIDE = re.compile(
    r"og|men|mens|hvor|der|den|det|de|i|en|et|blev|er|har|været|ydet|betalt|givet|med|taksten"
    r"|satsen|honoraret|beløbet"
)
"""Words that may stand with these, and name nothing new."""
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


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
