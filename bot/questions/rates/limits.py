"""Limits that tell rates of one thing apart: "over 10 m", "indtil 10 m", "up to 10 metres"."""

import re

from index.spans import Span

Limits = frozenset[tuple[str, str]]
"""Which side, "over" or "under", and the figure as printed, without points."""

_OVER = r"over|mere\s+end|længere\s+end|større\s+end|above|more\s+than|longer\s+than|fra\s+og\s+med"
_UNDER = (
    r"under|indtil|op\s+til|til\s+og\s+med|højst|inden\s?for|mindre\s+end|kortere\s+end|within|up\s+to|below|less\s+than"
    r"|shorter\s+than"
)
_LIMIT = re.compile(
    rf"\b(?:(?P<over>{_OVER})|(?P<under>{_UNDER}))\s+(?P<figure>\d[\d.]*+(?:,\d+)?+)(?!\s*(?:kr|%))",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")


def limits_in(text: str) -> Limits:
    """Return the limits that a text names; a year is none."""
    return frozenset(
        ("over" if found["over"] else "under", found["figure"].rstrip(".").replace(".", ""))
        for found in _LIMIT.finditer(text)
        if not _YEAR.fullmatch(found["figure"])
    )


def limit_spans(text: str) -> tuple[Span, ...]:
    """Return where the limits that a text names stand, each with its unit: "over 10 m"."""
    return tuple(
        Span(found.start(), _UNIT.match(text, found.end()).end())  # type: ignore[union-attr]
        for found in _LIMIT.finditer(text)
        if not _YEAR.fullmatch(found["figure"])
    )


_UNIT = re.compile(
    r"(?:\s?(?:km|m|cm|mm|m²|m2|m³|m3|kg|g|t|tons?|l|liter|ha|år|måneder|uger|dage|timer|minutter|personer|deltagere"
    r"|børn|elever|kilomet(?:er|re)s?|met(?:er|re)s?|years?|months?|weeks?|days?|hours?|minutes?|people|children)\b)?",
    re.IGNORECASE,
)


def is_beyond(asked: Limits, told: Limits) -> bool:
    """Tell whether what is told has limits, and none of those that are asked for."""
    return bool(asked and told) and asked.isdisjoint(told)
