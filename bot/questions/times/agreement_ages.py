"""An agreement that is named by its age: "den nye lokalaftale", "the previous contract"."""

import re
from dataclasses import dataclass
from enum import StrEnum

from index.danish.folding import fold
from index.spans import Span


class Age(StrEnum):
    """Which of the agreements that followed each other is meant."""

    NEW = "new"
    """The last of them."""
    CURRENT = "current"
    """The one in force."""
    OLD = "old"
    """The one before that which began last."""


@dataclass(frozen=True, slots=True)
class NamedByAge:
    """The words by which a text names an agreement so."""

    age: Age
    words: str
    """As typed, with the word that leads in: "under den gamle aftale"."""
    span: Span

    @property
    def folded(self) -> frozenset[str]:
        """Its words, which say nothing of what is asked."""
        return frozenset(fold(self.words).split())


_NEW = r"nye|nyeste|seneste|new|newest|latest"
_CURRENT = r"gældende|gaeldende|nuværende|nuvaerende|aktuelle|current|present|existing"
_OLD = r"gamle|forrige|tidligere|foregående|foregaaende|hidtidige|old|previous|former|earlier|prior"
_NAMED = re.compile(
    r"\b(?:(?:i|under|efter|fra|in|under|by|from|of)\s+)?(?:(?:den|the|our|vores)\s+)?"
    rf"(?:(?P<new>{_NEW})|(?P<current>{_CURRENT})|(?P<old>{_OLD}))"
    r"\s+(?:[a-zæøå]+(?:-|\s+)){0,1}?"
    r"(?:\w*(?:aftale|overenskomst|kontrakt)(?:n|en|s|ns|ens)?|agreement|contract)\b",
    re.IGNORECASE,
)
"""One agreement: "de gamle aftaler" are several."""


def agreement_by_age(text: str) -> NamedByAge | None:
    """Return the age by which a text names an agreement, `None` where it names none so."""
    found = _NAMED.search(text)
    if found is None or _INDEFINITE.search(text, 0, found.start()):
        return None
    age = Age.NEW if found["new"] else Age.CURRENT if found["current"] else Age.OLD
    return NamedByAge(age, found[0], Span(*found.span()))


def without_age(text: str) -> str:
    """Return a text without the word that tells an agreement's age: nothing else is as old."""
    found = _NAMED.search(text)
    if found is None or agreement_by_age(text) is None:
        return text
    start, end = next(found.span(age) for age in ("new", "current", "old") if found[age])
    return f"{text[:start].rstrip()}{text[end:]}"


_INDEFINITE = re.compile(r"\b(?:en|et|a|an|any|some|nogen|flere|andre|other)\s+$", re.IGNORECASE)
"""What stands before an agreement that is yet to be made: "a new agreement"."""
