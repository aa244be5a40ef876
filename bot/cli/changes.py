"""`referent changes`: what is dated since a day, and what it replaced."""

from datetime import date
from typing import Annotated

import typer

from bot.cli.door import door_of
from bot.cli.options import (
    Audience,
    Bodies,
    Home,
    Json,
    Tongue,
    Until,
    audiences,
    first_day,
    today,
)
from bot.cli.printing import print_reply
from bot.listing.narrowing import narrowed

SinceDay = Annotated[
    date,
    typer.Option(
        "--since",
        "--from",
        parser=first_day,
        metavar="DATE",
        help="From this day on (2018-12-06, 1 May 2024, 2025).",
    ),
]


def changes(
    context: typer.Context,
    since: SinceDay,
    until: Until = None,
    body: Bodies = None,
    language: Tongue = None,
    as_json: Json = False,
    audience: Audience = None,
    home: Home = None,
) -> None:
    """List new meetings, decisions, rates and papers, and which paper replaced which."""
    from bot.answers.changes import changes_within  # noqa: PLC0415 - start-up time

    with door_of(context).view(home, audiences(audience)) as view:
        within = narrowed(view, body, since, until)
        reply = changes_within(within, view, today(), language or "en")
    print_reply(reply, as_json=as_json)


def mount(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(changes)
