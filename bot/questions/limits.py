"""Limits that tell rates of one thing apart: "over 10 m", "indtil 10 m", "up to 10 metres"."""

import re

Limits = frozenset[tuple[str, str]]
"""Which side, "over" or "under", and the figure as printed, without points."""

_OVER = r"over|mere\s+end|længere\s+end|større\s+end|above|more\s+than|longer\s+than|fra\s+og\s+med"
_UNDER = (
    r"under|indtil|op\s+til|til\s+og\s+med|højst|mindre\s+end|kortere\s+end|up\s+to|below|less\s+than"
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


def is_beyond(asked: Limits, told: Limits) -> bool:
    """Tell whether what is told has limits, and none of those that are asked for."""
    return bool(asked and told) and asked.isdisjoint(told)
