"""The folders that an archive is made from: a run that leaves one of them out is refused.

A run on other folders makes another archive of it. That is seldom what someone means who adds a
folder, so it is done only where it is asked for.
"""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from index.catalogue.reading import Catalogue
from index.catalogue.records import RunRecord
from index.errors import UsageError
from ingest.sources import comes_by, walk

Roots = tuple[Path, ...]


def resolved(paths: Iterable[Path]) -> Roots:
    """Return folders and files under the one name each has, ascending, each once."""
    return tuple(sorted({Path(_storable(os.path.realpath(path))) for path in paths}))


def roots_of(run: RunRecord | None) -> Roots:
    """Return the folders and files that a run was given."""
    return resolved(map(Path, run.roots)) if run else ()


def refuse_to_forget(catalogue: Catalogue, given: Sequence[Path]) -> None:
    """Refuse a run that is given less than the generation of this catalogue was made from.

    Nothing is read for it but the names in the folders that are given again.

    Raises:
        UsageError: A folder or file of the last run lies in none that is given; the message names
            it, says how many documents would leave, and what to do.
    """
    now = resolved(given)
    before = roots_of(catalogue.last_run())
    missing = [root for root in before if not any(comes_by(path, root) for path in now)]
    if missing:
        stay = [root for root in before if root not in missing and root.exists()]
        raise UsageError(_refusal(missing, *_leaving(catalogue, stay)))


def _leaving(catalogue: Catalogue, stay: Iterable[Path]) -> tuple[int, int]:
    """Return how many documents no file in the folders that stay answers for, and how many are."""
    files = catalogue.files()
    there = [files[file.source] for file in walk(stay) if file.source in files]
    # A copy that stays takes the place of the file that was read for it.
    kept = {record.source for record in there} | {record.duplicate_of for record in there}
    held = [record.source for record in files.values() if record.document is not None]
    return sum(source not in kept for source in held), len(held)


def _refusal(missing: Sequence[Path], leaving: int, held: int) -> str:
    names = ", ".join(map(_named, missing))
    return (
        f"Not done, and nothing read: the archive was made from {names}, which this run does "
        f"not name. {leaving} of its {held} documents would leave it. Name all folders to keep "
        "them, or add --replace to let them go."
    )


def _named(root: Path) -> str:
    return repr(str(root)) + ("" if root.exists() else " (no longer there)")


def _storable(path: str) -> str:
    """Spell out the bytes of a name that are no UTF-8: a record holds none."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
