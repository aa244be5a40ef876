"""Whether what a paper says of any one of a sort is told of one that is named.

"A satellite clinic is open on certain days" says what such clinics are; that one of them, in a
named town, is open on certain days the paper does not say.
"""

import re

from bot.replies import Language
from bot.writing.checking.claims import Claim
from bot.writing.sources import Statement
from index.danish.words import folded_words
from index.search.terms import content_terms

_ANY_ONE: dict[Language, frozenset[str]] = {
    "da": frozenset(("en", "et", "enhver", "ethvert")),
    "en": frozenset(("a", "an", "any", "every", "each")),
}
_EACH = frozenset(("alle", "hver", "hvert", "samtlige"))
_MANY = re.compile(r"\w{3,}(?:er|e|r)(?<!ne)")
"""Danish nouns of many, none of them known: "clinics are open"."""
_HOLDS_ALWAYS = re.compile(r"\w+r|kan|skal|maa|vil|boer|\w{3,}es")
"""Danish verbs in the present, folded: what is told of the past befell one."""
_SUBJECT = 6
"""Words within which a sentence has its verb."""
_BEFORE = 2
"""Words behind an article within which its noun stands."""


def named_one(claim: Claim, statement: Statement) -> str | None:
    """Return a name that a claim gives to what its sentence says of any one of a sort."""
    there = claim.standing_in(statement.terms)
    added = [name for name in claim.names if not name & there]
    if not added:
        return None
    sorts = (claim.standing_in(_any_one(clause.text)) for clause in statement.clauses)
    return min(added[0]) if any(sort and not _is_of_any(claim, sort) for sort in sorts) else None


def _is_of_any(claim: Claim, sort: frozenset[str]) -> bool:
    """Tell whether a claim too is of any one of a sort: "a clinic in Halsnæs is …"."""
    words = folded_words(claim.own)
    nouns = {word for text in sort for word in text.split()}
    if any(_MANY.fullmatch(word) for word in nouns.intersection(words)):
        return True  # "clinics in Halsnæs are"
    return any(
        word in _ANY_ONE[claim.language] and nouns.intersection(words[at + 1 : at + 1 + _BEFORE])
        for at, word in enumerate(words)
    )


def _any_one(text: str) -> frozenset[str]:
    """Return the terms of what a clause says something of, where that is any one of its sort."""
    words = folded_words(text)[:_SUBJECT]
    if not words:
        return frozenset()
    if words[0] not in _ANY_ONE["da"] | _EACH:
        of_many = _MANY.fullmatch(words[0]) and any(map(_HOLDS_ALWAYS.fullmatch, words[1:2]))
        return frozenset(content_terms(words[0])) if of_many else frozenset()
    ends = (at for at in range(2, len(words)) if _HOLDS_ALWAYS.fullmatch(words[at]))
    end = next(ends, None)
    return frozenset(content_terms(" ".join(words[1:end]))) if end is not None else frozenset()
