"""The day as of which a rate is asked for: "pr. 1. juli 2024", "as of March 2023", "two years ago".

Other questions ask what happened in a time. What a paper draws up as of a day happened at no time,
so only a question about a rate is read like this.
"""

import re
from datetime import date, timedelta

from bot.questions.times.coming import counted_on
from bot.questions.times.period import Period
from index.danish.calendar import MONTH_PATTERN
from index.danish.days import find_dates
from index.danish.number_words import NUMBER_WORDS
from index.danish.periods import find_period
from index.spans import Span

_A_TIME = (
    rf"(?=(?:den\s+|d\.\s*|the\s+)?(?:\d{{1,4}}(?:[./-]|st\b|nd\b|rd\b|th\b|\s+(?:{MONTH_PATTERN})\b)"
    rf"|(?:{MONTH_PATTERN})\b|(?:19|20)\d\d\b))"
)
_AS_OF = re.compile(
    r"(?<!\w)(?:pr\.?|per|as\s+(?:of|at|from)|effective|gældende|gaeldende|på|paa|at)\s+" + _A_TIME,
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"(?<!\w)(?:(?P<before>før|foer|inden|indtil|until|before|prior\s+to|forud\s+for)|efter|after)\s+"
    + _A_TIME,
    re.IGNORECASE,
)
_OF_MANY = re.compile(
    r"\b(?:årene|aarene|tiden|perioden|years|time|period)\s+$"
    r"|\b(?:fra|from|siden|since|mellem|between)\b[^,;]*\d[^,;]*$",
    re.IGNORECASE,
)
"""What stands before that where more than one time is asked about: "fra 2021 indtil 2024"."""
_YEAR = re.compile(
    r"(?<![\w/.,-])(?:(?:i|in|fra|from|til|to|end|than|og|and|mellem|between|for)\s+)*"
    r"(?P<year>(?:19|20)\d\d)(?![\w/-]|[.,]\d)",
    re.IGNORECASE,
)
_SPLIT_YEAR = re.compile(
    r"(?<![\w/.,-])(?:(?:i|in|for)\s+)?(?P<words>(?P<year>(?:19|20)\d\d)\s?(?:/\s?(?P<to>(?:(?:19|20)\d\d|\d\d))"
    r"|[-–](?P<to2>\d\d)))(?![\w/-]|[.,]\d)",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:end|than|fra|from|mellem|between|forskel\w*|difference|sammenlign\w*|compare\w*)\b", re.I
)
_AGO = re.compile(
    rf"\b(?:for\s+)?(?P<count>\d{{1,2}}|{'|'.join(NUMBER_WORDS)}|et|en|a|one)\s+"
    r"(?P<what>år|aar|years?|måneder|måned|maaneder|months?|uger?|weeks?|dage?|days?)\s+(?:siden|ago)\b",
    re.IGNORECASE,
)
_AGREEMENT_YEAR = re.compile(
    r"\b(?:(?:i|in)\s+)?(?:(?:det|the)\s+)?(?:(?P<last>forrige|foregående|foregaaende|previous)|næste|naeste"
    r"|kommende|following|next)\s+(?:(?:aftale|overenskomst|kontrakt)(?:år|aar)|(?:agreement|contract)\s+year)\b",
    re.IGNORECASE,
)
"""A year of an agreement, by the one that runs: a year from today it is the next."""
Named = tuple[tuple[Span, ...], Period]
"""Words of a text, and the time that they name."""


def day_in(text: str, today: date) -> Named | None:
    """Return the day, month or year as of which something is asked, with the words that say so."""
    if found := _AGREEMENT_YEAR.search(text):
        day = counted_on(today, -1 if found["last"] else 1, "år")
        return (Span(*found.span()),), Period(day, day, found[0])
    if found := _AGO.search(text):
        day = counted_on(today, -_count(found["count"].lower()), found["what"])
        return (Span(*found.span()),), Period(day, day, found[0])
    if beside := _day_beside(text, today):
        return beside
    lead = _AS_OF.search(text)
    return _time_behind(text, lead, today) if lead else None


def _time_behind(text: str, lead: re.Match[str], today: date) -> Named | None:
    """Return the day, month or year that stands right behind words that lead to it."""
    # The same words with "i" are a time: "i januar 2024", "i 2024".
    plain = text[: lead.start()] + "i".ljust(lead.end() - lead.start()) + text[lead.end() :]
    dates = [(span, day) for span, day in find_dates(text) if span.start >= lead.end()]
    if dates and dates[0][0].start - lead.end() <= len("den "):
        span, day = dates[0]
        return _at(text, Span(lead.start(), span.end), day, day)
    period = find_period(plain, today)
    if period is None or period[0].start != lead.start() or None in period[1:]:
        return None
    return _at(text, *period)


def _day_beside(text: str, today: date) -> Named | None:
    """Return the day before a time, or the one after it: "før 2025", "after 1 July".

    The rate before a year is the last one before it, and not all that there were.
    """
    lead = _BESIDE.search(text)
    if lead is None or _OF_MANY.search(text[: lead.start()]):
        return None
    named = _time_behind(text, lead, today)
    if named is None:
        return None
    spans, period = named
    edge = period.since if lead["before"] else period.until
    if edge is None:
        return None
    day = edge - _DAY if lead["before"] else edge + _DAY
    return spans, Period(day, day, period.words)


_DAY = timedelta(days=1)


def years_between(text: str) -> Named | None:
    """Return the years that are compared with each other, and all between: "2023 … end i 2025".

    A single time says more than this.
    """
    found = list(_YEAR.finditer(text)) if _COMPARED.search(text) else []
    years = sorted(int(one["year"]) for one in found)
    if len(set(years)) < 2:
        return None
    spans = tuple(Span(*one.span()) for one in found)
    return spans, Period(date(years[0], 1, 1), date(years[-1], 12, 31), f"{years[0]}–{years[-1]}")


def split_year_in(text: str) -> Named | None:
    """Return a year that begins in one year of the calendar and ends in the next: "2025/26".

    On which day is not said, but the turn of the year lies in it.
    """
    for found in _SPLIT_YEAR.finditer(text):
        year = int(found["year"])
        if int(found["to"] or found["to2"]) % 100 == (year + 1) % 100:
            period = Period(date(year, 12, 31), date(year + 1, 1, 1), found["words"])
            return (Span(*found.span()),), period
    return None


def _at(text: str, span: Span, since: date | None, until: date | None) -> Named:
    return (span,), Period(since, until, " ".join(span.of(text).split()))


def _count(words: str) -> int:
    return int(words) if words.isdigit() else NUMBER_WORDS.get(words, 1)
