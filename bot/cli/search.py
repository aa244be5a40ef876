"""`referent search`: passages by words, with their scores."""

from typing import Annotated

import typer

from bot.citations import Citation
from bot.cli.door import door_of
from bot.cli.options import Audience, Bodies, Home, Json, Since, Until, audiences, narrowed
from bot.cli.printing import print_json, print_text, screen
from bot.cli.question import checked
from bot.questions.language import language_of
from index.archive import Found, Hit, Query

NEAR = 0.04
"""How far the best passage's cosine lies above the usual where vectors alone can be believed: of 36
words that two archives do not hold, the highest reached 0.032, whether the words meant anything
there or not."""

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
        wanted = narrowed(view, body, since, until)
        found = view.search(Query(text, language_of(text), wanted, limit=limit))
        hits = [hit for group in found.groups for hit in group.hits] if is_near(found) else []
        best = sorted(hits, key=lambda hit: -hit.score)[:limit]
        cited = [
            (hit, Citation(number, view.document(hit.passage.document), hit.passage.span))
            for number, hit in enumerate(best, start=1)
        ]
    if as_json:
        from bot.rendering.lists_as_json import hit_object  # noqa: PLC0415 - start-up time

        print_json([hit_object(hit, citation) for hit, citation in cited])
    else:
        blocks = [_block(hit, citation) for hit, citation in cited]
        print_text("\n\n".join(blocks) or _nothing(found))


def is_near(found: Found) -> bool:
    """Tell whether anything that was found has to do with the words.

    The vectors always rank something first; without a single word of the search in it, it counts
    only where it lies clearly above the rest.
    """
    if any(group.coverage > 0 for group in found.groups):
        return True
    if found.best_cosine is None or found.usual_cosine is None:
        return False
    return found.best_cosine - found.usual_cosine >= NEAR


def _nothing(found: Found) -> str:
    if found.groups:
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
