"""`referent serve`: answers where people are, until it is stopped."""

from typing import TYPE_CHECKING

import typer

from bot.cli.door import door_of
from bot.cli.options import Home

if TYPE_CHECKING:
    from fastapi import FastAPI

HOST = "127.0.0.1"


def serve(context: typer.Context, home: Home = None) -> None:
    """Answer in Slack, as the settings say, until it is stopped."""
    from bot.serving.logs import set_up  # noqa: PLC0415 - start-up time
    from bot.serving.opening import opened  # noqa: PLC0415
    from bot.serving.server import create  # noqa: PLC0415
    from index.settings import Settings  # noqa: PLC0415

    settings = Settings.load(**({"home": home} if home else {}))
    with door_of(context).serving(home) as (assistant, views):
        serving = opened(settings, assistant.reply, views)
        set_up()
        _run(create(serving), settings.serve.port)


def _run(app: "FastAPI", port: int) -> None:
    """Run until a signal.

    Raises:
        ReferentError: A surface could not be started.
    """
    import uvicorn  # noqa: PLC0415

    config = uvicorn.Config(app, HOST, port, log_config=None, access_log=False, lifespan="on")
    try:
        uvicorn.Server(config).run()
    except SystemExit:
        if app.state.failure is None:
            raise
    if app.state.failure is not None:
        raise app.state.failure


def mount(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(serve)
