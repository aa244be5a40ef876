"""Fixtures that more than one file of tests asks for."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.cli.door import Door
from bot.cli.failures import run
from tests.kept_sandbox import KeptSandboxes
from tests.paper_door import PaperDoor, Run, app
from tests.small_archive import JUNE, MARCH, write_sheets

if TYPE_CHECKING:
    from fastapi import FastAPI
    from fastapi.testclient import TestClient

    from tests.slack_running import Archive
    from tests.web_archive import Ingested


@pytest.fixture
def shell(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Run:
    """Run a command as the shell runs it, on the archive of two sheets of paper."""
    monkeypatch.setenv("REFERENT_HOME", str(tmp_path))

    def shell(*arguments: str, door: Door | None = None) -> tuple[int, str, str]:
        code = run(app, arguments, door or PaperDoor())
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return shell


@pytest.fixture(scope="session", autouse=True)
def kept_sandboxes() -> Iterator[None]:
    """Let all ingests of this process share the processes that read files."""
    with pytest.MonkeyPatch.context() as patch, closing(KeptSandboxes()) as kept:
        patch.setattr("ingest.reading.sandbox.Sandbox", kept.of)
        yield


@pytest.fixture
def anyio_backend() -> str:
    """Run tests marked `anyio` on asyncio, as Bolt does."""
    return "asyncio"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home that nothing was ingested into."""
    return tmp_path / "home"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two sheets."""
    return write_sheets(tmp_path / "arkiv", {"2020/3.txt": MARCH, "2020/6.txt": JUNE})


@pytest.fixture(scope="session")
def site_archive(tmp_path_factory: pytest.TempPathFactory) -> "Ingested":
    """A small archive that is really ingested, for tests of the site; they leave it as it was."""
    from tests.web_archive import ingested

    return ingested(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def reader(site_archive: "Ingested") -> Iterator["TestClient"]:
    """A client of that site who reads Danish, and what is open."""
    from tests.web_archive import client_on

    with client_on(site_archive.home) as client:
        yield client


@pytest.fixture(scope="module")
def insider(site_archive: "Ingested") -> Iterator["TestClient"]:
    """One who may see all of it."""
    from index.documents import CLOSED, OPEN
    from tests.web_archive import client_on

    with client_on(site_archive.home, frozenset({OPEN, CLOSED, "ledelse"})) as client:
        yield client


@pytest.fixture(scope="session")
def parks(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Archive]":
    """Four papers, one of them for an audience of its own; whoever asks it leaves it as it was."""
    from tests.slack_running import archive_of
    from tests.slack_scene import PAPERS, SETTINGS

    with archive_of(tmp_path_factory.mktemp("parks"), PAPERS, SETTINGS) as archive:
        yield archive


@pytest.fixture(scope="module")
def api_site(parks: "Archive") -> "Iterator[FastAPI]":
    """The application on those papers, for everyone."""
    from bot.records.store import Records
    from tests.api_site import site_on

    with closing(Records(parks.home / "bot")) as records:
        yield site_on(parks.assistant, parks.views, records)


@pytest.fixture
def api_client(api_site: "FastAPI") -> "TestClient":
    """A client of that application."""
    from tests.api_site import client_on

    return client_on(api_site)


@pytest.fixture
def paper_client(tmp_path: Path) -> "Iterator[TestClient]":
    """A client of the API on two sheets of paper, where a parrot answers."""
    from bot.records.store import Records
    from tests.api_site import paper_site

    with closing(Records(tmp_path)) as records:
        yield paper_site(records)
