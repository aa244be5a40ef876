"""`referent mcp`: the archive as tools for another assistant, over standard input and output."""

import signal
from contextlib import suppress

import typer

from bot.cli.door import door_of
from bot.cli.options import Audience, Home, audiences, today
from index.errors import IndexMissing


def mcp(context: typer.Context, audience: Audience = None, home: Home = None) -> None:
    """Serve another assistant that starts this command: tools over the Model Context Protocol."""
    from bot.mcp.server import server_on  # noqa: PLC0415 - start-up time
    from bot.mcp.tools import Tools  # noqa: PLC0415
    from bot.serving.logs import set_up  # noqa: PLC0415

    readers = audiences(audience)
    with door_of(context).serving(home) as (assistant, views):
        # An audience that there is not shows less than was meant. That nothing has been ingested
        # yet is told by each tool until something is.
        with suppress(IndexMissing), views(readers):
            pass
        server = server_on(Tools(assistant.reply, views, readers, today))
        set_up()
        # A thread that waits for input would hold up Ctrl-C until a line comes; nothing here
        # needs an orderly end.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        server.run()


def mount(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(mcp)
