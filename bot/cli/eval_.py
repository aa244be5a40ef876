"""`referent eval`: a file of questions with known answers into figures."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.door import door_of
from bot.cli.failures import told_defect
from bot.cli.options import Audience, Home, Json, WhoWrites, audiences
from bot.cli.printing import print_json, print_text, screen
from index.errors import ReferentError

if TYPE_CHECKING:
    from bot.cli.door import Answering
    from index.archive import View

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


@dataclass(frozen=True, slots=True)
class _Asked:
    """How a file is asked and told of."""

    context: typer.Context
    file: Path
    home: Path | None
    audiences: frozenset[str]
    by_model: bool
    as_json: bool
    failures: bool

    def told(self, error: Exception) -> str:
        """Log what nobody foresaw, and return what to say of it."""
        return str(error) if isinstance(error, ReferentError) else told_defect(error, self.home)[0]

    @contextmanager
    def opened(self) -> "Iterator[tuple[View, Answering]]":
        """Open the archive, and who answers from it."""
        door = door_of(self.context)
        answering = door.writing if self.by_model else door.assistant
        with door.view(self.home, self.audiences) as view, answering(self.home) as assistant:
            yield view, assistant


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
    """Ask the questions of a file, or hold its conversations, and count right replies."""
    from bot.evaluation.conversations import holds_conversations  # noqa: PLC0415 - start-up time

    who = audiences(audience)
    asked = _Asked(context, file, home, who, writer == "model", as_json, failures)
    right = _of_conversations(asked) if holds_conversations(file) else _of_questions(asked)
    if at_least is not None and right < at_least:
        raise typer.Exit(1)


def _of_questions(asked: _Asked) -> float:
    """Ask single questions, print the figures, and return the share of right replies."""
    from bot.evaluation.judging import evaluate  # noqa: PLC0415 - start-up time
    from bot.evaluation.prose_scores import prose_scores  # noqa: PLC0415 - start-up time
    from bot.evaluation.questions import read_questions  # noqa: PLC0415 - start-up time
    from bot.evaluation.scores import scores  # noqa: PLC0415 - start-up time
    from bot.rendering.evaluation import (  # noqa: PLC0415
        evaluation_object,
        failures_text,
        prose_text,
        scores_text,
    )

    questions = read_questions(asked.file)
    with asked.opened() as (view, assistant):
        judged = evaluate(questions, assistant.reply, view, time.perf_counter, asked.told)
    right = sum(not j.failed for j in judged) / len(judged)
    written = prose_scores(judged) if asked.by_model else None
    if asked.as_json:
        print_json(evaluation_object(judged, scores(judged), written))
        return right
    print_text(scores_text(scores(judged), screen()))
    if written is not None:
        print_text("\n" + prose_text(written))
    print_text(f"\nRight in every respect: {right:.1%} of {len(judged)} questions.")
    if asked.failures:
        print_text("\n" + failures_text(judged, screen()))
    return right


def _of_conversations(asked: _Asked) -> float:
    """Hold conversations, print the figures, and return the share of right turns."""
    from bot.evaluation.conversations import read_conversations  # noqa: PLC0415 - start-up time
    from bot.evaluation.turn_scores import turn_scores  # noqa: PLC0415 - start-up time
    from bot.evaluation.turns import hold  # noqa: PLC0415 - start-up time
    from bot.rendering.conversations import (  # noqa: PLC0415 - start-up time
        conversations_object,
        conversations_text,
        failed_turns_text,
    )
    from bot.rendering.evaluation import readings_text  # noqa: PLC0415 - start-up time

    conversations = read_conversations(asked.file)
    with asked.opened() as (view, assistant):
        judged = hold(conversations, assistant.reply, view, asked.told)
    figures = turn_scores(judged)
    right = figures[0].right.value or 0.0
    if asked.as_json:
        print_json(conversations_object(judged, figures))
        return right
    print_text(conversations_text(figures, screen()))
    if asked.by_model:
        print_text("\n" + readings_text("Turns", figures[0].readings))
    print_text(f"\nRight in every respect: {right:.1%} of {len(judged)} turns.")
    if asked.failures:
        print_text("\n" + failed_turns_text(judged, screen()))
    return right


def mount(app: typer.Typer) -> None:
    """Add the command."""
    app.command(name="eval")(eval_)
