"""`patterns.toml`: the words by which a sentence asserts, denies, limits and binds."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import msgspec

from bot.replies import Language
from index.danish.folding import fold
from index.decisions import Outcome

LANGUAGES: tuple[Language, ...] = ("da", "en")


class _Turn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    da: list[str]
    en: list[str]
    there: list[str] = []
    licence: list[str] | None = None
    free: bool = False


class _Pair(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    da: tuple[str, str]
    en: tuple[str, str]
    must: bool = False


class _Patterns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file, as it must be."""

    outcomes: dict[Outcome, dict[Language, list[str]]]
    turns: dict[str, _Turn]
    opposites: list[_Pair]
    proposals: dict[str, list[str]]
    deciding: dict[str, list[str]]
    address: dict[str, list[str]]
    frame: dict[Language, str]
    leaning: dict[Language, str]
    slots: dict[str, list[str]]
    hinges: dict[str, list[str]]
    readings: dict[str, dict[Language, list[str]]]
    bodies: dict[str, str]
    body_kinds: dict[str, str]
    verbs: dict[Language, list[str]]
    units: dict[str, str]


@cache
def outcomes() -> Mapping[Outcome, Mapping[Language, re.Pattern[str]]]:
    """Return what says, in each language, that an item had an outcome."""
    return {
        outcome: {language: _pattern(words[language]) for language in LANGUAGES}
        for outcome, words in _file().outcomes.items()
    }


@dataclass(frozen=True, slots=True)
class Turn:
    """What turns a statement round, or limits it."""

    prose: Mapping[Language, re.Pattern[str]]
    """Tells it."""
    there: re.Pattern[str]
    """Stands in a source that must be told so."""
    licence: re.Pattern[str] | None
    """Stands in a source that may be told so; `None`: any may."""


@cache
def turns() -> Mapping[str, Turn]:
    """Return what turns a statement round or limits it, by sort."""
    return {
        sort: Turn(
            {"da": _pattern(words.da), "en": _pattern(words.en)},
            _pattern(words.there),
            None if words.free else _pattern(words.licence or words.there),
        )
        for sort, words in _file().turns.items()
    }


@dataclass(frozen=True, slots=True)
class Opposite:
    """Words that contradict others."""

    said: Mapping[Language, re.Pattern[str]]
    """In prose."""
    said_otherwise: Mapping[Language, re.Pattern[str]]
    """In prose: the contrary."""
    same: re.Pattern[str]
    """In a Danish source: it says so too."""
    contrary: re.Pattern[str]
    """In a Danish source: it says the contrary."""
    must: bool
    """Whether a source that says neither bears it no more than one that says the contrary."""


@cache
def opposites() -> Sequence[Opposite]:
    """Return both sides of every pair."""
    return [
        Opposite(
            {"da": _pattern([pair.da[side]]), "en": _pattern([pair.en[side]])},
            {"da": _pattern([pair.da[1 - side]]), "en": _pattern([pair.en[1 - side]])},
            _pattern([pair.da[side]]),
            _pattern([pair.da[1 - side]]),
            pair.must,
        )
        for pair in _file().opposites
        for side in (0, 1)
    ]


@cache
def proposals() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what begins a recommendation, and what it asks for, in either language."""
    table = _file().proposals
    return _pattern(table["asks"]), _pattern(table["asked_for"])


@cache
def deciding() -> re.Pattern[str]:
    """Return what says, in either language, that something was decided."""
    return _pattern(_file().deciding["words"])


@cache
def voice() -> re.Pattern[str]:
    """Return what says, in either language, that somebody decided, thinks or wants something."""
    table = _file().deciding
    return _pattern([*table["words"], *table["voice"]])


@cache
def address() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the words that speak to somebody, and those with which an order begins."""
    table = _file().address
    return _pattern(table["words"]), _pattern(table["orders"])


@cache
def frame(language: Language) -> frozenset[str]:
    """Return the folded words that bind a sentence and claim nothing."""
    return _folded(_file().frame[language])


@cache
def leaning(language: Language) -> frozenset[str]:
    """Return the folded words with which a sentence leans on the one before."""
    return _folded(_file().leaning[language])


@cache
def slots() -> Mapping[str, re.Pattern[str]]:
    """Return the prepositions, in either language, that give a figure or a word its place."""
    return {sort: _pattern(words) for sort, words in _file().slots.items()}


@cache
def hinges() -> Mapping[str, re.Pattern[str]]:
    """Return the words, in either language, that begin what something hangs on."""
    return {sort: _pattern(words) for sort, words in _file().hinges.items()}


@cache
def readings(sort: str) -> Mapping[Language, re.Pattern[str]]:
    """Return the words of a sort by which what a message says is told in other words."""
    return {language: _pattern(words) for language, words in _file().readings[sort].items()}


@cache
def body_kinds() -> Mapping[str, str]:
    """Return what the Danish names of a kind of body hold, folded, by each word for the kind."""
    kinds = _file().body_kinds
    return {word: fold(kind) for kind, words in kinds.items() for word in _folded(words)}


@cache
def verbs(language: Language) -> re.Pattern[str]:
    """Return the forms of verbs with which a clause without a subject begins."""
    return _pattern(_file().verbs[language])


@cache
def bodies() -> frozenset[str]:
    """Return the folded words by which minutes call whoever meets."""
    return _folded(_file().bodies["words"])


@cache
def units() -> Mapping[str, str]:
    """Return the sort of a unit by every folded word for it."""
    return {word: sort for sort, words in _file().units.items() for word in _folded(words)}


@cache
def _file() -> _Patterns:
    text = resources.files(__package__).joinpath("patterns.toml").read_text("utf-8")
    return msgspec.toml.decode(text, type=_Patterns)


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    # Without words: a pattern that nothing fits.
    ways = "|".join(word.replace("~", r"\w*") for word in words) or r"\b\B"
    return re.compile(rf"(?<!\w)(?:{ways})(?!\w)", re.IGNORECASE)


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())
