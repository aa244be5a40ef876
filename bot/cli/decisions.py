"""`referent decisions`: what was decided, item by item, newest first."""

from typing import Annotated

import typer

from bot.cli.door import door_of
from bot.cli.lookup import cited_items, groups_about, without_twins
from bot.cli.options import Audience, Bodies, Home, Json, Since, Until, audiences, narrowed
from bot.cli.printing import print_json, print_text, screen
from bot.cli.question import checked
from index.archive import ItemEntry
from index.decisions import Outcome
from index.documents import DocumentKind

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
        entries = [entry for entry in view.items(wanted) if is_decided(entry)]
        if about is not None:
            groups = groups_about(view, checked(about), wanted)
            found = {group.key for group in groups}
            entries = [entry for entry in entries if entry.key in found]
        cited = cited_items(view, without_twins(entries))
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


def is_decided(entry: ItemEntry) -> bool:
    """Tell whether it can be said what became of an item.

    The items of an agenda are yet to be decided on, and of a closed item that the audience may
    not see, "no decision is recorded" would be a false statement.
    """
    if entry.decision is not None and entry.decision.outcome is not Outcome.NONE:
        return True
    return entry.document.kind is DocumentKind.MINUTES and not entry.item.closed


def mount(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(decisions)
