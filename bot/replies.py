"""The reply contract: what every surface gets, with its invariants checked when it is made."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from bot.citations import Citation
from index.archive import ItemEntry, RateEntry
from index.rates.rate import RateStatus, Validity

Language = Literal["da", "en"]

MARKER = re.compile(r"(?<!\\)\[(\d+)\]")
"""A citation marker; one that stands in quoted words is escaped with a backslash."""


class ReplyKind(StrEnum):
    """What sort of reply it is; the last four are the kinds of no."""

    DECISION = "decision"
    RATE = "rate"
    FACT = "fact"
    DEFINITION = "definition"
    PEOPLE = "people"
    LIST = "list"
    CASE = "case"
    INTRO = "intro"
    CHANGES = "changes"
    NOT_FOUND = "not_found"
    """Nothing in the archive answers; says what was searched for and shows the nearest items."""
    NOT_DECIDED = "not_decided"
    """The item exists; no decision is recorded, or it was deferred."""
    CLOSED = "closed"
    """The item was dealt with behind closed doors."""
    NOT_IN_ARCHIVE = "not_in_archive"
    """The meeting, the period, the body or the document is not in the archive."""

    @property
    def asserts(self) -> bool:
        """Whether a reply of this kind states something that needs a citation."""
        return self not in {ReplyKind.NOT_FOUND, ReplyKind.NOT_IN_ARCHIVE}


class BrokenReply(ValueError):
    """A reply whose text and citations do not belong together."""


@dataclass(frozen=True, slots=True)
class ToldRate:
    """A rate that a reply states, with what it says of it."""

    entry: RateEntry
    validity: Validity
    """By its own words, or worked out from the year of its agreement."""
    status: RateStatus
    """On the day, or in the time, that was asked about."""
    citation: int
    """Number of the citation that it rests on."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a language model had to do with a reply. Where none is set, there is no such record."""

    model: str
    """What its endpoint calls it."""
    prompt: str
    """What it was told, with version and digest: "answer 1 (3f9c1a)"."""
    prose: str = ""
    """The sentences that stood the checks, with their markers; empty where only quotes answer."""
    faults: tuple[str, ...] = ()
    """Why sentences were left out, one entry each, as `bot.writing.checking.faults.Fault`."""
    kept: int = 0
    """Sentences in the prose."""
    added: int = 0
    """Citations that only the prose marks: the last ones of the reply."""
    failure: str | None = None
    """Why the model did not write to the end, as `bot.models.model.Failure`."""

    @property
    def by_model(self) -> bool:
        """Whether the reply shows anything that the model wrote."""
        return bool(self.prose)


@dataclass(frozen=True, slots=True)
class Reread:
    """What a language model had to do with how a message was read."""

    model: str
    """What its endpoint calls it."""
    prompt: str
    """What it was told, with version and digest: "rewrite 1 (3f9c1a)"."""
    taken: bool = False
    """Whether the reply answers what it made of the message."""
    fault: str | None = None
    """Why what it made of it was thrown away, as `bot.writing.checking.faults.Misreading`."""
    failure: str | None = None
    """Why it made nothing of it, as `bot.models.model.Failure`."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer with what it rests on.

    Raises:
        BrokenReply: A marker has no citation, a citation has no marker, the numbers are not
            1, 2, 3 …, a kind that asserts something cites nothing, or a rate has no citation.
    """

    question: str
    language: Language
    kind: ReplyKind
    text: str
    """Markdown with `[1]` markers."""
    citations: tuple[Citation, ...] = ()
    decisions: tuple[ItemEntry, ...] = ()
    """The items whose decisions the reply tells of."""
    rates: tuple[ToldRate, ...] = ()
    """The rates that it states, those that were asked for first."""
    warnings: tuple[str, ...] = ()
    """In the language of the reply: draft minutes, disagreeing sources, a body not found."""
    elapsed_ms: float = 0.0
    understood_as: str | None = None
    """A follow-up as the question that it was read as, to be shown; `None` for any other."""
    is_surely_meant: bool = False
    """Whether a message in a thread of ours is for us by its words, though nothing answers it."""
    asks_back: bool = False
    """Whether it asks what is meant: a thread goes on from what was answered before."""
    is_none: bool = False
    """Whether it tells that there is none of what was asked for: an answer, though nothing was
    found."""
    is_of_the_sort: bool = False
    """Whether it shares with a message little but the sort of thing that is asked for."""
    written: Written | None = None
    """What a model wrote of it, `None` where none was asked. Its prose begins `text`."""
    reread: Reread | None = None
    """What a model had to do with how it was read, `None` where none was asked."""

    def __post_init__(self) -> None:
        marked = {int(number) for number in MARKER.findall(self.text)}
        numbers = [citation.number for citation in self.citations]
        if numbers != list(range(1, len(numbers) + 1)):
            raise BrokenReply(f"citations are numbered {numbers}")
        if marked != set(numbers):
            raise BrokenReply(f"the text marks {sorted(marked)}, the citations are {numbers}")
        if self.kind.asserts and not numbers:
            raise BrokenReply(f"a reply of kind {self.kind} cites nothing")
        if self.rates and self.kind not in _WITH_RATES:
            raise BrokenReply(f"a reply of kind {self.kind} with {len(self.rates)} rates")
        if self.kind is ReplyKind.RATE and not self.rates:
            raise BrokenReply("a reply of kind rate without one")
        if not {rate.citation for rate in self.rates} <= set(numbers):
            raise BrokenReply("a rate rests on a citation that is not there")


_WITH_RATES = frozenset({ReplyKind.RATE, ReplyKind.INTRO, ReplyKind.CHANGES})
