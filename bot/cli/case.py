"""`referent case`: one case through all its meetings."""

from typing import Annotated

import typer

from bot.cli.door import door_of
from bot.cli.options import Audience, Home, Json, audiences
from bot.cli.printing import print_json, print_text, screen
from bot.listing.cases import case_steps, others_named
from bot.questions.askable import checked_case


def case(
    context: typer.Context,
    named: Annotated[
        list[str], typer.Argument(metavar="NUMBER|WORDS", help="Its number, or what it is about.")
    ],
    as_json: Json = False,
    audience: Audience = None,
    home: Home = None,
) -> None:
    """Follow a case from meeting to meeting."""
    from bot.answers.matters.returns import followed  # noqa: PLC0415 - start-up time

    text = checked_case(" ".join(named))
    with door_of(context).view(home, audiences(audience)) as view:
        found, steps, cited = case_steps(view, text)
        last = followed([steps[-1].entry], view)[0] if steps else None
        others = [] if found.by_its_number else others_named(view, text, found)
    if as_json:
        from bot.rendering.as_json import document_object  # noqa: PLC0415 - start-up time
        from bot.rendering.lists_as_json import case_object  # noqa: PLC0415 - start-up time

        print_json(
            case_object(found, steps, cited, [document_object(entry) for entry in found.documents])
        )
        return
    from bot.rendering.decisions import case_text  # noqa: PLC0415 - start-up time

    print_text(case_text(found, steps, cited, last, others, screen()))


def mount(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(case)
