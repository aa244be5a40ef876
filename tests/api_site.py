"""The API of a site, on an archive that a test opens."""

from collections.abc import Iterator
from contextlib import contextmanager

from fastapi import FastAPI
from fastapi.testclient import TestClient

from bot.chat.answering import Answering, Archive
from bot.cli.door import Answering as Answers
from bot.records.store import Records
from bot.serving.bodies import LimitedBodies
from bot.web.gate import LOOPBACK, Gate
from bot.web.site import Site
from bot.writing.opening import Writing
from index.archive import View, Views
from tests.paper_archive import PaperArchive
from tests.paper_door import Parrot

UNHURRIED = 1_000_000
"""Questions a minute: the pace is the gate's, and has tests of its own."""


@contextmanager
def paper_views(audiences: frozenset[str]) -> Iterator[View]:
    """Open the archive of two sheets of paper."""
    yield PaperArchive()


def site_on(
    answers: Answers, views: Views, records: Records, writing: Writing | None = None
) -> FastAPI:
    """Return the application as `referent serve` puts it together."""
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    Site(
        Answering(Archive(answers.reply, views, records), writing=writing),
        Gate(LOOPBACK, questions_a_minute=UNHURRIED),
    ).mount(app)
    app.add_middleware(LimitedBodies)
    return app


def client_on(app: FastAPI) -> TestClient:
    """Return a client that asks this machine by its own name."""
    return TestClient(app, base_url="http://127.0.0.1", follow_redirects=False)


def paper_site(records: Records) -> TestClient:
    """Return a client of the API on two sheets of paper, where a parrot answers."""
    return client_on(site_on(Parrot(), paper_views, records))
