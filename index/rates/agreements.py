"""Agreements by their names, and what calendar time a year of theirs is."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from index.danish.days import full_year
from index.danish.folding import fold
from index.rates.rate import Rate, Validity

_DAY = timedelta(days=1)
_YEAR = re.compile(r"(?<!\d)(?:(?P<long>(?:19|20)\d\d)|(?P<short>\d\d))(?!\d)")
_LETTERS = re.compile(r"[^a-z]+")
_WORDS = {"overenskomst": "ok", "overenskomsten": "ok", "overenskomstens": "ok", "ok": "ok"}


def agreement_key(name: str) -> str:
    """Return what names of one agreement share: "OK18", "OK 2018" and "2018-overenskomsten".

    A name without a year is itself, folded.
    """
    folded = fold(name)
    years = list(_YEAR.finditer(folded))
    if not years:
        return " ".join(folded.split())
    first = years[0]
    year = int(first["long"]) if first["long"] else full_year(int(first["short"]))
    letters = _LETTERS.sub("", folded)
    return f"{_WORDS.get(letters, letters)} {year}"


def agreement_line(name: str) -> str:
    """Return what agreements that follow each other share: "OK18" and "OK 2021"."""
    letters = _LETTERS.sub("", fold(name))
    return _WORDS.get(letters, letters)


def undated_key(name: str) -> str:
    """Return the `agreement_key` that a name has without its years behind it."""
    return " ".join(_YEARS_BEHIND.sub("", fold(name)).split())


_YEARS_BEHIND = re.compile(r"[\s,(]*\b(?:19|20)\d\d(?:\s*[-–/]\s*(?:(?:19|20)\d\d|\d\d))?[\s)]*$")


def may_be_one(name: str, other: str) -> bool:
    """Tell whether two names are of one agreement, which one of them may tell without its years."""
    keys = {agreement_key(name), agreement_key(other)}
    return len(keys) == 1 or undated_key(name) == undated_key(other) in keys


def year_of(term: Validity, number: int) -> Validity | None:
    """Return the calendar time of an agreement's year, `None` where it is not in its term.

    Years count from the day on which the agreement begins, be that a first of January or not.
    """
    if term.since is None or number < 1:
        return None
    first = _years_on(term.since, number - 1)
    last = _years_on(term.since, number) - _DAY
    if term.until is not None:
        if first > term.until:
            return None
        last = min(last, term.until)
    return Validity(first, last)


def year_at(term: Validity, validity: Validity) -> int | None:
    """Return the number of the agreement's year that has just these days, `None` where none has."""
    if term.since is None or validity.since is None:
        return None
    number = validity.since.year - term.since.year + 1
    return number if year_of(term, number) == validity else None


def term_from(rates: Iterable[Rate]) -> Validity | None:
    """Return when an agreement begins as verified rows tell it: year 2 from 1 January 2023.

    `None` where none does, or where they contradict each other.
    """
    starts = {
        _years_on(rate.validity.since, 1 - rate.agreement_year)
        for rate in rates
        if rate.verified and rate.agreement_year and rate.validity.since
    }
    return Validity(starts.pop()) if len(starts) == 1 else None


def _years_on(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # the 29th of February
        return day.replace(year=day.year + years, day=28)
