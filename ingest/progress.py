"""How far a run has come: a bar on a terminal, a line now and then elsewhere."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, TextIO

if TYPE_CHECKING:
    from rich.progress import Progress as Drawn
    from rich.progress import TaskID

_SECONDS_BETWEEN_LINES = 10.0


class Progress(Protocol):
    """Told by a run where it is. One phase at a time; `advance` comes from one thread."""

    def begin(self, phase: str, total: int) -> None:
        """Start a phase of `total` steps."""
        ...

    def advance(self, steps: int = 1) -> None:
        """So many more steps are done."""
        ...

    def end(self) -> None:
        """The phase is over."""
        ...


class Silent:
    """Says nothing."""

    def begin(self, phase: str, total: int) -> None:
        """Do nothing."""

    def advance(self, steps: int = 1) -> None:
        """Do nothing."""

    def end(self) -> None:
        """Do nothing."""


class Lines:
    """Plain lines, for a log: one when a phase ends, and one every ten seconds of it."""

    def __init__(self, out: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._out = out
        self._clock = clock
        self._phase, self._total, self._done = "", 0, 0
        self._started = self._told = 0.0

    def begin(self, phase: str, total: int) -> None:
        """Start a phase."""
        self._phase, self._total, self._done = phase, total, 0
        self._started = self._told = self._clock()

    def advance(self, steps: int = 1) -> None:
        """Count, and tell if it is time."""
        self._done += steps
        if self._clock() - self._told >= _SECONDS_BETWEEN_LINES:
            self._told = self._clock()
            self._tell()

    def end(self) -> None:
        """Tell the outcome of a phase that had anything to do."""
        if self._total:
            self._tell()

    def _tell(self) -> None:
        seconds = max(self._clock() - self._started, 1e-3)
        rate = self._done / seconds
        left = (self._total - self._done) / rate if rate else 0.0
        ending = f", {_duration(left)} left" if self._done < self._total else ""
        self._out.write(f"{self._phase}: {self._done}/{self._total}, {rate:.1f}/s{ending}\n")
        self._out.flush()


class Bar:
    """A bar with a count, a rate and the time left, drawn by rich."""

    def __init__(self, drawn: "Drawn") -> None:
        self._drawn = drawn
        self._task: TaskID | None = None

    def begin(self, phase: str, total: int) -> None:
        """Draw a bar for a phase that has anything to do."""
        self._task = self._drawn.add_task(phase, total=total, rate="") if total else None

    def advance(self, steps: int = 1) -> None:
        """Move it."""
        if self._task is None:
            return
        self._drawn.advance(self._task, steps)
        speed = next(task.speed for task in self._drawn.tasks if task.id == self._task)
        self._drawn.update(self._task, rate=f"{speed:.1f}/s" if speed else "")

    def end(self) -> None:
        """Leave it standing."""


@contextmanager
def shown(out: TextIO) -> Iterator[Progress]:
    """Show progress on `out` in the way that fits it."""
    if not out.isatty():
        yield Lines(out)
        return
    from rich import progress  # noqa: PLC0415  # start-up time
    from rich.console import Console  # noqa: PLC0415

    columns = (
        progress.TextColumn("{task.description:>12}"),
        progress.BarColumn(),
        progress.MofNCompleteColumn(),
        progress.TextColumn("{task.fields[rate]}"),
        progress.TimeRemainingColumn(),
    )
    with progress.Progress(*columns, console=Console(file=out)) as drawn:
        yield Bar(drawn)


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
