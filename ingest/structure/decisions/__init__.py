"""What was recommended and decided on each item, wherever the minutes put it."""
