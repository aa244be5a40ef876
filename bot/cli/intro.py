"""`referent intro`: a body on one screen, for somebody new to it."""

from typing import Annotated

import typer

from bot.cli.door import door_of
from bot.cli.options import Audience, Home, Json, On, Tongue, audiences, today
from bot.cli.printing import print_reply
from bot.listing.narrowing import body_named
from index.errors import NotInArchive


def intro(
    context: typer.Context,
    body: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="BODY",
            help="Its name, its abbreviation, or how its name begins; without one, all bodies.",
        ),
    ] = None,
    on: On = None,
    language: Tongue = None,
    as_json: Json = False,
    audience: Audience = None,
    home: Home = None,
) -> None:
    """Introduce a body: what it is, its members, decisions, open matters, rates and terms.

    Without BODY, list the bodies that the archive has papers of.
    """
    from bot.answers.introductions import introduce  # noqa: PLC0415 - start-up time
    from bot.as_of import AsOf  # noqa: PLC0415 - start-up time

    with door_of(context).view(home, audiences(audience)) as whole:
        view = AsOf(whole, on) if on else whole
        entry = body_named(view, " ".join(body)) if body else None
        reply = introduce(entry, view, on or today(), language or "en")
    if reply is None:
        what = repr(entry.body.short) if entry is not None else "any body"
        raise NotInArchive(f"Nothing that can be shown of {what}.")
    print_reply(reply, as_json=as_json)


def mount(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(intro)
