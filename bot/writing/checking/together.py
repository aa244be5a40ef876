"""What the clauses of a sentence say together: each may be borne, and the sentence not.

"The yard was closed because the price rose" joins two things that two sentences of a paper say,
and makes one of them the reason of the other.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.writing.checking.bearing import Bearing
from bot.writing.checking.claims import Claim
from bot.writing.checking.faults import Fault
from bot.writing.checking.order import misordered
from bot.writing.checking.pairing import mispaired
from bot.writing.patterns import hinges, verbs
from index.danish.words import tokens

_ADDS = re.compile(r"\b(?:og|men|samt|and|but)\b", re.IGNORECASE)
"""Parts a clause from one whose subject it may share."""
_LEADING = 4
"""Tokens within which the subject of a clause stands."""


def disjoint(
    text: str, parts: Sequence[Claim], bearings: Sequence[Bearing], whole: Claim
) -> tuple[Fault, str] | None:
    """Return what is wrong with clauses that are borne one by one.

    Args:
        text: All of them, as they stand.
        parts: What each says, in order.
        bearings: What bears each.
        whole: What they say as one.
    """
    if (joints := _joints(text, parts)) is not None:
        if (sort := _hung(joints, bearings)) is not None:
            return Fault.TURNED, sort
        if (subject := _lent(joints, parts, bearings)) is not None:
            return Fault.SWAPPED, subject
    first = bearings[0]
    if first.statement is None or any(one.statement is not first.statement for one in bearings):
        return None
    if (figure := mispaired(whole, first.statement)) is not None:
        return Fault.FIGURE, figure
    if (subject := misordered(whole, first.source, first.statement)) is not None:
        return Fault.SWAPPED, subject
    return None


def _hung(joints: Sequence[str], bearings: Sequence[Bearing]) -> str | None:
    """Return by what a clause hangs on another one that another sentence says."""
    for joint, (one, other) in zip(joints, pairwise(bearings), strict=True):
        if one.statement is not other.statement:
            for sort, hinge in hinges().items():
                if hinge.search(joint):
                    return sort
    return None


def _lent(joints: Sequence[str], parts: Sequence[Claim], bearings: Sequence[Bearing]) -> str | None:
    """Return the subject of a first clause, where the next one leaves it out and is of another.

    "The school has 415 pupils and got 40,000" says of the school what a club got.
    """
    subject = _subject(parts[0])
    if subject is None:
        return None
    for joint, part, bearing in zip(joints, parts[1:], bearings[1:], strict=True):
        if bearing.statement is None or bearing.statement is bearings[0].statement:
            continue
        words = tokens(part.own)
        begins = words and verbs(part.language).fullmatch(words[0].folded)
        if not begins or not _ADDS.search(joint):
            continue
        there = bearing.statement.terms | bearing.source.head_terms
        if subject not in parts[0].standing_in(there):
            return subject
    return None


def _joints(text: str, parts: Sequence[Claim]) -> Sequence[str] | None:
    """Return what stands between clauses, each with the first word behind it.

    `None` where they quote: then what they quote is held to the letter.
    """
    joints: list[str] = []
    at = 0
    for part in parts:
        begins = text.find(part.own, at)
        if begins < 0:
            return None
        joints.append(text[at:begins] + part.own.split(" ", 1)[0])
        at = begins + len(part.own)
    return joints[1:]


def _subject(claim: Claim) -> str | None:
    leading = {token.folded for token in tokens(claim.own)[:_LEADING]}
    first = claim.words[0].text if claim.words else None
    return first if first is not None and leading.intersection(first.split()) else None
