"""A question into groups of passages: terms, two lists, one ranking, and how far to trust it."""
