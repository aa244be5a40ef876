"""The commands on the archive of two sheets of paper; `python -m tests.paper_door` runs them."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import typer

from bot.asked import Asked
from bot.citations import Citation
from bot.cli import commands
from bot.cli.door import Conversing, Door
from bot.cli.failures import run
from bot.conversation.said_before import leaning_on
from bot.replies import Reply, ReplyKind
from index.archive import View
from index.documents import Document
from index.errors import IndexMissing
from tests.paper_archive import BLUE, MEMO, MINUTES, PaperArchive

Run = Callable[..., tuple[int, str, str]]
"""Takes a command and, as `door`, what it opens; gives its exit code and what it printed."""

app = typer.Typer(rich_markup_mode=None, add_completion=False)
app.add_typer(commands)


class Parrot:
    """Answers with what it was asked and the one decision it knows."""

    def reply(self, asked: Asked) -> Reply:
        if "explode" in asked.text:
            raise ZeroDivisionError("kaboom")
        who = ",".join(sorted(asked.audiences))
        return Reply(
            question=asked.text,
            language=asked.language or "da",
            kind=ReplyKind.DECISION,
            text=f"Spurgt den {asked.on} af {who}. [1]",
            citations=(Citation(1, MINUTES, BLUE),),
            understood_as=f"{asked.after.question} {asked.text}" if asked.after else None,
        )

    def in_thread(self, asked: Asked, said: Sequence[str]) -> Asked:
        return leaning_on(asked, said, self.reply)


class PaperDoor(Door):
    """Opens the paper archive and the parrot."""

    def __init__(self, documents: Iterable[Document] = (MINUTES, MEMO)) -> None:
        self._archive = PaperArchive(documents)

    @contextmanager
    def view(self, home: Path | None, audiences: frozenset[str]) -> Iterator[View]:
        yield self._archive

    @contextmanager
    def assistant(self, home: Path | None) -> Iterator[Conversing]:
        yield Parrot()


class LockedDoor(Door):
    """Has nothing to open."""

    @contextmanager
    def view(self, home: Path | None, audiences: frozenset[str]) -> Iterator[View]:
        raise IndexMissing("Nothing has been ingested yet.")
        yield

    @contextmanager
    def assistant(self, home: Path | None) -> Iterator[Conversing]:
        raise IndexMissing("Nothing has been ingested yet.")
        yield


if __name__ == "__main__":
    sys.exit(run(app, sys.argv[1:], PaperDoor()))
