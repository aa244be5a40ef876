"""What the words of a decision amount to: an outcome, who goes along, and what limits it."""
