"""Rates by name, as a list for a program."""

from datetime import date

from bot.answers.rates.lists import Listed, list_rates
from index.archive import View
from index.danish.personal_numbers import masked
from index.errors import NotInArchive


def rates_named(
    view: View, words: str, on: date | None, today: date, *, history: bool
) -> list[Listed]:
    """Return rates with whether they apply; with a day, only those that apply on it.

    Args:
        view: The archive.
        words: All of which a rate's names or surroundings hold; empty for all rates.
        on: The day.
        today: The day it is.
        history: With a day, also what does not apply on it.

    Raises:
        NotInArchive: No rate is called so, or none that is applies on the day.
    """
    day = on or today
    listed = list_rates(view, words, day, history=history or on is None)
    if not words or listed:
        return listed
    others = list_rates(view, words, day, history=True)
    if not others:
        raise NotInArchive(f"No rate {masked(words)!r} in the archive.")
    known = " or ".join(sorted({one.status.value.replace("_", " ") for one in others}))
    raise NotInArchive(
        f"No rate {words!r} is said to apply on {day.isoformat()}; there are "
        f"{len(others)} that are {known}. Ask for the history as well."
    )
