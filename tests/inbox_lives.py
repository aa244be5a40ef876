"""Processes that work on one inbox and are killed: `python -m tests.inbox_lives FOLDER LIFE…`.

A life hands in every delivery that was not acknowledged yet, as a surface that repeats them would,
and has a desk answer them by writing lines to a file. A LIFE is one of these, one after another:

    s123    ends itself with SIGKILL at its 123rd step: an instruction of SQLite's own machine (of
            every eighth), or the moment before or after a line is written to the file
    t0.02   is killed from outside 0.02 seconds after it began
    -       comes to its end
    pair:…  two lives at once, each of its own list of deliveries

Each is a process of its own, forked from this one, which has imported everything already. A line is
printed for each: its exit status, or minus the signal, and the steps it took if it came to its end.
"""

import asyncio
import logging
import os
import random
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from bot.inbox.desk import Desk
from bot.inbox.questions import Question
from bot.inbox.store import Inbox
from bot.inbox.surfaces import Posted, Posting
from bot.inbox.turn import Patience
from tests.paper_inbox import asked

QUESTIONS = 60
EVERY = 8
"""Instructions of SQLite to a step."""
TIRELESS = Patience(attempts=100_000, first=timedelta(milliseconds=1))


def deliveries(seed: int) -> list[tuple[str, str]]:
    """Return the keys of every delivery: mentions, their twins, and retries of both."""
    chance = random.Random(seed)
    events = [
        (f"Ev{n}{twin}", f"C/{n}")
        for n in range(QUESTIONS)
        for twin in "ab"[: chance.randint(1, 2)]
        for _ in range(chance.randint(1, 3))
    ]
    chance.shuffle(events)
    return events


class Steps:
    """Counts steps and ends the process at one of them; 0 is never reached."""

    def __init__(self, last: int) -> None:
        self._last = last
        self.taken = 0

    def take(self) -> None:
        """Count one."""
        self.taken += 1
        if self.taken == self._last:
            os.kill(os.getpid(), signal.SIGKILL)

    def watch_sqlite(self) -> None:
        """Count what every connection does from now on."""
        connect = sqlite3.connect

        def watched(*given: object, **named: object) -> sqlite3.Connection:
            connection: sqlite3.Connection = connect(*given, **named)  # type: ignore[call-overload]
            connection.set_progress_handler(self.take, EVERY)
            return connection

        setattr(sqlite3, "connect", watched)  # noqa: B010  # to a type checker it is a function


class LinesSurface:
    """Answers by a line in a file, which outlives the process once it is written."""

    def __init__(self, path: Path, steps: Steps) -> None:
        self._path = path
        self._steps = steps

    async def answer(self, question: Question, posting: Posting) -> Posted:
        await posting()
        self._steps.take()
        write_line(self._path, f"{question.id} {(question.payload or b'').decode()}")
        self._steps.take()
        return Posted(question.id.encode())

    async def look_up(self, question: Question) -> Posted | None:
        posted = lines(self._path)
        return Posted(b"found") if any(x.startswith(question.id) for x in posted) else None

    async def apologise(self, question: Question, reference: str) -> Posted:
        raise NotImplementedError


def write_line(path: Path, line: str) -> None:
    """Append a line, whole."""
    file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    os.write(file, f"{line}\n".encode())
    os.close(file)


def lines(path: Path) -> list[str]:
    """Return the lines of a file that need not be there."""
    return path.read_text("utf-8").splitlines() if path.exists() else []


async def live(folder: Path, number: int, steps: Steps) -> None:
    """Hand in what was not acknowledged, and work until nothing is owed."""
    logging.disable()
    acknowledged = folder / f"acknowledged-{number}"
    with closing(Inbox(folder / "inbox", settling=timedelta())) as inbox:
        surface = LinesSurface(folder / "posted", steps)
        desk = Desk(inbox, {"paper": surface}, patience=TIRELESS, poll=0.01)
        running = asyncio.create_task(desk.run())
        for keys in deliveries(number)[len(lines(acknowledged)) :]:
            id_ = await desk.accept(asked(*keys, payload=keys[1].encode()))
            write_line(acknowledged, id_ or "-")
        while inbox.counts().oldest:
            await asyncio.sleep(0.005)
        await desk.drain(5)
        await running


def forked(folder: Path, number: int, last: int) -> tuple[int, int]:
    """Begin a life; return its process and where it will tell how many steps it took."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            steps = Steps(last)
            steps.watch_sqlite()
            asyncio.run(live(folder, number, steps))
            os.write(writing, str(steps.taken).encode())
            code = 0
        finally:
            os._exit(code)
    os.close(writing)
    return child, reading


def ended(child: int, reading: int) -> str:
    """Wait for a life to end; return the line to print."""
    with os.fdopen(reading) as told:
        taken = told.read()
    _, status = os.waitpid(child, 0)
    return f"{os.waitstatus_to_exitcode(status)} {taken}".strip()


def one(folder: Path, life: str, number: int = 0) -> Callable[[], str]:
    """Begin a life as it is written; return what waits for its end."""
    child, reading = forked(folder, number, int(life[1:]) if life[0] == "s" else 0)
    if life[0] == "t":
        time.sleep(float(life[1:]))
        os.kill(child, signal.SIGKILL)
    return lambda: ended(child, reading)


def main(arguments: list[str]) -> None:
    """Live all the lives."""
    folder, *lives = arguments
    for life in lives:
        kind, _, rest = life.partition(":")
        pair = rest.split(",") if kind == "pair" else [life]
        begun = [one(Path(folder), each, number) for number, each in enumerate(pair)]
        sys.stdout.write("".join(f"{end()}\n" for end in begun))
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
