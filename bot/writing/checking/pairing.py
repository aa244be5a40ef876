"""Whether figures, days and sides of a claim go together in its source as they do in the claim.

"9,800 in 2021 and 14,600 in 2022" holds four figures, and two pairs of them. Each figure may stand
where it should, and the sentence be wrong all the same.
"""

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.writing.checking.claims import Claim
from bot.writing.clauses import JOINT
from bot.writing.figures import Day, Figure, Figures, written
from bot.writing.patterns import opposites, slots
from bot.writing.sources import Statement
from index.spans import Span

_NEAR = 40
"""Characters within which a side such as "deficit" is a figure's own."""
_LABELS = 10
"""Below it, a number without a unit may be part of a name: "Boring 3", "phase 2"."""
_BESIDE = re.compile(r"\b(?:mod|til|to|against|versus|compared)\b", re.IGNORECASE)
"""What parts two figures of one clause, each with its day: "9 in 2017 against 7 in 2018"."""
_OF_A_RANGE = re.compile(r"\s*(?:%|procent|pct\.?|kr\.?)?\s*(?:[-–]|til|eller)\s*")
_CHANGES = re.compile(r"\bfra\s+(?:\w+\s+)?$", re.IGNORECASE)
_BEFORE_A_FIGURE = r"\s+(?:(?:den|the|kl\.?|kr\.?|dkk|eur|ca\.?)\s+)*$"


def mispaired(claim: Claim, statement: Statement) -> str | None:
    """Return a figure that a claim puts beside another day, side or end than its sentence does."""
    mine, theirs = claim.found, statement.figures
    for wrong in (
        _of_another_day(claim.own, mine, statement.text, theirs),
        _on_another_side(claim, mine, statement.text, theirs),
        _in_another_slot(claim, mine, statement.text, theirs),
        _half_of_a_range(mine, statement.text, theirs),
        _of_another_number(mine, statement),
    ):
        if wrong is not None:
            return written(wrong)
    return None


def _of_another_day(own: str, mine: Figures, text: str, theirs: Figures) -> Figure | None:
    """Return a number that is told of a day or a year that has another one."""
    there = _dated(text, theirs)
    told = [number for number, _ in _dated(own, mine)]
    for number, days in _dated(own, mine):
        same = [its for other, its in there if number.stands_as(other)]
        if not (days and same) or _is_label(number):
            continue
        of_others = {
            day
            for other, its in there
            for day in its
            if other.unit == number.unit and not any(one.stands_as(other) for one in told)
        }
        for day in days:
            if any(day.is_within(one) for its in same for one in its):
                continue
            if all(same) or any(day.is_within(one) for one in of_others):
                return number
    return None


def _dated(text: str, figures: Figures) -> Sequence[tuple[Figure, frozenset[Day]]]:
    """Return the numbers of a text in their order, each with the days that it is told of.

    The day beside it in the same clause; else the one that leads the sentence; else none.
    """
    dated: list[tuple[Figure, frozenset[Day]]] = []
    leading: Day | None = None
    placed = figures.placed
    for at, (span, figure) in enumerate(placed):
        if isinstance(figure, Day):
            continue
        before = placed[at - 1] if at else None
        after = placed[at + 1] if at + 1 < len(placed) else None
        beside = []
        if before is not None and isinstance(before[1], Day):
            beside.append((before[1], text[before[0].end : span.start]))
        if after is not None and isinstance(after[1], Day):
            beside.append((after[1], text[span.end : after[0].start]))
        of_clause = [(day, words) for day, words in beside if not _is_parted(words)]
        days = frozenset(day for day, _ in of_clause)
        if before is not None and isinstance(before[1], Day):
            leading = before[1] if before[1] in days else None
        elif not days and leading is not None:
            days = frozenset({leading})
        dated.append((figure, days))
    return dated


def _is_parted(words: str) -> bool:
    return JOINT.search(f"{words} x") is not None or _BESIDE.search(words) is not None


