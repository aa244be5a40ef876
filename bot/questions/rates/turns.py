"""A change of a rate by which a question names a time: "før stigningen i 2024", "hvornår stiger".

What is asked is the amount of before or of after it, or the day on which it came or comes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from index.danish.folding import fold

_UP = (
    r"\w*(?:stigning|forhoejelse)(?:n|en|er|ne|erne)?|steg|stiger|(?:pris)?haevning(?:en)?"
    r"|(?:blev|bliver|er) (?:haevet|forhoejet|dyrere|sat op)|(?:haeves|forhoejes|saettes op)"
    r"|increases?|rises?|raise|hike|rose|(?:goes|go|went|going) up"
    r"|(?:is|was|are|were|be) (?:raised|increased|put up)|increased"
)
_DOWN = (
    r"\w*(?:nedsaettelse|saenkning)(?:n|en|r|er|ne|erne)?|(?:pris|takst|gebyr)?fald(?:et)?|faldt|falder"
    r"|(?:blev|bliver|er) (?:nedsat|saenket|billigere|sat ned)|(?:nedsaettes|saenkes|saettes ned)"
    r"|decreases?|reductions?|cut|fall|fell|falls|(?:goes|go|went|going) down|drop(?:s|ped)?"
    r"|(?:is|was|are|were|be) (?:reduced|lowered|cut|decreased)"
)
_ANY = (
    r"(?:\w*aendring|(?:\w+s)?regulering|(?:pris|takst|sats)justering)(?:en|er|erne)?|aendres|aendredes"
    r"|reguleres|(?:blev|bliver|er) (?:aendret|reguleret)|changes?|changed|adjustments?|adjusted"
    r"|revisions?|(?:is|was|are|were|be) (?:changed|adjusted|revised)"
)
_MOVE = rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<other>{_ANY}))"
_NOUN = (
    r"\w*(?:sats|takst|honorar|gebyr|pris|afgift|betaling|kontingent|godtgoerelse|vederlag|leje)(?:en|et|er|erne)?"
    r"|rates?|fees?|prices?|charges?|tariffs?"
)
_BESIDE = re.compile(
    r"\b(?P<side>foer|inden|forud for|indtil|efter|before|prior to|until|after|following)"
    rf" (?:[^\W\d]+ ){{0,3}}?{_MOVE}\b"
)
_FORMER = (
    re.compile(
        r"\b(?P<word>hidtidige?|tidligere|forrige|foregaaende|previous|former|earlier)"
        rf" (?=(?:[a-z-]+ ){{0,3}}(?:{_NOUN})\b)"
    ),
    re.compile(
        r"(?<!\bend )(?<!\bthan )"
        r"\b(?P<word>foer|tidligere|hidtil|previously|before|earlier|until now|so far)\W*$"
    ),
    re.compile(r"\b(?P<word>hidtil|plejede|used to)\b"),
)
_WHEN = re.compile(
    rf"^\W*(?:(?:og|and|men|but) )?(?:hvornaar|fra hvornaar|when|from when)\b.*?\b{_MOVE}\b"
)
_APART = re.compile(
    r"^\W*(?:(?:og|and|men|but) )?(?:fra hvornaar|hvornaar|from when|when)\b.*?"
    r"\b(?:saettes|blev|bliver|er|is|was|were|are|be)\b.*?\b(?:"
    r"(?P<up>op|haevet|forhoejet|dyrere|raised|increased|put up|dearer)"
    r"|(?P<down>ned|nedsat|saenket|billigere|reduced|lowered|cut|decreased|cheaper)"
    r"|(?P<other>aendret|reguleret|justeret|changed|adjusted|revised))\b"
)
"""The same with the thing between the parts of the verb: "hvornår sættes gebyret op?"."""
_NEW = re.compile(
    r"^\W*(?:(?:og|and|men|but) )?(?:fra hvornaar|hvornaar|from when|when)\b.*?"
    r"\b(?:nye?|nyt|new)\b.*?"
    r"\b(?:i kraft|gaelder|begynder|starter|in force|(?:take|into) effect|apply|start|begin)\b"
    r"|^\W*(?:fra hvornaar|hvornaar)\b.*?\bgaelder\b.*?\b(?:nye?|nyt)\b"
)
"""When the new rate begins: the next to come, or else the one that came last."""
_PAST = re.compile(
    r"\b(?:steg|faldt|blev|aendredes|did|was|were|rose|fell|went|har|has|sidst|seneste?|sidste|last)\b"
)
_SAYS_WHICH = re.compile(
    r"\b(?:naeste|gang|igen|sidste?|seneste|senest|next|time|again|last|latest|does|will|did)\b"
)
"""Words beside it that only say which change is meant."""


_OF_BEGINNING = frozenset(
    (
        *("traeder", "traadte", "i", "kraft", "gaelder", "begynder", "starter", "ny", "nye", "nyt"),
        *("in", "force", "take", "effect", "apply", "start", "begin", "come", "into", "does", "do"),
        "new",
    )
)
"""Words that say that something begins, and not what."""


class Side(StrEnum):
    """What is asked of a change."""

    BEFORE = "before"
    AFTER = "after"
    NEXT = "next"
    """The day of the next one."""
    LAST = "last"
    """The day of the last one."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A change of a rate that a question names."""

    side: Side
    rises: bool | None
    """`None` where it may be either."""
    words: frozenset[str]
    """Folded words that say so, and nothing of what the rate is for."""

    or_last: bool = False
    """Whether the last change may be meant where none is to come."""

    @property
    def asks_when(self) -> bool:
        """Whether the day is asked for, and not an amount."""
        return self.side in {Side.NEXT, Side.LAST}


def turn_in(text: str) -> Turn | None:
    """Return the change by which a question names a time, or that it asks the day of."""
    folded = " ".join(fold(text).split())
    if when := _WHEN.search(folded) or _APART.search(folded):
        side = Side.LAST if _PAST.search(folded) else Side.NEXT
        return Turn(side, _direction(when), frozenset(_words(folded, when)))
    if new := _NEW.search(folded):
        words = frozenset(new[0].split()) & _OF_BEGINNING
        return Turn(Side.NEXT, None, words, or_last=True)
    if beside := _BESIDE.search(folded):
        side = Side.AFTER if beside["side"] in {"efter", "after", "following"} else Side.BEFORE
        said = beside["side"].split()
        return Turn(side, _direction(beside), frozenset((*said, *_words(folded, beside))))
    former = next((found for words in _FORMER if (found := words.search(folded))), None)
    return Turn(Side.BEFORE, None, frozenset(former["word"].split())) if former else None


def _direction(found: re.Match[str]) -> bool | None:
    told = found.groupdict()
    return True if told.get("up") else False if told.get("down") else None


def _words(folded: str, found: re.Match[str]) -> Iterator[str]:
    told = found.groupdict()
    for name in ("up", "down", "other"):
        yield from (told.get(name) or "").split()
    yield from ("saettes", "sat", "bliver", "blev", "does", "will", "was", "were", "is")
    yield from _SAYS_WHICH.findall(folded)
