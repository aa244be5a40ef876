"""Amounts as a cell of a table holds them: "1.190.000", "4,06kr.", "12,5 %", "kr. 985,-"."""

import re
from dataclasses import dataclass
from decimal import Decimal

from index.danish.numbers import find_numbers
from index.rates.units import KRONER, PERCENT

_CURRENCY = re.compile(r"(?:danske kroner|d\.kr\.|kroner|kr\.?|dkk)", re.IGNORECASE)
_PERCENT = re.compile(r"(?:%|pct\.?|procent|per ?cent)", re.IGNORECASE)
_FIGURE = re.compile(
    rf"(?P<before>{_CURRENCY.pattern})?\s*(?P<sign>[-−–])?\s*(?P<figure>\d[\d.,   ]*?)"
    rf"(?P<dash>,-{{1,2}}|,–|\.-)?\s*"
    rf"(?:(?P<after>{_CURRENCY.pattern})|(?P<percent>{_PERCENT.pattern}))?",
    re.IGNORECASE,
)
_MIXED = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}")


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure with what it is counted in, as far as the cell says."""

    value: Decimal
    currency: str | None


def parse_amount(text: str) -> Amount | None:
    """Return the one amount that a cell holds and nothing beside it, else `None`.

    Read as a Danish writer means it: a point groups thousands, a comma begins the decimals. A
    figure that can only be English ("4.06", "1,190.50") is read so.
    """
    found = _FIGURE.fullmatch(" ".join(text.split()))
    if found is None:
        return None
    value = _value(found["figure"].strip())
    if value is None or (found["before"] and found["percent"]):
        return None
    if found["sign"]:
        value = -value
    kroner = found["before"] or found["after"] or found["dash"]
    return Amount(value, KRONER if kroner else PERCENT if found["percent"] else None)


def _value(figure: str) -> Decimal | None:
    if _MIXED.fullmatch(figure):
        return Decimal(figure.replace(",", ""))
    numbers = find_numbers(figure)
    whole = len(numbers) == 1 and len(numbers[0].text) == len(figure)
    return numbers[0].value if whole else None


def written(value: Decimal, language: str = "da") -> str:
    """Write an amount: decimals two at least where there are any, none where there are none."""
    digits = max(2, -int(value.normalize().as_tuple().exponent)) if value != int(value) else 0
    english = f"{value:,.{digits}f}"
    return english.translate(str.maketrans(",.", ".,")) if language == "da" else english
