"""How long `referent ask` takes from a cold shell."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.machine import once
from benchmarks.report import Part, Row

RUNS = 5
ARCHIVE = Path(__file__).parent.parent / "examples" / "archive"
QUESTION = "hvad blev besluttet om satellitklinikken?"


def measure(folder: Path) -> Part:
    """Measure on the sample archive; the fastest and the slowest of a few runs each."""
    environment = os.environ | {"REFERENT_HOME": str(folder)}
    program = [sys.executable, "-m", "referent"]
    _seconds([*program, "ingest", str(ARCHIVE)], environment, times=1)
    bare = _seconds([sys.executable, "-c", "pass"], environment)
    torch = _seconds([sys.executable, "-c", "import torch"], environment, times=2)
    asked = _seconds([*program, "ask", QUESTION, "--json"], environment)
    helped = _seconds([*program, "--help"], environment)
    return Part(
        "From a cold shell",
        f"Whole processes, on the sample archive, {RUNS} times each; the files are in the system's "
        "cache.",
        (
            Row("`referent ask`", _range(asked), "≤ 3 s", f"Python alone {_range(bare)}"),
            Row("`referent --help`", _range(helped), "–", f"`import torch` {_range(torch)}"),
        ),
    )


def _seconds(
    command: Sequence[str], environment: dict[str, str], times: int = RUNS
) -> tuple[float, ...]:
    def run() -> None:
        # 3 says that some files could not be read: the sample archive holds a scan.
        done = subprocess.run(command, env=environment, capture_output=True, check=False)
        if done.returncode not in {0, 3}:
            raise RuntimeError(f"{command}: {done.stderr.decode(errors='replace')}")

    return tuple(once(run) for _ in range(times))


def _range(seconds: Sequence[float]) -> str:
    return f"{min(seconds):.2f}–{max(seconds):.2f} s"
