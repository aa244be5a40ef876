"""What a model wrote in an evaluation, and what of it stood, into figures."""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from bot.citations import folded
from bot.evaluation.judging import Judged
from bot.evaluation.readings import Readings, readings
from bot.evaluation.scores import Share
from bot.evaluation.support import without_support
from bot.replies import MARKER, Reply, Written


class ProseScores(msgspec.Struct, frozen=True):
    """Figures of a model's prose."""

    asked: int
    """Replies of which it was asked for some."""
    written: int
    """Replies that show some."""
    sentences: int
    kept: int
    precision: Share
    """Citations of the prose, of questions with an expected passage, that hold one."""
    recall: Share
    """Expected passages that stand in what the prose cites."""
    unsupported: int
    """Replies whose prose has a number that stands in nothing it cites."""
    faults: dict[str, int]
    """Why sentences were left out."""
    failures: dict[str, int]
    """Why the model did not write, or not to the end."""
    readings: Readings


def prose_scores(judged: Sequence[Judged]) -> ProseScores:
    """Return the figures of all replies of which a model was asked for some."""
    asked = [(j, j.reply, j.reply.written) for j in judged if j.reply and j.reply.written]
    written = [(j, reply, of) for j, reply, of in asked if of.by_model]
    kept = sum(of.kept for _, _, of in asked)
    return ProseScores(
        asked=len(asked),
        written=len(written),
        sentences=kept + sum(len(of.faults) for _, _, of in asked),
        kept=kept,
        precision=_together(_precision(j, reply, of) for j, reply, of in written),
        recall=_together(_recall(j, reply, of) for j, reply, of in written),
        unsupported=sum(bool(_unsupported(reply, of)) for _, reply, of in written),
        faults=_counted(fault for _, _, of in asked for fault in of.faults),
        failures=_counted(of.failure for _, _, of in asked if of.failure),
        readings=readings(j.reply for j in judged),
    )


def _passages(reply: Reply, written: Written) -> list[str]:
    """Return the passages that the prose cites, each once."""
    cited = {int(number) for number in MARKER.findall(written.prose)}
    return [folded(c.passage) for c in reply.citations if c.number in cited]


def _precision(judged: Judged, reply: Reply, written: Written) -> Share:
    passages = _passages(reply, written) if judged.question.quote else []
    wanted = [folded(words) for words in judged.question.quote]
    return Share(sum(any(w in passage for w in wanted) for passage in passages), len(passages))


def _recall(judged: Judged, reply: Reply, written: Written) -> Share:
    passages = _passages(reply, written)
    wanted = [folded(words) for words in judged.question.quote]
    return Share(sum(any(w in passage for passage in passages) for w in wanted), len(wanted))


def _unsupported(reply: Reply, written: Written) -> tuple[str, ...]:
    """Return numbers of the prose that stand in no cited passage, nor in what names its paper."""
    cited = {int(number) for number in MARKER.findall(written.prose)}
    grounds = [
        f"{c.passage} {c.document.title} {c.document.body} {c.document.date} {c.item}"
        for c in reply.citations
        if c.number in cited
    ]
    grounds += [f"{rate.entry.rate} {rate.validity}" for rate in reply.rates]
    return without_support(MARKER.sub("", written.prose), grounds)


def _together(shares: Iterable[Share]) -> Share:
    all_ = list(shares)
    return Share(sum(share.good for share in all_), sum(share.of for share in all_))


def _counted(words: Iterable[str]) -> dict[str, int]:
    return dict(Counter(words).most_common())
