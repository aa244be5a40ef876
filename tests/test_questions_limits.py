"""Limits in questions and in the names of rates."""

import pytest

from bot.questions.rates.limits import Limits, is_beyond, limits_in


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("Hvad koster en plads over 10 meter?", {("over", "10")}),
        ("Fast plads, indtil 10 m", {("under", "10")}),
        ("a berth of up to 12 metres", {("under", "12")}),
        ("Hvad koster en plads?", set()),
        ("taksten indtil 2024", set()),
        ("Ydes der over 500 kr.?", set()),
    ],
)
def test_limits_are_read_with_their_side(text: str, limits: set[tuple[str, str]]) -> None:
    assert limits_in(text) == limits


def test_only_another_limit_is_beyond() -> None:
    over: Limits = frozenset({("over", "10")})
    assert is_beyond(over, frozenset({("under", "10")}))
    assert not is_beyond(over, over)
    assert not is_beyond(over, frozenset())
    assert not is_beyond(frozenset(), over)
