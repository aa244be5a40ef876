"""Referent running in the stand-in for Slack: the real app, inbox and archive, over either way."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import uvicorn

from bot.asked import Asked
from bot.cli.door import Answering, Door
from bot.cli.failures import run
from bot.inbox.turn import Patience
from bot.serving.opening import opened
from bot.serving.server import create
from bot.writing.opening import Writing
from index.archive import Views
from index.settings import Settings
from referent import app
from tests.slack_workspace import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, SlackWorkspace


@dataclass(frozen=True)
class Archive:
    """An ingested archive, and what answers from it."""

    home: Path
    assistant: Answering
    views: Views


@contextmanager
def archive_of(folder: Path, papers: Mapping[str, str], settings: str = "") -> Iterator[Archive]:
    """Write papers below a folder, ingest them with these settings, and open the archive."""
    home = folder / "home"
    home.mkdir(parents=True)
    (home / "settings.toml").write_text(settings, encoding="utf-8")
    ingest(papers, folder / "arkiv", home)
    with no_archive_yet(home) as archive:
        # The first question costs a second of processor time, which on a busy machine is many.
        archive.assistant.reply(Asked("hvad?"))
        yield archive


@contextmanager
def no_archive_yet(home: Path) -> Iterator[Archive]:
    """Open what answers from a home folder, whether or not anything has been ingested there."""
    with Door().serving(home) as (assistant, views):
        yield Archive(home, assistant, views)


def ingest(papers: Mapping[str, str], folder: Path, home: Path) -> None:
    """Write papers below a folder, and ingest them."""
    for name, text in papers.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert run(app, ["ingest", str(folder), "--home", str(home), "--json"]) == 0


@dataclass
class Referent:
    """The process, as far as a test needs it."""

    server: uvicorn.Server
    app: Any
    port: int
    task: "asyncio.Task[None]" = field(repr=False)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@asynccontextmanager
async def referent_in(
    slack: SlackWorkspace,
    archive: Archive,
    way: str,
    *,
    home: Path | None = None,
    patience: Patience | None = None,
    drain_seconds: float = 20.0,
    writing: Writing | None = None,
    **more: Mapping[str, object],
) -> AsyncIterator[Referent]:
    """Run Referent in a workspace until the test ends, `way` being "http" or "socket".

    `writing`: the model that writes. `more`: settings of the app in Slack.
    """
    told = {
        "bot_token": BOT_TOKEN,
        "app_token": APP_TOKEN,
        "signing_secret": SIGNING_SECRET,
        "mode": way,
        "api_url": slack.api_url,
        **more,
    }
    serve = {"drain_seconds": drain_seconds}
    settings = Settings.load(home=home or archive.home, slack=told, serve=serve)
    parts = opened(settings, archive.assistant.reply, archive.views, patience, writing=writing)
    application = create(parts)
    async with running(application) as referent:
        if way == "http":
            slack.listen_at(f"{referent.url}/slack/events")
        else:
            await slack.until(lambda: slack.sockets.open)
        yield referent


@asynccontextmanager
async def running(application: Any) -> AsyncIterator[Referent]:
    """Run an application on a port of this machine until the test ends."""
    config = uvicorn.Config(
        application, "127.0.0.1", 0, log_config=None, access_log=False, lifespan="on"
    )
    server = uvicorn.Server(config)
    task = asyncio.create_task(_served(server))
    while not server.started:
        if task.done():
            failure = application.state.failure
            raise failure or RuntimeError("the server did not start")
        await asyncio.sleep(0.005)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield Referent(server, application, port, task)
    finally:
        server.should_exit = True
        await task


async def _served(server: uvicorn.Server) -> None:
    try:
        await server.serve()
    except SystemExit:
        return  # it did not start; why stands in the application's state
