"""The door: `referent ingest|ask|…`. Mounts the two command groups and nothing else."""

import sys

try:
    from importlib.metadata import version
    from typing import Annotated

    import typer

    from bot.cli import commands as asking
    from bot.cli.failures import run
    from bot.cli.rates import rates
    from ingest.cli import commands as ingesting
    from ingest.cli import load
except KeyboardInterrupt:
    # Nothing has begun yet, and there is nobody yet to say so without a traceback.
    sys.exit(130)

# Help and messages without boxes: they read the same in a pipe, and start sooner.
app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
app.add_typer(ingesting)
app.add_typer(asking)
# One name for reading rates and for taking them in, which is ingest's.
rates.command()(load)


@app.callback(invoke_without_command=True)
def referent(
    context: typer.Context,
    show_version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", is_eager=True)
    ] = False,
) -> None:
    """Answer questions about a meeting archive, with the passage each answer rests on."""
    if show_version:
        typer.echo(f"referent {version('referent')}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(2)


def main() -> None:
    """Run the command line."""
    sys.exit(run(app, sys.argv[1:]))


if __name__ == "__main__":
    main()
