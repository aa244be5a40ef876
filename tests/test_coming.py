"""Days to come as a question counts them from today."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questions.times.coming import coming_period

TODAY = date(2024, 12, 30)  # a Monday


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("Hvad koster færgen i morgen?", date(2024, 12, 31), date(2024, 12, 31)),
        ("What will the ferry cost tomorrow?", date(2024, 12, 31), date(2024, 12, 31)),
        ("Hvad er taksten i overmorgen?", date(2025, 1, 1), date(2025, 1, 1)),
        ("the day after tomorrow", date(2025, 1, 1), date(2025, 1, 1)),
        ("Hvad koster et bad i næste uge?", date(2025, 1, 6), date(2025, 1, 12)),
        ("next month", date(2025, 1, 1), date(2025, 1, 31)),
        ("Hvad bliver gebyret til næste år?", date(2025, 1, 1), date(2025, 12, 31)),
        ("What is the fee next year?", date(2025, 1, 1), date(2025, 12, 31)),
        ("Hvad er prisen om et år?", date(2025, 12, 30), date(2025, 12, 30)),
        ("om to måneder", date(2025, 2, 28), date(2025, 2, 28)),
        ("om otte dage", date(2025, 1, 7), date(2025, 1, 7)),
        ("om 3 uger", date(2025, 1, 20), date(2025, 1, 20)),
        ("What will it cost in two years?", date(2026, 12, 30), date(2026, 12, 30)),
        ("in a year's time", date(2025, 12, 30), date(2025, 12, 30)),
        ("Hvad koster det efter nytår?", date(2025, 1, 1), date(2025, 1, 1)),
    ],
)
def test_days_are_counted_from_the_day_of_the_question(text: str, since: date, until: date) -> None:
    found = coming_period(text, TODAY)
    assert found is not None
    span, period = found
    assert (period.since, period.until) == (since, until)
    assert span.of(text).split() == period.words.split()


@pytest.mark.parametrize(
    "text",
    [
        "Hvad får man om året?",
        "What is paid in a year?",
        "Hvad kostede det i går?",
        "Hvad koster et morgenmåltid?",
        "Hvad er satsen i år 2?",
        "Hvad er honoraret for et år?",
    ],
)
def test_what_counts_no_day_ahead_is_left_alone(text: str) -> None:
    assert coming_period(text, TODAY) is None


@given(st.dates(date(1996, 1, 1), date(2090, 1, 1)), st.integers(1, 40))
def test_weeks_ahead_are_seven_days_each(today: date, count: int) -> None:
    found = coming_period(f"Hvad koster det om {count} uger?", today)
    assert found is not None
    assert found[1].since == today + timedelta(7 * count)
