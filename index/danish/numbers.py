"""Numbers in Danish and English text, as values: "2,5 mio. kr." and "2.500.000 kr." are the same.

A point groups thousands in Danish and begins the decimals in English, a comma the other way about.
The archive is Danish, so a number is read as a Danish writer means it; where an English writer
would mean another ("250,000" in a question), that reading stands beside it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from index.danish.folding import fold
from index.danish.number_words import value_of_word
from index.spans import Span


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in a text."""

    span: Span
    """From its first digit or letter to its last, with "mio" but without "kr." and "%"."""
    text: str
    """`text[span]`, as written."""
    value: Decimal
    """As a Danish writer means it."""
    other: Decimal | None = None
    """As an English writer means it, where that is something else."""

    @property
    def values(self) -> frozenset[Decimal]:
        """Every value it may have."""
        return frozenset({self.value} if self.other is None else {self.value, self.other})


_UNITS = (
    "kr|dkk|eur|mio|mill|mia|t\\.?kr|tkr|pct|procent|km|cm|mm|m2|m²|ha|kg|mg|ml|kwh|mwh|mw|kw"
    "|års|år|årig|timer|time|min|døgn|dage|dag|uger|stk|pers|x|m|g|l"
)
_RUN = re.compile(
    r"(?<![^\W_])(?<!\d[.,:/])"
    r"(?:\d{1,3}(?:[ \xa0\u202f]\d{3})+(?:,\d{1,2})?(?!\d)|\d+(?:[.,:/–-]\d+)*)"
    rf"(?!(?!(?:{_UNITS})(?![^\W_]))[^\W\d_])",
    re.I,
)
"""A run of digits with marks between them; not one that is part of a name ("LOK22")."""
_SCALE = re.compile(
    r"[ \xa0]?(?:(?P<thousands>tusinde?|thousands?|t\.?kr|tkr)"
    r"|(?P<millions>mio|mill|millioner|millions?)"
    r"|(?P<hundreds>hundrede|hundred)"
    r"|(?P<milliards>mia|milliard(?:er)?|billions?))\b",
    re.I,
)
_SCALES = {"hundreds": 100, "thousands": 1_000, "millions": 1_000_000, "milliards": 1_000_000_000}
_SPACES = re.compile(r"[ \xa0\u202f]")
_DANISH = re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")
_ENGLISH = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_RANGE = re.compile(r"(\d+(?:[.,]\d+)*)[–-](\d+(?:[.,]\d+)*)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def find_numbers(text: str, language: str = "da") -> tuple[Number, ...]:
    """Return the numbers of `text`, in order, in digits and in words.

    "2-4" is two numbers. Dates, times and case numbers are none. Words for one are articles more
    often than numbers, and left out.

    Args:
        text: Any text.
        language: "da" or "en": whose words for numbers to read; *to* and *fire* are words in both.
    """
    found = [*_in_digits(text), *_in_words(text, language)]
    return tuple(sorted(found, key=lambda number: number.span))


def parse_number(text: str) -> Decimal | None:
    """Return the value of the one number in `text`, `None` if there is none or another beside."""
    found = find_numbers(text)
    return found[0].value if len(found) == 1 else None


def format_number(value: Decimal, language: str = "da") -> str:
    """Write a number with thousands marks: "1.190.000" and "3,30" in Danish, "3.30" in English."""
    english = f"{value:,f}"
    return english.translate(str.maketrans(",.", ".,")) if language == "da" else english


def _in_digits(text: str) -> Iterator[Number]:
    for run in _RUN.finditer(text):
        pieces = [run.span()]
        if both := _RANGE.fullmatch(run[0]):
            pieces = [(run.start() + both.start(i), run.start() + both.end(i)) for i in (1, 2)]
        scale, end = _scale_after(text, run.end())
        for place, (start, stop) in enumerate(pieces):
            last = place == len(pieces) - 1
            values = [value * scale for value in _readings(text[start:stop])]
            if values:
                span = Span(start, end if last else stop)
                yield Number(span, span.of(text), values[0], *values[1:2])


def _scale_after(text: str, end: int) -> tuple[int, int]:
    """Return what the word after a number multiplies it by, and where that word ends."""
    found = _SCALE.match(text, end)
    if found is None or found.lastgroup is None:
        return 1, end
    # "t.kr." is a thousand kroner: the unit is no part of the number, and is not shown with it.
    shown = (
        end if found["thousands"] and found["thousands"].lower().startswith("t") else found.end()
    )
    return _SCALES[found.lastgroup], shown


def _readings(written: str) -> list[Decimal]:
    """Return the values that a run of digits may have, the Danish one first; none for a date."""
    plain = _SPACES.sub("", written)
    readings = []
    if _DANISH.fullmatch(plain):
        readings.append(Decimal(plain.replace(".", "").replace(",", ".")))
    # "250.000" is a quarter of a million to a Dane; that an Englishman would write two hundred and
    # fifty with three decimals is too rare to doubt every Danish thousand for it.
    if _ENGLISH.fullmatch(plain) and not (readings and "." in plain):
        value = Decimal(plain.replace(",", ""))
        leading_zero = plain.startswith("0,")
        readings += [value] if value not in readings and not (readings and leading_zero) else []
    return readings


def _in_words(text: str, language: str) -> Iterator[Number]:
    end = 0
    for word in _WORD.finditer(text):
        value = value_of_word(fold(word[0]), language)
        if value is not None and word.start() >= end:
            scale, end = _scale_after(text, word.end())
            span = Span(word.start(), end)
            yield Number(span, span.of(text), value * scale)
