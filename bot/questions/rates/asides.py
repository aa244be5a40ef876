"""Words of a question about a rate that are no part of what it is for: who pays, now, dearer."""

import re
from collections.abc import Iterator

from index.spans import Span

_NOW = re.compile(
    r"\b(?:(?:lige|for)\s+)?nu\b|\bfor\s+(?:tiden|øjeblikket)\b|\bi\s+øjeblikket\b|\bp\.?t\.?(?=\W|$)"
    r"|\b(?:at\s+present|at\s+the\s+moment|(?:right\s+)?now|these\s+days|nowadays)\b"
    r"|\b(?:(?:currently|still|now)\s+)?in\s+(?:force|effect)\b|\bi\s+kraft\b"
    r"|\b(?:i\s+|in\s+)?(?:(?:det|the)\s+)?(?:indeværende|nuværende|løbende|current|present)\s+"
    r"(?:(?:aftale|overenskomst|kontrakt)år(?:et)?|(?:agreement|contract)\s+year)\b",
    re.IGNORECASE,
)
"""Words that mean the day of the question."""
_WHAT_IS = re.compile(r"\W*(?:og\s+|and\s+)?(?:hvad|what)\s*(?:er|is|['’]s)\b", re.IGNORECASE)
_AMOUNT = re.compile(
    r"(?<![\w.,])(?:(?:kr\.?|dkk)\s?)?\d[\d.]*(?:,\d+)?\s?(?:kr\b\.?|kroner\b|dkk\b)"
    r"|\b(?:kr\.?|dkk|eur|€)\s?\d(?:[\d.,]*\d)?",
    re.IGNORECASE,
)
_SELF = re.compile(
    r"\b(?P<who>borger(?:en|e|ne)?|man|jeg|vi|citizens?|residents?|i|we|you|one)"
    r"(?=(?:\s+\w+){0,3}\s+(?:betal(?:e|er|te)|pays?)\b)"
    r"|\b(?:betal(?:er|te)|pays?)\s+(?:(?:den enkelte|en|a|the)\s+)?"
    r"(?P<whom>borger(?:en|e|ne)?|man|jeg|vi"
    # "Hvad betaler regionen for tolkning?"; its share of a budget is another matter.
    r"|(?:regionen|kommunen|staten)(?= for\b))\b"
)
"""Who pays a price, as folded, and is no part of what it is for."""
_MOVED = re.compile(
    r"^(?:(?:er|har|is|has|have|are|did)\b|hvor (?:meget|mange)\b|hvad(?= (?:steg|faldt)\b)"
    r"|how (?:much|many)\b).*"
    r"\b(?P<how>steget|steg|faldet|faldt|dyrere|billigere|aendret|risen|rise|fallen|increased?|decreased?|changed?"
    r"|gone (?:up|down)|(?:more|less) expensive|dearer|cheaper)\b"
)
"""Whether a price is another than before: its amounts tell."""


_PROPOSED = re.compile(
    r"\b(?:foreslaa(?:et|ede|aede|s|r)?|foreslog\w*|indstillede|forslag(?:et|ene)?|proposed|proposals?|suggested)\b"
)
"""Words, as folded, that ask for what is proposed and not adopted."""


def proposal_words(folded: str) -> frozenset[str]:
    """Return the words by which a question asks for a proposal."""
    return frozenset(found[0] for found in _PROPOSED.finditer(folded))


_GETS = re.compile(
    r"\b(?:hvor (?:meget|mange (?:kroner|kr|penge)) (?:faar|fik|modtager|modtog|tjener|tjente)"
    r"|hvad (?:faar|fik|modtager|modtog|tjener|tjente)"
    r"|(?:how much|what) (?:is|was|does|do|did|are|were) .*\b(?:get|receive|earn|paid))\b"
)


def asks_what_somebody_gets(folded: str) -> bool:
    """Tell whether a question is what people get: "hvor meget får en formand?"."""
    return _GETS.search(folded) is not None


def now_in(text: str) -> Iterator[Span]:
    """Yield the words that mean the day of the question: "lige nu", "at present"."""
    for found in _NOW.finditer(text):
        yield Span(*found.span())


def asks_what_is_now(text: str) -> bool:
    """Tell whether a question is what something is now: "hvad er kajlejen nu?"."""
    return _WHAT_IS.match(text) is not None and any(True for _ in now_in(text))


def amounts_in(text: str) -> list[Span]:
    """Return the amounts that a question names itself: "koster det 385 kr.?"."""
    return [Span(*found.span()) for found in _AMOUNT.finditer(text)]


def asks_whether_it_moved(folded: str) -> bool:
    """Tell whether a question is whether a price is another than before."""
    return _MOVED.search(folded) is not None


def payers_and_moves(folded: str) -> set[str]:
    """Return the words of who pays, a citizen or whoever asks, and of how a price moved."""
    denied = {"non"} if re.search(r"\bnon-[a-z]", folded) else set()
    payers = denied | {found["who"] or found["whom"] for found in _SELF.finditer(folded)}
    moved = _MOVED.search(folded)
    return payers | (set(moved["how"].split()) if moved else set())
