"""Whether what all surfaces share can be read, and written where questions are kept."""

import asyncio
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from bot.serving.server import Check
from index.archive import Views
from index.documents import OPEN
from index.errors import IndexDamaged, ReferentError
from index.generation.home import IndexHome

ROOM = 4 * 2**20
"""Bytes that must be free: below that a question may be refused, whose page and log both grow."""
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


def roomy(folder: Path, needed: int = ROOM) -> Check:
    """Return a check that what is asked can be kept in a folder, before a question finds it cannot.

    What can be read from a full disk is read as ever, so nothing else tells.
    """

    async def check() -> str | None:
        if not os.access(folder, os.W_OK):
            return f"Inbox: {folder} cannot be written, so questions are refused."
        free = await asyncio.to_thread(lambda: shutil.disk_usage(folder).free)
        if free < needed:
            return f"Inbox: the disk of {folder} is full, so questions may be refused."
        return None

    return check