def _is_label(number: Figure) -> bool:
    return number.unit is None and number.value is not None and number.value < _LABELS


def _on_another_side(claim: Claim, mine: Figures, text: str, theirs: Figures) -> Figure | None:
    """Return a number beside one of two contrary words, where it stands beside the other."""
    for one in opposites():
        said, said_otherwise = one.said[claim.language], one.said_otherwise[claim.language]
        for span, number in _numbers(mine):
            if not _distance(said, claim.own, span) < min(
                _NEAR, _distance(said_otherwise, claim.own, span)
            ):
                continue
            places = [place for place, other in _numbers(theirs) if number.stands_as(other)]
            if places and all(
                _distance(one.contrary, text, place) < _distance(one.same, text, place) < math.inf
                for place in places
            ):
                return number
    return None


def _distance(words: re.Pattern[str], text: str, place: Span) -> float:
    """Return the characters between a place and the nearest of some words; infinity without any."""
    return min(
        (
            max(found.start(), place.start) - min(found.end(), place.end)
            for found in words.finditer(text)
        ),
        default=math.inf,
    )


def _in_another_slot(
    claim: Claim, mine: Figures, text: str, theirs: Figures
) -> Figure | Day | None:
    """Return a figure behind "from", "to", "since" …, where another one stands behind that."""
    there = list(_slotted(text, theirs))
    for slot, figure in _slotted(claim.own, mine):
        same = {its for its, other in there if _is_same(figure, other)}
        others = {its for its, other in there if not _is_same(figure, other)}
        if slot is not None and same and slot not in same and slot in others:
            return figure
    return None


def _slotted(text: str, figures: Figures) -> Iterator[tuple[str | None, Figure | Day]]:
    """Yield each figure with the sort of preposition right before it."""
    for span, figure in figures.placed:
        found = None
        for sort, words in slots().items():
            ahead = re.search(rf"(?:{words.pattern}){_BEFORE_A_FIGURE}", text[: span.start], re.I)
            found = sort if ahead else found
        yield found, figure


def _is_same(figure: Figure | Day, other: Figure | Day) -> bool:
    match figure, other:
        case Day(), Day():
            return figure.is_within(other)
        case Figure(), Figure():
            return figure.stands_as(other)
        case _:
            return False


def _half_of_a_range(mine: Figures, text: str, theirs: Figures) -> Figure | None:
    """Return a number told alone that is one end of "6 to 9 months"."""
    numbers = list(_numbers(theirs))
    told = [number for _, number in _numbers(mine)]
    ends = [
        (first, last)
        for (before, first), (after, last) in pairwise(numbers)
        if _OF_A_RANGE.fullmatch(text[before.end : after.start])
        and not _CHANGES.search(text[: before.start])
    ]
    for number in told:
        outside = [other for _, other in numbers if not any(other in both for both in ends)]
        if any(map(number.stands_as, outside)):
            continue
        for both in ends:
            here = [end for end in both if number.stands_as(end)]
            if here and not all(any(one.stands_as(end) for one in told) for end in both):
                return number
    return None


def _of_another_number(mine: Figures, statement: Statement) -> Figure | None:
    """Return a number that a clause has of another one, which is left out.

    "46 members, of whom 17 are under 30" has no 46 members under 30.
    """
    told = [number for _, number in _numbers(mine)]
    earlier = False
    for clause in statement.clauses:
        here = [
            next((one for one in told if one.stands_as(number)), None)
            for _, number in _numbers(clause.figures)
        ]
        if earlier and here and here[0] is None:
            behind = next(filter(None, here), None)
            if behind is not None:
                return behind
        earlier = earlier or any(here)
    return None


def _numbers(figures: Figures) -> Iterator[tuple[Span, Figure]]:
    for span, figure in figures.placed:
        if isinstance(figure, Figure):
            yield span, figure
