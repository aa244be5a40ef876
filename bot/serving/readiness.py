"""Whether what all surfaces share can be read: the archive, and anything else on disk."""

import asyncio
from collections.abc import Callable

from bot.serving.server import Check
from index.archive import Views
from index.documents import OPEN
from index.errors import IndexDamaged, ReferentError
from index.generation.home import IndexHome

_LOOKS = 2
"""A run may publish between a look at what answers and one at what should."""


def readable_archive(views: Views, index: IndexHome) -> Check:
    """Return a check that the newest archive is the one that answers.

    Where it cannot be read, the one from before goes on answering, so a question tells nobody: what
    is ingested since is not found, and what was removed still is.
    """

    def read() -> None:
        answering = ""
        for _ in range(_LOOKS):
            with views(frozenset({OPEN})) as view:
                view.bodies()
                answering = view.generation
            named = index.current()
            if named is None or named.name == answering:
                return
        raise IndexDamaged(
            f"The newest cannot be read; {answering} answers in its place. Run `referent ingest` "
            "again."
        )

    return reading("Archive", read)


def reading(what: str, read: Callable[[], object]) -> Check:
    """Return a check that something can be read; in a thread, for it may take its time."""

    async def check() -> str | None:
        try:
            await asyncio.to_thread(read)
        except ReferentError as error:
            return f"{what}: {error}"
        return None

    return check
