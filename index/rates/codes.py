"""Codes that stand for a service in tables and beside its name: "8801", "0120", "SU-14"."""

import re

CODE = re.compile(r"\d{3,6}|[A-ZÆØÅ]{1,5}[- ]?\d{1,5}[a-zA-Z]?|\d{1,5}[A-ZÆØÅ]{1,3}")
"""A code that is the whole of a cell."""
_LEADING = re.compile(r"(?P<code>\d{4,6})\s*(?:[-–:.]\s*)?(?P<name>[^\W\d_].*)", re.DOTALL)
_IN_BRACKETS = re.compile(
    r"[(\[]\s*(?:(?:ydelse|ydelsen|ydelses?nr|ydelsesnummer|ydelseskode|takst|takstkode|kode|nr|nummer|code)"
    r"\.?\s*)?(?P<code>\d{3,6})\s*[)\]]",
    re.IGNORECASE,
)
_AFTER_WORD = re.compile(
    r"\b(?:ydelse|ydelsen|ydelses?nr|ydelsesnummer|ydelseskode|takstkode|kode|code)\.?\s+(?P<code>\d{3,6})\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")


def leading_code(words: str) -> tuple[str, str] | None:
    """Return the code that words begin with, and the words: "0120 Samtale"."""
    found = _LEADING.fullmatch(words)
    return (found["code"], found["name"]) if found and not is_year(found["code"]) else None


def codes_in(name: str) -> tuple[str, ...]:
    """Return the codes that a name carries: "Samtale (0120)", "ydelse 0120". No year is one."""
    found = [*_IN_BRACKETS.finditer(name), *_AFTER_WORD.finditer(name)]
    return tuple(dict.fromkeys(one["code"] for one in found if not is_year(one["code"])))


def is_code(name: str) -> bool:
    """Tell whether a name is a code and no word."""
    return CODE.fullmatch(name) is not None


def is_year(digits: str) -> bool:
    """Tell whether digits may be a calendar year."""
    return _YEAR.fullmatch(digits) is not None
