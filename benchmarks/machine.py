"""The machine that is measured on, and how a time on it is taken."""

import platform
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median, quantiles
from typing import Self, TypeVar

import numpy as np
import psutil

LIBRARIES = ("onnxruntime", "numpy", "chromadb", "tantivy", "tokenizers", "torch")
YARDSTICK_SIZE = 2048

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds, one a run."""

    seconds: tuple[float, ...]

    @property
    def p50(self) -> float:
        """The median, in milliseconds."""
        return median(self.seconds) * 1000

    @property
    def p95(self) -> float:
        """In milliseconds; the longest of fewer than twenty."""
        if len(self.seconds) < 20:
            return max(self.seconds) * 1000
        return quantiles(self.seconds, n=20)[-1] * 1000


def timed(work: Callable[[T], object], over: Iterable[T]) -> Times:
    """Do the work on each, after one that is not counted."""
    taken = []
    for number, one in enumerate(over):
        if not number:
            work(one)
        begun = time.perf_counter()
        work(one)
        taken.append(time.perf_counter() - begun)
    return Times(tuple(taken))


def once(work: Callable[[], object]) -> float:
    """Return how many seconds the work takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


@dataclass(frozen=True, slots=True)
class Memory:
    """Of this process, in MB."""

    resident: float
    own: float
    """Without the pages of mapped files, which the system shares and can drop."""

    @classmethod
    def now(cls) -> Self:
        """Look."""
        found = psutil.Process().memory_info()
        shared: int = getattr(found, "shared", 0)
        return cls(found.rss / 1e6, (found.rss - shared) / 1e6)


def yardstick() -> float:
    """Return what float32 matrix products reach here now, in GFLOP/s on all cores.

    Others may be at work on the machine: figures of two runs compare only through this.
    """
    square = np.random.default_rng(0).random((YARDSTICK_SIZE, YARDSTICK_SIZE), np.float32)
    square @ square
    return 2 * YARDSTICK_SIZE**3 / min(once(lambda: square @ square) for _ in range(5)) / 1e9


def description() -> list[tuple[str, str]]:
    """Return what a reader must know of the machine."""
    load = ", ".join(f"{value:.1f}" for value in psutil.getloadavg())
    memory = psutil.virtual_memory()
    return [
        ("processor", _processor()),
        ("cores", str(psutil.cpu_count())),
        ("memory", f"{memory.total / 2**30:.0f} GiB, {memory.available / 2**30:.0f} GiB free"),
        ("system", f"{platform.system()} {platform.release()}, Python {platform.python_version()}"),
        ("libraries", ", ".join(f"{name} {version(name)}" for name in LIBRARIES)),
        ("load over 1, 5 and 15 minutes before", load),
        ("float32 matrix product, all cores", f"{yardstick():.0f} GFLOP/s"),
    ]


def _processor() -> str:
    facts = Path("/proc/cpuinfo")
    if not facts.exists():
        return platform.processor()
    pairs = (line.partition(":") for line in facts.read_text("utf-8").splitlines())
    known = {key.strip(): value.strip() for key, _, value in pairs}
    flags = [f for f in ("avx2", "avx512f", "avx512_vnni") if f in known.get("flags", "").split()]
    return f"{known.get('model name', 'unknown')} ({', '.join(flags)})"
