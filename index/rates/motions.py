"""Motions within an item: whether the amount that one names was adopted, fell, or is still open.

A motion is told in one sentence, and what became of it in one of those that follow.
"""

import re
from enum import Enum, auto


class Fate(Enum):
    """What became of a motion."""

    OPEN = auto()
    """Nothing says."""
    CARRIED = auto()
    FELL = auto()


_FAR = 500
"""Characters after a motion in which its fate must stand."""
_MOTION = re.compile(
    r"\b(?:ændringsforslag|modforslag|delforslag|mindretalsforslag|medlemsforslag|underændringsforslag)\w*"
    r"|\b(?:stille[rt]?|stillede|fremsatte|fremsætter|fremsat)\b[^.]{0,60}\bforslag\b"
    # Who proposes an amount, and does so at the meeting: "Karen Lund foreslog 10 kr. pr. time".
    r"|\bforeslog\b(?=[^.]{0,100}\d)|\bproposed\b(?=\s+(?:DKK\s+)?\d)"
    r"|\bet\s+mindretal\b|\bmindretallet\b"
    r"|\b(?:amendment|counter-?proposal|motion)s?\b|\bminority\b"
    r"|\b(?:moved|proposed)\s+that\b",
    re.IGNORECASE,
)
_NAMED = (
    r"(?:\w*forslag\w*|\w*mindretal\w*|det|dette|amendments?|(?:counter-?)?proposals?|motions?|it"
    r"|this)"
)
_FELL = re.compile(
    rf"\b{_NAMED}\b[^.]{{0,60}}\b(?:bortfald\w*|faldt|falder|faldet|forkaste\w*|nedstem\w*|afvis\w*|afslå\w*|afslog"
    r"|trukket|trækkes|frafald\w*|ikke\s+(?:vedtag|godkend|tiltråd|imødekomm|støtt)\w*|blev\s+ikke\s+\w+"
    r"|(?:nød|fik|opnåede)\s+ikke|fell|falls?|failed|rejected|withdrawn|defeated|lost|voted\s+down"
    r"|not\s+(?:carried|adopted|approved|passed|supported))\b"
    r"|\b(?:trak|trækker|withdrew)\b[^.]{0,40}\b(?:\w*forslag\w*|amendment|proposal|motion)\b"
    r"|\b(?:kunne|kan)\s+ikke\s+(?:støtte|tiltræde)\b[^.]{0,40}\w*forslag",
    re.IGNORECASE,
)
_CARRIED = re.compile(
    rf"\b{_NAMED}\b[^.]{{0,60}}\b(?:vedtag\w*|vedtog|godkend\w*|tiltråd\w*|tiltrådt|carried|adopted|approved|passed)\b",
    re.IGNORECASE,
)


def speaks_of_motion(text: str) -> bool:
    """Tell whether a text tells of a motion at all; cheap, for most do not."""
    return _MOTION.search(text) is not None


def fate_of(sentence: str, following: str) -> Fate | None:
    """Return what became of the motion that a sentence tells of, `None` where it tells of none.

    Args:
        sentence: The sentence.
        following: What stands behind it in the same part of the item.
    """
    motion = _MOTION.search(sentence)
    if motion is None:
        return None
    # What is told of the next motion is not told of this one.
    after = following[:_FAR]
    told = f"{sentence[motion.start() :]} {after}"
    fell, carried = _FELL.search(told), _CARRIED.search(told)
    if fell and not (carried and carried.start() < fell.start()):
        return Fate.FELL
    return Fate.CARRIED if carried else Fate.OPEN
