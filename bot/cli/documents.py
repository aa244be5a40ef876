"""`referent documents`: what the archive holds."""

import typer

from bot.cli.door import door_of
from bot.cli.options import Audience, Bodies, Home, Json, Kinds, Since, Until, audiences
from bot.cli.printing import print_json, print_text, screen
from bot.listing.narrowing import narrowed
from index.archive import DocumentEntry

HEADER = ("id", "date", "kind", "body", "title", "path")
BODY, TITLE = 3, 4


def documents(
    context: typer.Context,
    body: Bodies = None,
    kind: Kinds = None,
    since: Since = None,
    until: Until = None,
    as_json: Json = False,
    audience: Audience = None,
    home: Home = None,
) -> None:
    """List the documents of the archive, newest first."""
    with door_of(context).view(home, audiences(audience)) as view:
        entries = view.documents(narrowed(view, body, since, until, kinds=kind))
    if as_json:
        from bot.rendering.lists_as_json import listed_object  # noqa: PLC0415 - start-up time

        print_json([listed_object(entry) for entry in entries])
    elif entries:
        from bot.rendering.tables import table  # noqa: PLC0415 - start-up time

        print_text(table(HEADER, [_row(e) for e in entries], screen(), flexible=(BODY, TITLE)))
    else:
        print_text("No documents found.")


def _row(entry: DocumentEntry) -> tuple[str, ...]:
    draft = f" ({entry.status})" if entry.status else ""
    return (
        entry.id,
        entry.date.isoformat() if entry.date else "",
        entry.kind.value + draft,
        entry.body.short if entry.body else "",
        entry.title,
        entry.source,
    )


def mount(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(documents)
