"""Files read each in a process of its own, as a run does it."""

from datetime import UTC, datetime

from index.settings import Limits
from ingest.bookkeeping import Reader
from ingest.reading.sandbox import Sandbox
from ingest.sources import SourceFile
from ingest.understood import Understood


def sandboxed(box: Sandbox, limits: Limits) -> Reader:
    """Return a reader that reads every file in the sandbox."""

    def reader(file: SourceFile, audience: str) -> Understood:
        # Imported here: it brings the readers' libraries, half a second that a run in which no
        # file has changed need not wait for.
        from ingest.understanding import understand_file  # noqa: PLC0415

        modified = datetime.fromtimestamp(file.mtime_ns / 1e9, UTC).date()
        return box.run(understand_file, file.path, file.source, audience, modified, limits)

    return reader
