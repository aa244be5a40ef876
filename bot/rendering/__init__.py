"""A reply, a list or a document as text for a terminal and as JSON: pure functions."""
