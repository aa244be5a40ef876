"""Per what time a rate is by its name ("timetaksten"), and one of several years."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from index.rates.rate import Rate
from index.rates.units import KRONER, Unit
from index.spans import Span

_NAMES = re.compile(
    r"(?<![\w-])(?:(?:(?P<hour>time)|(?P<day>dags?)|(?P<night>døgn)|(?P<week>uge)|(?P<month>måneds?))"
    r"(?:takst|sats|pris|honorar|vederlag|løn)(?:en|n|et|er|erne|s)?"
    r"|(?P<rate>hourly|daily|weekly|monthly)\s+(?:rate|fee|charge|price)s?)(?![\w-])",
    re.IGNORECASE,
)
_KEYS = {"hour": "hour", "day": "day", "night": "day:døgn", "week": "week", "month": "month"}
_ENGLISH = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month"}


def named_unit(name: str, unit: Unit) -> Unit:
    """Return the unit of a rate, with the time in its name where nothing else says per what.

    Of two names of different times ("timetakst og døgntakst") neither is taken.
    """
    if unit.per or unit.currency != KRONER:
        return unit
    keys = {_key(found) for found in _NAMES.finditer(name)}
    return Unit(unit.currency, (keys.pop(),)) if len(keys) == 1 else unit


def _key(found: re.Match[str]) -> str:
    if found["rate"]:
        return _ENGLISH[found["rate"].lower()]
    return next(key for group, key in _KEYS.items() if found[group])


def in_each_year(rates: Sequence[Rate], more: Mapping[Span, tuple[int, ...]]) -> list[Rate]:
    """Return rates, each for every year of the agreement that is said of it.

    Args:
        rates: Each with the first of its years.
        more: The others, by where the figure stands.
    """
    return [
        one
        for rate in rates
        for one in (
            rate,
            *(replace(rate, agreement_year=year) for year in more.get(rate.figure, ())),
        )
    ]
