"""Motions within an item: where one is told of, with the votes on it and what became of it.

"Ida Holm stillede ændringsforslag om gratis adgang" says nothing of whether admission is free; what
stands behind it does. And who voted against the motion did not vote against the item.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.danish.sentences import sentences
from index.documents import Document
from index.spans import Span

LONGEST = 1_000
"""Characters of a motion with its votes and its fate that are quoted in one piece."""

_KINDS = r"(?:ændrings|underændrings|mod|del|mindretals|medlems|tillægs)forslag"
_BEGUN = re.compile(
    rf"\b{_KINDS}(?:ene|er)?\b|\b(?:stille[rt]?|stillede|fremsat(?:te)?|fremsætter)\b[^.]{{0,80}}\bforslag\b"
    r"|\bforeslog\b|\bforslag\s+fra\b|\bforslag\s+\d+\b",
    re.IGNORECASE,
)
"""A sentence that puts a motion forward."""
_GOES_ON = re.compile(
    r"\b\w*forslag\w*|\bstem(?:t|te|mer|me)\b|\bfor:|\bimod\b|\bundlod\b|\bdet(?:te)?\s+blev\b"
    r"|\b(?:bort)?faldt\b|\bforkaste\w*|\bnedstemt\w*|\bvedtag\w*",
    re.IGNORECASE,
)
"""A sentence that tells of the vote on the motion before it, or of what became of it."""
_OF_THE_ITEM = re.compile(
    r"\bindstilling\w*|\bhovedforslag\w*|\bsagen\b|\bpunktet\b|\b(?:som|i\s+sin)\s+helhed\b"
    r"|\b(?:herefter|derefter|endelig)\b",
    re.IGNORECASE,
)
_A_MOTION = re.compile(r"\b(?!hoved)\w*forslag\w*", re.IGNORECASE)
_FATE = re.compile(
    r"\b(?:bort)?fald[te]\w*|\bforkaste\w*|\bnedstem\w*|\bafvis\w*|\bafslå\w*|\btrukket\b|\btrak\b"
    r"|\bfrafald\w*|\bvedt[ao]g\w*|\bgodkend\w*|\btiltråd\w*|\bimødekom\w*|\bikke\s+flertal\b"
    r"|\b(?:nød|fik|opnåede)\s+ikke\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Motion:
    """A motion: the words from where it is put forward to where its fate is told."""

    span: Span
    is_settled: bool
    """Whether the words tell what became of it."""


def motions_in(document: Document, body: Span) -> Iterator[Motion]:
    """Yield the motions that a part of an item tells of, in order."""
    if not _puts_forward(body.of(document.text)):
        return
    told: list[Span] = []
    for found in sentences(body.of(document.text)):
        span = found.moved(body.start)
        words = span.of(document.text)
        goes_on = bool(told) and _is_of_the_motion(words, _joined(document, told))
        if not goes_on or _puts_forward(words):
            yield from _motion(document, told)
            told = [span] if _puts_forward(words) else []
        else:
            told.append(span)
    yield from _motion(document, told)


def _puts_forward(words: str) -> bool:
    # "Ændringsforslag 2 blev forkastet" and "ændringsforslaget" go on from one that was told.
    return _BEGUN.search(words) is not None


def _is_of_the_motion(words: str, before: str) -> bool:
    """Tell whether a sentence goes on from a motion: a second fate is that of the item."""
    of_a_motion = _A_MOTION.search(words) is not None
    settled = _tells_fate(before) and _FATE.search(words)
    if not of_a_motion and (_OF_THE_ITEM.search(words) or settled):
        return False
    return _GOES_ON.search(words) is not None


def _tells_fate(words: str) -> bool:
    return _FATE.search(_BEGUN.sub(" ", words)) is not None


def _joined(document: Document, told: list[Span]) -> str:
    return document.text[told[0].start : told[-1].end]


def _motion(document: Document, told: list[Span]) -> Iterator[Motion]:
    if told:
        span = Span(told[0].start, told[-1].end)
        yield Motion(span, _tells_fate(span.of(document.text)))


def motion_at(document: Document, place: Span) -> Motion | None:
    """Return the motion that a stretch of words tells of, the first of them, if it does of one."""
    for section in document.sections:
        if section.item is not None and section.body.overlaps(place):
            for motion in motions_in(document, section.body):
                if motion.span.overlaps(place):
                    return motion
    return None


def with_its_fate(document: Document, place: Span) -> Span:
    """Return words to be quoted, with what became of a motion that they tell of."""
    motion = motion_at(document, place)
    if motion is None or not motion.is_settled:
        return place
    whole = Span(min(place.start, motion.span.start), max(place.end, motion.span.end))
    return whole if len(whole) <= LONGEST else place
