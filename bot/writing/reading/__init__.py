"""What a model makes of a message that the rules could not read, held against the message."""
