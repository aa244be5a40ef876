"""`referent search`: passages by words, with their scores."""

from typing import Annotated

import typer

from bot.citations import Citation
from bot.cli.door import door_of
from bot.cli.options import Audience, Bodies, Home, Json, Since, Until, audiences
from bot.cli.printing import print_json, print_text, screen
from bot.listing.narrowing import narrowed
from bot.listing.passages import passages
from bot.questions.askable import checked
from index.archive import Hit

Limit = Annotated[
    int, typer.Option("--limit", metavar="N", min=1, max=1000, help="How many at most.")
]


def search(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="What to look for.")],
    as_json: Json = False,
    limit: Limit = 10,
    body: Bodies = None,
    since: Since = None,
    until: Until = None,
    audience: Audience = None,
    home: Home = None,
) -> None:
    """Find passages, best first, without answering anything."""
    text = checked(" ".join(words))
    with door_of(context).view(home, audiences(audience)) as view:
        cited, searched = passages(view, text, narrowed(view, body, since, until), limit)
    if as_json:
        from bot.rendering.lists_as_json import hit_object  # noqa: PLC0415 - start-up time

        print_json([hit_object(hit, citation) for hit, citation in cited])
    else:
        blocks = [_block(hit, citation) for hit, citation in cited]
        print_text("\n\n".join(blocks) or _nothing(searched))


def _nothing(searched: bool) -> str:
    if searched:
        return "Nothing found: no passage holds any of these words or comes close in meaning."
    return "Nothing found."


def _block(hit: Hit, citation: Citation) -> str:
    from bot.rendering.places import path, place  # noqa: PLC0415 - start-up time
    from bot.rendering.visible import visible_line  # noqa: PLC0415 - start-up time

    on = screen()
    cosine = "" if hit.cosine is None else f"  cosine {hit.cosine:.3f}"
    scores = f"words found {hit.coverage:.0%}  score {hit.score:.4f}{cosine}"
    head = on.wrapped(f"{citation.number}. {place(citation, 'en')}", rest="   ")
    return "\n".join(
        [
            on.bold(head),
            "   " + on.dim(f"{path(citation, 'en')}    {scores}"),
            on.wrapped(visible_line(citation.quote), "   "),
        ]
    )


def mount(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(search)
