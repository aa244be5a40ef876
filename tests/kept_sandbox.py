"""Processes that read files, kept from one ingest of a test process to the next.

To start one takes longer than to read most of the archives that tests are asked of.
"""

import os
from types import TracebackType

from index.settings import Limits
from ingest.reading.sandbox import Sandbox


class KeptSandbox(Sandbox):
    """A sandbox that stays when the run that used it is over."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave its processes running."""


class KeptSandboxes:
    """A sandbox for each way of making one."""

    def __init__(self) -> None:
        """Keep none yet."""
        self._kept: dict[tuple[Limits, int, str], KeptSandbox] = {}

    def of(self, limits: Limits, at_once: int = 1) -> KeptSandbox:
        """Return the sandbox that stands for a new one."""
        # Whether there is a Tesseract was looked up where the process found its programs.
        made_as = (limits, at_once, os.environ.get("PATH", ""))
        if made_as not in self._kept:
            self._kept[made_as] = KeptSandbox(limits, at_once)
        return self._kept[made_as]

    def close(self) -> None:
        """End them all."""
        for sandbox in self._kept.values():
            sandbox.close()
