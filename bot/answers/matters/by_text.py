"""Items that may be one matter though neither number nor title says so: their texts do.

"Night closing of the emergency ward" comes back as "Acute help at night", and "Lights on field 2"
as "Floodlights". What two items of neighbouring meetings have in common is weighed by how rare it
is in those meetings; each must be the other's nearest. It is a likeness, and is told as one.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import chain
from weakref import WeakKeyDictionary

from bot.answers.finding.meetings import one_paper_each
from bot.answers.matters.matter import by_date, of_substance
from bot.answers.matters.titles import name_other_places, share_a_thing
from index.archive import Filter, ItemEntry, View
from index.danish.stems import stem
from index.danish.stopwords import DANISH
from index.danish.words import folded_words
from index.documents import MEETING_PAPERS, DocumentKind

ALIKE = 0.2
"""Share of the weight of two items' words that they have in common (a cosine, 0-1)."""
AHEAD = 1.7
"""How many times as alike as the next two are shall be. On seven archives of many bodies 62 pairs
lay above both lines: 49 were one matter, 22 of these under titles that do not tell it, and 13 of
one thing at another time or from another side (the accounts of two quarters, the report and the
notice that it led to). None was of anything else."""
ALIKE_TITLED, AHEAD_TITLED = 0.12, 1.3
"""The same where the titles name a thing in common. On nine archives seven pairs more lay above
these lines, all of one matter or one thing."""
NEIGHBOURS = 3
"""Meetings before or after an item's own that are looked through."""
WITHIN = timedelta(days=400)
SELDOM = timedelta(days=1100)
"""Time within which the next meeting is looked through of a body that met no sooner. On thirteen
archives seven pairs more lay above the lines: six of one matter, and one of a formality."""
_READ = 3_000
"""Characters of an item that are weighed."""
_TEXTS_KEPT = 1_024
"""Items whose words stay known."""
_FOUND_KEPT = 1_024
"""Items of a view of which it stays known what they are like."""
_SHORTEST = 3
"""Letters of a word that is weighed."""


def perhaps_again(entry: ItemEntry, view: View) -> list[ItemEntry]:
    """Return what an item may have come back as, under another title, at the next meetings."""
    day = entry.document.date
    return [one for one in akin(entry, view) if day and (one.document.date or day) > day]


def akin(entry: ItemEntry, view: View) -> Sequence[ItemEntry]:
    """Return the items of neighbouring meetings of a body whose text is about the same.

    One a meeting at most, by date; none of a formality, of what is closed, of another place by its
    title, or without a date. What was found is kept: the lists of what is open have the same items
    whoever asks.
    """
    kept = _FOUND.setdefault(view, {})
    found = kept.get(entry.key)
    if found is None:
        if len(kept) >= _FOUND_KEPT:
            kept.clear()
        found = kept[entry.key] = tuple(_akin(entry, view))
    return found


_FOUND: MutableMapping[View, dict[tuple[str, int], tuple[ItemEntry, ...]]] = WeakKeyDictionary()
"""By view, for no other shows the same items, and no longer than it is looked through."""


def _akin(entry: ItemEntry, view: View) -> list[ItemEntry]:
    day, key = entry.document.date, entry.document.body_key
    if day is None or key is None or not _may_be(entry):
        return []
    around = Filter(
        bodies=frozenset({key}), since=day - SELDOM, until=day + SELDOM, kinds=MEETING_PAPERS
    )
    meetings: dict[date, list[ItemEntry]] = {}
    for one in one_paper_each(view.items(around)):
        if one.document.date is not None and _may_be(one):
            meetings.setdefault(one.document.date, []).append(one)
    own = [one for one in meetings.pop(day, []) if one.item.title != entry.item.title]
    days = [*_nearest(meetings, day, before=True), *_nearest(meetings, day, before=False)]
    items = [entry, *own, *(one for d in days for one in meetings[d])]
    words = {one.key: _words_of(one, view) for one in items}
    weighed = _Weighed(words)
    found = []
    for d in days:
        shares = [weighed.alike(entry, one) for one in meetings[d]]
        ranked = sorted(zip(shares, range(len(shares)), strict=True))
        alike, at = ranked[-1]
        nearest = meetings[d][at]
        others = [share for share, _ in ranked[:-1]]
        others += [weighed.alike(other, nearest) for other in own]
        titles = entry.item.title, nearest.item.title
        titled = share_a_thing(*titles, body.name if (body := entry.document.body) else "")
        titled = titled and abs(d - day) <= WITHIN  # what is long past must be surely alike
        least, ahead = (ALIKE_TITLED, AHEAD_TITLED) if titled else (ALIKE, AHEAD)
        stands_out = alike >= max(least, ahead * max(others, default=0.0))
        if stands_out and not name_other_places(*titles):
            found.append(nearest)
    return by_date(found)


def _may_be(entry: ItemEntry) -> bool:
    agenda = entry.document.kind is DocumentKind.AGENDA
    return of_substance(entry) and not entry.item.closed and not agenda


def _nearest(days: Iterable[date], day: date, *, before: bool) -> list[date]:
    side = sorted((d for d in days if (d < day) is before), reverse=before)[:NEIGHBOURS]
    # A board that meets once a year and a half goes on with its matters all the same.
    return [d for d in side if abs(d - day) <= WITHIN] or side[:1]


def _words_of(entry: ItemEntry, view: View) -> frozenset[str]:
    text = entry.item.span.of(view.document(entry.document.id).text)[:_READ]
    return _words(f"{entry.item.title}\n{text}")


@lru_cache(maxsize=_TEXTS_KEPT)
def _words(text: str) -> frozenset[str]:
    return frozenset(
        stem(word)
        for word in set(folded_words(text))
        if word.isalpha() and len(word) >= _SHORTEST and word not in DANISH
    )


class _Weighed:
    """The words of some items; the rarer one is among them, the more it counts."""

    def __init__(self, words: Mapping[tuple[str, int], frozenset[str]]) -> None:
        self._words = words
        counts = Counter(chain.from_iterable(words.values()))
        # The logarithm of one in how many items has it.
        logs = {n: math.log((len(words) + 1) / (n + 0.5)) for n in set(counts.values())}
        self._weights = {word: logs[n] for word, n in counts.items()}
        self._whole: dict[tuple[str, int], float] = {}

    def alike(self, one: ItemEntry, other: ItemEntry) -> float:
        """Return the share of their weight that two items have in common: a cosine, 0-1."""
        whole = math.sqrt(self._weight_of(one.key) * self._weight_of(other.key))
        return self._weight(self._words[one.key] & self._words[other.key]) / whole if whole else 0.0

    def _weight_of(self, key: tuple[str, int]) -> float:
        known = self._whole.get(key)
        if known is None:
            known = self._whole[key] = self._weight(self._words[key])
        return known

    def _weight(self, words: Iterable[str]) -> float:
        return max(0.0, sum(map(self._weights.__getitem__, words)))
