"""What the archive was made from: the last run, and the files that could not be read."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from fastapi import Request, Response

from bot.web.pages.drawing import draw
from bot.web.pages.routes import page_router
from bot.web.readers import TheArchive, WhoReads
from bot.wording import phrases
from index.archive import EVERYTHING, Filter, View
from index.catalogue.records import Account, FileRecord, FileState
from index.documents import CLOSED

router = page_router()


@dataclass(frozen=True, slots=True)
class Made:
    """How the archive came to be what it is, as far as a reader may see it."""

    finished: datetime | None
    states: dict[str, int]
    """Files by what became of them."""
    unreadable: list[FileRecord]
    doubtful: list[FileRecord]
    """Files that were read, and of which something is to be known."""
    twins: list[FileRecord]
    """Files that are byte for byte the same as another."""
    new: Sequence[str]
    """Files that the last run read for the first time; none where it read all of them so."""
    changed: Sequence[str]
    gone: int
    """Files that it took out; of those, no name is kept."""
    removed: list[tuple[str, int]]
    """Characters that were left out as no part of a document, by what they were."""
    characters: int
    """Of the documents' texts, as this reader sees them."""
    pages: int
    documents: int
    items: int
    bodies: int


@router.get("/archive")
async def made(request: Request, archive: TheArchive, reader: WhoReads) -> Response:
    """Tell what the last run read, and what it could not."""
    found = await archive.seen(_made, reader.audiences)
    return await draw(request, "archive.html", made=found, reasons=_reasons())


def _reasons() -> frozenset[str]:
    """Return why files cannot be read, as far as there are words for it."""
    keys = (key.removeprefix("web_reason_") for key in phrases() if key.startswith("web_reason_"))
    return frozenset(key.replace("_", " ") for key in keys)


def _made(view: View) -> Made:
    files, run = view.files(), view.last_run()
    documents = view.documents()
    left_out: Counter[str] = Counter()
    for account in _told_whole(files, view):
        left_out.update(dict(account.removed))
    return Made(
        run.finished if run else None,
        Counter(file.state.value for file in files),
        [file for file in files if file.state is FileState.UNREADABLE],
        [f for f in files if f.state is FileState.INDEXED and f.account and f.account.warnings],
        [file for file in files if file.state is FileState.DUPLICATE],
        run.new if run and len(run.new) < len(files) else (),
        run.changed if run else (),
        len(run.gone) if run else 0,
        left_out.most_common(),
        sum(document.characters for document in documents),
        sum(document.pages for document in documents),
        len(documents),
        view.count_items(EVERYTHING),
        len(view.bodies()),
    )


def _told_whole(files: Sequence[FileRecord], view: View) -> Iterator[Account]:
    """Yield where the characters of files went of which this reader sees all."""
    closed = () if CLOSED in view.audiences else view.items(Filter(only_closed=True))
    in_part = {entry.document.id for entry in closed}
    for file in files:
        if file.account and not in_part & {file.document, *file.further}:
            yield file.account
