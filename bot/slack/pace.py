"""How many questions are taken in at a time: a loop with another program must end by itself."""

import time
from collections import deque
from collections.abc import Callable

MOST = 20
"""Questions of one person in `WITHIN`; more than anybody types."""
WITHIN = 60.0
"""Seconds."""
PEOPLE = 10_000
"""People who are remembered; of more, all are forgotten at once."""


class Pace:
    """Counts the questions of each person."""

    def __init__(self, most: int = MOST, clock: Callable[[], float] = time.monotonic) -> None:
        """Take the limit and the clock."""
        self._most = most
        self._clock = clock
        self._asked: dict[str, deque[float]] = {}
        self._told: dict[str, float] = {}

    def allows(self, person: str) -> bool:
        """Count a question, and tell whether it is to be answered."""
        now = self._clock()
        if len(self._asked) >= PEOPLE:
            self._asked.clear()
            self._told.clear()
        asked = self._asked.setdefault(person, deque())
        while asked and now - asked[0] >= WITHIN:
            asked.popleft()
        if len(asked) >= self._most:
            return False
        asked.append(now)
        return True

    def is_to_be_told(self, person: str) -> bool:
        """Tell whether somebody is to be told to slow down, once in `WITHIN`."""
        now = self._clock()
        if now - self._told.get(person, -WITHIN) < WITHIN:
            return False
        self._told[person] = now
        return True
