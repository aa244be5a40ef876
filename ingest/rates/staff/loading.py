"""Tables of rates that are loaded by themselves: checked, and kept where every run finds them."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from index.errors import BadRates, UsageError
from index.rates.rate import Origin
from ingest.bookkeeping import Reader
from ingest.reading.extraction import Unreadable
from ingest.sources import SourceFile, walk


def keep(tables: Sequence[Path], folder: Path, reader: Reader) -> None:
    """Copy tables into the folder, in the place of earlier ones of their names: all or none.

    Raises:
        UsageError: A file is not there, or a folder holds none.
        BadRates: One has errors or is no table of rates; the message names file, row and column.
    """
    files = [file for table in tables for file in walk([table])]
    if tables and not files:
        raise UsageError("No table of rates was found there. Give a CSV or XLSX file.")
    for file in files:
        _check(file, reader)
    folder.mkdir(parents=True, exist_ok=True)
    copies = [(file, folder / f".{file.path.name}.new") for file in files]
    try:
        for file, copy in copies:
            shutil.copyfile(file.path, copy)
        for file, copy in copies:
            copy.replace(folder / file.path.name)
    finally:
        for _, copy in copies:
            copy.unlink(missing_ok=True)


def _check(file: SourceFile, reader: Reader) -> None:
    try:
        read = reader(file, "open")
    except Unreadable as error:
        raise BadRates(
            f"{file.path.name} is not loaded ({error.reason}): {error.detail}"
        ) from error
    if not any(rate.origin is Origin.LOADED for rate in read.rates):
        raise BadRates(
            f"{file.path.name} is not loaded: it is a document, not a table of rates. Give a CSV "
            "or XLSX file."
        )
