"""The figures of an evaluation as a table, and what failed."""

from collections.abc import Sequence

import msgspec

from bot.evaluation.complaints import complaints, in_words
from bot.evaluation.judging import Judged
from bot.evaluation.prose_scores import ProseScores
from bot.evaluation.readings import Readings
from bot.evaluation.scores import Scores, Share
from bot.rendering.as_json import ReplyObject, reply_object
from bot.rendering.screen import Screen
from bot.rendering.tables import table
from bot.rendering.visible import visible_line

HEADER = (
    *("questions", "n", "passage@1", "@3", "@5", "answer", "refused", "wrongly"),
    *("absent", "verbatim", "numbers", "median ms", "p95 ms"),
)

WIDE = 170
"""Columns from which a terminal has room for how many of how many."""


class JudgedObject(msgspec.Struct, frozen=True):
    """A question of an evaluation."""

    id: str
    right: bool
    rank: int | None
    """How many citations it took until every expected quotation was covered."""
    complaints: list[str]
    milliseconds: float
    reply: ReplyObject | None


class EvaluationObject(msgspec.Struct, frozen=True):
    """An evaluation: figures by group, and every question."""

    scores: list[Scores]
    questions: list[JudgedObject]
    writing: ProseScores | msgspec.UnsetType = msgspec.UNSET
    """Only where a language model wrote."""


def scores_text(scores: Sequence[Scores], screen: Screen) -> str:
    """Return the figures as a table; a dash where a group has no such questions."""
    counted = screen.columns is None or screen.columns >= WIDE
    rows = [_row(score, counted=counted) for score in scores]
    return table(HEADER, rows, screen, flexible=(0,), right=range(1, len(HEADER)))


def _row(score: Scores, *, counted: bool) -> tuple[str, ...]:
    shares = (
        *(score.passage_at_1, score.passage_at_3, score.passage_at_5, score.answer),
        *(score.refusals, score.wrong_refusals, score.absent, score.verbatim, score.supported),
    )
    times = (f"{score.median_ms:.1f}", f"{score.p95_ms:.1f}")
    return (
        score.group,
        str(score.questions),
        *(_percent(s, counted=counted) for s in shares),
        *times,
    )


def _percent(share: Share, *, counted: bool) -> str:
    if share.value is None:
        return "–"
    return f"{share.value:.0%}" + (f" ({share.good}/{share.of})" if counted else "")


def prose_text(scores: ProseScores) -> str:
    """Return what a model wrote and what stood, in a few lines."""
    kept = Share(scores.kept, scores.sentences)
    lines = [
        f"Written by the model: {scores.written} of {scores.asked} replies that it was asked for.",
        f"Sentences that stood the checks: {_percent(kept, counted=True)}.",
        f"Citations of the prose that hold an expected passage: "
        f"{_percent(scores.precision, counted=True)}.",
        f"Expected passages that the prose cites: {_percent(scores.recall, counted=True)}.",
        f"Replies whose prose has a number without support: {scores.unsupported}.",
    ]
    for name, counted in (("Left out", scores.faults), ("Failures", scores.failures)):
        if counted:
            told = ", ".join(f"{what} {count}" for what, count in counted.items())
            lines.append(f"{name}: {told}.")
    return "\n".join([*lines, readings_text("Questions", scores.readings)])


def readings_text(what: str, readings: Readings) -> str:
    """Return how many questions, or turns, a language model was asked to read, and what came."""
    why = ", ".join(f"{name} {count}" for name, count in readings.misreadings.items())
    return (
        f"{what} that the model was asked to read: {readings.asked}, answered as it read them: "
        f"{readings.taken}." + (f"\nReadings not taken: {why}." if why else "")
    )


def failures_text(judged: Sequence[Judged], screen: Screen) -> str:
    """Return each question that failed, with what was expected and what came."""
    failed = [j for j in judged if j.failed]
    if not failed:
        return "Nothing failed.\n"
    return "\n".join(_failure(j, screen) for j in failed)


def _failure(judged: Judged, screen: Screen) -> str:
    question = judged.question
    head = visible_line(f"{question.id} · {question.kind} · {question.question}")
    lines = [screen.bold(screen.wrapped(head, rest="  "))]
    lines += [
        screen.wrapped(visible_line(line), "  ", "    ") for line in in_words(complaints(judged))
    ]
    if judged.reply:
        came = f"came: {judged.reply.kind}: {judged.reply.text}"
        lines.append(screen.wrapped(visible_line(came), "  ", "    "))
        lines += [
            screen.wrapped(visible_line(f"[{c.number}] {c.document.source}: {c.quote}"), "    ")
            for c in judged.reply.citations
        ]
    return "\n".join(lines) + "\n"


def evaluation_object(
    judged: Sequence[Judged], scores: Sequence[Scores], writing: ProseScores | None = None
) -> EvaluationObject:
    """Return an evaluation with its figures and every reply."""
    results = [
        JudgedObject(
            id=j.question.id,
            right=not j.failed,
            rank=j.rank,
            complaints=in_words(complaints(j)),
            milliseconds=round(j.milliseconds, 1),
            reply=reply_object(j.reply) if j.reply else None,
        )
        for j in judged
    ]
    return EvaluationObject(list(scores), results, writing or msgspec.UNSET)
