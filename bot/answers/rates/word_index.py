"""Rates by the words of their names, so that a question looks at the few that it may mean.

Only words by which a rate may be called are indexed: those of its name, its payee and its unit, and
for a name that says nothing ("taksten") those around it. What else stands around a rate is taken
apart when it is looked at, for most rates never are.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from bot.answers.rates.professions import speaks_of
from bot.questions.rates.limits import limits_in
from bot.questions.rates.sides import sides_in
from bot.questions.rates.words import is_generic
from index.archive import RateEntry
from index.archive import Term as Word
from index.danish.abbreviations import may_be_short_for
from index.danish.compounds import is_listed, parts
from index.danish.folding import fold
from index.danish.words import folded_words, term_set
from index.rates.rate import Rate
from index.rates.units import PERCENT, Unit, kind_of

_KEPT = 4
"""Sets of rates whose indexes are kept: of some audiences, and of an earlier day."""


class RateWords:
    """The words of a rate as a question may meet them."""

    __slots__ = (
        *("_around", "_entry", "aside", "at_other_times", "generic", "limits", "name", "own"),
        *("payee", "titled", "unit"),
    )

    def __init__(self, entry: RateEntry) -> None:
        """Take the rate's name apart."""
        rate = entry.rate
        named, self.aside = _name_words(rate.all_names)
        self._entry = entry
        self._around: frozenset[str] | None = None
        self.payee = term_set(_whole_words(rate.payee)) if rate.payee else frozenset()
        self.name = named | self.payee
        self.own = named | self.aside
        """Of what it is called, without who gets it."""
        self.unit = _unit_words(rate.unit)
        self.generic = not (rate.payee or says_what(rate.name))
        """Whether its name does not say what it is for: "taksten"."""
        self.at_other_times = _OTHER_TIMES.search(aside_of(rate.name)) is not None
        self.limits = limits_in(rate.name)
        """Within which it holds: "over 10 m"."""
        self.titled = _titled(rate.about)
        """Of a heading above it that is one of a rate: "Takst for opholdet"."""

    @property
    def around(self) -> frozenset[str]:
        """Of what stands around it: headings, unit, agreement, title."""
        if self._around is None:
            rate = self._entry.rate
            units = f"{rate.unit.words('da')} {rate.unit.words('en')} {rate.agreement or ''}"
            self._around = term_set(f"{rate.about} {units} {self._entry.document.title}")
        return self._around

    @property
    def sides(self) -> frozenset[str]:
        """Of day and night, of child and adult and the like, those that its name tells."""
        return sides_in(self._entry.rate.name)

    def lacks(self, profession: Word) -> bool:
        """Tell whether what stands around it does not name a profession but as a part of a word."""
        rate = self._entry.rate
        told = f"{rate.about} {rate.agreement or ''} {self._entry.document.title}"
        return not speaks_of(profession, told)

    @property
    def calling(self) -> frozenset[str]:
        """All words by which it may be called."""
        words = self.name | self.aside | self.unit | self.titled
        return words | self.around if self.generic else words


class RateIndex:
    """Rates by word, by unit, and by what they are called."""

    def __init__(self, entries: Sequence[RateEntry]) -> None:
        """Index rates."""
        self.entries = tuple(entries)
        self.words = tuple(map(RateWords, self.entries))
        self.verified = tuple(entry.rate.verified for entry in self.entries)
        self._by_word: defaultdict[str, list[int]] = defaultdict(list)
        self._by_unit: defaultdict[str, list[int]] = defaultdict(list)
        for at, (entry, words) in enumerate(zip(self.entries, self.words, strict=True)):
            for word in words.calling:
                self._by_word[word].append(at)
            for key in set(map(kind_of, entry.rate.unit.per)):
                self._by_unit[key].append(at)

    def called(self, subject: Iterable[Word], share: float) -> list[int]:
        """Return the rates whose names may hold that share of the weight of some words.

        Verified ones first, and those that may hold most first among them.
        """
        weights: defaultdict[int, float] = defaultdict(float)
        total = 0.0
        for term in subject:
            total += term.weight
            for at in set().union(*map(self._holding, term.forms)):
                weights[at] += term.weight
        # A hair below, so that no sum of fractions falls short of itself.
        least = share * total - 1e-9
        named = (at for at, weight in weights.items() if weight >= least)
        return sorted(named, key=lambda at: (not self.verified[at], -weights[at], at))

    def per(self, keys: Iterable[str]) -> list[int]:
        """Return the rates that are counted per any of some units, verified ones first."""
        found = {at for key in keys for at in self._by_unit.get(key, ())}
        return sorted(found, key=lambda at: (not self.verified[at], at))

    def same(self, rate: Rate) -> list[int]:
        """Return the rates that are called as one is, or by its code; itself among them."""
        wanted = calls(rate)
        near = {at for call in wanted for at in self._holding(call)}
        return sorted(at for at in near if not wanted.isdisjoint(calls(self.entries[at].rate)))

    def _holding(self, form: str) -> Sequence[int]:
        """Return the rates that hold the rarest word of some; of a compound's parts, the last.

        What a rate is for may stand in its name, and of what matter, in a title above it.
        """
        words = form.split()
        whole = min((self._by_word.get(word, ()) for word in words), key=len, default=())
        return whole or (self._by_word.get(words[-1], ()) if words else ())


