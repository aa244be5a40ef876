"""`referent show`: a document as it was extracted, with the place of every line."""

from typing import Annotated

import typer

from bot.citations import Citation, UncitablePlace
from bot.cli.door import door_of
from bot.cli.options import Audience, Home, Json, audiences
from bot.cli.printing import print_json, print_text, screen
from bot.listing.lookup import document_named, item_numbered
from index.documents import Document
from index.errors import NotInArchive, UsageError
from index.spans import Span

Name = Annotated[
    str, typer.Argument(metavar="DOCUMENT", help="Id, beginning of an id, or path in the archive.")
]
ItemNumber = Annotated[
    str | None, typer.Option("--item", metavar="NUMBER", help="Only this agenda item.")
]
Start = Annotated[
    int | None,
    typer.Option("--start", metavar="N", min=0, help="With --end: highlight what is cited here."),
]
End = Annotated[int | None, typer.Option("--end", metavar="N", min=0, help="End of what is cited.")]


def show(
    context: typer.Context,
    document: Name,
    item: ItemNumber = None,
    start: Start = None,
    end: End = None,
    as_json: Json = False,
    audience: Audience = None,
    home: Home = None,
) -> None:
    """Show a document, an item or a cited passage as extracted."""
    with door_of(context).view(home, audiences(audience)) as view:
        found = document_named(view, document)
    cited = _cited(found, start, end)
    shown = _shown(found, item, cited)
    if as_json:
        from bot.rendering.lists_as_json import shown_object  # noqa: PLC0415 - start-up time

        print_json(shown_object(found, shown))
        return
    from bot.rendering.document import document_text  # noqa: PLC0415 - start-up time

    print_text(document_text(found, shown, screen(), cited.span if cited else None))


def _cited(document: Document, start: int | None, end: int | None) -> Citation | None:
    if start is None and end is None:
        return None
    if start is None or end is None or start >= end:
        raise UsageError("--start and --end go together, and the end comes after the start.")
    try:
        return Citation(1, document, Span(start, end))
    except UncitablePlace as error:
        raise NotInArchive(f"{error}.") from error


def _shown(document: Document, number: str | None, cited: Citation | None) -> Span:
    if number is not None:
        return item_numbered(document, number).span
    return cited.passage_span if cited else Span(0, len(document.text))


def mount(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(show)
