"""Options that several commands share."""

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from bot.replies import Language
from index.documents import OPEN, DocumentKind


def iso_date(text: str) -> date:
    """Read a day written as 2018-12-06."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a date such as 2018-12-06") from None


def first_day(text: str) -> date:
    """Read the day from which a time begins: "2018-12-06", "2025", "1. maj 2024", "May 2024"."""
    return _time_named(text)[0]


def last_day(text: str) -> date:
    """Read the day with which a time ends, in the same forms."""
    return _time_named(text)[1]


def _time_named(text: str) -> tuple[date, date]:
    from index.danish.periods import find_period  # noqa: PLC0415 - start-up time

    bare = text.strip()
    try:
        day = date.fromisoformat(bare)
    except ValueError:
        named = f"i {bare}" if bare.isdigit() else bare
        found = find_period(named, today())
        whole = found is not None and found[0].of(named).strip() == bare
        if found is None or not (whole or bare.isdigit()) or found[1] is None or found[2] is None:
            raise typer.BadParameter(
                f"{text!r} is not a date such as 2018-12-06, 1 May 2024 or 2025"
            ) from None
        return found[1], found[2]
    return day, day


Home = Annotated[
    Path | None,
    typer.Option("--home", help="Where the archive lives (setting REFERENT_HOME).", metavar="DIR"),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Audience = Annotated[
    list[str] | None,
    typer.Option(
        "--audience", metavar="NAME", help="Also show what is for this audience. May be repeated."
    ),
]
Bodies = Annotated[
    list[str] | None,
    typer.Option(
        "--body",
        metavar="NAME",
        help="Only this committee: its name or abbreviation. May be repeated.",
    ),
]
Kinds = Annotated[
    list[DocumentKind] | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help=f"Only documents of this kind ({', '.join(DocumentKind)}). May be repeated.",
    ),
]
Since = Annotated[
    date | None,
    typer.Option(
        "--from", parser=first_day, metavar="DATE", help="From this day on (2018-12-06, 2018)."
    ),
]
Until = Annotated[
    date | None,
    typer.Option("--to", parser=last_day, metavar="DATE", help="Up to and including this day."),
]


On = Annotated[
    date | None,
    typer.Option("--on", parser=iso_date, metavar="DATE", help="Answer as on this day."),
]
Tongue = Annotated[
    Language | None,
    typer.Option(
        "--language",
        metavar="da|en",
        help="The language; else that of the question, else Danish.",
    ),
]

WhoWrites = Annotated[
    Literal["quotes", "model"] | None,
    typer.Option(
        "--writer",
        metavar="quotes|model",
        help="Quote the papers alone, or have the language model of the settings write as well.",
    ),
]


def today() -> date:
    """Return the day it is, where the machine stands."""
    return date.today()  # noqa: DTZ011 - a local day


def audiences(named: list[str] | None) -> frozenset[str]:
    """Return who is looking: everyone, and the audiences that were named."""
    return frozenset({OPEN, *(named or ())})
