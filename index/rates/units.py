"""Units of rates: what a figure is counted in and per what ("kr. pr. gruppe 1-sikret pr. år").

The nouns that a rate can be *per* stand in `units.toml` with their English. A table that staff keep
may use no others; a document may ("pr. besøgsrunde"), and then its own word is kept.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from index.danish.folding import fold

KRONER = "kr."
PERCENT = "%"

_FILE = Path(__file__).with_name("units.toml")
_CURRENCIES = {
    **dict.fromkeys(("kr", "kr.", "dkk", "kroner", "krone", "danske kroner", "d.kr."), KRONER),
    **dict.fromkeys(("%", "pct", "pct.", "procent", "percent", "per cent"), PERCENT),
}
_LEADING = re.compile(
    r"(?P<currency>danske kroner|d\.kr\.|kroner|krone|kr\.?|dkk|%|pct\.?|procent|per cent|percent)"
    r"(?![^\W_])",
)
_PER = re.compile(r"\s*(?:/|\b(?:pr|per|a|for each|for hver|for hvert)\b\.?|\bi (?=timen))\s*")
_ADVERBS = {
    **dict.fromkeys(("aarligt", "aarlig", "om aaret", "annually", "yearly", "a year"), "year"),
    **dict.fromkeys(("maanedligt", "om maaneden", "monthly", "a month"), "month"),
    **dict.fromkeys(("ugentligt", "om ugen", "weekly", "a week"), "week"),
    **dict.fromkeys(("dagligt", "om dagen", "daily", "a day"), "day"),
    **dict.fromkeys(("i timen", "an hour", "hourly"), "hour"),
    **dict.fromkeys(("kvartalsvis", "quarterly"), "quarter"),
    **dict.fromkeys(("halvaarligt", "half-yearly"), "half_year"),
}
_ADVERB = re.compile(
    r"\s*\b(?:" + "|".join(sorted(map(re.escape, _ADVERBS), key=len, reverse=True)) + r")\b"
)
_PERIODS = ("hour", "commenced_hour", "day", "week", "month", "quarter", "half_year", "year")


@dataclass(frozen=True, slots=True)
class Unit:
    """What a figure is counted in, and per what."""

    currency: str | None
    """`KRONER` or `PERCENT`; `None` where nothing says."""
    per: tuple[str, ...] = ()
    """Keys of `units.toml`, or a noun as a document prints it; what it is for before how often."""

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
        mine, theirs = frozenset(self.per), frozenset(other.per)
        return same and (mine <= theirs or theirs <= mine)


@dataclass(frozen=True, slots=True)
class Per:
    """A word for what a rate is per, where it stands in a folded text."""

    key: str
    start: int
    end: int


def ordered(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Return keys each once, those of time last."""
    once = tuple(dict.fromkeys(keys))
    return (*(k for k in once if k not in _PERIODS), *(k for k in once if k in _PERIODS))


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
        found = _next_key(rest)
        if found is None:
            return None
        keys.append(found.key)
        rest = rest[found.end :]
    return Unit(currency, ordered(tuple(keys))) if currency or keys else None


def _next_key(folded: str) -> Per | None:
    if adverb := _ADVERB.match(folded):
        return Per(_ADVERBS[adverb[0].strip()], 0, adverb.end())
    per = _PER.match(folded)
    return noun_at(folded, per.end()) if per else None


def noun_at(folded: str, start: int) -> Per | None:
    """Return the known noun that begins at `start` of a folded text, the longest that fits."""
    found = _nouns().match(folded, start)
    return Per(_keys()[_squeezed(found[0])], start, found.end()) if found else None


def adverb_at(folded: str, start: int) -> Per | None:
    """Return the adverb ("årligt", "i timen") that begins at `start` of a folded text."""
    found = _ADVERB.match(folded, start)
    return Per(_ADVERBS[found[0].strip()], start, found.end()) if found else None


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    table: dict[str, dict[str, list[str]]] = tomllib.loads(_FILE.read_text("utf-8"))
    return table


@cache
def _keys() -> dict[str, str]:
    return {
        _squeezed(fold(word)): key
        for key, words in _table().items()
        for word in (*words["da"], *words["en"])
    }


@cache
def _nouns() -> re.Pattern[str]:
    words = (fold(word) for entry in _table().values() for word in (*entry["da"], *entry["en"]))
    # A hyphen, a space or nothing: "gruppe 1-sikret", "gruppe-1 sikret", "gr1 sikret".
    loose = sorted(
        {
            re.sub(r"[ -]", "[ -]?", re.escape(w).replace(r"\ ", " ").replace(r"\-", "-"))
            for w in words
        },
        key=len,
        reverse=True,
    )
    return re.compile(rf"(?:{'|'.join(loose)})(?![^\W_])")


def _squeezed(word: str) -> str:
    return re.sub(r"[ -]", "", word)


def _noun(key: str, language: Literal["da", "en"]) -> str:
    entry = _table().get(key)
    return entry[language][0] if entry else key
