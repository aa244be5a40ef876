"""What stands beside a figure: per what, in which year of the agreement, from when to when."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from index.danish.calendar import MONTH_PATTERN
from index.danish.number_words import NUMBER_WORDS, ORDINALS
from index.rates.rate import Validity
from index.rates.units import is_time, per_at
from ingest.rates.sentences.times import ends_a_day, time_at

_JOINS = (
    r"til|og|for|på|fra|med|af|der|som|ved|om|samt|hos|over|under|i|når|hvis|efter|indtil|er|var"
    r"|from|to|and|at|on|in|as|by|of|or|if|when|until|with|is|are|was|were|that|which|per|after|before"
)
_OTHER_PER = re.compile(
    r"[\s,(]*\b(?:pr\.|pr|per|for\s+hvert?(?:\s+enkelt)?)\s+(?P<noun>"
    rf"(?!(?:{MONTH_PATTERN}|den|det|en|et|d|dato|mail|e-mail|brev|post|telefon|automatik|definition"
    r"|ultimo|primo|medio|sms|fax|hver|tradition|kulance|efterår\w*|forår\w*|sommer\w*|vinter\w*|hånd|bil|tog)\b)"
    rf"(?:[a-zæøå]{{3,}}(?:t|e|ende)\s+(?!(?:{_JOINS})\b))?"
    r"[a-zæøå][a-zæøå-]+[a-zæøå])(?![\wæøå])"
)
_COUNT = {
    **{str(n): n for n in range(1, 10)},
    **NUMBER_WORDS,
    **ORDINALS,
    **dict.fromkeys(("et", "ét", "en", "one"), 1),
    **{numeral: n for n, numeral in enumerate(("i", "ii", "iii", "iv", "v"), start=1)},
}
_NTH = r"første|andet|tredje|fjerde|femte"
_OPENS = r"[\s,(–-]*"
_YEAR_OF = re.compile(
    rf"{_OPENS}\b(?:i\s+|for\s+)?(?:(?:aftale|overenskomst)?år\s+(?P<count>\d|et|ét|to|tre|fire|fem|i{{1,3}}|iv)"
    rf"|(?:det\s+|aftalens\s+|overenskomstens\s+|aftaleperiodens\s+)?(?P<nth>{_NTH}|1\.|2\.|3\.|4\.)\s+"
    r"(?:aftale|overenskomst)?år)(?![^\W_])(?!\s*\d{4})"
    # "i år 1, 2 og 3" is not of year 1.
    r"(?!\s*(?:,|og|-|–|til|/)\s*(?:år\s+)?(?:\d(?![\d.,]*\d)(?!\s*kr)|to\b|tre\b|fire\b))\)?",
    re.IGNORECASE,
)
_YEARS_OF = re.compile(
    rf"{_OPENS}\b(?:i\s+|for\s+)?(?:aftale|overenskomst)?år(?:ene)?\s+(?P<counts>[1-9](?:\s*,\s*[1-9])*"
    r"\s*(?P<joint>og|samt|-|–|til)\s*(?:(?:aftale|overenskomst)?år\s+)?[1-9])"
    r"(?![^\W_]|[.,]\d|\s*(?:,|og|samt|-|–|til|/)\s*\d|\s*(?:kr|%|pct|dkk))\)?",
    re.IGNORECASE,
)
_EVERY_YEAR = re.compile(
    rf"{_OPENS}\b(?:i\s+)?(?:hvert\s+af\s+(?:aftalens|overenskomstens)\s+år"
    r"|(?:i\s+)?hele\s+(?:aftale|overenskomst)perioden|alle\s+(?:aftalens\s+)?(?:tre\s+|fire\s+)?år)\b",
    re.IGNORECASE,
)
_CALENDAR = re.compile(
    rf"{_OPENS}\b(?:i|for|in|during|for\s+the\s+year|i\s+årene|i\s+perioden|for\s+årene|i\s+kalenderåret|i\s+år)?\s*\(?"
    r"(?P<first>(?:19|20)\d\d)(?:\s*(?P<joint>-|–|og|til|/)\s*(?P<last>(?:19|20)\d\d|\d\d(?!\d)))?\)?"
    r"(?![\w/]|:\d|[.,]\d|\s?-\s?(?:pri|pl\b|niveau|lønni|overens|aftal)|\s+(?:pri[sc]|pl\b|niveau))",
    re.IGNORECASE,
)
_SPLIT_YEAR = re.compile(
    r"\b(?:19|20)\d\d\s?/\s?(?:(?:19|20)\d\d|\d\d)(?!\d|/)"
    r"|\b(?:\w*sæson|skoleår|studieår|undervisningsår|vinter|sommer|efterår|forår)\w*\s+(?:19|20)\d\d",
    re.IGNORECASE,
)
"""A season or a school year: its days are not told."""
_SEASON = re.compile(
    r"\b(?:\w*sæson|skoleår|studieår|undervisningsår|vinter|sommer|efterår|forår)\w*[\s(]*$",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"[\s,(]*\b(?:ekskl(?:usive|\.)?|inkl(?:usive|\.)?|uden|med)\s+moms\b\.?\)?|[\s,(]*\bfaste?\s+priser\b\)?",
    re.IGNORECASE,
)
_EVENT = (
    r"(?:\w*reguler|juster|indekser|indeksér|fremskriv|revider|genberegn|beregn|opgør|fastsæt|fastsat|evaluer|genforhandl"
    r"|afhold|afholdt|offentliggør|udsend|vurder|drøft|behandl|hæv|forhøj|nedsæt|stig|ændr|adjust|index|regulat|review"
    r"|revis|increas|held)"
)
_OF_AN_EVENT = re.compile(rf"\b{_EVENT}\w*(?:\s+(?!med\b|på\b|til\b|og\b)[^\W\d]+){{0,2}}$", re.I)
_BEFORE_EVENT = re.compile(rf"[\s,]*(?:pris|løn|takst|sats|indeks)?{_EVENT}\w*", re.IGNORECASE)
"""What happens so often: "reguleres årligt" and "årlig regulering" say nothing of what is paid."""
_OFTEN = re.compile(r"[\s,(]*\b(?:pr|per|à|a|for|i|/)\b|[\s,(]*/", re.IGNORECASE)
_LOOK_BACK = 60
NAMED_AGREEMENT = (
    r"(?:(?:19|20)\d\d-(?:overenskomst|aftale)(?:en|ens)?|(?:overenskomst|aftale)(?:en)?\s+(?:19|20)\d\d"
    r"(?:[-–](?:(?:19|20)\d\d|\d\d))?|[A-ZÆØÅ]{2,6}[ -]?(?:(?:19|20)\d\d|\d\d)(?![\d/-]))"
)
"""An agreement by its year: "2018-overenskomsten", "overenskomst 2021-2024", "OK18", "AL 2024"."""
_UNDER = re.compile(
    rf"{_OPENS}(?i:\b(?:i|under|for|efter|ved|jf\.?)\s+(?:hele\s+)?(?:perioden\s+(?:for|i|under)\s+|den\s+)?)"
    rf"(?P<name>{NAMED_AGREEMENT})\)?"
)


_LIMIT = re.compile(
    r"\s*\((?:indtil|ind\s+til|op\s+til|højst|maks(?:imalt|\.)?|mindst|min(?:imum|\.)|ud\s?over|over|under|mere\s+end|mindre\s+end"
    r"|for\s+de\s+første|up\s+to|at\s+(?:most|least)|above|below|more\s+than|less\s+than)\s+\d[^()]*\)",
    re.IGNORECASE,
)
"""For how much a rate holds, which tells nothing of per what it is: "(op til 300 m² pr. år)"."""


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """What words beside a figure say of it."""

    per: tuple[str, ...] = ()
    year: int | None = None
    """Of the agreement."""
    more_years: tuple[int, ...] = ()
    """Others of the agreement, for which the same holds: "i aftaleår 1 og 2"."""
    every_year: bool = False
    """Said to hold in all years of the agreement."""
    since: date | None = None
    until: date | None = None
    agreement: str | None = None

    @property
    def validity(self) -> Validity:
        """From when to when; nothing where what was read makes no sense."""
        if self.since and self.until and self.since > self.until:
            return Validity()
        return Validity(self.since, self.until)

    @property
    def dated(self) -> bool:
        """Whether they tell a time."""
        return any((self.year, self.since, self.until, self.every_year))

    def over(self, other: "Qualifiers") -> "Qualifiers":
        """Return these with what only the others tell. Times are not mixed."""
        time = self if self.dated else other
        return Qualifiers(
            per=self.per or other.per,
            year=time.year,
            more_years=time.more_years,
            every_year=time.every_year,
            since=time.since,
            until=time.until,
            agreement=self.agreement or other.agreement,
        )

    def and_then(self, other: "Qualifiers") -> "Qualifiers":
        """Return these with what stands further on: "pr. time" and "pr. år" are both meant."""
        return Qualifiers(
            per=tuple(dict.fromkeys((*self.per, *other.per))),
            year=self.year or other.year,
            more_years=self.more_years if self.year else other.more_years,
            every_year=self.every_year or other.every_year,
            since=self.since or other.since,
            until=self.until or other.until,
            agreement=self.agreement or other.agreement,
        )


NONE = Qualifiers()
Read = tuple[Qualifiers, int]
"""What was read, and where it ends."""


def has_split_year(text: str) -> bool:
    """Tell whether a text names a season or a school year: "2025/26", "sæsonen 2025"."""
    return _SPLIT_YEAR.search(text) is not None


def read_at(text: str, start: int) -> Read:
    """Return the qualifiers that follow one another from `start` on, and where they end."""
    found = NONE
    while _LIMIT.match(text, start) is None:
        for reader in _READERS:
            read = reader(text, start)
            if read is not None:
                found, start = found.and_then(read[0]), read[1]
                break
        else:
            return found, start
    return found, start


def read_anywhere(text: str) -> tuple[Qualifiers, str]:
    """Return the qualifiers in a text, wherever they stand, and the text without them.

    Of several times ("for 2023 blev i 2024 fastsat") none can be said to be meant.
    """
    found = NONE
    times = 0
    kept: list[str] = []
    at = begun = 0
    limited = _LIMIT.search(text) is not None
    while at < len(text):
        if limited and (limit := _LIMIT.match(text, at)) is not None:
            at = limit.end()
            continue
        # A word begins here, or a bracket before one.
        if at == 0 or not text[at - 1].isalnum():
            read, end = read_at(text, at)
            if end > at:
                kept.append(text[begun:at])
                times += read.dated
                found, at, begun = found.and_then(read), end, end
                continue
        at += 1
    kept.append(text[begun:])
    if times > 1:
        found = Qualifiers(per=found.per, agreement=found.agreement)
    return found, " ".join(" ".join(kept).split())


def _per(text: str, start: int) -> Read | None:
    read = per_at(text, start)
    if read is None:
        return None
    adverb = is_time(read.key) and _OFTEN.match(text, start) is None
    if adverb and (
        _OF_AN_EVENT.search(text[max(0, start - _LOOK_BACK) : start].rstrip())
        or _BEFORE_EVENT.match(text, read.end)
    ):
        return NONE, read.end
    return replace(NONE, per=(read.key,)), read.end


def _unknown_per(text: str, start: int) -> Read | None:
    """Return the noun after "pr." that no list of units has: it is kept as it is printed."""
    found = _OTHER_PER.match(text, start)
    return (replace(NONE, per=(found["noun"].lower(),)), found.end()) if found else None


def _year_of(text: str, start: int) -> Read | None:
    found = _YEAR_OF.match(text, start)
    if found is None:
        return None
    word = (found["count"] or found["nth"]).lower().rstrip(".")
    return replace(NONE, year=_COUNT[word]), found.end()


def _years_of(text: str, start: int) -> Read | None:
    found = _YEARS_OF.match(text, start)
    if found is None:
        return None
    told = [int(count) for count in re.findall(r"\d", found["counts"])]
    if told != sorted(set(told)):
        return None
    if found["joint"].lower() in {"-", "–", "til"}:
        told = [*told[:-2], *range(told[-2], told[-1] + 1)]
    return replace(NONE, year=told[0], more_years=tuple(told[1:])), found.end()


def _every_year(text: str, start: int) -> Read | None:
    found = _EVERY_YEAR.match(text, start)
    return (replace(NONE, every_year=True), found.end()) if found else None


def _calendar(text: str, start: int) -> Read | None:
    found = _CALENDAR.match(text, start)
    if found is None:
        return None
    if ends_a_day(text, found.start("first")):
        return NONE, found.end()
    if found["joint"] == "/" or _SEASON.search(text, 0, found.start("first")):
        return NONE, found.end()
    first = int(found["first"])
    last = found["last"] or found["first"]
    last_year = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if last_year < first:
        return None
    if found["joint"] == "og" and last_year != first + 1:
        return NONE, found.end()  # "i 2020 og 2023" leaves out what lies between
    return replace(NONE, since=date(first, 1, 1), until=date(last_year, 12, 31)), found.end()


def _time(text: str, start: int) -> Read | None:
    found = time_at(text, start)
    return (replace(NONE, since=found.since, until=found.until), found.end) if found else None


def _filler(text: str, start: int) -> Read | None:
    found = _FILLER.match(text, start)
    return (NONE, found.end()) if found else None


def _under(text: str, start: int) -> Read | None:
    found = _UNDER.match(text, start)
    return (replace(NONE, agreement=found["name"]), found.end()) if found else None


_READERS: tuple[Callable[[str, int], Read | None], ...] = (
    *(_years_of, _year_of, _every_year, _under, _time, _calendar, _per, _unknown_per, _filler),
)
