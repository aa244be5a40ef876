"""Units of rates: what a figure is counted in and per what ("kr. pr. gruppe 1-sikret pr. år").

The nouns that a rate can be *per* stand in `units.toml` with their English. A table that staff keep
may use no others; a document may ("pr. besøgsrunde"), and then its own word is kept.
"""

import difflib
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

from index.danish.calendar import MONTH_PATTERN
from index.danish.folding import fold

KRONER = "kr."
PERCENT = "%"

_FILE = Path(__file__).with_name("units.toml")
_CURRENCIES = {
    **dict.fromkeys(("kr", "kr.", "dkk", "kroner", "krone", "danske kroner", "d.kr."), KRONER),
    **dict.fromkeys(("%", "pct", "pct.", "procent", "percent", "per cent"), PERCENT),
}
_SEMICOLON = re.compile(r"\s*;\s*")
_LEADING = re.compile(
    r"(?P<currency>danske kroner|d\.kr\.|kroner|krone|kr\.?|dkk|%|pct\.?|procent|per cent|percent)"
    r"(?![^\W_])",
)
_PER = re.compile(
    r"[\s,(]*(?:/|\b(?:pr|per|à|a|for[ ]each|for[ ]hvert?(?:[ ]enkelt)?)\b\.?|\bi\s(?=timen\b))\s*",
    re.IGNORECASE,
)
_ADVERBS = {
    **dict.fromkeys(
        (
            "aarligt",
            "aarlig",
            "om aaret",
            "i aaret",
            "hvert aar",
            "annually",
            "yearly",
            "a year",
            "every year",
        ),
        "year",
    ),
    **dict.fromkeys(
        (
            "maanedligt",
            "maanedlig",
            "om maaneden",
            "hver maaned",
            "monthly",
            "a month",
            "every month",
        ),
        "month",
    ),
    **dict.fromkeys(("ugentligt", "ugentlig", "om ugen", "weekly", "a week"), "week"),
    **dict.fromkeys(("dagligt", "om dagen", "i doegnet", "daily", "a day"), "day"),
    **dict.fromkeys(("i timen", "an hour", "hourly"), "hour"),
    **dict.fromkeys(
        ("kvartalsvis", "kvartalsvist", "i kvartalet", "quarterly", "every quarter"), "quarter"
    ),
    **dict.fromkeys(
        ("halvaarligt", "hvert halvaar", "half-yearly", "every half year"), "half_year"
    ),
}
PERIODS = ("hour", "commenced_hour", "day", "week", "month", "quarter", "half_year", "year")
"""Keys that say how often, and not what for."""
_NEAR = 0.84
"""Likeness from which a noun is taken for a misspelt one."""
_FREE = re.compile(
    r"[\s,.]*(?:/|\b(?:pr|per|for hvert?|for each)\b\.?)\s*(?P<noun>[^\W_](?:[\w\s.-]*[^\W_])?)\.?",
    re.IGNORECASE,
)
"""What an amount is per, in words that no list of units has."""
_NO_NOUN = re.compile(
    r"\b(?:kr|krone|kroner|dkk|eur|euro|usd|sek|nok|gbp|øre|oere|mio|mia|tkr|pct|procent|moms|dato)\b"
    rf"|\b(?:{MONTH_PATTERN})\b|\b(?:19|20)\d\d\b|_",
    re.IGNORECASE,
)
"""Money and a day are nothing that it can be per."""
_SAYS = re.compile(r"[aeiouyæøå\d]|[A-ZÆØÅ]")
"""A noun has a vowel, a number or capitals: "100 km", "MWh"."""
_NOUN = ":"
"""Between a key and another noun than its usual one."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What a figure is counted in, and per what."""

    currency: str | None
    """`KRONER` or `PERCENT`; `None` where nothing says."""
    per: tuple[str, ...] = ()
    """What it is for before how often, each as a key of `units.toml` ("day"), with the noun where
    another than the usual one is printed ("day:døgn"), or as a noun that the file does not have."""

    def words(self, language: Literal["da", "en"]) -> str:
        """Return the unit as a sentence has it: "kr. pr. time", "kr. per hour"."""
        nouns = (_noun(key, language) for key in self.per)
        each = "pr." if language == "da" else "per"
        return " ".join(
            [*([self.currency] if self.currency else []), *(f"{each} {n}" for n in nouns)]
        )

    def agrees_with(self, other: "Unit") -> bool:
        """Tell whether two units may be the same, one of them being told in fewer words."""
        same = None in (self.currency, other.currency) or self.currency == other.currency
        mine, theirs = frozenset(map(kind_of, self.per)), frozenset(map(kind_of, other.per))
        return same and (mine <= theirs or theirs <= mine)


