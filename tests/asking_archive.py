"""A paper written out in a test, read by the real pipeline, for whoever asks it again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.asked import Asked
from bot.cli.door import Door
from bot.cli.failures import run
from bot.replies import Reply
from index.archive import Views
from referent import app


@dataclass(frozen=True)
class AskingArchive:
    """Answers, and is opened."""

    reply: Callable[[Asked], Reply]
    views: Views


@contextmanager
def archive_of(folder: Path, paper: str) -> Iterator[AskingArchive]:
    """Ingest a paper below a folder, and open it."""
    (folder / "arkiv").mkdir()
    (folder / "arkiv" / "havn.txt").write_text(paper, encoding="utf-8")
    home = folder / "home"
    assert run(app, ["ingest", str(folder / "arkiv"), "--home", str(home), "--json"]) == 0
    with Door().serving(home) as (assistant, views):
        yield AskingArchive(assistant.reply, views)
