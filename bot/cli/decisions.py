"""`referent decisions`: what was decided, item by item, newest first."""

from typing import Annotated

import typer

from bot.cli.door import door_of
from bot.cli.lookup import cited_items
from bot.cli.options import Audience, Bodies, Home, Json, Since, Until, audiences, narrowed
from bot.cli.printing import print_json, print_text, screen
from index.archive import Filter, ItemEntry, Query, View
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

ABOUT_COVERAGE = 0.5
"""Share of the weight of the words that an item must hold to be about them."""

ABOUT_LIMIT = 200
"""Items looked at for `--about`."""


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
            found = items_about(view, about, wanted)
            entries = [e for e in entries if (e.document.id, e.item.index) in found]
        cited = cited_items(view, entries)
    if as_json:
        from bot.rendering.as_json import decision_object  # noqa: PLC0415 - start-up time

        print_json([decision_object(entry, citations) for entry, citations in cited])
        return
    from bot.rendering.decisions import decision_text  # noqa: PLC0415 - start-up time

    on = screen()
    blocks = [decision_text(entry, citations, on) for entry, citations in cited]
    print_text("\n\n".join(blocks) or "No decisions found.")


def is_decided(entry: ItemEntry) -> bool:
    """Tell whether an item was up for decision: the items of an agenda were not, yet."""
    outcome = entry.decision.outcome if entry.decision else Outcome.NONE
    return outcome is not Outcome.NONE or entry.document.kind is DocumentKind.MINUTES


def items_about(view: View, words: str, wanted: Filter) -> set[tuple[str, int]]:
    """Return document and index of the items that hold most of what the words say."""
    found = view.search(Query(words, filter=wanted, limit=ABOUT_LIMIT))
    return {
        (group.document.id, group.item.index)
        for group in found.groups
        if group.item is not None and group.coverage >= ABOUT_COVERAGE
    }


def mount(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(decisions)
