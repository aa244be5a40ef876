"""Whether a claim keeps the clause that says which ones its source speaks of.

"There were 24 doctors in the region who had been there for under two years" is no "there were 24
doctors in the region", and what the doctors get that were there longest, the doctors do not get.
"""

import re
from collections.abc import Iterator

from bot.writing.checking.claims import Claim
from bot.writing.figures import Figure, figures_of
from bot.writing.roots import rooted
from bot.writing.sources import Source, Statement
from index.danish.words import tokens
from index.search.terms import content_terms

_RELATIVE = re.compile(r"(?P<before>[^.,;:]+), (?:som|der|hvor|hvis)\s+(?P<clause>[^.,;]+)")
"""A clause about what stands before it. Danish has a comma before most of them."""
_MARKED = frozenset(
    ("de", "den", "det", "alle", "hver", "hvert", "enhver", "ethvert", "kun", "samtlige", "ingen")
)
"""Words before what only such a clause makes one of a kind."""
_NEAR = 7
"""Words before the comma within which what it is about is named."""
_COUNTED = frozenset((None, "member", "patient", "place", "item"))
"""Units of what is counted: of an amount, such a clause tells more and makes it no smaller."""


def unlimited(claim: Claim, source: Source, statement: Statement) -> str | None:
    """Return what a clause of a sentence is about, where a claim tells it without that clause."""
    known = claim.standing_in(source.head_terms)
    for found in _RELATIVE.finditer(statement.text):
        before, clause = found["before"], found["clause"]
        told = claim.standing_in(rooted(clause)) - claim.standing_in(rooted(before))
        if told - known or not content_terms(clause):
            continue
        if (limited := next(_limited(claim, before), None)) is not None:
            return limited
    return None


def _limited(claim: Claim, before: str) -> Iterator[str]:
    """Yield what of the words before a clause a claim tells, and only that clause marks out."""
    near = tokens(before)[-_NEAR:]
    if not near:
        return
    text = before[near[0].span.start :]
    for figure in figures_of(text, "da").numbers:
        if figure.unit in _COUNTED and _counts(claim, figure):
            yield figure.written
    for at, word in enumerate(near[:-1]):
        noun = near[at + 1]
        if word.folded in _MARKED and claim.standing_in(rooted(noun.text)):
            yield noun.folded


def _counts(claim: Claim, figure: Figure) -> bool:
    return any(one.stands_as(figure) for one in claim.numbers)
