"""How a follow-up was read, and which replies answer what it was read as."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bot.conversation.antecedents import stems_in
from bot.conversation.turns import Turn
from bot.questions.question import Question
from bot.questions.times.period import Period
from bot.questions.wanted import SEEN_IN_WORDS, Wanted, answers_with, holds
from bot.replies import Language, Reply, ReplyKind
from index.danish.sentences import sentences
from index.danish.stems import stem
from index.danish.words import folded_words
from index.decisions import Outcome
from index.documents import MEETING_PAPERS


class PlaceOf(Protocol):
    """Returns a turn at the item of its matter that speaks of a thing, by its folded words."""

    def __call__(
        self,
        words: Sequence[str],
        turn: Turn,
        sought: Wanted | None = None,
        *,
        newest: bool = False,
    ) -> Turn | None:
        """Find the item; `sought` must stand beside the words, and the `newest` may come first."""
        ...


@dataclass(frozen=True, slots=True)
class Step:
    """An item of a case."""

    place: Turn
    outcome: Outcome
    """What became of it there."""


class PlaceTitled(Protocol):
    """Returns a turn at another item whose title names a thing, by its folded words."""

    def __call__(self, words: Sequence[str], turn: Turn, *, anywhere: bool = False) -> Turn | None:
        """Find the item among those of the meeting, or `anywhere`."""
        ...


@dataclass(frozen=True, slots=True)
class Archive:
    """What reading a follow-up needs of the archive."""

    read: Callable[[str], Question]
    """Reads a question."""
    place_of: PlaceOf
    stems_of: Callable[[str], frozenset[str]]
    """Returns the stems by which papers may speak of a folded word."""
    stems_of_title: Callable[[str], frozenset[str]]
    """Returns the stems of a title, and of the parts of its compounds."""
    titled: PlaceTitled
    steps: Callable[[Turn], Sequence[Step]]
    """Returns the items of a turn's case, the newest first."""
    held_before: Callable[[Question, str | None], "HeldBefore | None"]
    """Returns who held an office before the one who does, of the committee that the question, or
    else the turn, is of; `None` where no office is asked about, or nobody else is known.
    """


@dataclass(frozen=True, slots=True)
class HeldBefore:
    """Who held an office before somebody else."""

    name: str
    until: date
    """The first meeting of which a paper names the other."""


@dataclass(frozen=True, slots=True)
class Full:
    """A question in full, and where it was asked of."""

    question: str
    place: Turn | None = None
    said: tuple[str, ...] = ()
    """Folded words, one of which a quoted sentence of that place speaks of."""
    body: str | None = None
    """Name of the committee whose papers answer it."""
    is_certain: bool = False
    """Whether the message by itself asks of nothing."""
    is_of_no_other_place: bool = False
    """Whether the message says itself which item it is of: by title, number, or how it ended."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A follow-up, as the question that it stands for."""

    question: str
    language: Language
    """Of the reply."""
    or_alone: bool = True
    """Whether the message may be a question of its own where this one finds nothing."""
    is_fragment: bool = False
    """Whether the message is a mere name or time: alone, it finds but words in common."""
    things: tuple[str, ...] = ()
    """Folded words that name a thing as known; an answer to the message alone speaks of them."""
    wanted: Wanted | None = None
    """The sort of thing that is asked for."""
    place: Turn | None = None
    """Where it was asked of: what rests elsewhere answers something else."""
    bodies: frozenset[str] = frozenset()
    """Names of the committees that it asks of instead of the one before."""
    period: Period | None = None
    """The time that it asks of instead."""
    instead: tuple[str, ...] = ()
    """Folded words of the matter that it asks of instead; a fact that is quoted speaks of it."""
    of_a_name: bool = False
    """Whether it asks what something is, or stands for: no sentence that speaks of it says that."""
    said: tuple[frozenset[str], ...] = ()
    """Stems of words, one of which a quoted sentence speaks of: when "it opened"."""
    is_of_no_other_place: bool = False
    """Whether the message says itself which item it is of."""
    is_of_an_item: bool = False
    """Whether it names an item: what is told must then be of that time."""

    @property
    def exchanges(self) -> bool:
        """Whether it is the question before, with something exchanged in it."""
        return self.is_fragment and self.place is None

    @property
    def is_sure(self) -> bool:
        """Whether it exchanges a committee or a year: in a thread of ours that is said to us."""
        year = self.period is not None and _YEAR.search(self.period.words) is not None
        return self.is_fragment and (bool(self.bodies) or year)

    @property
    def may_stand_alone(self) -> bool:
        """Whether the message may be a question of its own."""
        return self.or_alone

    def gives_way_to(self, reply: Reply) -> bool:
        """Tell whether the reply to the message alone is taken where this question has none."""
        if not self.or_alone or not reply.kind.asserts:
            return False
        if self.is_fragment and reply.kind is ReplyKind.FACT:
            return False
        return not self.things or (bool(reply.citations) and _speaks_of(reply, self.things))

    def is_answered_by(self, reply: Reply) -> bool:
        """Tell whether a reply states something, and that of what this was asked of."""
        if not reply.kind.asserts:
            return False
        if reply.kind is ReplyKind.RATE and self.said:
            return self._is_spoken_of([citation.quote for citation in reply.citations])
        if reply.kind is ReplyKind.RATE or not reply.citations:
            return True
        first = reply.citations[0].document
        if self.bodies and (first.body is None or first.body.name not in self.bodies):
            return False
        in_common = self.of_a_name or not _speaks_of(reply, self.instead)
        if reply.kind is ReplyKind.FACT and self.instead and in_common:
            return False
        if self.period and self.is_of_an_item and first.date and not self.period.holds(first.date):
            return False
        if self.place is None and self.said and reply.kind is ReplyKind.FACT:
            return self._is_spoken_of(_sentences(reply.citations[0].quote))
        if self.place is None:
            return not self.is_fragment or self._holds_what_is_wanted(reply)
        return _rests_on(reply, self.place) and self._holds_what_is_wanted(reply)

    def _holds_what_is_wanted(self, reply: Reply) -> bool:
        """Tell whether a quoted sentence of the item can answer: "when" needs a day.

        When something opened, it needs the day on which it opened.
        """
        wanted = self.wanted if self.wanted in SEEN_IN_WORDS else None
        if reply.kind is not ReplyKind.FACT:
            return True
        if self.wanted is Wanted.REASON and _is_formula(reply):
            return False
        quoted = [quote for c in reply.citations for quote in _sentences(c.quote)]
        told = [quote for quote in quoted if wanted is None or answers_with(wanted, quote)]
        if not self.said or self.wanted in _TOLD_IN_OTHER_WORDS:
            return bool(told) or wanted is None
        return self._is_spoken_of(told)

    def _is_spoken_of(self, quotes: Sequence[str]) -> bool:
        spoken = [stems_in(folded_words(quote)) for quote in quotes]
        return any(stems & words for stems in self.said for words in spoken)


