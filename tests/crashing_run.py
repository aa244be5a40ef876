"""Runs that kill themselves: `python -m tests.crashing_run FOLDER HOME:STEP…`, one after another.

A step is anything that touches the index's files: a file opened, copied, renamed, removed or
synchronised, a database connected to, a batch embedded. At the step of that number the process
sends itself SIGKILL, which nothing can catch. Step 0 is never reached. A line is printed for each
run: its exit status, or minus the signal, and how many steps it took if it came to its end.

Each run is a process of its own, forked from this one, which has imported everything already.
With `real` before the folder there is one run, in this process, for others to kill; files are then
read as `referent ingest` reads them.
"""

import os
import signal
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import ingest.embedding
from index.settings import Limits
from ingest.apart import sandboxed
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


def run(home: Path, folder: Path, last: int, *, real: bool) -> int:
    """Run until that step; return how many were taken."""
    steps = Steps(home, last)
    ingest.embedding.BATCH = 3
    synchronise = os.fsync

    def fsync(descriptor: int) -> None:
        steps.take()
        synchronise(descriptor)

    setattr(os, "fsync", fsync)  # noqa: B010  # to a type checker a function is what it is
    sys.addaudithook(steps.audit)
    job = toy_job(home, embedder=SteppingEmbedder(steps))
    if real:
        with Sandbox(Limits(), at_once=2) as box:
            replace(job, recipe="real", reader=sandboxed(box, Limits())).run([folder])
    else:
        job.run([folder])
    return steps.taken


def forked(home: Path, folder: Path, last: int) -> str:
    """Run in a process of its own; return the line to print."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.write(writing, str(run(home, folder, last, real=False)).encode())
            code = 0
        finally:
            os._exit(code)
    os.close(writing)
    with os.fdopen(reading) as told:
        taken = told.read()
    _, status = os.waitpid(child, 0)
    return f"{os.waitstatus_to_exitcode(status)} {taken}\n"


def main(arguments: list[str]) -> None:
    """Make all the runs."""
    if arguments[0] == "real":
        run(Path(arguments[2]), Path(arguments[1]), 0, real=True)
        return
    folder, *runs = arguments
    for one in runs:
        home, step = one.rsplit(":", 1)
        sys.stdout.write(forked(Path(home), Path(folder), int(step)))
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
