"""What the commands open: the archive for readers, and the assistant that answers from it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import typer

from bot.asked import Asked
from bot.replies import Reply
from index.archive import View


class Answering(Protocol):
    """Whoever answers questions."""

    def reply(self, asked: Asked) -> Reply:
        """Answer one question."""
        ...


class Door:
    """Opens what a command needs, from the settings and the folder they name."""

    @contextmanager
    def view(self, home: Path | None, audiences: frozenset[str]) -> Iterator[View]:
        """Open the archive for a set of audiences."""
        raise NotImplementedError
        yield

    @contextmanager
    def assistant(self, home: Path | None) -> Iterator[Answering]:
        """Open the archive with the assistant that answers from it."""
        raise NotImplementedError
        yield


def door_of(context: typer.Context) -> Door:
    """Return the door that the command line was started with."""
    return context.ensure_object(Door)
