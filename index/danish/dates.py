"""Dates and periods, Danish and English: where they stand and what they mean."""

from index.danish.days import find_dates, format_date
from index.danish.periods import find_period

__all__ = ["find_dates", "find_period", "format_date"]
