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
        """Tell whether a further question is to be answered."""
        return len(self._recent(person)) < self._most

    def count(self, person: str) -> None:
        """Count a question; what Slack tells of twice is one."""
        if len(self._asked) >= PEOPLE:
            self._asked.clear()
            self._told.clear()
        self._recent(person).append(self._clock())

    def _recent(self, person: str) -> deque[float]:
        asked = self._asked.setdefault(person, deque())
        while asked and self._clock() - asked[0] >= WITHIN:
            asked.popleft()
        return asked

    def is_to_be_told(self, person: str) -> bool:
        """Tell whether somebody is to be told to slow down, once in `WITHIN`."""
        now = self._clock()
        if now - self._told.get(person, -WITHIN) < WITHIN:
            return False
        self._told[person] = now
        return True
