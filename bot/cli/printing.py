"""Where output goes: standard output, as text for what it is, or as JSON."""

import os
import shutil
import sys
from typing import TYPE_CHECKING

import typer

from bot.rendering.screen import Screen

if TYPE_CHECKING:
    from bot.replies import Reply


def screen() -> Screen:
    """Return what standard output is: a terminal with a width and perhaps colours, or a pipe."""
    if not sys.stdout.isatty():
        return Screen()
    colour = "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return Screen(columns=shutil.get_terminal_size().columns, colour=colour)


def print_text(text: str) -> None:
    """Print text that has been made visible."""
    sys.stdout.write(text if text.endswith("\n") else f"{text}\n")


def print_json(value: object, *, one_line: bool = False) -> None:
    """Print a value as JSON, in UTF-8 whatever the terminal is set to, at once."""
    from bot.rendering.as_json import encoded  # noqa: PLC0415 - start-up time

    sys.stdout.flush()
    typer.echo(encoded(value, one_line=one_line).encode(), nl=False)
    sys.stdout.flush()


def print_reply(reply: "Reply", *, as_json: bool) -> None:
    """Print a reply, as text or as the contract has it."""
    if as_json:
        from bot.rendering.as_json import reply_object  # noqa: PLC0415 - start-up time

        print_json(reply_object(reply))
        return
    from bot.rendering.terminal import reply_text  # noqa: PLC0415 - start-up time

    print_text(reply_text(reply, screen()))
