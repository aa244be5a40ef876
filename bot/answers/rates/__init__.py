"""Rates: which are meant, whether they apply, what contradicts them, and how they are told."""
