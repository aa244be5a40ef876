"""How many votes something needs, and how many must come to decide: told by no count of either."""

import re

from bot.answers.sentences.evidence import Evidence, with_titles
from bot.questions.patterns import pattern
from bot.questions.question import Question
from index.danish.folding import fold


def of_a_requirement(question: Question, evidence: list[Evidence]) -> list[Evidence]:
    """Leave out how many voted where it is asked how many votes something needs."""
    asked = fold(question.text)
    if pattern("required").search(asked) is None or _VOTES.search(asked) is None:
        return evidence
    return [e for e in evidence if _COUNTED.search(fold(e.words)) is None]


_VOTES = re.compile(r"\bstemmer?\b|\bvotes?\b|\bflertal")
_COUNTED = re.compile(
    r"\b(?:\d+|en|een|to|tre|fire|fem|seks|syv|otte|ni|ti)\s+(?:stemmer?\s+)?(?:for|imod|mod)\b"
)


def of_a_quorum(question: Question, evidence: list[Evidence]) -> list[Evidence]:
    """Leave out how many members there are where it is asked how many must come to decide."""
    if _ASKS_QUORUM.search(fold(question.text)) is None:
        return evidence
    return [e for e in evidence if _TELLS_QUORUM.search(fold(with_titles(e)))]


_ASKS_QUORUM = re.compile(
    r"\bquorum\b|\bbeslutningsdygtig"
    r"|\bhow many\b.*\b(?:must|have to|has to|need to|needs to|should)\b"
    r".*\b(?:present|attend|take part|there|turn up|come)\b"
    r"|\bhvor mange\b.*\bskal (?:\w+ ){0,3}?"
    r"(?:vaere (?:til stede|med|moedt)|deltage|moede(?: op| frem)?|komme)\b"
)
_TELLS_QUORUM = re.compile(
    r"\bquorum|\bquorate|beslutningsdygtig|\b(?:decide|decisions?|vote|valid)\b"
    r".*\b(?:present|attend|take part|participat)"
    r"|\b(?:present|attend\w*|taking part)\b.*\b(?:decide|decisions?|valid)"
    r"|\b(?:beslut|traeffe|afstemning)\w*.*\b(?:til stede|deltager|fremmoedt|moedt)"
    r"|\b(?:til stede|deltager|fremmoedt\w*|moedt)\b.*\b(?:beslut|traeffe)"
)
"""Words, folded, on how many must be there for a body to decide."""
