"""Periods as people say them: "siden juni", "i efteråret 2019", "between March and May 2020".

A period has a first and a last day, both inclusive; `None` where it is open. Words for a part of a
year without the year ("december", "the autumn") mean the most recent one that has begun.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from index.danish.calendar import MONTH_NUMBERS, MONTH_PATTERN, PARTS_OF_A_YEAR, SEASONS
from index.danish.days import find_dates, last_of_month, months_on
from index.danish.number_words import NUMBER_WORDS
from index.spans import Span

Period = tuple[Span, date | None, date | None]
"""The words that name it, its first and its last day."""

_ORDINAL = "|".join(sorted(PARTS_OF_A_YEAR, key=len, reverse=True))
_SEASON = "|".join(sorted(SEASONS, key=len, reverse=True))
_COUNT = r"\d{1,3}|" + "|".join(NUMBER_WORDS)
_YEAR = r"(?:19[89]|20[0-4])\d"
_OF = r"(?:\s+(?:af|i|of|in)|,)?\s+(?:år\s+)?"

_UNIT = re.compile(
    # A year may also end a range: "2018-2020".
    r"(?:(?<![\w/.\-–])|(?<=\b(?:19|20)\d\d[-–]))(?:"
    # "i november 23" is of 2023; without the preposition it may be the 23rd.
    rf"(?:(?<=\bi )|(?<=\bin ))(?P<of_short>{MONTH_PATTERN})\b\.? ['’]?(?P<short_year>\d\d)"
    r"(?=\W*$|[,;?!]|\s+(?:om|og|about|and)\b)"
    rf"|(?:(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)?\s+(?:of\s+)?)?(?P<month>{MONTH_PATTERN})\b\.?"
    rf"(?:{_OF}(?P<month_year>{_YEAR}))?"
    # "om vinteren" is every winter, and no time; "om vinteren 2024" is one.
    rf"|(?:(?<!\bom )|(?=(?:{_SEASON})\s+{_YEAR}))(?P<season>{_SEASON})\b"
    rf"(?:{_OF}(?P<season_year>{_YEAR}))?"
    rf"|(?P<half>{_ORDINAL})\.?\s+(?:halvår|half(?:[\s-]year)?)\b(?:{_OF}(?P<half_year>{_YEAR}))?"
    rf"|H(?P<h>[12])\s+(?P<h_year>{_YEAR})"
    rf"|(?P<quarter>{_ORDINAL})\.?\s+(?:kvartal|quarter)\b(?:{_OF}(?P<quarter_year>{_YEAR}))?"
    rf"|[QK](?P<q>[1-4])\s+(?P<q_year>{_YEAR})"
    rf"|(?:(?:skole)?år(?:et)?\s+|sæson(?:en)?\s+|the\s+(?:school\s+)?year\s+)?(?P<split>{_YEAR})\s?/\s?"
    r"(?P<split_to>(?:19|20)\d\d|\d\d)(?![\w/-]|[.,]\d)"
    rf"|(?:år(?:et)?\s+|the\s+year\s+)?(?P<year>{_YEAR})(?![\w/]|[.,]\d|[-–]\d(?!\d{{3}}\b))"
    r"|(?P<this>i\s+år(?!\s+(?:\d|(?:en|et|én|ét|to|tre|fire|fem|nul)\b))|this\s+year|dette\s+år)\b"
    r"|(?P<last>sidste\s+år|last\s+year|i\s+fjor)\b"
    r"|(?P<relative>(?P<which>sidste|seneste|forrige|last|previous|denne|this)\s+"
    r"(?P<what>måned|uge|kvartal|month|week|quarter))\b(?!\s+(?:(?:af|of|i|in)\s+)?\d)"
    rf"|(?:de|det|the)?\s*(?:sidste|seneste|last|past)\s+(?P<count>{_COUNT})\s+"
    r"(?P<unit>dage|uger|måneder|år|days|weeks|months|years)\b"
    r"|(?P<today>i\s+dag|today)\b|(?P<yesterday>i\s+går|yesterday)\b"
    r")",
    re.IGNORECASE,
)

_SINCE = r"siden|since|fra\s+og\s+med|starting(?:\s+(?:in|from))?"
_FROM = r"fra|from"
# "Referater fra juni" are those of June; "fra juni og frem" is all since.
_ONWARD = re.compile(
    r"\s+(?:og\s+frem\w*|onwards?|and\s+on(?:wards?)?|til\s+(?:i\s+dag|nu)|to\s+(?:today|date|now))\b",
    re.I,
)
_AFTER = r"efter|after|senere\s+end|later\s+than"
_BEFORE = r"før|inden|before|tidligere\s+end|earlier\s+than|prior\s+to"
_UNTIL = r"til\s+og\s+med|indtil|until|till|up\s+to|frem\s+til"
_IN = (
    r"i\s+årene|i\s+løbet\s+af|i\s+hele|i|in|during|for|af|of|under|den|on|om|d\.|"
    r"fra\s+mødet\s+i|from\s+the\s+meeting\s+(?:in|of|on)"
)
_FILLER = r"(?:\s+(?:den|d\.|the|mødet\s+i|mødet\s+den|the\s+meeting\s+(?:in|of|on)))?\s+$"
_LEADS = tuple(
    (kind, re.compile(rf"(?<!\w)(?:{words}){_FILLER}", re.IGNORECASE))
    for kind, words in (
        ("until", _UNTIL),
        ("since", _SINCE),
        ("from", _FROM),
        ("after", _AFTER),
        ("before", _BEFORE),
        ("in", _IN),
    )
)
_AS_OF = re.compile(r"(?<!\w)(?:pr\.|per|as\s+of)\s+(?:den\s+|d\.\s*)?$", re.IGNORECASE)
"""Figures are drawn up as of a day; that is no time at which something happened."""
_ARRIVED = re.compile(
    r"(?<!\w)(?:kom|kommer|kommet|nåede|nået)(?:\s+\S+){0,5}\s+frem\s+til(?:\s+den)?\s+$",
    re.IGNORECASE,
)
"""What somebody "kom frem til den 4. maj" was found on that day, and not until then."""
_OPENING = re.compile(
    rf"(?<!\w)(?:{_FROM}|{_SINCE}|i(?:\s+årene)?|in|during){_FILLER}", re.IGNORECASE
)
_LEAD_LENGTH = 48
"""Characters before a unit in which its preposition must stand."""
_BETWEEN = re.compile(r"(?<!\w)(?:mellem|between)\s+(?:den\s+|the\s+)?$", re.IGNORECASE)
_TO = re.compile(
    r"\s*(?:og\s+med\s+|og|and|til(?:\s+og\s+med)?|to|until|-|–)\s*(?:den\s+|the\s+)?", re.I
)
# Words that are a month in English and something else besides.
_AMBIGUOUS = frozenset({"may", "march", "mar", "fall", "spring"})


_THING_AFTER = re.compile(
    r"\s+(?!(?:about|regarding|meeting|minutes|session|agenda|decisions?|mødet?|referat\w*"
    r"|dagsorden\w*|decide|decided|besluttede|vedtog|have|what|which|hvad|hvem|blev|were|with|from)\b)[a-zæøå]{4,}"
)
"""What follows a month or a season that is part of a name: "summer school", "January market"."""
_NAMES_MATTER = re.compile(r"(?:on|of|for|om|af|den|the)\b.*", re.IGNORECASE | re.DOTALL)
"""Leads that as often name a matter as a time."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """A stretch of time that was named by itself."""

    span: Span
    first: date
    last: date
    bare_year: bool
    ambiguous: bool
    undated: bool = False
    """Whether it is a season or a month without a year."""


def find_period(text: str, today: date) -> Period | None:
    """Return the first period that the text names, with the words that name it.

    A bare year counts only after a preposition ("i 2018"): in "Nordisk Kongres 2019" or "OK 2018"
    it is part of a name.
    """
    units = _units(text, today)
    for place, unit in enumerate(units):
        following = units[place + 1] if place + 1 < len(units) else None
        found = _range(text, unit, following) or _single(text, unit)
        if found is not None:
            return found
    return None


def _range(text: str, unit: _Unit, following: _Unit | None) -> Period | None:
    if following is None or not _TO.fullmatch(text[unit.span.end : following.span.start]):
        return None
    first = unit.first
    if first > following.last:
        # "mellem marts og maj 2020": the first has no year of its own and takes the second's.
        try:
            first = first.replace(year=following.first.year)
        except ValueError:
            return None
        if first > following.last:
            first = first.replace(year=first.year - 1)
    before = text[max(0, unit.span.start - _LEAD_LENGTH) : unit.span.start]
    lead = _BETWEEN.search(before) or _OPENING.search(before)
    if lead is None and unit.bare_year:
        return None
    start = unit.span.start - (len(before) - lead.start()) if lead else unit.span.start
    return Span(start, following.span.end), first, following.last


def _single(text: str, unit: _Unit) -> Period | None:
    before = text[max(0, unit.span.start - _LEAD_LENGTH) : unit.span.start]
    if _AS_OF.search(before):
        return None
    of_a_thing = unit.undated and _THING_AFTER.match(text, unit.span.end) is not None
    for kind, pattern in _LEADS:
        lead = pattern.search(before)
        if lead is None or (of_a_thing and _NAMES_MATTER.fullmatch(lead.group())):
            continue
        if _ARRIVED.search(before[: lead.end()]):
            return unit.span, unit.first, unit.last
        span = Span(unit.span.start - (len(before) - lead.start()), unit.span.end)
        onward = kind == "from" and _ONWARD.match(text, unit.span.end)
        since, until = _bounds("since" if onward else kind, unit)
        return span, since, until
    if unit.bare_year or unit.ambiguous or of_a_thing:
        return None
    return unit.span, unit.first, unit.last


def _bounds(kind: str, unit: _Unit) -> tuple[date | None, date | None]:
    if kind == "since":
        return unit.first, None
    if kind == "after":
        return unit.last + timedelta(days=1), None
    if kind == "before":
        return None, unit.first - timedelta(days=1)
    if kind == "until":
        return None, unit.last
    return unit.first, unit.last


def _units(text: str, today: date) -> list[_Unit]:
    days = [_Unit(span, day, day, False, False) for span, day in find_dates(text)]
    taken = [unit.span for unit in days]
    for match in _UNIT.finditer(text):
        span = Span(*match.span())
        if any(span.overlaps(other) for other in taken):
            continue
        bounds = _meaning(match, today)
        if bounds is not None:
            word = match.group().lower()
            undated = not any(character.isdigit() for character in word)
            part = bool(match["season"] or match["month"]) and undated
            bare = word in {match["year"], match["split"] and match.group()}
            days.append(_Unit(span, *bounds, bare, word in _AMBIGUOUS, part))
    return sorted(days, key=lambda unit: unit.span)


def _meaning(match: re.Match[str], today: date) -> tuple[date, date] | None:
    if match["of_short"]:
        number = MONTH_NUMBERS[match["of_short"].lower()]
        return _part(number, number, _in_full(match["short_year"]), today)
    if match["month"]:
        return _month(match, today)
    if match["season"]:
        first, last = SEASONS[match["season"].lower()]
        return _part(first, last, match["season_year"], today)
    if match["half"] or match["h"]:
        half = int(match["h"] or PARTS_OF_A_YEAR[match["half"].lower()]) % 3
        return _part(half * 6 - 5, half * 6, match["h_year"] or match["half_year"], today)
    if match["quarter"] or match["q"]:
        quarter = int(match["q"] or PARTS_OF_A_YEAR[match["quarter"].lower()]) % 5
        return _part(quarter * 3 - 2, quarter * 3, match["q_year"] or match["quarter_year"], today)
    if match["split"]:
        return _split_year(int(match["split"]), int(match["split_to"]))
    if match["year"]:
        return _whole_years(int(match["year"]))
    return _relative(match, today)


def _in_full(short_year: str) -> str:
    """Return a year of two digits in full; no archive of minutes is older than 1960."""
    return f"{19 if int(short_year) >= _LAST_CENTURY else 20}{short_year}"


_LAST_CENTURY = 60
"""Last two digits from which a year is one of the last century."""


def _month(match: re.Match[str], today: date) -> tuple[date, date] | None:
    number = MONTH_NUMBERS[match["month"].lower()]
    if match["day"] is None:
        return _part(number, number, match["month_year"], today)
    try:
        day = date(int(match["month_year"] or today.year), number, int(match["day"]))
    except ValueError:
        return None
    if match["month_year"] is None and day > today:
        day = day.replace(year=day.year - 1) if (day.month, day.day) != (2, 29) else day
    return day, day


def _part(first: int, last: int, year: str | None, today: date) -> tuple[date, date]:
    """Return the months `first` to `last` of a year, by default the latest that have begun."""
    which = int(year) if year else today.year
    if year is None and date(which, first, 1) > today:
        which -= 1
    ends = which + (last < first)
    return date(which, first, 1), last_of_month(date(ends, last, 1))


def _whole_years(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


def _split_year(year: int, to: int) -> tuple[date, date] | None:
    """Return both years of "2025/26": on which day it begins is not said."""
    follows = to % 100 == (year + 1) % 100
    return (date(year, 1, 1), date(year + 1, 12, 31)) if follows else None


def _relative(match: re.Match[str], today: date) -> tuple[date, date] | None:
    if match["this"]:
        return _whole_years(today.year)
    if match["last"]:
        return _whole_years(today.year - 1)
    if match["today"]:
        return today, today
    if match["yesterday"]:
        return today - timedelta(days=1), today - timedelta(days=1)
    if match["count"]:
        return _back(match["count"].lower(), match["unit"].lower(), today)
    return _this_or_last(match["what"].lower(), match["which"].lower() in {"denne", "this"}, today)


def _back(count: str, unit: str, today: date) -> tuple[date, date]:
    number = NUMBER_WORDS.get(count) or int(count)
    days = {"d": 1, "u": 7, "w": 7, "m": 30, "å": 365, "y": 365}[unit[0]]
    # Months and years are counted in the calendar, not in days.
    if days == 30:
        return months_on(today, -number), today
    if days == 365:
        return months_on(today, -12 * number), today
    return today - timedelta(days=days * number), today


def _this_or_last(what: str, this: bool, today: date) -> tuple[date, date]:
    if what in {"uge", "week"}:
        monday = today - timedelta(days=today.weekday() + (0 if this else 7))
        return monday, monday + timedelta(days=6)
    if what in {"måned", "month"}:
        first = months_on(today.replace(day=1), 0 if this else -1)
        return first, last_of_month(first)
    quarters = today.year * 4 + (today.month - 1) // 3 - (0 if this else 1)
    year, quarter = divmod(quarters, 4)
    return date(year, quarter * 3 + 1, 1), last_of_month(date(year, quarter * 3 + 3, 1))
