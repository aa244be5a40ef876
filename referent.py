"""The door: `referent ingest|ask|…`. Mounts the two command groups and nothing else."""

import typer

from bot.cli import commands as asking
from ingest.cli import commands as ingesting

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
app.add_typer(ingesting)
app.add_typer(asking)


def main() -> None:
    """Run the command line."""
    app()


if __name__ == "__main__":
    main()
