"""Proposals that somebody made at the meeting: where they fell, nothing is decided by them.

"V foreslog, at sagen udsættes. Forslaget blev ikke vedtaget. Indstillingen blev godkendt." approves
the recommendation. Only two neighbouring sentences are left out, of which one makes a proposal and
the other turns just that down, and only where something else is said besides. Where such a
proposal was carried, it is what the body decided: "Forslaget blev vedtaget" of one to put the item
off puts it off, and of any other is a change.
"""

import re
from collections.abc import Sequence

from ingest.structure.outcomes.changes import alters

_OF_THE_ITEM = (
    r"(?:forvaltning\w*|administration\w*|direktion\w*|sekretariat\w*|formand\w*|borgmester\w*|udvalget|rådet|byrådet|bestyrelsen"
    r"|nævnet|komit[eé]en|ansøger\w*|\w+forvaltningen)"
)
"""Who brings the item itself: where their proposal falls, the item does."""
_PROPOSES = re.compile(
    rf"(?!(?:\S+\s+){{0,3}}?{_OF_THE_ITEM}\b)(?:\S+\s+){{1,8}}?"
    r"(?:foreslog|foreslår|(?:stillede|stiller|fremsatte|fremsætter)\s+(?:\w+\s+){0,2}?\w*forslag|begærede|begærer)\b",
    re.IGNORECASE,
)
_FELL = re.compile(
    r"(?:(?:dette|det|\w+s)\s+)?(?:\w*forslaget|begæringen|anmodningen|forslag)\s+"
    r"(?:(?:blev|er|bliver|derefter|herefter|dermed|hermed)\s+)*"
    r"(?:ikke\s+(?:vedtaget|godkendt|tiltrådt|imødekommet|støttet|fulgt)|nedstemt|forkastet|afvist|bortfaldt|faldt|nedstemtes"
    r"|forkastedes|(?:opnåede|fik|kunne\s+ikke\s+opnå|opnår)\s+(?:ikke|intet)\s+\w+|kunne\s+ikke\s+\w+)\b",
    re.IGNORECASE,
)
_CARRIED = re.compile(
    r"(?:(?:dette|det)\s+)?forslaget\s+(?:(?:blev|er|bliver|derefter|herefter)\s+)*(?:enstemmigt\s+)?"
    r"(?:vedtaget|godkendt|tiltrådt|imødekommet|vedtoges|godkendtes)\b",
    re.IGNORECASE,
)
_ON_ITEM = re.compile(
    r"\bat\s+(?P<clause>(?:sagen|punktet|behandlingen|beslutningen)\s+(?:udsættes|udskydes|hjemvises|genoptages|sendes\s+tilbage"
    r"|tilbagesendes|tages\s+af\s+dagsordenen|sættes\s+i\s+bero|stilles\s+i\s+bero)[^.;]*)",
    re.IGNORECASE,
)
_THAT = re.compile(r"\bat\s+(?P<clause>[^.;]+)", re.IGNORECASE)
_OF_RECOMMENDATION = re.compile(r"\bindstilling", re.IGNORECASE)


def without_fallen(said: Sequence[str]) -> list[str]:
    """Return the sentences of a decision without proposals from the meeting that fell.

    Those that were carried are put in words that the formulas of outcomes know.
    """
    kept: list[str] = []
    place = 0
    while place < len(said):
        following = said[place + 1] if place + 1 < len(said) else ""
        if _PROPOSES.match(said[place]) and _falls(following):
            place += 2
            continue
        if _PROPOSES.match(said[place]) and _CARRIED.match(following):
            kept.append(_carried(said[place], following))
            place += 2
            continue
        kept.append(said[place])
        place += 1
    return kept or list(said)


def _carried(proposal: str, following: str) -> str:
    motion = _ON_ITEM.search(proposal)
    if motion is not None:
        return f"{motion['clause'].capitalize()}."
    what = _THAT.search(proposal)
    changes = what is not None and alters(what["clause"]) is not None
    return f"{following.rstrip('. ')} med denne ændring." if changes else following


def _falls(sentence: str) -> bool:
    return _FELL.match(sentence) is not None and not _OF_RECOMMENDATION.search(sentence)
