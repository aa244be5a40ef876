"""One file into what the index keeps of it. Runs in a process of its own; see `reading.sandbox`."""

from datetime import UTC, date, datetime
from pathlib import Path

from index.catalogue.records import Account
from index.settings import Limits
from ingest.bookkeeping import Reader
from ingest.passages import split
from ingest.reading.reader import read
from ingest.reading.sandbox import Sandbox
from ingest.sources import SourceFile
from ingest.structure import understand
from ingest.understood import Understood


def sandboxed(box: Sandbox, limits: Limits) -> Reader:
    """Return a reader that reads every file in a process of its own."""

    def reader(file: SourceFile, audience: str) -> Understood:
        modified = datetime.fromtimestamp(file.path.stat().st_mtime, UTC).date()
        return box.run(understand_file, file.path, file.source, audience, modified, limits)

    return reader


def understand_file(
    path: Path, source: str, audience: str, modified: date, limits: Limits
) -> Understood:
    """Read a file and understand it.

    Raises:
        Unreadable: It cannot be read; it says why.
    """
    extraction = read(path, limits)
    document = understand(extraction, source=source, audience=audience, modified=modified)
    passages = split(document)
    for passage in passages:
        # Every quotation is cut from the text by its place. A wrong one must not get in.
        if passage.span.of(document.text) != passage.text:
            raise AssertionError(f"passage {passage.index} does not stand at {passage.span}")
    removed = tuple((one.what, one.characters) for one in extraction.removed)
    kept = extraction.yielded - sum(characters for _, characters in removed)
    account = Account(len(document.pages), kept, extraction.added, removed, extraction.warnings)
    return Understood(document, passages, account)
