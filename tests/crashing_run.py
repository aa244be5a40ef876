"""A run that kills itself: `python -m tests.crashing_run HOME FOLDER STEP`.

A step is anything that touches the index's files: a file opened, copied, renamed, removed or
synchronised, a database connected to, a batch embedded. At the step of that number the process
sends itself SIGKILL, which nothing can catch. Step 0 is never reached: the run ends and prints how
many steps it took. With `real` as fourth argument, files are read as `referent ingest` reads them.
"""

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import ingest.embedding
from index.settings import Limits
from ingest.reading.sandbox import Sandbox
from tests.small_archive import ToyEmbedder, toy_job

_COUNTED = ("open", "os.", "shutil.", "sqlite3.connect")


class Steps:
    """Counts steps and ends the process at one of them."""

    def __init__(self, home: Path, last: int) -> None:
        self._home = str(home)
        self._last = last
        self.taken = 0

    def take(self) -> None:
        """Count one."""
        self.taken += 1
        if self.taken == self._last:
            os.kill(os.getpid(), signal.SIGKILL)

    def audit(self, event: str, arguments: tuple[object, ...]) -> None:
        """Count what Python says it is about to do to a file of the index."""
        if event.startswith(_COUNTED) and self._home in str(arguments[:2]):
            self.take()


class SteppingEmbedder(ToyEmbedder):
    """Every batch is a step."""

    def __init__(self, steps: Steps) -> None:
        super().__init__()
        self._steps = steps

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self._steps.take()
        return super().embed_passages(texts)


def main(home: Path, folder: Path, last: int, *, real: bool) -> None:
    """Run until that step."""
    steps = Steps(home, last)
    ingest.embedding.BATCH = 3
    synchronise = os.fsync

    def fsync(descriptor: object) -> None:
        steps.take()
        synchronise(descriptor)  # type: ignore[arg-type]

    os.fsync = fsync
    sys.addaudithook(steps.audit)
    job = toy_job(home, embedder=SteppingEmbedder(steps))
    if real:
        from dataclasses import replace

        from ingest.understanding import sandboxed

        with Sandbox(Limits(), at_once=2) as box:
            replace(job, recipe="real", reader=sandboxed(box, Limits())).run([folder])
    else:
        job.run([folder])
    sys.stdout.write(f"{steps.taken}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), real=sys.argv[4:] == ["real"])
