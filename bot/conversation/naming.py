"""What a question names: its own words, and the things that it takes as known."""

import re
from collections.abc import Sequence

from bot.questions.intents import asking_for_people
from bot.questions.patterns import pattern
from bot.questions.question import Question
from index.danish.folding import fold
from index.danish.stopwords import SMALL
from index.danish.words import Token, tokens

FEW = 3
"""Words of its own up to which a question that says "it" is taken to speak of the last answer."""


def is_definite(token: Token, asked: Question) -> bool:
    """Tell whether a word names a thing as known: "kurset", "the course"."""
    if token.folded in asked.names:
        return False
    if pattern("definite").fullmatch(token.folded):
        return True
    return THE.search(asked.text[: token.span.start]) is not None


THE = re.compile(r"\b(?:the|its|their)\s+$", re.IGNORECASE)


def own_words(asked: Question) -> list[Token]:
    """Return the words by which a question names a matter of its own."""
    people = asking_for_people(asked.text, asked.people)
    # In "and in SNS?" hardly a word tells the language.
    small = SMALL["da"] | SMALL["en"] if len(tokens(asked.text)) <= FEW else SMALL[asked.read_as]
    taken = small | asked.given | (asked.asking - _between(asked)) | people
    return [
        token
        for token in tokens(asked.text)
        if token.folded not in taken
        and not token.folded.isdigit()
        and pattern("decision").search(token.folded) is None
        and pattern("points_back").fullmatch(token.folded) is None
        and _PER.search(asked.text[: token.span.start]) is None
        and not _is_unit(token, asked)
        # What officials propose, they propose of every matter.
        and not (asked.asks_what_was_said and pattern("officials").fullmatch(token.folded))
    ]


def _is_unit(token: Token, asked: Question) -> bool:
    """Tell whether a word only says per what time: "hvad koster det om året?"."""
    per_time = _PER_TIME.search(asked.text[: token.span.start]) is not None
    return per_time and _TIME.fullmatch(token.folded) is not None


_PER_TIME = re.compile(r"\b(?:om|hver|hvert|an?|each|every)\s+$", re.IGNORECASE)
_TIME = re.compile(
    r"aar(?:et)?|maaned(?:en)?|uge(?:n)?|dag(?:en)?|time(?:n)?|kvartal(?:et)?"
    r"|year|month|week|day|hour|quarter"
)


def _between(asked: Question) -> frozenset[str]:
    """Return the folded words between those that only ask: "what does *the tent* cost"."""
    words = tokens(asked.text)
    asking = [at for at, token in enumerate(words) if token.folded in asked.asking]
    if len(asking) <= _ASKING_WORDS or COST.fullmatch(words[asking[-1]].folded) is None:
        return frozenset()
    inner = (words[at].folded for at in asking[_LEADS_IN:-1])
    return frozenset(word for word in inner if pattern("helping").fullmatch(word) is None)


COST = re.compile(r"\b(?:costs?|kost(?:e|er|ede|et))\b")
"""Asks what something costs, folded."""
_ASKING_WORDS = 3
"""Words that only ask, up to which nothing stands between them."""
_LEADS_IN = 2
"""Words that a question begins with: "what does"."""


_PER = re.compile(r"\b(?:per|pr\.?)\s+$", re.IGNORECASE)
"""What stands before a unit, which is no matter: "how much per hour?"."""


def asks_something(asked: Question) -> bool:
    """Tell whether a message has a verb or a question word, and is not a mere name or time."""
    return pattern("sentence").search(fold(asked.text)) is not None


def named_in(asked: Question, own: Sequence[Token]) -> str:
    """Return what a message names, with its article, and with its number: "department 3"."""
    start, end = own[0].span.start, own[-1].span.end
    start = with_denial(asked.text, start)
    article = THE.search(asked.text[:start])
    number = _NUMBER.match(asked.text, end)
    return asked.text[article.start() if article else start : number.end() if number else end]


def with_denial(text: str, start: int) -> int:
    """Return where a thing begins with what turns it round before it.

    "Ikke-medlemmer" without its first part are those who pay less.
    """
    denied = _DENIED.search(text, 0, start)
    return denied.start() if denied else start


_DENIED = re.compile(r"(?<![\w-])(?:ikke|non|not)[\s-]+$", re.IGNORECASE)
"""What turns the thing behind it round: "ikke-medlemmer", "non-members"."""
_NUMBER = re.compile(r" (?!(?:19|20)\d\d\b)\d{1,4}[a-zA-Z]?(?![\w.,]*\d)(?=\W*$)")
"""What tells one of several from the others, at the end of a message; a year is a time."""


def leads_in(asked: Question, own: Sequence[Token]) -> str:
    """Return the preposition before what a message names, folded, empty without one: "for"."""
    before = [token for token in tokens(asked.text) if token.span.end <= own[0].span.start]
    last = next((t for t in reversed(before) if t.folded not in _BEFORE_IT), None)
    found = last is not None and pattern("preposition").fullmatch(last.folded) is not None
    return last.folded if found and last is not None else ""


_BEFORE_IT = frozenset({"the", "den", "det", "de", "ikke", "non", "not"})
"""Folded words that may stand between a preposition and its thing."""


def tells_its_language(asked: Question) -> bool:
    """Tell whether a message has a word that only its own language has."""
    both = SMALL["da"] & SMALL["en"]
    telling = SMALL[asked.read_as] - both
    return any(token.folded in telling for token in tokens(asked.text))
