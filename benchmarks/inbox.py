"""How long a question takes to be on the disk: what every acknowledgement waits for.

`python -m benchmarks.inbox FOLDER` prints it alone, for a folder on the disk that is asked about.
"""

import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from statistics import median

from benchmarks.machine import once
from benchmarks.report import Part, Row
from bot.inbox.questions import Incoming, utc_now
from bot.inbox.store import Inbox

QUESTIONS = 2_000
MANY = 30_000
PAYLOAD = b"x" * 2_000
"""About what a message event of Slack takes."""


def measure(folder: Path) -> Part:
    """Measure on an empty inbox, on a full one, and beside a process that answers meanwhile."""
    folder.mkdir(parents=True, exist_ok=True)
    numbers = count()
    with closing(Inbox(folder / "inbox")) as inbox:
        empty = _taken(lambda: inbox.accept(_asked(next(numbers))))
        again = iter(range(QUESTIONS))
        duplicate = _taken(lambda: inbox.accept(_asked(next(again))))
        with _answering(folder / "inbox"):
            busy = _taken(lambda: inbox.accept(_asked(next(numbers))))
    with closing(Inbox(folder / "large")) as inbox:
        filled = once(lambda: _fill(inbox))
        full = _taken(lambda: inbox.accept(_asked(next(numbers))))
        counted = _taken(inbox.counts, times=20)
    opened = _taken(lambda: Inbox(folder / "large").close(), times=3)
    return Part(
        "The inbox",
        f"`Inbox.accept` of {QUESTIONS:,} questions of {len(PAYLOAD):,} bytes, each on the disk "
        f"when it returns. p50 / p99 / longest, in milliseconds. The inbox of {MANY:,} was filled "
        f"in {filled:.0f} s; none of them is answered.",
        (
            Row("accept, empty inbox", _told(empty), "a few ms", _told(_synchronised(folder))),
            Row("accept, duplicate", _told(duplicate)),
            Row("accept, while another process answers", _told(busy)),
            Row(f"accept, {MANY:,} waiting", _told(full)),
            Row(f"counts, {MANY:,} waiting", _told(counted)),
            Row(f"opening, {MANY:,} waiting", _told(opened)),
        ),
    )


def _asked(number: int) -> Incoming:
    return Incoming("slack", (f"Ev{number}", f"C0/{number}.0001"), PAYLOAD, utc_now())


def _fill(inbox: Inbox) -> None:
    for number in range(MANY):
        inbox.accept(_asked(-1 - number))


def _taken(work: Callable[[], object], times: int = QUESTIONS) -> list[float]:
    return [once(work) for _ in range(times)]


def _synchronised(folder: Path) -> Iterable[float]:
    """Time what any durable write costs at least here: appending so many bytes, and `fsync`."""
    with (folder / "baseline").open("ab", buffering=0) as file:

        def append() -> None:
            file.write(PAYLOAD)
            os.fsync(file.fileno())

        return _taken(append)


def _told(seconds: Iterable[float]) -> str:
    taken = sorted(1000 * s for s in seconds)
    return f"{median(taken):.2f} / {taken[len(taken) * 99 // 100]:.2f} / {taken[-1]:.1f}"


@contextmanager
def _answering(folder: Path) -> Iterator[None]:
    # Spawned: a process with an open inbox must not fork.
    process = multiprocessing.get_context("spawn").Process(target=_answer, args=(folder,))
    process.start()
    time.sleep(1)
    try:
        yield
    finally:
        process.terminate()
        process.join()


def _answer(folder: Path) -> None:
    with closing(Inbox(folder)) as inbox:
        while True:
            for id_ in inbox.due(4):
                if question := inbox.claim(id_):
                    inbox.answered(inbox.posting(question), b"there")


if __name__ == "__main__":
    print(measure(Path(sys.argv[1])).markdown())
