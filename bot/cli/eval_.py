"""`referent eval`: a file of questions with known answers into figures."""

import time
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.door import door_of
from bot.cli.failures import told_defect
from bot.cli.options import Audience, Home, Json, WhoWrites, audiences
from bot.cli.printing import print_json, print_text, screen
from index.errors import ReferentError

File = Annotated[
    Path, typer.Argument(metavar="FILE", help="One JSON object a line, see examples/README.md.")
]
Failures = Annotated[
    bool, typer.Option("--failures", help="Also list each failed question: wanted, and what came.")
]
AtLeast = Annotated[
    float | None,
    typer.Option(
        "--at-least",
        metavar="SHARE",
        min=0,
        max=1,
        help="Fail (exit 1) below this share of right ones.",
    ),
]


def eval_(
    context: typer.Context,
    file: File,
    as_json: Json = False,
    failures: Failures = False,
    at_least: AtLeast = None,
    audience: Audience = None,
    writer: WhoWrites = "quotes",
    home: Home = None,
) -> None:
    """Ask the questions of a file and count right replies."""
    from bot.evaluation import evaluate, read_questions  # noqa: PLC0415 - start-up time
    from bot.scores import scores  # noqa: PLC0415 - start-up time
    from bot.writing_scores import writing_scores  # noqa: PLC0415 - start-up time

    questions = read_questions(file)
    door = door_of(context)

    def told(error: Exception) -> str:
        return str(error) if isinstance(error, ReferentError) else told_defect(error, home)[0]

    who = audiences(audience)
    opened = door.writing if writer == "model" else door.assistant
    with door.view(home, who) as view, opened(home) as assistant:
        judged = evaluate(questions, assistant.reply, view, time.perf_counter, told)
    right = sum(not j.failed for j in judged) / len(judged)
    if as_json:
        from bot.rendering.evaluation import evaluation_object  # noqa: PLC0415 - start-up time

        written = writing_scores(judged) if writer == "model" else None
        print_json(evaluation_object(judged, scores(judged), written))
    else:
        from bot.rendering.evaluation import (  # noqa: PLC0415
            failures_text,
            scores_text,
            writing_text,
        )

        print_text(scores_text(scores(judged), screen()))
        if writer == "model":
            print_text("\n" + writing_text(writing_scores(judged)))
        print_text(f"\nRight in every respect: {right:.1%} of {len(judged)} questions.")
        if failures:
            print_text("\n" + failures_text(judged, screen()))
    if at_least is not None and right < at_least:
        raise typer.Exit(1)


def mount(app: typer.Typer) -> None:
    """Add the command."""
    app.command(name="eval")(eval_)
