"""A small archive that is really ingested, and the site on it, for whoever is said to read."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.chat.answering import Answering, Archive
from bot.cli.door import Door
from bot.cli.failures import run
from bot.records.store import Records
from bot.serving.bodies import LimitedBodies
from bot.web.gate import LOOPBACK, Drawn, Gate
from bot.web.readers import Reader
from bot.web.site import Site
from index.documents import CLOSED, OPEN
from index.library import Library
from referent import app

TODAY = datetime(2023, 3, 1, 12, tzinfo=UTC)
SPRING = """\
Referat af møde i Brobyggerudvalget (BBU)
den 3. maj 2021 kl. 16.00

1. Godkendelse af dagsorden

Beslutning
Godkendt.

Sagsnr. 21/10034

2. Ny gangbro over åen

Sagsfremstilling
Den gamle gangbro er rådden og har været spærret siden jul.

Indstilling
Administrationen indstiller,
at gangbroen males grøn, og
at den indvies i juni.

Beslutning
Punktet blev udsat til mødet i september.

3. Lukket punkt: Køb af grund

Sagsfremstilling
Kragens grund koster 900.000 kr.

Beslutning
Købet blev godkendt.
"""
AUTUMN = """\
Referat af møde i Brobyggerudvalget (BBU)
den 6. september 2021 kl. 16.00

Sagsnr. 21/10034

1. Ny gangbro over åen

Indstilling
Administrationen indstiller,
at gangbroen males grøn.

Beslutning
Indstillingen blev godkendt, idet broen males blå.

2. Bænke ved stien

Beslutning
Udvalget tog orienteringen om bænkene til efterretning.
"""
DRAFT = AUTUMN.replace("Referat af", "Udkast til referat af").replace("males blå", "males rød")
HOSTILE = """\
Notat om <script>alert("bro")</script> og {{ 7 * 7 }}
12. april 2020

Broen \u202ekalde\u202cr sig "><img src=x onerror=alert(1)> </mark></main> og \u200bGrønbro\x07.

javascript:alert(1) er navnet på stien. Åen er 14 meter bred ved <b>stien</b>.
"""
SECRET = """\
Referat af møde i Otterdamudvalget
den 4. oktober 2021 kl. 10.00

Sagsnr. 21/77777

1. Otterdam lukkes

Beslutning
Lukningen af Otterdam blev godkendt.
"""
RATES = """\
Navn;Beløb;Enhed;Gyldig fra;Gyldig til
Brobyggertillæg;100,50;kr. pr. dag;2020-01-01;2020-12-31
Brobyggertillæg;110;kr. pr. dag;2021-01-01;2021-12-31
Brobyggertillæg;125,25;kr. pr. dag;2022-01-01;
Kørsel;3,70;kr. pr. km;2022-01-01;
"""
SECRET_RATES = """\
Navn;Beløb;Enhed;Gyldig fra;Gyldig til
Ottertillæg;999;kr. pr. dag;2022-01-01;
"""
SETTINGS = '[audiences]\nintern = "ledelse"\n'
CLOSED_WORDS = ("Kragens", "Otter", "otter", "21/77777", "intern/", "900.000")
"""What stands only where the public may not look."""


@dataclass(frozen=True, slots=True)
class Ingested:
    """Where the files lie, and the home of their index."""

    folder: Path
    home: Path


def ingested(at: Path, spring: str = SPRING) -> Ingested:
    """Write the files and ingest them; `spring` in the place of the minutes of May."""
    folder, home = at / "arkiv", at / "home"
    home.mkdir()
    (home / "settings.toml").write_text(SETTINGS, "utf-8")
    for source, text in {
        "bbu/2021-05-03.txt": spring,
        "bbu/2021-09-06.txt": AUTUMN,
        "bbu/2021-09-06-udkast.txt": DRAFT,
        "notater/fjendtlig.txt": HOSTILE,
        "intern/2021-10-04.txt": SECRET,
        "takster.csv": RATES,
        "intern/takster.csv": SECRET_RATES,
        "itu.pdf": "%PDF-1.7 in two",
        "intern/itu.pdf": "%PDF-1.7 in three",
    }.items():
        path = folder / source
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    assert run(app, ["ingest", str(folder), "--home", str(home)]) == 3  # one file is in two
    return Ingested(folder, home)


class OpenTo(Gate):
    """A gate that says that everyone is a member of the audiences."""

    def __init__(self, audiences: frozenset[str], name: str | None = None) -> None:
        super().__init__(LOOPBACK)
        self._reader = Reader(audiences, name)

    def around(self, app: ASGIApp, drawn: Drawn | None = None) -> ASGIApp:
        """Return the application behind the gate."""

        async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
            scope.setdefault("state", {})["reader"] = self._reader
            await app(scope, receive, send)

        return guarded


@contextmanager
def site_on(home: Path, audiences: frozenset[str] | None = None) -> Iterator[FastAPI]:
    """Open the site as `referent serve` puts it together; `audiences` are those of every reader."""
    with Door().serving(home) as (assistant, views):
        records = Records(home / "bot")
        answering = Answering(Archive(assistant.reply, views, records), lambda: TODAY)
        site = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
        gate = Gate(LOOPBACK) if audiences is None else OpenTo(audiences)
        Site(answering, gate).mount(site)
        site.add_middleware(LimitedBodies)
        yield site
        answering.close()
        records.close()


@contextmanager
def client_on(
    home: Path, audiences: frozenset[str] | None = None, language: str = "da"
) -> Iterator[TestClient]:
    """Open a client of the site."""
    with site_on(home, audiences) as site:
        yield TestClient(
            site,
            base_url="http://127.0.0.1",
            headers={"accept-language": language},
            follow_redirects=False,
        )


def document_id(home: Path, source: str) -> str:
    """Return the id of the document made from a file, whoever may see it."""
    library = Library(home, lambda _: None)  # type: ignore[arg-type,return-value]
    try:
        with library.view(frozenset({OPEN, CLOSED, "ledelse"})) as view:
            return next(entry.id for entry in view.documents() if entry.source == source)
    finally:
        library.close()
