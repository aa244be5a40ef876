"""`referent serve`: answers where people are, until it is stopped."""

import signal
import socket
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import typer

from bot.cli.door import door_of
from bot.cli.options import Home
from index.errors import ReferentError

if TYPE_CHECKING:
    from fastapi import FastAPI

HOST = "127.0.0.1"


class NotStarted(ReferentError):
    """The server could not be started; the message says why."""


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

    # Uvicorn raises the signal that stopped it once more; to be told to stop is no failure.
    for stopping in (signal.SIGTERM, signal.SIGINT):
        signal.signal(stopping, lambda *_: None)
    config = uvicorn.Config(app, log_config=None, access_log=False, lifespan="on")
    # Where it does not start, it would end the process with a code of its own.
    with closing(_listening(port)) as listening, suppress(SystemExit):
        uvicorn.Server(config).run(sockets=[listening])
    if app.state.failure is not None:
        raise app.state.failure
    if not app.state.started:
        raise NotStarted("The server did not start; its log says why.")


def _listening(port: int) -> socket.socket:
    """Take the port, so that one that is taken is told as that."""
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
    except OSError as error:
        listening.close()
        raise NotStarted(
            f"Port {port} on {HOST} cannot be listened at ({error.strerror}). Is Referent running "
            "already? Another port is set with serve.port."
        ) from None
    return listening


def mount(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(serve)