@dataclass(frozen=True, slots=True)
class Per:
    """A word for what a rate is per, and where it stands in a text."""

    key: str
    start: int
    end: int


def kind_of(key: str) -> str:
    """Return what a key is counted as, whichever noun is printed: "day" of "day:døgn"."""
    return key.partition(_NOUN)[0]


def is_period_only(per: Iterable[str]) -> bool:
    """Tell whether units say how often and not for what."""
    return all(is_time(key) and not kind_of(key).endswith("hour") for key in per)


def is_time(key: str) -> bool:
    """Tell whether a key says how often, and not what for."""
    return kind_of(key) in PERIODS


def ordered(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Return keys each once, those of time last."""
    once = {kind_of(key): key for key in reversed(keys)}
    each = [key for key in dict.fromkeys(keys) if once[kind_of(key)] == key]
    return (*(k for k in each if not is_time(k)), *(k for k in each if is_time(k)))


def parse_unit(text: str) -> Unit | None:
    """Return the unit that a cell holds and nothing else, `None` where a word of it is unknown.

    "kr. pr. gruppe 1-sikret pr. år", "DKK per hour", "kr./km", "%" and "kr. årligt" are units.
    """
    rest = fold(" ".join(text.split())).strip()
    currency = None
    if leading := _LEADING.match(rest):
        currency = _CURRENCIES[leading["currency"]]
        rest = rest[leading.end() :]
    keys: list[str] = []
    while rest.strip(" .,"):
        found = per_at(rest, 0)
        if found is None:
            return None
        keys.append(found.key)
        rest = rest[found.end :]
    return Unit(currency, ordered(tuple(keys))) if currency or keys else None


def unit_in_cell(text: str) -> Unit | None:
    """Return the unit of a cell, a noun that no list has being a unit of its own.

    "Kr. pr. lygte", "kr. pr. sommerhus pr. år" and "kr./kolonihave" are units as they stand. `None`
    where it is none, or nearly a known one: "kr. pr. tiem" (`nearly` says which).
    """
    if known := parse_unit(text):
        return known
    printed = " ".join(text.split())
    leading = _LEADING.match(printed.lower())
    currency = _CURRENCIES[leading["currency"]] if leading else None
    keys: list[str] = []
    for part in _parts(printed[leading.end() :] if leading else printed):
        known = parse_unit(part)
        noun = _own_noun(part) if known is None else None
        if known is None and noun is None:
            return None
        keys += known.per if known else (noun,) if noun else ()
    return Unit(currency, ordered(tuple(keys))) if keys else None


def nearly(text: str) -> str | None:
    """Return the known noun for which a word of a cell looks like a slip of the pen."""
    for part in _parts(" ".join(text.split())):
        found = _FREE.search(part)
        if found is not None and parse_unit(part[found.start() :]) is None:
            near = _near(found["noun"])
            if near is not None:
                return near
    return None


def _parts(words: str) -> list[str]:
    """Part "kr. pr. sommerhus pr. år" before each "pr.", and before an adverb: "årligt"."""
    starts = {found.start() for found in _EACH.finditer(words)}
    starts |= {found.start() for found in _adverbs().finditer(words)}
    places = sorted({0, *starts, len(words)})
    parts = (words[one:other] for one, other in pairwise(places))
    return [part for part in parts if part.strip(" .,")]


_EACH = re.compile(r"(?<![^\W_])(?:pr|per|for hvert?|for each)\b\.?|/", re.IGNORECASE)


def _own_noun(part: str) -> str | None:
    found = _FREE.fullmatch(part.rstrip(" ,"))
    noun = found["noun"] if found else ""
    if not _SAYS.search(noun) or _NO_NOUN.search(noun) or len(noun) > _LONGEST_NOUN:
        return None
    letters = sum(character.isalpha() for character in noun)
    return None if letters < 2 or _near(noun) is not None else noun.lower()


_LONGEST_NOUN = 40
"""Characters; what is longer is a remark."""


def _near(words: str) -> str | None:
    noun = _squeezed(words)
    if noun in _keys():
        return None
    if turned := next((known for known in _keys() if sorted(known) == sorted(noun)), None):
        return turned
    return next(iter(difflib.get_close_matches(noun, _keys(), 1, _NEAR)), None)


def per_at(text: str, start: int) -> Per | None:
    """Return what a rate is per, in words that begin at `start`: "pr. kørt km", "/time", "årligt".

    Any spelling: upper or lower case, å or aa. The noun must be known.
    """
    if adverb := _adverbs().match(text, start):
        return Per(_ADVERBS[" ".join(fold(adverb[1]).split())], start, adverb.end())
    per = _PER.match(text, start)
    noun = _nouns().match(text, per.end()) if per else None
    return Per(_keys()[_squeezed(noun[0])], start, noun.end()) if noun else None


@cache
def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads(_FILE.read_text("utf-8"))


@cache
def _keys() -> dict[str, str]:
    """Return the key that each word stands for, squeezed."""
    keys: dict[str, str] = {}
    for key, entry in _table().items():
        for noun, english in entry.get("more", {}).items():
            words = (noun, *_SEMICOLON.split(english))
            keys |= {_squeezed(word): f"{key}{_NOUN}{noun}" for word in words}
    # A usual noun goes before one of those beside another.
    for key, entry in _table().items():
        keys |= {_squeezed(word): key for word in (*entry["da"], *entry["en"])}
    return keys


@cache
def _nouns() -> re.Pattern[str]:
    words: list[str] = []
    for entry in _table().values():
        more: dict[str, str] = entry.get("more", {})
        words += [*entry["da"], *entry["en"], *more]
        words += [word for english in more.values() for word in _SEMICOLON.split(english)]
    return re.compile(rf"(?:{_any_of(words)})(?![^\W_])", re.IGNORECASE)


@cache
def _adverbs() -> re.Pattern[str]:
    return re.compile(rf"[\s,(]*\b({_any_of(_ADVERBS)})\b", re.IGNORECASE)


def _any_of(words: Iterable[str]) -> str:
    """Return alternatives, longest first, each however it is spelt.

    A hyphen, a space or nothing ("gruppe 1-sikret", "gruppe-1 sikret", "gr1 sikret"); å or aa.
    """
    return "|".join(map(_loosely, sorted({fold(word) for word in words}, key=len, reverse=True)))


def _loosely(folded: str) -> str:
    loose = re.sub(r"\\? |\\?-", r"[\\s-]{0,2}", re.escape(folded))
    for long, short in (("aa", "å"), ("ae", "æ"), ("oe", "ø"), ("m2", "m²"), ("m3", "m³")):
        loose = loose.replace(long, f"(?:{long}|{short})")
    return loose


def _squeezed(word: str) -> str:
    return re.sub(r"[\s-]", "", fold(word))


def _noun(key: str, language: Literal["da", "en"]) -> str:
    entry = _table().get(kind_of(key))
    if entry is None:
        return key
    noun = key.partition(_NOUN)[2]
    if not noun:
        return str(entry[language][0])
    english = _SEMICOLON.split(entry["more"].get(noun, noun))[0]
    return noun if language == "da" else english
