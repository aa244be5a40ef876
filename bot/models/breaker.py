"""A breaker: a model that keeps failing is left alone for a while, so that nobody waits for it.

Of our own, because the kept one (pybreaker 1.4) holds a lock for as long as a call takes, and a
text takes half a minute: two could not be written at once.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bot.models.attempts import AttemptFailed
from bot.models.model import Failure, ModelFailed

FAILURES = 3
"""In a row, each after attempts of its own; a fourth reader should not wait as long in vain."""
REST = 60.0
"""Seconds. A server takes about as long to start with a model."""


class Breaker:
    """Lets calls through, or says at once that the model rests; from several threads as well."""

    def __init__(
        self,
        failures: int = FAILURES,
        rest: float = REST,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin letting through."""
        self._most, self._rest, self._clock = failures, rest, clock
        self._mutex = threading.Lock()
        self._failed = 0
        self._again_at: float | None = None
        """When a trial may be made; `None` while calls are let through."""

    @contextmanager
    def guarding(self) -> Iterator[None]:
        """Let a call through, and note how it ended.

        What fails for reasons of ours, or of the text, says nothing of the server.

        Raises:
            ModelFailed: The model rests.
        """
        self._enter()
        try:
            yield
        except ModelFailed as error:
            if error.reason is Failure.SLOW or (
                isinstance(error, AttemptFailed) and not error.of_text
            ):
                self._note_failure()
            raise
        except GeneratorExit:
            # Whoever reads has enough: the model wrote.
            self._note_success()
            raise
        else:
            self._note_success()

    def _enter(self) -> None:
        with self._mutex:
            if self._again_at is None:
                return
            now = self._clock()
            if now < self._again_at:
                raise ModelFailed(Failure.RESTING, "The model failed and is left alone for now.")
            # This one is the trial. The next comes after another rest, however this one ends.
            self._again_at = now + self._rest

    def _note_success(self) -> None:
        with self._mutex:
            self._failed, self._again_at = 0, None

    def _note_failure(self) -> None:
        with self._mutex:
            self._failed += 1
            if self._failed >= self._most:
                self._again_at = self._clock() + self._rest
