"""How long one text may take, told by a clock that nothing the server does can stop."""

import time
from collections.abc import Callable

from bot.models.model import Failure, ModelFailed


class Patience:
    """The time limits of one text, for all attempts at it."""

    def __init__(
        self, seconds: float, quiet_seconds: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Begin now.

        Args:
            seconds: For the whole.
            quiet_seconds: Until it begins, and then between two pieces.
            clock: Tells seconds.
        """
        self._clock = clock
        self._quiet = quiet_seconds
        self.begun = clock()
        self._end = self.begun + seconds
        self._silent_until = self.begun + quiet_seconds

    def heard(self) -> None:
        """Note that the text goes on. Bytes alone are no sign of that: a server can drip them."""
        self._silent_until = self._clock() + self._quiet

    def hurry(self, seconds: float) -> None:
        """Wait no longer than that from now on."""
        self._silent_until = min(self._silent_until, self._clock() + seconds)

    def remaining(self) -> float:
        """Return the seconds that may still pass in silence; none or fewer when time is up."""
        return min(self._end, self._silent_until) - self._clock()

    def left(self) -> float:
        """Return the seconds that may still pass in silence.

        Raises:
            ModelFailed: There are none.
        """
        if (seconds := self.remaining()) <= 0:
            raise ModelFailed(Failure.SLOW, "The model did not write in time.")
        return seconds

    def elapsed(self) -> float:
        """Return the seconds since it began."""
        return self._clock() - self.begun
