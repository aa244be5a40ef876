"""Whether a sentence ends before the verb of its last clause.

"The council stresses that doctors in the town" says nothing, though each of its words stands in a
sentence that goes on with "are offered rooms".
"""

import re

from bot.citations import folded
from bot.writing.sources import Statement
from index.danish.stopwords import FUNCTION
from index.danish.words import tokens

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
_FINITE = re.compile(r"\w{2,}(?:er|es|ede|edes|te|tes)")
"""Forms of Danish verbs: not only theirs, but what breaks off before a noun is as unfinished."""
_STOPS = " .!…"


def unfinished(text: str, statement: Statement) -> str | None:
    """Return the verb with which a sentence of a source goes on, where a Danish claim breaks off.

    Or the word that makes a mere clause of it. A clause that is its source's word by word, from its
    beginning on, must not end before the verb.
    """
    ends = text.rstrip(_STOPS)
    if (alone := _SUBORDINATE.match(ends)) is not None and "," not in ends:
        return alone[0]
    begins = [found.end() for found in _BEGINS.finditer(ends)]
    clause = ends[begins[-1] if begins else 0 :]
    there = folded(statement.text)
    at = re.search(rf"(?<!\w){re.escape(clause)}\s+(?=\w)", there, re.IGNORECASE)
    if at is None:
        return None
    following = next(iter(tokens(there[at.end() :])), None)
    if following is None or following.text[0].isupper():
        return None
    is_verb = _FINITE.fullmatch(following.text) and following.folded not in FUNCTION["da"]
    return following.text if is_verb or following.folded in _AUXILIARY else None
