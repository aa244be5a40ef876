"""What sort of thing answers a question: a number, a date, a person."""

import re
from enum import StrEnum

from bot.questions.patterns import first, names, pattern
from index.danish.days import without_dates
from index.danish.folding import fold
from index.danish.words import folded_words


class Wanted(StrEnum):
    """A sort of answer that can be recognised in a sentence. The values name the patterns."""

    HOURS = "hours"
    """When in the week something is open."""
    FREQUENCY = "frequency"
    DURATION = "duration"
    PERCENT = "percent"
    MONEY = "money"
    NUMBER = "number"
    DATE = "date"
    PERSON = "person"
    REASON = "reason"
    PURPOSE = "purpose"
    PLACE = "place"


AMOUNTS = frozenset(
    {Wanted.MONEY, Wanted.NUMBER, Wanted.PERCENT, Wanted.DURATION, Wanted.FREQUENCY}
)
"""Sorts of answers that are figures."""

SEEN_IN_WORDS = frozenset(Wanted) - {Wanted.REASON, Wanted.PURPOSE}
"""Sorts of answers that a sentence plainly holds or does not."""

_NAME = re.compile(r"[A-ZÆØÅ][a-zæøåéüö]+(?:[- ](?:[A-ZÆØÅ]\.|[A-ZÆØÅ][a-zæøåéüö]+))+")
_ROLE = re.compile(
    r"\b\w*(formand|formaend|chef|leder|direktoer|sekretariat|udvalg|styregruppe|raad|afdeling"
    r"|enhed|koordinator|konsulent|laege|organisation|repraesentant|administrationen|regionen|kommune)\w*"
)
_ASKS_WHO = re.compile(
    r"(?:(?:og|men|and|but)\s+)?(?:hvem|who)\b(?!.*\b(?:hvor|how)\s+(?:meget|much|mange|many)\b)"
)
_ASKS = re.compile(r"hvor|hvilk|hvad|how|what|which")
_COMPANY = re.compile(r"[A-ZÆØÅ][\w&.-]* (?:A/S|ApS|I/S|K/S|A\.m\.b\.a\.|Ltd|Inc|GmbH)")
_IN_PLACE = re.compile(
    r"\b(i|på|ved|hos|til|in|at) (?!(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\b)[A-ZÆØÅ]"
)


def wanted_by(question: str) -> Wanted | None:
    """Return what sort of answer the question asks for, `None` when its words do not tell."""
    if _ASKS_WHO.match(fold(question).strip()):
        return Wanted.PERSON  # "hvem finder en pris": whatever else is named
    name = first("wanted", fold(question))
    return Wanted(name) if name else None


def asking_words(question: str) -> frozenset[str]:
    """Return the folded words that only say what sort of answer is wanted: "which year"."""
    wanted = wanted_by(question)
    if wanted is None:
        return frozenset()
    phrases = pattern("wanted", wanted.value).finditer(fold(question))
    asking = (phrase[0] for phrase in phrases if _ASKS.match(phrase[0]))
    called = _STARTS if asks_start(question) else _NAMED.get(wanted)
    named = (w for w in folded_words(question) if called and called.fullmatch(w))
    return frozenset((*(w for phrase in asking for w in folded_words(phrase)), *named))


def asks_start(question: str) -> bool:
    """Tell whether it is asked when something starts."""
    return pattern("asks_start").search(fold(question).strip()) is not None


_NAMED = {
    Wanted.HOURS: re.compile(r"(?:aabnings|telefon)tid\w*|opening|hours|times?"),
    Wanted.PURPOSE: re.compile(r"formaal\w*|purposes?"),
}
"""What a question calls the sort of answer that it wants, and a sentence that holds it need not."""
_STARTS = re.compile(r"start(?:er|ede|s)?|begynd(?:er|te)|begin|commence")
"""What "from 1 May" says without the word, as folded."""


def nothing_else_will_do(question: str, wanted: Wanted) -> bool:
    """Tell whether a sentence without something of that sort cannot answer the question."""
    return wanted.value in names("strictly") and (
        pattern("strictly", wanted.value).search(fold(question).strip()) is not None
    )


def holds(wanted: Wanted, sentence: str) -> float:
    """Return how far a sentence holds something of that sort: 0 not, 1 surely."""
    match wanted:
        case Wanted.PERSON:
            if _NAME.search(sentence) or _COMPANY.search(sentence):
                return 1.0
            return 0.5 if _ROLE.search(fold(sentence)) else 0.0
        case Wanted.PLACE:
            return 1.0 if _IN_PLACE.search(sentence) else 0.0
        case _:
            return 1.0 if pattern("holds", wanted.value).search(fold(sentence)) else 0.0


def answers_with(wanted: Wanted, sentence: str) -> bool:
    """Tell whether a sentence holds something of a sort that may be what is asked for.

    How many there are, or how large, is told by no day, share or number of an item.
    """
    if wanted is Wanted.NUMBER:
        sentence = counting(sentence)
    return holds(wanted, sentence) > 0


def counting(sentence: str) -> str:
    """Return a sentence, folded, without the figures that count nothing: days, shares, numbers."""
    return _COUNTS_NOTHING.sub(" ", fold(without_dates(sentence)))


_COUNTS_NOTHING = re.compile(
    r"\b(?:19|20)\d{2}\b"
    r"|\d[\d.,]*\s?(?:%|pct\b|procent|percent)"
    r"|\b(?:uge|week|kl|klokken|punkt|pkt|item|nr|no|side|page|bilag|annex|paragraf|section|kapitel"
    r"|chapter)\b\.?\s?\d[\d.:]*"
    r"|\b(?:ydelse\w*|kode|konto\w*|loebenr|code|account)\b[.:]?\s?(?:nr\b\.?\s?)?\d[\d.:]*"
)
"""Figures of a year, a share, a time or a place, and those that name a service, folded."""
