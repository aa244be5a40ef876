"""A matter over time: whether two items are one, what became of it, which items a list holds."""
