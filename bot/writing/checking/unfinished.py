"""Whether a sentence ends before the verb of its last clause.

"The council stresses that doctors in the town" says nothing, though each of its words stands in a
sentence that goes on with "are offered rooms".
"""

import re

from bot.citations import folded
from bot.replies import Language
from bot.writing.sources import Statement
from index.danish.stopwords import FUNCTION
from index.danish.words import Token, tokens

_BEGINS = re.compile(r"\b(?:at|fordi|idet|når|hvis|mens|hvor)\s+|,\s+(?:som|der)\s+", re.IGNORECASE)
"""Begins a Danish clause that has a verb of its own."""
_SUBORDINATE = re.compile(r"(?:at|som|fordi|hvis|mens|idet)(?= )", re.IGNORECASE)
"""Begins what is no sentence without another clause: "at lejen hæves"."""
_AUXILIARY = frozenset(
    (
        *("er", "var", "har", "havde", "bliver", "blev", "skal", "skulle", "kan", "kunne"),
        *("vil", "ville", "maa", "maatte", "boer", "burde", "faar"),
    )
)
_FINITE = re.compile(r"\w{2,}(?:er|es|ås|ede|edes|te|tes)")
"""Forms of Danish verbs: not only theirs, but what breaks off before a noun is as unfinished."""
_PASSIVE = re.compile(r"[A-ZÆØÅ]\w{2,}(?<!n)(?<!l)(?:es|edes)")
"""What begins with it has lost what it is done to: "Forelægges for rådet". No "Borgernes" is."""
_ADDS = frozenset(("og", "samt", "eller"))
_ADDED = 4
"""Words of what is added to a subject, with the verb behind it."""
_OPEN: dict[Language, frozenset[str]] = {
    "da": frozenset(
        ("og", "eller", "samt", "men", "at", "som", "hvis", "fordi", "mens", "en", "et", "af", "i")
    ),
    "en": frozenset(
        ("and", "or", "but", "that", "which", "if", "because", "the", "a", "an", "of", "is", "was")
    ),
}
"""Words that nothing ends in."""
_STOPS = " .!…"


def unfinished(text: str, statement: Statement, language: Language) -> str | None:
    """Return where a sentence of prose breaks off, or the word that makes a mere clause of it.

    A Danish clause that is its source's word by word, from its beginning on, must not end before
    the verb, and nothing ends in a word that needs another.
    """
    ends = text.rstrip(_STOPS)
    words = tokens(ends)
    if words and words[-1].folded in _OPEN[language]:
        return words[-1].text
    if language == "en" or not words:
        return None
    if (alone := _SUBORDINATE.match(ends)) is not None and "," not in ends:
        return alone[0]
    if words[0].folded in _AUXILIARY or _PASSIVE.fullmatch(words[0].text):
        return words[0].text  # "skal sagen afgøres": a question, or the rest of a sentence
    begins = [found.end() for found in _BEGINS.finditer(ends)]
    clause = ends[begins[-1] if begins else 0 :]
    there = folded(statement.text)
    at = re.search(rf"(?<!\w){re.escape(clause)}\s+(?=\w)", there, re.IGNORECASE)
    if at is None:
        return None
    following = tokens(there[at.end() :])
    if following[0].folded in _ADDS and not any(map(_is_verb, tokens(clause)[:-1])):
        following = following[1 : 1 + _ADDED]  # "and nurses are offered": the verb is behind both
    else:
        following = following[:1]
    return next((token.text for token in following if _is_verb(token)), None)


def _is_verb(token: Token) -> bool:
    if token.folded in _AUXILIARY:
        return True
    return _FINITE.fullmatch(token.text) is not None and token.folded not in FUNCTION["da"]
