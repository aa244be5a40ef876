"""What somebody types about a rate that was read from a document: right, wrong, or otherwise."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

import typer

from bot.cli.options import iso_date
from bot.cli.printing import print_text, screen
from index.danish.folding import fold
from index.errors import UsageError

if TYPE_CHECKING:
    from bot.answers.rates.lists import Listed
    from index.rates.reviews import Choice

T = TypeVar("T")
STOP = "stop"
_AS_READ, _UNKNOWN = "=", "-"
_EXAMPLE = "a day such as 2024-04-01"


def choice_on(one: "Listed", today: date) -> "Choice | str | None":
    """Ask what to do with a candidate: a choice, `None` to leave it, `STOP` to end."""
    from index.rates.reviews import Choice, Verdict  # noqa: PLC0415 - start-up time

    while True:
        answer = typer.prompt(
            "[y] right  [c] correct  [n] no rate  [s] skip  [q] stop", default="s"
        )
        match fold(answer.strip())[:1]:
            case "y" | "j":
                return Choice(Verdict.CONFIRMED, today, seen=one.validity)
            case "n":
                return Choice(Verdict.REJECTED, today)
            case "q":
                return STOP
            case "c" | "r":
                try:
                    corrected = _corrected(one, Choice(Verdict.CORRECTED, today))
                except _Stop:
                    return STOP
                if corrected is not None and _is_kept(one, corrected):
                    return corrected
            case _:
                return None


def _corrected(one: "Listed", choice: "Choice") -> "Choice | None":
    """Ask for what is to be otherwise; `None` where nothing is, or somebody goes back."""
    from index.rates.amounts import written  # noqa: PLC0415 - start-up time

    rate = one.entry.rate
    print_text("In brackets is what was read; leave empty what is right; b goes back, q stops.")
    try:
        amount = _asked_for("Amount", written(rate.amount), _amount)
        corrected = replace(
            choice,
            amount=amount,
            unit=_asked_for("Unit", rate.unit.words("da"), _unit),
            name=_asked_for("Name", rate.name, str),
            agreement=_asked_for("Agreement", rate.agreement, str),
            agreement_year=_asked_for("Year of the agreement", rate.agreement_year, _year),
        )
        # Days that were read with one amount are not those of another unless somebody says so.
        period = _period(one, anew=amount is not None and amount != rate.amount)
    except _Back:
        return None
    corrected = _with_period(corrected, one, period)
    return corrected if corrected != choice else None


def _period(one: "Listed", *, anew: bool) -> tuple[date | None, date | None]:
    since = _day("Valid from", one.validity.since, iso_date, anew=anew)
    until = _day("Valid to", one.validity.until, lambda text: _end(text, since), anew=anew)
    return since, until


def _with_period(
    choice: "Choice", one: "Listed", period: tuple[date | None, date | None]
) -> "Choice":
    """Return a choice with a period; where that is the one that was read, it stays as it was."""
    if period == (one.validity.since, one.validity.until):
        return choice
    if period == (None, None):
        return replace(choice, undated=True)
    return replace(choice, since=period[0], until=period[1])


def _is_kept(one: "Listed", choice: "Choice") -> bool:
    """Show a candidate as it would be kept, and ask whether it shall be."""
    from bot.rendering.rates import kept_text  # noqa: PLC0415 - start-up time

    print_text(kept_text(one, choice, screen()))
    return typer.confirm("Keep it like this?")


class _Stop(Exception):
    """Somebody wants to stop within a correction; nothing of it is kept."""


class _Back(Exception):
    """Somebody wants to choose again."""


def _asked_for(what: str, now: object, read: Callable[[str], T]) -> T | None:
    """Ask until the answer can be read; `None` where it is empty."""
    while True:
        answer = _typed(f"{what} [{now if now is not None else ''}]")
        if not answer:
            return None
        try:
            return read(answer)
        except (UsageError, typer.BadParameter) as error:
            print_text(str(error))


def _day(what: str, now: date | None, read: Callable[[str], date], *, anew: bool) -> date | None:
    """Ask for a day, until it can be read; with `anew`, an empty answer is none."""
    told = now.isoformat() if now else "not known"
    keep = f"{_AS_READ} for what was read" if anew else "empty for what was read"
    question = f"{what} [{told}] ({_EXAMPLE}; {keep}; {_UNKNOWN} for not known)"
    if anew:
        print_text("The amount is another one: say from when to when it applies.")
    while True:
        answer = _typed(question)
        if answer == _UNKNOWN:
            return None
        if answer == _AS_READ or not (answer or anew):
            return now
        try:
            return read(answer)
        except (UsageError, typer.BadParameter) as error:
            print_text(str(error))


def _typed(question: str) -> str:
    answer = str(typer.prompt(question, default="", show_default=False)).strip()
    if fold(answer) in {"b", "back"}:
        raise _Back
    if fold(answer) in {"q", "quit"}:
        raise _Stop
    return answer


def _amount(text: str) -> Decimal:
    from index.rates.amounts import parse_amount  # noqa: PLC0415 - start-up time

    read = parse_amount(text)
    if read is None:
        raise UsageError(f"{text!r} is no amount.")
    if read.value < 0:
        raise UsageError("A rate is not below zero.")
    return read.value


def _unit(text: str) -> str:
    from index.rates.units import parse_unit  # noqa: PLC0415 - start-up time

    if parse_unit(text) is None:
        raise UsageError(f"The unit {text!r} is not known.")
    return text


def _year(text: str) -> int:
    if not text.isdigit():
        raise UsageError(f"{text!r} is no year of an agreement.")
    return int(text)


def _end(text: str, since: date | None) -> date:
    until = iso_date(text)
    if since is not None and until < since:
        raise UsageError("It ends before it begins.")
    return until
