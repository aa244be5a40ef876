"""`referent serve`: answers where people are, until it is stopped."""

import signal
import socket
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.door import door_of
from bot.cli.options import Home
from index.errors import ReferentError

if TYPE_CHECKING:
    from fastapi import FastAPI

    from index.settings import Settings


class NotStarted(ReferentError):
    """The server could not be started; the message says why."""


Host = Annotated[str | None, typer.Option("--host", help="Listen here (setting serve.host).")]
Port = Annotated[
    int | None, typer.Option("--port", min=1, max=65535, help="Listen here (setting serve.port).")
]


def serve(context: typer.Context, host: Host = None, port: Port = None, home: Home = None) -> None:
    """Answer on the web page, and in Slack as the settings say, until it is stopped."""
    from bot.serving.logs import set_up  # noqa: PLC0415 - start-up time
    from bot.serving.opening import opened  # noqa: PLC0415
    from bot.serving.server import create  # noqa: PLC0415
    from index.settings import Settings  # noqa: PLC0415

    settings = Settings.load(home=home)
    given = {name: value for name, value in (("host", host), ("port", port)) if value is not None}
    listens = settings.serve.model_copy(update=given)
    settings = settings.model_copy(update={"serve": listens})
    door = door_of(context)
    with door.serving(home) as (assistant, views), door.model_writing(home) as writing:
        serving = opened(settings, assistant.reply, views, writing=writing)
        set_up(as_json=listens.log == "json")
        _run(create(serving), settings)


def _run(app: "FastAPI", settings: "Settings") -> None:
    """Run until a signal.

    Raises:
        ReferentError: A surface could not be started.
    """
    import uvicorn  # noqa: PLC0415

    from bot.serving.announcement import announcement  # noqa: PLC0415
    from bot.serving.heads import HeadsInTime  # noqa: PLC0415

    class Announced(uvicorn.Server):
        """Says where it is heard once it is: a start that fails promises nothing."""

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if self.started:
                for line in announcement(settings):
                    typer.echo(line, err=True)

    listens = settings.serve

    # Uvicorn raises the signal that stopped it once more; to be told to stop is no failure.
    for stopping in (signal.SIGTERM, signal.SIGINT):
        signal.signal(stopping, lambda *_: None)
    config = uvicorn.Config(
        app,
        http=HeadsInTime,
        log_config=None,
        access_log=False,
        lifespan="on",
        # A client that never ends its request must not keep the process from ending.
        timeout_graceful_shutdown=int(listens.drain_seconds) + 1,
    )
    # Where it does not start, it would end the process with a code of its own.
    with closing(_listening(listens.host, listens.port)) as listening, suppress(SystemExit):
        Announced(config).run(sockets=[listening])
    if app.state.failure is not None:
        raise app.state.failure
    if not app.state.started:
        raise NotStarted("The server did not start; its log says why.")


def _listening(host: str, port: int) -> socket.socket:
    """Take the port, so that one that is taken is told as that."""
    listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise NotStarted(
            f"Port {port} on {host} cannot be listened at ({error.strerror}). Is Referent running "
            "already? Another port is set with serve.port."
        ) from None
    return listening


def mount(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(serve)
