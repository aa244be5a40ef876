"""The commands `ingest` and `doctor`: settings in, a run or a check-up, a report out."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from ingest.job import Job
    from ingest.progress import Progress

# What is imported inside the functions takes time to load, and `referent --help` needs none of it.

commands = typer.Typer()

Home = Annotated[
    Path | None,
    typer.Option("--home", help="Where the archive lives (setting REFERENT_HOME).", metavar="DIR"),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@commands.command()
def ingest(
    paths: Annotated[
        list[Path],
        typer.Argument(help="Folders of documents, or single files.", metavar="PATH..."),
    ],
    allow_empty: Annotated[
        bool, typer.Option("--allow-empty", help="Let an archive be emptied.")
    ] = False,
    replace: Annotated[
        bool,
        typer.Option("--replace", help="Let folders that the archive was made from be left out."),
    ] = False,
    as_json: Json = False,
    home: Home = None,
) -> None:
    """Make the archive of what lies in folders: read what changed, drop what is gone.

    Ends with 0 when all is done, 1 when it failed, 2 when it was called wrongly, and 3 when all is
    done but some files could not be read; each is listed with its reason.
    """
    from ingest.progress import shown  # noqa: PLC0415
    from ingest.rendering import as_json as json_of  # noqa: PLC0415
    from ingest.rendering import as_text  # noqa: PLC0415

    with shown(sys.stderr) as progress, _job(home, progress) as job:
        report = job.run(paths, allow_empty=allow_empty, replace=replace)
    typer.echo(json_of(report) if as_json else as_text(report), nl=False)
    raise typer.Exit(report.exit_code)


def load(
    files: Annotated[
        list[Path],
        typer.Argument(help="Tables of rates: CSV or XLSX files.", metavar="FILE..."),
    ],
    as_json: Json = False,
    home: Home = None,
) -> None:
    """Take in tables of rates that staff keep; one with an error is refused whole.

    Each takes the place of an earlier one of the same name, and stays in every later run.
    """
    from ingest.progress import shown  # noqa: PLC0415
    from ingest.rendering import as_json as json_of  # noqa: PLC0415
    from ingest.rendering import as_text  # noqa: PLC0415

    with shown(sys.stderr) as progress, _job(home, progress) as job:
        report = job.load(files)
    typer.echo(json_of(report) if as_json else as_text(report), nl=False)
    raise typer.Exit(report.exit_code)


@commands.command()
def doctor(as_json: Json = False, home: Home = None) -> None:
    """Check the installation and the index, and say what to do about what is wrong."""
    from index.settings import Settings  # noqa: PLC0415
    from ingest.doctor import examine  # noqa: PLC0415
    from ingest.rendering import checks_as_json, checks_as_text  # noqa: PLC0415

    settings = Settings.load(home=home)
    checks = examine(settings)
    typer.echo(checks_as_json(checks) if as_json else checks_as_text(checks), nl=False)
    raise typer.Exit(1 if any(check.failed for check in checks) else 0)


@contextmanager
def _job(home: Path | None, progress: "Progress") -> Iterator["Job"]:
    """Put a run together from the settings."""
    from index.embedding import open_embedder  # noqa: PLC0415
    from index.generation.home import IndexHome  # noqa: PLC0415
    from index.settings import Settings  # noqa: PLC0415
    from ingest.apart import sandboxed  # noqa: PLC0415
    from ingest.bookkeeping import READ_AT_ONCE  # noqa: PLC0415
    from ingest.job import Job  # noqa: PLC0415
    from ingest.reading.ocr import Ocr  # noqa: PLC0415
    from ingest.reading.sandbox import Sandbox  # noqa: PLC0415
    from ingest.recipe import danish_analysis, reading_recipe  # noqa: PLC0415

    settings = Settings.load(home=home)
    index = IndexHome(settings.home)
    ocr = Ocr.within(settings.limits.seconds)
    with Sandbox(settings.limits, at_once=READ_AT_ONCE) as box:
        yield Job(
            home=index,
            reader=sandboxed(box, settings.limits),
            recipe=reading_recipe(settings.limits, ocr.languages if ocr else None),
            embedder=open_embedder(settings.model, index.models),
            analysis=danish_analysis(),
            audience_of=settings.audience_of,
            progress=progress,
            now=lambda: datetime.now(UTC),
            unmatched_audiences=settings.unmatched_audiences,
        )
