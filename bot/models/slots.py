"""How many texts are written at the same time by one process."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from bot.models.model import Failure, ModelFailed

WAIT = 2.0
"""Seconds. Whoever waits longer for a model to begin is better served with a quote."""


class Slots:
    """Places for calls that run at the same time."""

    def __init__(self, at_once: int, wait: float = WAIT) -> None:
        """Take how many there are, and the seconds that one may be waited for."""
        self._free = threading.BoundedSemaphore(at_once)
        self._wait = wait

    @contextmanager
    def one(self) -> Iterator[None]:
        """Take a place.

        Raises:
            ModelFailed: None came free in time.
        """
        if not self._free.acquire(timeout=self._wait):
            raise ModelFailed(Failure.BUSY, "The model is writing as much as it may at once.")
        try:
            yield
        finally:
            self._free.release()
