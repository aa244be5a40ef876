"""What a question about a rate asks: for what, in which unit, for whom and for which day."""
