"""Judged replies into figures, for all questions and for each language and kind."""

import math
import statistics
from collections.abc import Iterable, Sequence

import msgspec

from bot.evaluation.judging import RANKS, Judged


class Share(msgspec.Struct, frozen=True):
    """How many of how many."""

    good: int
    of: int

    @property
    def value(self) -> float | None:
        """The share, 0 to 1; `None` of nothing."""
        return self.good / self.of if self.of else None


class Scores(msgspec.Struct, frozen=True):
    """The figures of a group of questions."""

    group: str
    questions: int
    passage_at_1: Share
    passage_at_3: Share
    passage_at_5: Share
    answer: Share
    refusals: Share
    """Questions without answer that were refused."""
    wrong_refusals: Share
    """Questions with an answer that were refused."""
    absent: Share
    """Replies with nothing in them that should not be, of those that name such words."""
    verbatim: Share
    """Citations whose words stand in the document."""
    supported: Share
    """Replies in which every number stands in what they cite."""
    median_ms: float
    p95_ms: float


def scores(judged: Sequence[Judged]) -> list[Scores]:
    """Return the figures for all, then for each language, then for each kind of question."""
    languages = sorted({j.question.lang for j in judged})
    kinds = sorted({j.question.kind for j in judged})
    return [
        score("all", judged),
        *(score(name, [j for j in judged if j.question.lang == name]) for name in languages),
        *(score(name, [j for j in judged if j.question.kind == name]) for name in kinds),
    ]


def score(group: str, judged: Sequence[Judged]) -> Scores:
    """Return the figures of one group, which has at least one question."""
    expected = [j for j in judged if j.passage_expected]
    found = [Share(sum(_within(j, rank) for j in expected), len(expected)) for rank in RANKS]
    citations = sum(len(j.reply.citations) for j in judged if j.reply)
    misquoted = sum(len(j.misquoted) for j in judged)
    times = sorted(j.milliseconds for j in judged)
    return Scores(
        group=group,
        questions=len(judged),
        passage_at_1=found[0],
        passage_at_3=found[1],
        passage_at_5=found[2],
        answer=_share(j.answered for j in judged),
        refusals=_share(j.refused for j in judged),
        wrong_refusals=_share(j.wrongly_refused for j in judged),
        absent=_share(not j.absent if j.question.absent else None for j in judged),
        verbatim=Share(citations - misquoted, citations),
        supported=_share(not j.unsupported if j.reply else None for j in judged),
        median_ms=round(statistics.median(times), 1),
        p95_ms=round(times[math.ceil(0.95 * len(times)) - 1], 1),
    )


def _within(judged: Judged, rank: int) -> bool:
    return judged.rank is not None and judged.rank <= rank


def _share(verdicts: Iterable[bool | None]) -> Share:
    given = [verdict for verdict in verdicts if verdict is not None]
    return Share(sum(given), len(given))