class _Same:
    """Entries as a key: the same objects in the same order."""

    __slots__ = ("_ids", "entries")

    def __init__(self, entries: tuple[RateEntry, ...]) -> None:
        self.entries = entries  # held, so that no other object can have its ids
        self._ids = tuple(map(id, entries))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self._ids == other._ids

    def __hash__(self) -> int:
        return hash(self._ids)


def index_of(entries: tuple[RateEntry, ...]) -> RateIndex:
    """Return the index of rates as a view gives them; made once for the same rates."""
    return _indexed(_Same(entries))


@lru_cache(maxsize=_KEPT)
def _indexed(same: _Same) -> RateIndex:
    return RateIndex(same.entries)


@lru_cache(maxsize=16_384)
def called_as(name: str) -> str:
    """Return what names of one thing share: "Takst for hunde", "hunde"; nothing for "takst"."""
    words = (word for word in without_aside(name).split() if not _only_rate(word))
    return " ".join(sorted(term_set(" ".join(words))))


def without_aside(name: str) -> str:
    """Return a name without what stands in brackets."""
    return _parted(name)[0]


@lru_cache(maxsize=16_384)
def aside_of(name: str) -> str:
    """Return what stands in a name's brackets, folded; empty where that is a code, or the name."""
    whole, aside = _parted(name)
    if is_short_for(aside, whole):
        return ""
    aside = fold(aside)
    return "" if any(character.isdigit() for character in aside.split()[-1:]) else aside


def is_short_for(aside: str, name: str) -> bool:
    """Tell whether brackets hold but a name's abbreviation: "intravenøs indgift (IV-indgift)"."""
    found = _SHORT.fullmatch(aside.strip("() "))
    if found is None:
        return False
    words, rest = folded_words(name), fold(found["rest"] or "")
    ahead = words[: words.index(rest)] if rest in words else words if not rest else []
    letters = fold(found["letters"])
    return any(may_be_short_for(letters, "".join(ahead[at:])) for at in range(len(ahead)))


def calls(rate: Rate) -> frozenset[str]:
    """Return everything that a rate is called, each as `called_as`."""
    return frozenset(filter(None, map(called_as, rate.all_names)))


def _only_rate(word: str) -> bool:
    return is_generic(fold(word))


_SHORT = re.compile(r"(?P<letters>[A-ZÆØÅ]{2,6})(?:-(?P<rest>[a-zæøå]{3,}))?")
"""An abbreviation, alone or before the word that is not shortened."""
_OWN_PAYMENT = re.compile(r"(?:egen|bruger)betaling(?:en)?")
_OTHER_TIMES = re.compile(r"\b(?:andre|oevrige)\s+(?:tid\w*|dage)\b|\bother times\b")
"""In a name's brackets, folded: all times of the day or the week but those of another rate."""
_OF_RATES = re.compile(
    r"\b\w*(?:takst|sats|satser|honorar|gebyr|pris|priser|betaling|godtgoerelse|kontingent)"
    r"(?:en|er|et|erne|ne)?\b"
)
"""A word of a heading, folded, under which rates of one matter stand."""
_LONGEST_HEADING = 80
"""Characters; what is longer is a sentence."""


@lru_cache(maxsize=16_384)
def _titled(about: str) -> frozenset[str]:
    """Return the words of the headings above a rate that are of rates, without those of rates."""
    headings = [
        part
        for part in about.split(" · ")
        if len(part) <= _LONGEST_HEADING and not part.rstrip().endswith((".", ":"))
    ]
    told = (fold(part) for part in headings)
    return term_set(" ".join(_OF_RATES.sub(" ", part) for part in told if _OF_RATES.search(part)))


@lru_cache(maxsize=16_384)
def says_what(name: str) -> bool:
    """Tell whether a name says what a rate is for; "den nuværende takst" does not."""
    words = fold(without_aside(name)).split()
    return not all(is_generic(word) or _OWN_PAYMENT.fullmatch(word) for word in words)


@lru_cache(maxsize=16_384)
def _name_words(names: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of names, and those of the first one's brackets."""
    plain, aside = map(_whole_words, _parted(names[0]))
    # By its abbreviation a rate is called as well as by its name.
    short = (aside,) if is_short_for(aside, plain) else ()
    return term_set(" ".join((plain, *short, *names[1:]))), term_set(
        aside
    ) if aside else frozenset()


_SUSPENDED = re.compile(r"(?P<first>\w{2,})-(?=\s+(?:og|eller|samt|and|or)\s+(?P<last>\w+))")
"""A word of which the last part stands in the next one: "søn- og helligdage"."""


def _listed_end(word: str) -> str:
    """Return the longest end of a word that is a word itself: "dage"."""
    ends = (word[at:] for at in range(1, len(word) - 2))
    return next(filter(is_listed, ends), "")


def _whole_words(name: str) -> str:
    """Return a name with the words that share their last part made whole: "søndage"."""

    def whole(found: re.Match[str]) -> str:
        *_, last = parts(fold(found["last"])) or (_listed_end(fold(found["last"])),)
        return f"{found['first']}{last}"

    return _SUSPENDED.sub(whole, name)


@lru_cache(maxsize=1_024)
def _unit_words(unit: Unit) -> frozenset[str]:
    also = "kilometer" if "km" in unit.per else "procent" if unit.currency == PERCENT else ""
    return term_set(f"{Unit(None, unit.per).words('da')} {also}")


def _parted(name: str) -> tuple[str, str]:
    """Return a name without what stands in brackets, and that."""
    start, end = name.find("("), name.find(")")
    if start < 0 or end < start:
        return name, ""
    return f"{name[:start]} {name[end + 1 :]}", name[start:end]
