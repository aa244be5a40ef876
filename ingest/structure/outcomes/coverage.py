"""Whether a decision approves all that was recommended, or only the clauses that it names."""

import re
from collections.abc import Sequence

from index.danish.sentences import sentences
from index.decisions import Outcome
from ingest.structure.outcomes.classifying import LONGEST, classify
from ingest.structure.outcomes.parted import named_in, pieces

_APPROVES = (Outcome.APPROVED, Outcome.APPROVED_WITH_CHANGE)
_ASKS = {
    Outcome.NOTED: re.compile(r"\b(?:efterretning|orientering|notam)\b", re.IGNORECASE),
    Outcome.DISCUSSED: re.compile(r"\b(?:\w*drøft|debat|diskut)\w*", re.IGNORECASE),
    Outcome.RECOMMENDED: re.compile(
        r"\b(?:anbefal|indstil|forelægg|fremsend|oversend)\w*", re.IGNORECASE
    ),
}
"""What a clause asks for that was noted, discussed or recommended as it asks."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_YEARS = re.compile(r"\b(?:19|20)\d\d(?:\s*(?:,|og|samt|til|[-–])\s*(?:19|20)\d\d)+\b")
_THROUGH = re.compile(r"\d\s*(?:til|[-–])\s*\d")
_ENDS = 2
"""Years that a stretch is named by: "2031-2034"."""
_ONLY_FOR = re.compile(
    r"\b(?:godkend(?:t|es|te)|tiltråd?t(?:es)?|tiltrædes|vedtaget|vedtages|bevilget|bevilges|bevilgede|imødekommet|imødekommes)"
    rf"\s+(?:(?:alene|kun|foreløbigt?)\s+)?(?:for|i)\s+(?:året\s+|årene\s+)?(?P<years>{_YEARS.pattern}|(?:19|20)\d\d\b)",
    re.IGNORECASE,
)


def approves_some_only(words: str, asked: Sequence[str], number: str | None = None) -> bool:
    """Tell whether a decision approves clauses that it names, and leaves others unsaid.

    Args:
        words: The decision.
        asked: The clauses of the recommendation. Where fewer than two are known, clauses are
            missed only if their numbers have a gap.
        number: That of the item, which may be what "punkt 4" means.
    """
    read = words[:LONGEST]
    if years_granted(read, "\n".join(asked)):
        return True
    done: set[int] = set()
    names = False
    for piece in pieces([span.of(read) for span in sentences(read)]):
        outcome = classify(piece)
        named = named_in(piece, len(asked))
        if outcome in _APPROVES:
            if not named or (named == {_plain(number)} and max(named) > len(asked)):
                return False
            names = True
            done |= named
        elif outcome in _ASKS:
            done |= {place for place in named if _asks(asked, place, _ASKS[outcome])}
    every = range(1, (len(asked) if len(asked) > 1 else max(done, default=0)) + 1)
    return names and not done >= set(every)


def years_granted(words: str, asked: str) -> frozenset[int]:
    """Return the years for which something is approved, of more that were recommended.

    "Godkendt for 2031" follows no recommendation that a scheme goes on "i 2031 og 2032". Empty
    where all are approved, or none is named.
    """
    wanted = [years for found in _YEARS.finditer(asked) if len(years := _all_years(found[0])) > 1]
    granted = [_all_years(found["years"]) for found in _ONLY_FOR.finditer(words)]
    return next((some for every in wanted for some in granted if some < every), frozenset())


def _all_years(words: str) -> frozenset[int]:
    """Return the years that are named, and those between the ends of a stretch."""
    named = [int(year) for year in _YEAR.findall(words)]
    through = _THROUGH.search(words) is not None and len(named) == _ENDS
    return frozenset(range(named[0], named[1] + 1) if through else named)


def _asks(asked: Sequence[str], place: int, for_it: re.Pattern[str]) -> bool:
    return 0 < place <= len(asked) and for_it.search(asked[place - 1]) is not None


def _plain(number: str | None) -> int | None:
    digits = re.fullmatch(r"\s*(\d{1,3})\.?\s*", number or "")
    return int(digits[1]) if digits else None
