"""How often posted messages may be changed: what a chat allows, shared by all of them."""

import time
from collections import deque
from collections.abc import Callable

MINUTE = 60.0
FOR_THE_LAST = 0.2
"""Share of a minute's changes that is kept for last ones: they matter more than those before."""


class Tempo:
    """Counts the changes of a minute, and rests when it is told to."""

    def __init__(self, a_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Take how many changes a minute may see."""
        self._most = a_minute
        self._clock = clock
        self._made = deque[float]()
        self._rests_until = 0.0

    def take(self, *, last: bool) -> float:
        """Count a change in and return 0, or return the seconds after which to ask again.

        `last`: nothing follows it, so it may take what is kept for such.
        """
        now = self._clock()
        while self._made and self._made[0] <= now - MINUTE:
            self._made.popleft()
        if now < self._rests_until:
            return self._rests_until - now
        most = self._most if last else int(self._most * (1 - FOR_THE_LAST))
        if len(self._made) >= most:
            return self._made[len(self._made) - most] + MINUTE - now
        self._made.append(now)
        return 0.0

    def rest(self, seconds: float) -> None:
        """Let nothing be changed for so long."""
        self._rests_until = max(self._rests_until, self._clock() + seconds)
