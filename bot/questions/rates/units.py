"""Per what a question asks for a rate: "pr. time", "an hour of interpreting", "km-taksten"."""

import re
from collections.abc import Iterator

from index.rates.units import is_time, kind_of, per_at
from index.spans import Span

_ONE_OF = re.compile(r"\b(?:en|et|één|ét|én|one|an?)\s+(?=\w)", re.IGNORECASE)
"""Before a time that is paid for: "en time fremmødetolkning", "an hour of interpreting"."""
_ARTICLE = re.compile(r"\s*a\s", re.IGNORECASE)
_UNITS = (
    (
        re.compile(
            r"(?<!\d )\bkm\b|kilometer|kilometre|mileage|koersels?(?:godtgoerelse|takst|sats)"
        ),
        "km",
    ),
    (re.compile(r"time(?:loen|honorar|takst|sats|pris|betaling)|\bhourly\b"), "hour"),
)
"""Words that name a unit without "pr."."""
_NIGHT = re.compile(r"pr\. (?:nat|night)\b", re.IGNORECASE)
_OF_A_UNIT = re.compile(
    r"(?:kilometer|km-?|time)(?:pris|takst|sats|betaling|penge)(?:en|er|erne|ne)?"
)
"""A word that says per what and nothing else."""
_SAME = {"commenced_hour": "hour", "insured": "group_1_insured"}
"""Units that a question takes for one."""


def hinted_in(folded: str) -> set[str]:
    """Return the keys of units that words of a folded text name without "pr."."""
    return {key for words, key in _UNITS if words.search(folded)}


def names_unit_only(folded: str) -> bool:
    """Tell whether a folded word says per what and nothing else: "kilometerpengene"."""
    return _OF_A_UNIT.fullmatch(folded) is not None


def same_units(per: frozenset[str]) -> frozenset[str]:
    """Return keys of units as rates have them."""
    return per | {key for key, meant in _SAME.items() if meant in per}


def same_unit(key: str) -> str:
    """Return the unit that a question means by this one."""
    kind = kind_of(key)
    return _SAME.get(kind, kind)


def units_in(text: str) -> list[tuple[Span, str]]:
    """Return the units that a text names by "pr.", with their keys, in order."""
    found = []
    at = 0
    while at < len(text):
        read = per_at(text, at) if at == 0 or not text[at - 1].isalnum() else None
        if read is not None and _ARTICLE.match(text, at) and not is_time(read.key):
            read = None  # "a home visit" is what is paid for
        if read is not None and not re.match(r"\s*(?:aarlig|årlig)", text[at:], re.IGNORECASE):
            found.append((Span(at, read.end), read.key))
            at = read.end
        else:
            at += 1
    return found


def times_in(text: str) -> Iterator[tuple[Span, str]]:
    """Yield the times that one of is asked for: "hvad koster en time …"."""
    for one in _ONE_OF.finditer(text):
        each = f"pr. {text[one.end() :]}"
        read = per_at(each, 0)
        if read is not None and (is_time(read.key) or _is_counted(read.key, each)):
            yield Span(one.start(), one.end() + read.end - len("pr. ")), read.key


def _is_counted(key: str, each: str) -> bool:
    """Tell whether one of a unit is a time; "en overnatning" is what is paid for."""
    return kind_of(key) == "minute" or (kind_of(key) == "night" and _NIGHT.match(each) is not None)
