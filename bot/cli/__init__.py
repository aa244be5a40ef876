"""The commands that read the archive, and `serve`, which answers where people are.

Each module holds one command; what they open is opened by `bot.cli.door`. Nothing heavy is imported
before a command needs it: `referent --help` must not wait for a model.
"""

import typer

from bot.cli import (
    ask,
    case,
    changes,
    decisions,
    documents,
    eval_,
    feedback,
    intro,
    mcp,
    model,
    rates,
    search,
    serve,
    show,
    slack,
    teams,
)

commands = typer.Typer()
for _module in (
    ask,
    search,
    documents,
    show,
    decisions,
    case,
    rates,
    intro,
    changes,
    eval_,
    serve,
    slack,
    teams,
    feedback,
    model,
    mcp,
):
    _module.mount(commands)
