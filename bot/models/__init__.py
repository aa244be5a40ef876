"""A language model behind an endpoint: what speaks to it, and knows nothing of answers."""
