"""`referent serve` as a process of its own that can be stopped and killed, and measuring it."""

import asyncio
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Coroutine, Mapping, Sequence
from pathlib import Path

import aiohttp

from benchmarks.report import Part

SERVE = ("-c", "from referent import main; main()", "serve")
"""What Python is told to be the process."""
Measure = Callable[[Path], Coroutine[None, None, Part]]
"""Measures one thing in an empty folder."""


class Process:
    """The process that answers from the archive of a home folder."""

    def __init__(
        self,
        home: Path,
        port: int,
        settings: Mapping[str, str] | None = None,
        command: Sequence[str] = SERVE,
    ) -> None:
        """Take the home, the port, more variables of the environment, and what Python is told."""
        self.url = f"http://127.0.0.1:{port}"
        self.log = home / "serve.log"
        self._environment = os.environ | {
            "REFERENT_HOME": str(home),
            "REFERENT_SERVE__PORT": str(port),
            **(settings or {}),
        }
        self._command = [sys.executable, *command]
        self._running: subprocess.Popen[bytes] | None = None

    async def start(self) -> None:
        """Start it, and wait until it hears.

        Raises:
            RuntimeError: It ended by itself; the message has the end of its log.
        """
        with self.log.open("ab") as log:
            self._running = subprocess.Popen(
                self._command, env=self._environment, stdout=log, stderr=log
            )
        async with aiohttp.ClientSession() as session:
            while True:
                try:
                    async with session.get(f"{self.url}/readyz") as response:
                        if response.status == 200:
                            return
                except aiohttp.ClientError:
                    pass
                if self._running.poll() is not None:
                    raise RuntimeError(f"it ended by itself:\n{self.log.read_text()[-2000:]}")
                await asyncio.sleep(0.02)

    def memory_mb(self) -> float:
        """Return what it holds of the memory now, in MiB."""
        assert self._running is not None
        told = Path(f"/proc/{self._running.pid}/status").read_text("ascii")
        (kib,) = re.findall(r"^VmRSS:\s+(\d+) kB", told, re.M)
        return int(kib) / 1024

    async def end(self, *, kill: bool = False) -> None:
        """Kill it, or ask it to stop."""
        assert self._running is not None
        self._running.kill() if kill else self._running.terminate()
        await asyncio.to_thread(self._running.wait)


def run(parts: Mapping[str, Measure], names: Sequence[str]) -> None:
    """Measure the parts that are named, or all, and print them."""
    for name in names or parts:
        folder = Path(tempfile.mkdtemp(prefix="referent-measured-"))
        try:
            part = asyncio.run(parts[name](folder))
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        sys.stdout.write(f"{part.markdown()}\n")
        sys.stdout.flush()
