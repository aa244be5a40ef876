"""The days that options take: as a question names them."""

from datetime import date

import pytest
import typer

from bot.cli.options import first_day, last_day


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("2024-05-01", date(2024, 5, 1), date(2024, 5, 1)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("1. maj 2024", date(2024, 5, 1), date(2024, 5, 1)),
        ("1 May 2024", date(2024, 5, 1), date(2024, 5, 1)),
        ("maj 2024", date(2024, 5, 1), date(2024, 5, 31)),
    ],
)
def test_a_time_is_taken_as_a_question_names_it(text: str, since: date, until: date) -> None:
    assert first_day(text) == since
    assert last_day(text) == until


@pytest.mark.parametrize("text", ["hest", "2024-13-01", "32. maj 2024", "efter 2024", ""])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(typer.BadParameter):
        first_day(text)
