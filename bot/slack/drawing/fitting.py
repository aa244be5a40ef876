"""Making an answer fit: its tail is cut, and nothing that is left loses its source."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.rendering.markdown import Line, LineKind, Run

Fits = Callable[[Sequence[Line]], bool]
"""Tells whether some lines, with their sources and the word that they were cut, fit."""

WORTH_CUTTING = 300
"""Characters; a line shorter than that is kept whole or left out."""

_STEPS = 12
"""How often a long line is tried in a shorter form, each a fifth shorter than the one before."""


def weight(value: object) -> int:
    """Return the bytes of all strings in a piece of JSON, keys left out, in UTF-8."""
    match value:
        case str():
            return len(value.encode())
        case dict():
            return sum(weight(one) for one in value.values())
        case list():
            return sum(weight(one) for one in value)
    return 0


def cut_to_fit(lines: Sequence[Line], fits: Fits) -> list[Line]:
    """Return as many of the first lines as fit, the last of them perhaps cut.

    A heading does not stand at the end, for there would be nothing that it heads.
    """
    over = bisect_left(range(len(lines) + 1), True, key=lambda count: not fits(lines[:count]))
    kept = list(lines[: max(0, over - 1)])
    if len(kept) < len(lines) and len(lines[len(kept)].text) > WORTH_CUTTING:
        following = _cut_line(lines[len(kept)], kept, fits)
        if following is not None:
            return [*kept, following]
    while kept and kept[-1].kind is LineKind.HEADING:
        kept.pop()
    return kept


def _cut_line(line: Line, before: Sequence[Line], fits: Fits) -> Line | None:
    most = len(line.text)
    for _ in range(_STEPS):
        most = most * 4 // 5
        if most < WORTH_CUTTING // 2:
            return None
        shorter = cut_line(line, most)
        if fits([*before, shorter]):
            return shorter
    return None


def cut_line(line: Line, most: int) -> Line:
    """Return a line with some `most` of its characters, ending in "…".

    The marker that follows the cut stays, for it is what the words before it rest on.
    """
    kept: list[Run] = []
    left = most
    following: Run | None = None
    for run in line.runs:
        if left <= 0:
            if run.marker is not None:
                following = run
                break
            continue
        if len(run.text) > left and run.marker is None:
            head = run.text[:left]
            kept.append(replace(run, text=head.rsplit(" ", 1)[0] if " " in head.strip() else head))
        else:
            kept.append(run)
        left -= len(run.text)
    closing = "…”" if line.text.startswith("“") else "…"
    ended = [*kept, Run(closing)]
    return replace(line, runs=(*ended, *([Run(" "), following] if following else [])))
