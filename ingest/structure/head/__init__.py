"""What a paper says of itself: its body, its day, its kind, its title."""
