"""`referent teams package`: what an administrator uploads to Teams to make the app."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.options import Home
from bot.cli.printing import print_text

teams = typer.Typer(no_args_is_help=True, help="Set up the app in Microsoft Teams.")


@teams.command()
def package(
    output: Annotated[Path, typer.Argument(help="The zip file to write.", metavar="FILE")] = Path(
        "referent-teams.zip"
    ),
    name: Annotated[str, typer.Option(help="What the app is called.")] = "Referent",
    language: Annotated[str, typer.Option(help="Of its description: da or en.")] = "da",
    developer: Annotated[str, typer.Option(help="Who runs it, as people are told.")] = "Referent",
    website: Annotated[
        str | None,
        typer.Option(help="https://… on the app; without it, serve.public_url."),
    ] = None,
    privacy: Annotated[
        str | None, typer.Option(help="https://… on privacy; without it, the website.")
    ] = None,
    terms: Annotated[
        str | None, typer.Option(help="https://… on terms of use; without it, the website.")
    ] = None,
    home: Home = None,
) -> None:
    """Write the app package for the app registration that the settings name."""
    from importlib.metadata import version  # noqa: PLC0415 - start-up time

    from bot.teams.package import App  # noqa: PLC0415
    from bot.teams.package import package as made  # noqa: PLC0415
    from index.errors import UsageError  # noqa: PLC0415
    from index.settings import Settings  # noqa: PLC0415

    settings = Settings.load(home=home)
    if language not in {"da", "en"}:
        raise UsageError(f"--language is da or en, not {language!r}.")
    if settings.teams is None or settings.teams.app_id is None:
        raise UsageError("Set teams.app_id first: the package names the app registration.")
    site = website or settings.serve.public_url
    if site is None:
        raise UsageError("Give --website, or set serve.public_url: Teams shows where to read more.")
    pages = (site, privacy or site, terms or site)
    if any(not page.startswith("https://") for page in pages):
        raise UsageError("Teams shows addresses that begin with https:// only.")
    app = App(
        settings.teams.app_id,
        version("referent"),
        name,
        developer,
        *pages,
        "da" if language == "da" else "en",
    )
    try:
        output.write_bytes(made(app))
    except OSError as error:
        raise UsageError(f"{output} cannot be written: {error.strerror}.") from None
    print_text(f"Wrote {output}. Upload it in the Teams admin center, or in Teams under Apps.")


def mount(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(teams, name="teams")
