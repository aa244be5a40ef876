"""`referent slack manifest`: what to paste into Slack to make the app."""

from typing import Annotated

import typer

from bot.cli.options import Home
from bot.cli.printing import print_json

slack = typer.Typer(no_args_is_help=True, help="Set up the app in Slack.")


@slack.command()
def manifest(
    name: Annotated[str, typer.Option(help="What the app is called.")] = "Referent",
    language: Annotated[str, typer.Option(help="Of its description: da or en.")] = "da",
    request_url: Annotated[
        str | None,
        typer.Option(help="https://…/slack/events, for HTTP; without it, Socket Mode."),
    ] = None,
    home: Home = None,
) -> None:
    """Print the app's manifest: exactly the scopes and events that are used."""
    from bot.slack import manifest as made  # noqa: PLC0415 - start-up time
    from index.errors import UsageError  # noqa: PLC0415
    from index.settings import Settings  # noqa: PLC0415

    if language not in {"da", "en"}:
        raise UsageError(f"--language is da or en, not {language!r}.")
    if not 1 <= len(name) <= made.LONGEST_NAME:
        raise UsageError(f"--name has 1 to {made.LONGEST_NAME} characters.")
    if request_url is not None and not request_url.startswith("https://"):
        raise UsageError("--request-url must begin with https://: Slack delivers nowhere else.")
    settings = Settings.load(home=home)
    command = settings.slack.command if settings.slack else made.COMMAND
    print_json(
        made.manifest(name, request_url, "da" if language == "da" else "en", command=command)
    )


def mount(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(slack, name="slack")