_TOLD_IN_OTHER_WORDS = frozenset({Wanted.REASON, Wanted.PURPOSE})
"""Sorts of answers that need not repeat what is asked."""


def _sentences(quote: str) -> list[str]:
    return [place.of(quote) for place in sentences(quote)] or [quote]


def _is_formula(reply: Reply) -> bool:
    """Tell whether a reply quotes first a mere "Taget til efterretning", and no reason below."""
    if len(folded_words(reply.citations[0].quote)) > _FORMULA:
        return False
    return not any(holds(Wanted.REASON, citation.quote) for citation in reply.citations)


_FORMULA = 4
"""Words up to which a sentence only says how an item ended."""


def _rests_on(reply: Reply, place: Turn) -> bool:
    """Tell whether a reply first cites the item, or the meeting, that was spoken of.

    Another item of the same meeting is another matter: its votes are none on the one asked of.
    """
    document, item = reply.citations[0].document, reply.citations[0].item
    if place.item is not None and (item is not None or document.items):
        return item is not None and item.title == place.item
    body = document.body.name if document.body else None
    return body == place.body and place.day in {None, document.date}


def _speaks_of(reply: Reply, words: Sequence[str]) -> bool:
    """Tell whether what a reply quotes first, or its item, holds all of some folded words.

    An agreement, a memo or a strategy is as well what its title says.
    """
    first = reply.citations[0]
    title = first.item.title if first.item is not None else ""
    if first.document.kind not in MEETING_PAPERS:
        title = f"{title} {first.document.title}"
    spoken = stems_in(folded_words(f"{first.quote} {title}"))
    return all(stem(word) in spoken for word in words)


@dataclass(frozen=True, slots=True)
class Unclear:
    """A message that leans on what was said before, and of which nobody can tell on what."""

    language: Language
    alone: str = ""
    """What it says without the words it opens with, where these may be a question by themselves."""
    is_sure: bool = False
    """Whether it speaks of deciding: in a thread of ours that is said to us."""
    is_elsewhere: bool = False
    """Whether it names another matter, of which nothing answers it either."""

    @property
    def may_stand_alone(self) -> bool:
        """Whether its words may be a question of their own."""
        return bool(self.alone)

    def gives_way_to(self, reply: Reply) -> bool:
        """Tell whether the reply to its words alone is taken: not for words in common."""
        return bool(self.alone) and reply.kind.asserts and reply.kind is not ReplyKind.FACT


_YEAR = re.compile(r"(?:19|20)\d{2}")
