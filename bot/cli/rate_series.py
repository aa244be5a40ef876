"""A review, series by series: the years of one row or sentence at once, or one by one."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

import typer

from bot.cli.printing import print_text, screen
from bot.cli.rate_review import STOP, choice_on
from index.danish.folding import fold

if TYPE_CHECKING:
    from bot.answers.rates.lists import Listed
    from index.rates.reviews import Choice

ONE_BY_ONE = "one by one"


def choices_on(waiting: "Sequence[Listed]", today: date) -> "Iterator[tuple[Listed, Choice]]":
    """Yield what somebody decides about candidates, each as soon as it is decided."""
    from bot.rendering.rates import review_text, series_text  # noqa: PLC0415 - start-up time

    place, count = 1, len(waiting)
    for series in in_series(waiting):
        if len(series) > 1:
            print_text(series_text(series, place, count, screen()))
            choices = _choices_on_all(series, today)
            if choices == STOP:
                return
            if not isinstance(choices, str):
                yield from choices
                place += len(series)
                continue
        for one in series:
            print_text(review_text(one, place, count, screen()))
            choice = choice_on(one, today)
            if isinstance(choice, str):
                return
            if choice is not None:
                yield one, choice
            place += 1


def in_series(waiting: "Sequence[Listed]") -> "list[list[Listed]]":
    """Return candidates in series, in their order: one thing, in one row, table or sentence.

    What is proposed, or may be a misprint, is asked about by itself.
    """
    series: dict[object, list[Listed]] = {}
    for one in waiting:
        rate = one.entry.rate
        key = (
            *(one.entry.document.id, fold(rate.name), rate.unit, rate.payee, rate.agreement),
            *(rate.about, rate.span if rate.agreement_year is None else None),
            rate.figure if rate.doubts else None,
        )
        series.setdefault(key, []).append(one)
    return list(series.values())


def _choices_on_all(
    series: "Sequence[Listed]", today: date
) -> "Sequence[tuple[Listed, Choice]] | str":
    """Ask about a series: choices for all, none to leave it, `STOP`, or `ONE_BY_ONE`."""
    from index.rates.reviews import Choice, Verdict  # noqa: PLC0415 - start-up time

    answer = typer.prompt(
        f"[y] all {len(series)} right  [o] one by one  [n] none is a rate  [s] skip  [q] stop",
        default="s",
    )
    match fold(answer.strip())[:1]:
        case "y" | "j":
            return [(one, Choice(Verdict.CONFIRMED, today, seen=one.validity)) for one in series]
        case "n":
            return [(one, Choice(Verdict.REJECTED, today)) for one in series]
        case "q":
            return STOP
        case "o" | "e" | "c" | "r":
            return ONE_BY_ONE
        case _:
            return []
