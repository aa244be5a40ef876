"""Who pays whom: what somebody earns, and what somebody is charged."""

import re

from index.danish.folding import fold

_ENDING = r"(?:et|en|n|er|erne|ene|ne)?s?\b"
_EARNED = re.compile(
    rf"(?:honorar|loen|loenn|vederlag|diaet|moedepenge?){_ENDING}|\b(?:wages?|salary|salaries|remuneration)\b"
)
"""Folded words for what somebody is paid for work."""
_CHARGED = re.compile(
    rf"(?:gebyr|boede|kontingent|leje|afgift|egenbetaling){_ENDING}"
    r"|\b(?:fines?|rent)\b"
)
"""Folded words for what somebody has to pay."""


def pays(word: str) -> bool:
    """Tell whether a folded word or phrase names one of the two."""
    return _EARNED.search(word) is not None or _CHARGED.search(word) is not None


def may_answer(question: str, text: str) -> bool:
    """Tell whether a text may tell of the payment that a question names.

    A fine for late books is nobody's salary. Words for either ("takst", "udgift") rule out nothing.
    """
    asked, told = fold(question), fold(text)
    for meant, other in ((_EARNED, _CHARGED), (_CHARGED, _EARNED)):
        if meant.search(asked) and not other.search(asked):
            return other.search(told) is None or meant.search(told) is not None
    return True
