"""`referent ask`: a question in, a cited reply out."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Annotated, Literal

import typer

from bot.asked import Asked
from bot.cli.batch import answer_batch, open_batch
from bot.cli.door import Conversing, door_of
from bot.cli.options import Audience, Home, Json, On, Tongue, WhoWrites, audiences
from bot.cli.printing import print_reply
from bot.questions.askable import checked
from index.errors import UsageError

Batch = Annotated[
    str | None,
    typer.Option(
        "--batch",
        metavar="FILE",
        help="Read one JSON object a line (question, after, on, audience, language) from a file or "
        "from standard input (-); print one reply a line, as JSON.",
    ),
]
After = Annotated[
    list[str] | None,
    typer.Option(
        "--after",
        metavar="QUESTION",
        help="A question asked before this one, which it may lean on (and in 2019?). May be "
        "repeated, oldest first.",
    ),
]


def ask(
    context: typer.Context,
    question: Annotated[
        list[str] | None, typer.Argument(metavar="QUESTION", help="In Danish or English.")
    ] = None,
    as_json: Json = False,
    on: On = None,
    audience: Audience = None,
    language: Tongue = None,
    after: After = None,
    batch: Batch = None,
    writer: WhoWrites = None,
    home: Home = None,
) -> None:
    """Answer a question with the passages that the answer rests on."""
    if batch is not None:
        if question or on or audience or language or after:
            raise UsageError(
                "--batch takes question, day, audience, language and what was asked before from "
                "its lines."
            )
        with open_batch(batch) as lines, _answering(context, writer, home) as assistant:
            sound = answer_batch(lines, assistant, home)
        raise typer.Exit(0 if sound else 1)
    asked = Asked(checked(" ".join(question or ())), on, audiences(audience), language)
    said = [checked(one) for one in after or ()]
    with _answering(context, writer, home) as assistant:
        reply = assistant.reply(assistant.in_thread(asked, said))
    print_reply(reply, as_json=as_json)


def _answering(
    context: typer.Context, writer: Literal["quotes", "model"] | None, home: Path | None
) -> AbstractContextManager[Conversing]:
    """Open who answers: unless it is said, with the model that the settings name."""
    door = door_of(context)
    if writer == "model" or (writer is None and door.writes(home)):
        return door.writing(home)
    return door.assistant(home)


def mount(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(ask)
