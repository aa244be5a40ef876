"""Words of which a rate has one or the other: high and low, day and evening, child and adult."""

import re
from collections.abc import Iterator

from index.danish.folding import fold

_SETS = (
    {
        "high": r"hoej|hoeje|hoejt|hoejeste|high(?:er|est)?",
        "low": r"lav|lave|lavt|laveste|low(?:er|est)?",
    },
    {
        "day": r"dag(?:en|takst\w*|tid\w*)?|daytime",
        "evening": r"aften\w*|evenings?",
        # "natte…", "nattakst", "nattur"; not "natur" or "national".
        "night": r"nat(?:t\w+|vagt\w*|pris\w*|sats\w*|betaling\w*|honorar\w*)?|nights?",
        "weekend": r"weekend\w*|(?:loer|soen|hellig)dag\w*|saturdays?|sundays?|bank holidays?",
    },
    {"child": r"boern\w*|barn|child(?:ren)?", "adult": r"voksn?en?\w*|adults?"},
)
_NO_SIDE = re.compile(
    r"\bhvor (?:hoej|lav)\w*|\bhow (?:high|low)\b|\bi dag\b"
    r"|\b(?:pr|per|a|hver|every|om)\.? (?:dag\w*|barn|child)\b"
)
"""Words of these that tell no side: "hvor høj er taksten i dag", "pr. dag"."""


def sides_in(text: str) -> frozenset[str]:
    """Return the sides that a text names: "high", "evening"."""
    return frozenset(side for sides in _each(text) for side in sides)


def is_opposite(asked: frozenset[str], name: str) -> bool:
    """Tell whether a rate's name has another side of a set than the one asked for."""
    for sides, every in zip(_each(name), _SETS, strict=True):
        wanted = asked & every.keys()
        if wanted and sides and sides.isdisjoint(wanted):
            return True
    return False


_CLOCK = re.compile(r"\bkl\.?\s*\d|\b\d{1,2}[.:]\d\d\s*[-–]", re.IGNORECASE)
_HOURS = frozenset({"evening", "night", "weekend"})


def lacks_hours(asked: frozenset[str], text: str) -> bool:
    """Tell whether a time of day or week is asked for of which a text says nothing.

    Of hours by the clock nobody can tell whether they are the evening.
    """
    wanted = asked & _HOURS
    return bool(wanted) and wanted.isdisjoint(sides_in(text)) and not _CLOCK.search(text)


def _each(text: str) -> Iterator[frozenset[str]]:
    words = _NO_SIDE.sub(" ", fold(text))
    for every in _SETS:
        yield frozenset(side for side, w in every.items() if re.search(rf"\b(?:{w})\b", words))


_AT_A_TIME = re.compile(r"(?P<time>nat(?:te)?|aften|dag|weekend)s?(?P<what>[a-z]{3,})")


def at_a_time(word: str) -> tuple[frozenset[str], str] | None:
    """Return the time that a folded compound begins with, and what at it: "nattur", "dagvagt"."""
    found = _AT_A_TIME.fullmatch(word)
    return (sides_in(found["time"].removesuffix("te")), found["what"]) if found else None


_BY_DAY = re.compile(r"\bom dagen\b|\b(?:by day|(?:during|in) the day(?:time)?)\b")


def by_day_in(text: str) -> bool:
    """Tell whether a text says "om dagen": of day and night, or of each day."""
    return _BY_DAY.search(fold(text)) is not None
