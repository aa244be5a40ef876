"""How many questions of one person are taken in."""

from bot.chat.pace import WITHIN, Pace


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_as_many_as_are_allowed_and_more_when_time_has_passed() -> None:
    clock = Clock()
    pace = Pace(2, clock)
    for _ in range(2):
        assert pace.allows("U1")
        pace.count("U1")
    assert not pace.allows("U1")
    assert pace.allows("U2")
    clock.now = WITHIN
    assert pace.allows("U1")


def test_what_is_not_counted_takes_no_room() -> None:
    pace = Pace(1, Clock())
    assert all(pace.allows("U1") for _ in range(5))


def test_somebody_is_told_to_slow_down_once_at_a_time() -> None:
    clock = Clock()
    pace = Pace(1, clock)
    assert pace.is_to_be_told("U1")
    assert not pace.is_to_be_told("U1")
    clock.now = WITHIN
    assert pace.is_to_be_told("U1")
