"""`referent model`: whether a language model is set and answers, and what it costs."""

import time
from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.options import Home, Json
from bot.cli.printing import print_json, print_text

if TYPE_CHECKING:
    from bot.models.guarded import GuardedModel
    from bot.models.spending import Spent
    from index.writer_settings import Writer

_TRIAL = ("You answer with one word.", "Svar med ét ord: hvilken farve har sne?")


@dataclass(frozen=True, slots=True)
class Trial:
    """How a small trial went; seconds until the first piece of text, or until it failed."""

    seconds: float
    reason: str | None = None
    sentence: str | None = None


Quiet = Annotated[
    bool, typer.Option("--no-trial", help="Only show what was spent; ask the model nothing.")
]


def model(home: Home = None, as_json: Json = False, no_trial: Quiet = False) -> None:
    """Show whether a language model is set, whether it answers, and what was spent by day."""
    from bot.models.opening import open_model  # noqa: PLC0415 - start-up time
    from bot.writing.opening import check_prompts  # noqa: PLC0415
    from index.settings import Settings  # noqa: PLC0415

    settings = Settings.load(home=home)
    if settings.writer is not None:
        check_prompts()
    opened = open_model(settings)
    if opened is None or settings.writer is None:
        if as_json:
            print_json({"model": None})
        else:
            print_text("No model is set (writer.base_url, writer.model): answers quote.")
        return
    with closing(opened):
        trial = None if no_trial else _tried(opened)
        spent = opened.spending.spent()
    if as_json:
        print_json(_object(settings.writer, trial, spent))
    else:
        print_text("\n".join(_lines(settings.writer, trial, spent)))
    if trial is not None and trial.reason is not None:
        raise typer.Exit(1)


def _tried(opened: "GuardedModel") -> Trial:
    """Ask for a word, and stop the model when the first piece of it has come."""
    from bot.models.model import Message, ModelFailed  # noqa: PLC0415 - start-up time

    messages = [Message("system", _TRIAL[0]), Message("user", _TRIAL[1])]
    begun = time.monotonic()
    try:
        with closing(opened.stream(messages, "trial")) as pieces:
            next(pieces)
    except ModelFailed as failed:
        return Trial(time.monotonic() - begun, failed.reason.value, str(failed))
    return Trial(time.monotonic() - begun)


def _lines(writer: "Writer", trial: Trial | None, spent: "list[Spent]") -> list[str]:
    lines = [f"Model: {writer.model} at {writer.base_url}"]
    if trial is not None and trial.sentence is not None:
        lines.append(f"It does not answer ({trial.reason}): {trial.sentence}")
    elif trial is not None:
        lines.append(f"It answers: the first words came after {trial.seconds:.1f} s.")
    limits = [f"{writer.tokens_a_day:,} tokens"] if writer.tokens_a_day is not None else []
    if writer.cost_a_day is not None:
        limits.append(f"{writer.cost_a_day} {writer.currency}")
    lines.append(f"Limit of a day: {', '.join(limits) or 'none'}")
    return lines + [_line(day, of_day) for day, of_day in _by_day(spent).items()]


def _by_day(spent: "list[Spent]") -> "dict[date, list[Spent]]":
    days: dict[date, list[Spent]] = defaultdict(list)
    for one in spent:
        days[one.day].append(one)
    return days


def _line(day: date, spent: "list[Spent]") -> str:
    ends: dict[str, int] = defaultdict(int)
    costs: dict[str, Decimal] = defaultdict(Decimal)
    for one in spent:
        ends[one.end] += one.calls
        if one.currency is not None and one.cost is not None:
            costs[one.currency] += one.cost
    read, written = sum(one.read for one in spent), sum(one.written for one in spent)
    about = " (partly estimated)" if any(one.estimated for one in spent) else ""
    told = [
        ", ".join(f"{count} {end}" for end, count in sorted(ends.items())),
        f"{read:,} tokens read, {written:,} written{about}",
        *(f"{cost:.4f} {currency}" for currency, cost in sorted(costs.items())),
    ]
    return f"  {day.isoformat()} · {' · '.join(told)}"


def _object(writer: "Writer", trial: Trial | None, spent: "list[Spent]") -> dict[str, Any]:
    tried = None
    if trial is not None:
        tried = {
            "answers": trial.reason is None,
            "reason": trial.reason,
            "sentence": trial.sentence,
            "seconds": round(trial.seconds, 3),
        }
    return {
        "model": writer.model,
        "base_url": writer.base_url,
        "trial": tried,
        "limits": {
            "tokens_a_day": writer.tokens_a_day,
            "cost_a_day": _plain(writer.cost_a_day),
            "currency": writer.currency,
        },
        "spent": [_spent(one) for one in spent],
    }


def _spent(one: "Spent") -> dict[str, Any]:
    return {
        "day": one.day.isoformat(),
        **{name: getattr(one, name) for name in ("model", "purpose", "end", "calls", "estimated")},
        "tokens_read": one.read,
        "tokens_written": one.written,
        "cost": _plain(one.cost),
        "currency": one.currency,
        "seconds": round(one.seconds, 3),
    }


def _plain(amount: Decimal | None) -> str | None:
    """Return an amount to its last digit, which a number of JSON would lose."""
    return None if amount is None else format(amount.normalize(), "f")


def mount(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(model)
