"""The moment a draft becomes what is asked, and the end of those before it."""

import os
import shutil
from pathlib import Path

from index.generation import locks
from index.generation.home import GenerationFolder, IndexHome


def publish(home: IndexHome, draft: GenerationFolder) -> GenerationFolder:
    """Make a draft the generation that answers.

    Everything is on the disk before the pointer turns, and the pointer turns in one rename: a
    crash leaves either the old generation or the new one, each whole.
    """
    for path in draft.files():
        _sync(path)
    for folder in [draft.path, *(path for path in draft.path.rglob("*") if path.is_dir())]:
        _sync(folder)
    published = home.generation(draft.name.removeprefix(".draft-"))
    draft.path.rename(published.path)
    _sync(published.path.parent)
    _point_to(home, published)
    return published


def remove_old(home: IndexHome) -> list[GenerationFolder]:
    """Remove what no longer answers and nobody reads; return what is still read.

    Only for whoever holds the lock for writing.
    """
    for path in home.remains():
        # A reader that has just let go may be removing it too; what is left, the next run sees.
        shutil.rmtree(path, ignore_errors=True)
    current = home.known()
    if current is None or not current.path.is_dir():
        # Nothing tells which of them is the one that may still be saved.
        return []
    return [old for old in home.generations() if old != current and not remove(home, old)]


def remove(home: IndexHome, old: GenerationFolder) -> bool:
    """Remove a generation that no longer answers, unless somebody reads it; tell if it is gone.

    It is renamed first, so that a crash half-way leaves nothing that looks like a generation.
    """
    with locks.nobody_reading(old.in_use) as free:
        if not free:
            return not old.path.exists()
        removed = home.removed(old.name)
        try:
            old.path.rename(removed.path)
        except OSError:
            # A reader that may not write leaves it to the next run.
            return False
    shutil.rmtree(removed.path, ignore_errors=True)
    return True


def _point_to(home: IndexHome, published: GenerationFolder) -> None:
    new = home.pointer.with_suffix(".new")
    new.write_text(published.name + "\n", encoding="ascii")
    _sync(new)
    new.replace(home.pointer)
    _sync(home.pointer.parent)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
