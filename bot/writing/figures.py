"""Numbers, days and codes of a text, so that those of a sentence can be held against its source's.

The archive is Danish, and so are its numbers; English prose may write them its own way ("250,000")
or copy them as printed.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from bot.replies import Language
from bot.writing.patterns import units
from index.danish.calendar import MONTH_NUMBERS, MONTH_PATTERN
from index.danish.days import find_dates
from index.danish.folding import fold
from index.danish.numbers import Number, find_numbers
from index.spans import Span


@dataclass(frozen=True, slots=True)
class Day:
    """A day, a month or a year, as far as it is named."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def is_within(self, other: "Day") -> bool:
        """Tell whether `other` names as much: "March 2019" stands in "6 March 2019"."""
        mine = (self.year, self.month, self.day)
        theirs = (other.year, other.month, other.day)
        return all(m is None or m == t for m, t in zip(mine, theirs, strict=True))


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit."""

    written: str
    """Without white space."""
    value: Decimal | None
    """As the language of its text means it; `None` where readers of the other would be misled."""
    unit: str | None
    """The sort of unit, as `patterns.toml` names it; `None` where no known one stands beside it."""

    def stands_as(self, other: "Figure") -> bool:
        """Tell whether a source's figure is this one: the same number of the same unit."""
        same = self.value is not None and self.value == other.value
        copied = self.written in {other.written, other.written.replace(",", ".")}
        return (same or copied) and (self.unit == other.unit or None in {self.unit, other.unit})


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything with a digit, or that stands for a number or a day, in a text."""

    days: frozenset[Day]
    numbers: frozenset[Figure]
    codes: frozenset[str]
    """Folded words with a digit that are neither: case numbers, times, "LOK22"."""
    places: tuple[Span, ...] = field(default=(), compare=False)
    """Where they stand."""
    placed: tuple[tuple[Span, Day | Figure], ...] = field(default=(), compare=False)
    """Days and numbers in the order of the text."""


_MONTH_AND_YEAR = re.compile(
    rf"(?<![\w/.-])(?:(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)?\s+(?:of\s+)?)?"
    rf"(?P<month>{MONTH_PATTERN})\b\.?(?:\s+(?:of\s+)?(?P<year>(?:19|20)\d\d)(?!\d))?",
    re.IGNORECASE,
)
_NUMERIC_DAY = re.compile(r"(?<![\d/.,-])(?P<day>\d{1,2})/(?P<month>1[0-2]|0?[1-9])(?![\d/.,-]\d?)")
_YEAR = re.compile(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d/-]|[.,]\d)")
_MISLEADING: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\d{1,3}(?:\.\d{3})+"),
    "da": re.compile(r"\d{1,3},\d{3}"),
}
"""Forms that say a thousand in one language and a fraction in the other: only a copy will do."""
_CODE = re.compile(r"(?=[^\s]*\d)[^\W_][\w./:-]*[^\W_]|\d|§+\s*\d+[a-z]?|[½¼¾]")
_SHORTEST_COMPOUNDED = 5
"""Letters of a unit that may end a longer word by more than chance."""
_CURRENCY_BEFORE = re.compile(
    r"(?:\b(?P<word>kr|dkk|eur|usd|gbp|sek|nok)\.?|(?P<sign>[€$£]))\s?$", re.IGNORECASE
)
_WORD_AFTER = re.compile(r"\.?[ \xa0-]{0,2}(?P<word>%|€|[^\W\d_]+)")
_TIME = re.compile(
    r"\bkl(?:\.|okken)?\s*(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))?(?!\d)"
    r"|(?<![\d.,:])(?P<hour12>\d{1,2})(?:[.:](?P<minute12>\d\d))?\s?(?P<half>[ap])\.?m\b\.?"
    r"|(?<![\d.,:])(?P<hour24>\d{1,2}):(?P<minute24>\d\d)(?![\d:])",
    re.IGNORECASE,
)


def figures_of(text: str, language: Language) -> Figures:
    """Return the figures of a text in a language."""
    times = dict(_times(text))
    text = blotted(text, times)
    days = dict(_days(text))
    months = {span: day for span, day in _months(text) if not _touches(span, days)}
    taken = {**days, **months}
    numbers = [n for n in find_numbers(text, language) if not _touches(n.span, taken)]
    years = [Span(*found.span()) for found in _YEAR.finditer(text)]
    plain = [n for n in numbers if n.span not in years or _unit_of(n, text) is not None]
    taken |= {span: Day(int(span.of(text))) for span in years if not _touches(span, taken)}
    covered = [*taken, *(n.span for n in plain)]
    found = {n.span: _figure(n, text, language) for n in plain}
    return Figures(
        frozenset(taken.values()),
        frozenset(found.values()),
        frozenset({*_codes(text, covered), *times.values()}),
        (*covered, *times),
        tuple(sorted([*taken.items(), *found.items()], key=lambda placed: placed[0])),
    )


def _times(text: str) -> Iterator[tuple[Span, str]]:
    """Yield the times of a day, as "17:00" in either language."""
    for found in _TIME.finditer(text):
        hour = int(found["hour"] or found["hour12"] or found["hour24"])
        minute = found["minute"] or found["minute12"] or found["minute24"] or "00"
        if found["half"]:
            hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
        yield Span(*found.span()), f"{hour}:{minute}"


def blotted(text: str, places: Iterable[Span]) -> str:
    """Return a text of the same length without what stands at some places."""
    for place in places:
        text = text[: place.start] + " " * len(place) + text[place.end :]
    return text


def _days(text: str) -> Iterator[tuple[Span, Day]]:
    for span, day in find_dates(text):
        yield span, Day(day.year, day.month, day.day)


def _months(text: str) -> Iterator[tuple[Span, Day]]:
    for found in _MONTH_AND_YEAR.finditer(text):
        if not _is_month(found):
            continue
        year, day = found["year"], found["day"]
        month = MONTH_NUMBERS[found["month"].lower()]
        yield (
            Span(*found.span()),
            Day(int(year) if year else None, month, int(day) if day else None),
        )
    for found in _NUMERIC_DAY.finditer(text):
        yield Span(*found.span()), Day(None, int(found["month"]), int(found["day"]))


def _is_month(found: re.Match[str]) -> bool:
    """Tell a month from a word that is spelt like one or its short form: "may", "mar", "dec"."""
    if found["day"] or found["year"]:
        return True
    word = found["month"]
    return len(word) > 3 or (word.istitle() and word.lower() in {"may"}) or word == "maj"


def _touches(span: Span, taken: "dict[Span, Day]") -> bool:
    return any(span.start < other.end and other.start < span.end for other in taken)


def _figure(number: Number, text: str, language: Language) -> Figure:
    written = re.sub(r"\s", "", number.text)
    value: Decimal | None = number.value
    if language == "en" and number.other is not None:
        value = number.other
    if _MISLEADING[language].fullmatch(written):
        value = None
    return Figure(written, value, _unit_of(number, text))


def _unit_of(number: Number, text: str) -> str | None:
    if before := _CURRENCY_BEFORE.search(text[: number.span.start]):
        return units()[fold(before["word"] or before["sign"])]
    after = _WORD_AFTER.match(text, number.span.end)
    if after is None:
        return None
    word = fold(after["word"])
    # "hyldemeter" are no metres.
    compound = any(word.endswith(unit) for unit in units() if len(unit) >= _SHORTEST_COMPOUNDED)
    return units().get(word, word if compound else None)


def _codes(text: str, covered: list[Span]) -> Iterator[str]:
    for found in _CODE.finditer(text):
        span = Span(*found.span())
        if not any(span.start < other.end and other.start < span.end for other in covered):
            yield fold(re.sub(r"\s", "", found[0]))


def holds(there: Figures, figure: Day | Figure | str) -> bool:
    """Tell whether a text's figures hold one of another's."""
    match figure:
        case Day():
            return any(figure.is_within(day) for day in there.days)
        case Figure():
            return any(figure.stands_as(number) for number in there.numbers)
        case _:
            return figure in there.codes


def written(figure: Day | Figure | str) -> str:
    """Return a figure as it may be shown to whoever changes a rule."""
    match figure:
        case Day():
            parts = (figure.day, figure.month, figure.year)
            return ".".join(str(part) for part in parts if part)
        case Figure():
            return figure.written
        case _:
            return figure
