"""`referent decisions`: what was decided, item by item, newest first."""

from typing import Annotated

import typer

from bot.cli.door import door_of
from bot.cli.options import Audience, Bodies, Home, Json, Since, Until, audiences
from bot.cli.printing import print_json, print_text, screen
from bot.listing.decided import decided_items
from bot.listing.lookup import cited_items
from bot.listing.narrowing import narrowed
from bot.questions.askable import checked
from index.decisions import Outcome

Outcomes = Annotated[
    list[Outcome] | None,
    typer.Option(
        "--outcome",
        metavar="OUTCOME",
        help=f"Only what ended so ({', '.join(Outcome)}). May be repeated.",
    ),
]
About = Annotated[
    str | None, typer.Option("--about", metavar="WORDS", help="Only items that these words find.")
]


def decisions(
    context: typer.Context,
    body: Bodies = None,
    since: Since = None,
    until: Until = None,
    outcome: Outcomes = None,
    about: About = None,
    as_json: Json = False,
    audience: Audience = None,
    home: Home = None,
) -> None:
    """List decisions, each with what was recommended."""
    with door_of(context).view(home, audiences(audience)) as view:
        wanted = narrowed(view, body, since, until, outcomes=outcome)
        words = checked(about) if about is not None else None
        cited = cited_items(view, decided_items(view, wanted, words))
    if as_json:
        from bot.rendering.as_json import decision_object  # noqa: PLC0415 - start-up time

        print_json(
            [decision_object(entry, citations, document) for entry, citations, document in cited]
        )
        return
    from bot.rendering.decisions import decision_text  # noqa: PLC0415 - start-up time

    on = screen()
    blocks = [decision_text(entry, citations, document, on) for entry, citations, document in cited]
    print_text("\n\n".join(blocks) or "No decisions found.")


def mount(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(decisions)
