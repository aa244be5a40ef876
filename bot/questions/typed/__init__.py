"""A question as somebody typed it, into the one that was meant."""
