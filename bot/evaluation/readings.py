"""What a language model made of questions that the rules could not read, into figures."""

from collections import Counter
from collections.abc import Iterable

import msgspec

from bot.replies import Reply


class Readings(msgspec.Struct, frozen=True):
    """Figures of a model's readings."""

    asked: int
    """Questions that it was asked to read, as they were not understood or not found."""
    taken: int
    """Those that are answered as it read them."""
    misreadings: dict[str, int]
    """Why what it made of the others was not taken."""


def readings(replies: Iterable[Reply | None]) -> Readings:
    """Return the figures of some replies."""
    read = [reply.reread for reply in replies if reply and reply.reread]
    faults = Counter(why for one in read if (why := one.fault or one.failure))
    return Readings(len(read), sum(one.taken for one in read), dict(faults.most_common()))
