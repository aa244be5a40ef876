"""Options that several commands share."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from bot.replies import Language
from index.archive import BodyEntry, Filter, View
from index.danish.folding import fold
from index.decisions import Outcome
from index.documents import OPEN, DocumentKind
from index.errors import NotInArchive, UsageError


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
        help="The language; else that of the question, else English.",
    ),
]


def today() -> date:
    """Return the day it is, where the machine stands."""
    return date.today()  # noqa: DTZ011 - a local day


def audiences(named: list[str] | None) -> frozenset[str]:
    """Return who is looking: everyone, and the audiences that were named."""
    return frozenset({OPEN, *(named or ())})


def body_keys(view: View, named: list[str] | None) -> frozenset[str]:
    """Return the keys of the committees that were named, each as a question may name it.

    Raises:
        NotInArchive: One of them is not there; the message names those that are.
    """
    return frozenset(body.key for name in named or () for body in bodies_named(view, name))


def body_named(view: View, name: str) -> BodyEntry:
    """Return the one committee that is named.

    Raises:
        NotInArchive: It is not there.
        UsageError: The name is that of several.
    """
    found = bodies_named(view, name)
    if len(found) > 1:
        several = "; ".join(sorted(body.body.name for body in found))
        raise UsageError(f"{name!r} could be {len(found)} bodies: {several}.")
    return found[0]


def bodies_named(view: View, name: str) -> list[BodyEntry]:
    """Return the committees that are named, as a question may name them.

    Raises:
        NotInArchive: There is none; the message names those that are.
    """
    bodies = view.bodies()
    keys = _keys_named(bodies, name)
    if not keys:
        known = "; ".join(sorted(body.body.short for body in bodies)) or "none"
        raise NotInArchive(f"No body {name!r} in the archive. It holds: {known}.")
    return [body for body in bodies if body.key in keys]


def _keys_named(bodies: Sequence[BodyEntry], name: str) -> frozenset[str]:
    """Return the keys of what `name` names: as it stands, shortened, in English, or begun."""
    from bot.questions.bodies import bodies_called  # noqa: PLC0415 - start-up time
    from index.danish.glossary import Glossary  # noqa: PLC0415 - start-up time

    wanted = fold(name)
    exact = {b.key for b in bodies if wanted in {fold(n) for n in (b.key, b.body.name, *b.names)}}
    if exact:
        return frozenset(exact)
    return bodies_called(name, bodies) or bodies_called(name, bodies, Glossary.load())


def narrowed(
    view: View,
    bodies: list[str] | None,
    since: date | None,
    until: date | None,
    *,
    kinds: list[DocumentKind] | None = None,
    outcomes: list[Outcome] | None = None,
) -> Filter:
    """Return the filter that the options of a command ask for.

    Raises:
        NotInArchive: A committee is not there.
        UsageError: The period ends before it begins.
    """
    if since and until and until < since:
        raise UsageError(f"--to {until} is before --from {since}.")
    return Filter(
        bodies=body_keys(view, bodies),
        since=since,
        until=until,
        kinds=frozenset(kinds or ()),
        outcomes=frozenset(outcomes or ()),
    )
